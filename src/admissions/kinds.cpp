// SPDX-License-Identifier: Apache-2.0
#include "admissions/kinds.h"

#include "admissions/queries.h"
#include "app/edition.h"
#include "base/plain_text.h"
#include "base/text.h"

namespace enact::admissions {
namespace {

base::Json to_json(const CommitmentKind& kind) {
  return base::Json::object().set("label", kind.label).set("help", kind.help);
}

}  // namespace

std::vector<CommitmentKind> kinds(store::Reader& reader) {
  std::vector<CommitmentKind> all;
  for (const auto& row : reader.all(sql::all_kinds))
    all.push_back({row.text("id"), row.text("label"), row.text("help")});
  return all;
}

std::optional<CommitmentKind> find_kind(store::Reader& reader, std::string_view id) {
  for (auto& kind : kinds(reader))
    if (kind.id == id) return std::move(kind);
  return std::nullopt;
}

base::Result<void> save_kind(store::Writer& writer, CommitmentKind kind, identity::Event by) {
  kind.label = base::one_line(kind.label);
  kind.help = base::one_line(kind.help);
  if (kind.id.empty()) kind.id = base::slug(kind.label);
  if (kind.label.empty() || !base::is_slug(kind.id))
    return base::invalid("label", "Say in a few words what an institution would do.");
  if (kind.label.size() > 200) return base::invalid("label", "Say it in 200 characters.");
  const auto before = find_kind(writer, kind.id);
  writer.run(sql::record_kind, {{"id", kind.id}, {"label", kind.label}, {"help", kind.help}});
  app::touch_public_pages(writer);
  by.verb = "admissions.kind.worded";
  by.subject_kind = "commitment-kind";
  by.subject_id = kind.id;
  by.subject_name = kind.label;
  if (before) by.before = to_json(*before);
  by.after = to_json(kind);
  identity::record(writer, by);
  return {};
}

}  // namespace enact::admissions
