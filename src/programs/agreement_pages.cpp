// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "network/network.h"
#include "programs/agreement_link.h"
#include "programs/form_fields.h"
#include "programs/pages.h"
#include "programs/plan_views.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

web::Response secret_page(const Visit& visit,
                          std::string_view name,
                          web::View view,
                          app::PageOptions options) {
  options.look = app::Look::reading;
  return app::keep_secret(app::page(visit, "programs", name, std::move(view), std::move(options)));
}

web::Response closing_page(const Visit& visit,
                           std::string_view heading,
                           std::string_view message,
                           int status) {
  web::View view;
  view.set("heading", heading).set("message", message);
  app::PageOptions options;
  options.title = heading;
  options.status = status;
  return secret_page(visit, "agree_over.html", std::move(view), std::move(options));
}

web::Response link_is_over(const Visit& visit, const base::Error& error) {
  return closing_page(visit, "This link does not open anything now", error.message,
                      error.kind == base::Error::Kind::conflict ? 409 : 404);
}

web::Response plan_to_agree_to(const Visit& visit,
                               const AgreementLink& link,
                               const base::Error* error) {
  web::View view;
  app::PageOptions options;
  options.status = error != nullptr ? 422 : 200;
  const bool is_there = visit.services.db.read([&](store::Reader& reader) {
    const auto whole = whole_plan(reader, link.workspace, link.program);
    if (!whole) return false;
    set_plan(view, *whole, visit.today());
    options.title = "The plan for " + whole->plan.program_name;
    view.set("program", whole->plan.program_name)
        .set("ecosystem", network::org_name(reader, link.workspace))
        .set("plan_version", whole->plan.version);
    return true;
  });
  if (!is_there)
    return link_is_over(visit, base::not_found("The plan that it was for is not there any more. "
                                               "Ask " +
                                               link.asked_by + " about it.")
                                   .value());
  FormFields fields(error);
  fields.add({.name = "remark", .label = "Remark", .value = visit.form().text("remark")});
  app::show_faults(view, fields.names(), error);
  std::move(fields).show(view, "fields");
  view.set("name", link.name)
      .set("asked_by", link.asked_by)
      .set("action", "/agree/" + visit.id("token"));
  return secret_page(visit, "agree.html", std::move(view), std::move(options));
}

// GET /agree/{token}
Answer show_agreement(Visit& visit) {
  const auto link = read_agreement_link(visit.services.signer, visit.id("token"), visit.now());
  if (!link) return link_is_over(visit, link.error());
  return plan_to_agree_to(visit, *link, nullptr);
}

// POST /agree/{token}
Answer agree(Visit& visit) {
  const auto& token = visit.id("token");
  const auto link = read_agreement_link(visit.services.signer, token, visit.now());
  if (!link) return link_is_over(visit, link.error());
  const auto agreed = visit.services.db.write([&](store::Writer& writer) {
    return agree_by_link(writer, *link, {token, visit.form().text("remark"), version_in(visit)},
                         visit.now());
  });
  if (agreed)
    return closing_page(visit, "Thank you, " + link->name,
                        "Your agreement stands with the plan now. The link has done its work and "
                        "can be thrown away.",
                        200);
  if (agreed.error().kind == base::Error::Kind::invalid)
    return plan_to_agree_to(visit, *link, &agreed.error());
  return link_is_over(visit, agreed.error());
}

}  // namespace

void agreement_routes(app::Routes& routes) {
  routes.get("/agree/{token}", Needs::nothing, show_agreement);
  routes.post("/agree/{token}", Needs::nothing, agree);
}

}  // namespace enact::programs
