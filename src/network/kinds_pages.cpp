// SPDX-License-Identifier: Apache-2.0
#include "network/form_views.h"
#include "network/kinds.h"
#include "network/pages.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

Answer kinds_page(Visit& visit, const base::Error* error) {
  const auto all = visit.services.db.read([](store::Reader& reader) { return kinds(reader); });
  std::vector<web::View> rows;
  for (const auto& kind : all) {
    web::View row;
    row.set("id", kind.id).set("label", kind.label).set("plural", kind.plural);
    rows.push_back(std::move(row));
  }
  web::View view;
  show_inputs(view,
              {{.name = "label",
                .label = "One of them",
                .value = visit.form().text("label"),
                .help = "Such as Museum.",
                .is_optional = false},
               {.name = "plural",
                .label = "Several",
                .value = visit.form().text("plural"),
                .help = "Such as Museums.",
                .is_optional = false}},
              error);
  view.set("rows", std::move(rows)).set("id", visit.form().text("id"));
  return app::page(visit, "network", "kinds.html", std::move(view),
                   {.title = "Kinds of organizations",
                    .status = error != nullptr ? status_of(*error) : 200,
                    .section = "network"});
}

// GET /network/kinds
Answer show_kinds(Visit& visit) {
  return kinds_page(visit, nullptr);
}

// POST /network/kinds
Answer save_kinds(Visit& visit) {
  const auto& form = visit.form();
  const Kind kind{form.text("id"), form.text("label"), form.text("plural")};
  const auto saved = visit.services.db.write(
      [&](store::Writer& writer) { return save_kind(writer, kind, visit.event()); });
  if (!saved) return kinds_page(visit, &saved.error());
  return app::redirect_with_notice(visit, "/network/kinds", "Saved.");
}

}  // namespace

void kinds_routes(app::Routes& routes) {
  routes.get("/network/kinds", Needs::hub, show_kinds);
  routes.post("/network/kinds", Needs::hub, save_kinds);
}

}  // namespace enact::network
