// SPDX-License-Identifier: Apache-2.0
#include "admissions/kinds.h"
#include "admissions/pages.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// Each kind as a form of its own; the one that was posted holds what was typed.
Answer kinds_page(Visit& visit, const base::Error* error) {
  const auto all = visit.services.db.read([](store::Reader& reader) { return kinds(reader); });
  const auto& form = visit.form();
  std::vector<web::View> rows;
  for (const auto& kind : all) {
    const bool is_posted = error != nullptr && form.text("id") == kind.id;
    rows.emplace_back()
        .set("id", kind.id)
        .set("label", is_posted ? form.text("label") : kind.label)
        .set("help", is_posted ? form.text("help") : kind.help);
  }
  const bool is_new = form.text("id").empty();
  web::View view;
  view.set("rows", std::move(rows))
      .set("label", is_new ? form.text("label") : "")
      .set("help", is_new ? form.text("help") : "");
  app::show_faults(view, {"label"}, error);
  return app::page(visit, "admissions", "commitment_kinds.html", std::move(view),
                   {.title = "Kinds of commitments",
                    .status = error != nullptr ? status_of(*error) : 200,
                    .section = "admissions"});
}

// GET /admissions/kinds
Answer show_kinds(Visit& visit) {
  return kinds_page(visit, nullptr);
}

// POST /admissions/kinds
Answer save(Visit& visit) {
  const auto& form = visit.form();
  const CommitmentKind kind{form.text("id"), form.text("label"), form.text("help")};
  const auto saved = visit.services.db.write(
      [&](store::Writer& writer) { return save_kind(writer, kind, visit.event()); });
  if (!saved) return kinds_page(visit, &saved.error());
  return app::redirect_with_notice(visit, "/admissions/kinds", "Saved.");
}

}  // namespace

void kinds_routes(app::Routes& routes) {
  routes.get("/admissions/kinds", Needs::hub, show_kinds);
  routes.post("/admissions/kinds", Needs::hub, save);
}

}  // namespace enact::admissions
