// SPDX-License-Identifier: Apache-2.0
#include "network/kinds.h"

#include <algorithm>

#include "app/edition.h"
#include "base/text.h"
#include "network/facet.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {

std::vector<Kind> kinds(store::Reader& reader) {
  std::vector<Kind> all;
  for (const auto& row : reader.all(sql::all_kinds))
    all.push_back({row.text("id"), row.text("label"), row.text("plural")});
  return all;
}

std::string label_of(const std::vector<Kind>& kinds, std::string_view id) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.id == id; });
  return found != kinds.end() ? found->label : std::string(id);
}

base::Result<void> save_kind(store::Writer& writer, Kind kind, identity::Event by) {
  kind.label = one_line(kind.label);
  kind.plural = one_line(kind.plural);
  if (kind.id.empty()) kind.id = base::slug(kind.label);
  std::vector<base::Fault> faults;
  if (!base::is_slug(kind.id) || kind.label.empty())
    faults.push_back({.field = "label", .message = "Give the kind a label.", .file = {}});
  if (kind.plural.empty())
    faults.push_back({.field = "plural",
                      .message = "Say how several of them are called, for headings.",
                      .file = {}});
  if (kind.id == kPeople)
    faults.push_back({.field = "label",
                      .message = "The directory calls persons people. Choose another word.",
                      .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));

  const auto all = kinds(writer);
  const auto before =
      std::find_if(all.begin(), all.end(), [&](const Kind& k) { return k.id == kind.id; });
  writer.run(sql::record_kind, {{"id", kind.id}, {"label", kind.label}, {"plural", kind.plural}});
  app::touch_public_pages(writer);

  const auto json = [](const Kind& k) {
    return base::Json::object().set("label", k.label).set("plural", k.plural);
  };
  by.verb = "network.kind.worded";
  by.subject_kind = "kind";
  by.subject_id = kind.id;
  by.subject_name = kind.label;
  if (before != all.end()) by.before = json(*before);
  by.after = json(kind);
  identity::record(writer, by);
  return {};
}

}  // namespace enact::network
