// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/form_views.h"
#include "network/fundings.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"
#include "network/sites_view.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

Funding posted(const Visit& visit) {
  const auto& form = visit.form();
  Funding funding;
  funding.org = visit.id();
  funding.funder_name = form.text("funder");
  funding.amount = form.text("amount");
  funding.award = form.text("award");
  funding.from_date = form.text("from_date");
  funding.until_date = form.text("until_date");
  funding.source = form.text("source");
  funding.as_of = form.text("as_of");
  funding.version = base::to_integer(form.text("version")).value_or(0);
  return funding;
}

std::vector<Input> inputs_of(const Funding& funding) {
  return {{.name = "funder",
           .label = "Who gives it",
           .value = funding.funder_name,
           .help = "An organization's name as it stands on record, or any other.",
           .is_optional = false},
          {.name = "amount",
           .label = "How much, in dollars",
           .value = funding.amount,
           .help = "50000, about 50000, 40000 to 50000."},
          {.name = "award", .label = "Award number", .value = funding.award},
          {.name = "from_date", .label = "From", .value = funding.from_date},
          {.name = "until_date",
           .label = "Until",
           .value = funding.until_date,
           .help = "As much as you know: 2027, 2027-06 or 2027-06-30."},
          {.name = "source", .label = "Where you know it from", .value = funding.source},
          {.name = "as_of", .label = "Of when it is", .value = funding.as_of}};
}

web::View funding_view(const Funding& funding, base::Day today) {
  web::View view;
  view.set("funding", funding.id)
      .set("funder", funding.funder_name)
      .set("ends_soon", ends_soon(funding, today))
      .set("has_ended", funding.has_ended)
      .set("may_change", !funding.has_ended);
  view.set_maybe("funder_url", funding.funder.empty() ? "" : "/orgs/" + funding.funder);
  view.set_maybe("amount", amount_words(funding)).set_maybe("award", funding.award);
  view.set_maybe("particulars", origin_words(funding.source, funding.as_of));
  set_date(view, "from", funding.from_date);
  set_date(view, "until", funding.until_date);
  return view;
}

Answer fundings_page(Visit& visit, const Funding& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto org = find_org(reader, visit.id());
    if (!org) return base::not_found("There is no organization at this address.");
    std::vector<web::View> fundings;
    for (const auto& funding : fundings_of(reader, org->id))
      fundings.push_back(funding_view(funding, visit.today()));
    web::View view;
    show_inputs(view, inputs_of(draft), error);
    view.set("name", org->name).set("url", "/orgs/" + org->id).set("today", visit.today().iso());
    view.set_list("fundings", std::move(fundings));
    return Filled{"fundings.html",
                  std::move(view),
                  {.title = "Funding of " + org->name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /orgs/{id}/funding
Answer show_all(Visit& visit) {
  return fundings_page(visit, {}, nullptr);
}

// POST /orgs/{id}/funding
Answer note(Visit& visit) {
  const auto draft = posted(visit);
  const auto noted = visit.services.db.write(
      [&](store::Writer& writer) { return note_funding(writer, draft, visit.event()); });
  if (!noted) return fundings_page(visit, draft, &noted.error());
  return app::redirect_with_notice(visit, "/orgs/" + visit.id() + "/funding", "Noted.");
}

base::Result<Funding> of_address(store::Reader& reader, const Visit& visit) {
  auto funding = find_funding(reader, visit.id("funding"));
  if (!funding || funding->org != visit.id())
    return base::not_found("This funding is not on record.");
  return *std::move(funding);
}

Answer change_page(Visit& visit, const Funding* draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto stored = of_address(reader, visit);
    if (!stored) return tl::unexpected(stored.error());
    const auto theirs = inputs_of(*stored);
    const auto inputs = draft != nullptr ? inputs_of(*draft) : theirs;
    const bool is_stale = error != nullptr && error->kind == base::Error::Kind::conflict;
    const auto back = "/orgs/" + stored->org + "/funding";
    web::View view;
    show_inputs(view, inputs, error);
    show_theirs(view, inputs, theirs);
    view.set("is_stale", is_stale)
        .set("stale_by", is_stale ? name_or_somebody(stored->noted_by) : "")
        .set("version", draft != nullptr && !is_stale ? draft->version : stored->version)
        .set("action", back + "/" + stored->id)
        .set("back", back)
        .set("back_name", "Funding of " + org_name(reader, stored->org))
        .set("heading", "Change what pays for " + org_name(reader, stored->org))
        .set("standing", "Only those who take part in the ecosystem read this.")
        .set("crumb", "Change")
        .set("button", is_stale ? "Save mine in place of theirs" : "Save the changes");
    return Filled{"form.html",
                  std::move(view),
                  {.title = "Change a funding",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /orgs/{id}/funding/{funding}
Answer show_one(Visit& visit) {
  return change_page(visit, nullptr, nullptr);
}

// POST /orgs/{id}/funding/{funding}
Answer change(Visit& visit) {
  auto draft = posted(visit);
  const auto saved = visit.services.db.write([&](store::Writer& writer) -> base::Result<Funding> {
    const auto stored = of_address(writer, visit);
    if (!stored) return stored;
    draft.id = stored->id;
    return change_funding(writer, draft, visit.event());
  });
  if (!saved) return change_page(visit, &draft, &saved.error());
  return app::redirect_with_notice(visit, "/orgs/" + visit.id() + "/funding", "Saved.");
}

// POST /orgs/{id}/funding/{funding}/end
Answer end(Visit& visit) {
  const auto ended = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto stored = of_address(writer, visit);
    if (!stored) return tl::unexpected(stored.error());
    return end_funding(writer, stored->id, visit.form().text("until"), visit.event());
  });
  if (!ended && ended.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(ended.error());
  if (!ended) return fundings_page(visit, {}, &ended.error());
  return app::redirect_with_notice(visit, "/orgs/" + visit.id() + "/funding",
                                   "The end is recorded.");
}

}  // namespace

void fundings_routes(app::Routes& routes) {
  const auto& org = scopes::org();
  routes.get("/orgs/{id}/funding", Needs::participant, org, show_all);
  routes.post("/orgs/{id}/funding", Needs::participant, org, note);
  routes.get("/orgs/{id}/funding/{funding}", Needs::participant, org, show_one);
  routes.post("/orgs/{id}/funding/{funding}", Needs::participant, org, change);
  routes.post("/orgs/{id}/funding/{funding}/end", Needs::participant, org, end);
}

}  // namespace enact::network
