// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "imports/jobs.h"
#include "imports/journal.h"
#include "imports/numbers.h"
#include "imports/pages.h"
#include "imports/rows.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What went in, or would: "12 new, 3 changed".
std::string counts_words(store::Reader& reader, const Import& import) {
  if (import.state == State::read || import.state == State::planning) return {};
  const auto counts = count_actions(reader, import.id);
  std::vector<std::string> parts;
  const auto say = [&](Action action, std::string_view words) {
    if (const auto rows = counts.at(action); rows > 0)
      parts.push_back(grouped(rows) + " " + std::string(words));
  };
  say(Action::create, "new");
  say(Action::update, "changed");
  say(Action::ask, "to decide");
  say(Action::failed, "faulty");
  return parts.empty() ? "nothing to change" : base::join(parts, ", ");
}

web::View entry(store::Reader& reader, const Import& import, const Setup& setup) {
  const auto* target = find_target(setup, import.target);
  web::View view;
  view.set("url", "/imports/" + import.id)
      .set("name", import.file_name)
      .set("target", target != nullptr ? target->label() : std::string_view(import.target))
      .set("org", org_words(reader, setup, import.org))
      .set("state", words_for(import.state))
      .set("mark", mark_of(import.state))
      .set("counts", counts_words(reader, import))
      .set("by", import.begun.name)
      .set("at", import.begun.at.day().words())
      .set("at_iso", import.begun.at.day().iso());
  return view;
}

// GET /imports
Answer list(Visit& visit, const Setup& setup) {
  const auto own = ecosystems_to_import_for(visit.viewer);
  auto rows = visit.services.db.read([&](store::Reader& reader) {
    const auto imports =
        visit.viewer.is_hub() ? all_imports(reader) : imports_of(reader, own, visit.viewer.user_id);
    std::vector<web::View> views;
    for (const auto& import : imports) views.push_back(entry(reader, import, setup));
    return views;
  });
  web::View view;
  view.set("may_import", !own.empty())
      .set("standing", visit.viewer.is_hub() ? "All imports of the network."
                                             : "Your own, and those of your ecosystems.")
      .set("is_cut", rows.size() == kMostListed)
      .set("most", kMostListed);
  view.set_list("rows", std::move(rows));
  return app::page(visit, "imports", "imports.html", std::move(view),
                   {.title = "Imports", .section = "imports"});
}

}  // namespace

void list_routes(app::Routes& routes, const Setup& setup) {
  routes.get("/imports", Needs::signed_in, [&setup](Visit& visit) { return list(visit, setup); });
}

}  // namespace enact::imports
