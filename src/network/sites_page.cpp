// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/form_views.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"
#include "network/sites.h"
#include "network/sites_view.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

SiteDraft posted(const Visit& visit) {
  const auto& form = visit.form();
  SiteDraft draft;
  auto& site = draft.site;
  site.org = visit.id();
  site.name = form.text("name");
  site.street = form.text("street");
  site.city = form.text("city");
  site.state = form.text("state");
  site.zip = form.text("zip");
  site.directions = form.text("directions");
  site.from_date = form.text("from_date");
  site.source = form.text("source");
  site.as_of = form.text("as_of");
  site.version = base::to_integer(form.text("version")).value_or(0);
  draft.coordinates = form.text("coordinates");
  draft.times = form.text("times");
  return draft;
}

std::vector<Input> inputs_of(const SiteDraft& draft) {
  const auto& site = draft.site;
  return {{.name = "name",
           .label = "Name of the place",
           .value = site.name,
           .help = "Such as Riverbend High School."},
          {.name = "street", .label = "Street", .value = site.street},
          {.name = "city", .label = "City", .value = site.city},
          {.name = "state", .label = "State", .value = site.state, .help = "Two letters: PA."},
          {.name = "zip", .label = "ZIP code", .value = site.zip},
          {.name = "coordinates",
           .label = "Coordinates",
           .value = draft.coordinates,
           .help = "As maps give them: 40.4406, -79.9959."},
          {.name = "directions",
           .label = "Room, and how to find it",
           .value = site.directions,
           .help = "Of the place, not of a person: everybody may read it."},
          {.name = "times",
           .label = "Days, times and season",
           .value = draft.times,
           .help = "One a line: Mon, Wed 4:00 pm to 6:00 pm, School year.",
           .control = Input::Control::lines},
          {.name = "from_date", .label = "Since", .value = site.from_date},
          {.name = "source", .label = "Where you know it from", .value = site.source},
          {.name = "as_of",
           .label = "Of when it is",
           .value = site.as_of,
           .help = "As much as you know: 2021, 2021-07 or 2021-07-27."}};
}

Answer sites_page(Visit& visit, const SiteDraft& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto org = find_org(reader, visit.id());
    if (!org) return base::not_found("There is no organization at this address.");
    const bool may_edit = identity::meets(visit.viewer, Needs::participant, visit.scope);
    const auto state = state_of_org(reader, org->id);
    std::vector<web::View> sites;
    for (const auto& site : sites_of(reader, org->id))
      sites.push_back(site_view(site, state, may_edit));
    web::View view;
    show_inputs(view, inputs_of(draft), error);
    view.set("name", org->name)
        .set("url", "/orgs/" + org->id)
        .set("today", visit.today().iso())
        .set("may_edit", may_edit);
    view.set_list("sites", std::move(sites));
    return Filled{"sites.html",
                  std::move(view),
                  {.title = "Sites of " + org->name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /orgs/{id}/sites
Answer show_all(Visit& visit) {
  return sites_page(visit, {}, nullptr);
}

// POST /orgs/{id}/sites
Answer note(Visit& visit) {
  const auto draft = posted(visit);
  const auto noted = visit.services.db.write(
      [&](store::Writer& writer) { return note_site(writer, draft, visit.event()); });
  if (!noted) return sites_page(visit, draft, &noted.error());
  return app::redirect_with_notice(visit, "/orgs/" + visit.id() + "/sites", "Noted.");
}

base::Result<Site> of_address(store::Reader& reader, const Visit& visit) {
  auto site = find_site(reader, visit.id("site"));
  if (!site || site->org != visit.id()) return base::not_found("This site is not on record.");
  return *std::move(site);
}

Answer change_page(Visit& visit, const SiteDraft* draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto stored = of_address(reader, visit);
    if (!stored) return tl::unexpected(stored.error());
    const auto theirs = inputs_of(draft_of(*stored));
    const auto inputs = draft != nullptr ? inputs_of(*draft) : theirs;
    const bool is_stale = error != nullptr && error->kind == base::Error::Kind::conflict;
    const auto back = "/orgs/" + stored->org + "/sites";
    web::View view;
    show_inputs(view, inputs, error);
    show_theirs(view, inputs, theirs);
    view.set("is_stale", is_stale)
        .set("stale_by", is_stale ? name_or_somebody(stored->noted_by) : "")
        .set("version", draft != nullptr && !is_stale ? draft->site.version : stored->version)
        .set("action", back + "/" + stored->id)
        .set("back", back)
        .set("back_name", "Sites of " + org_name(reader, stored->org))
        .set("heading", "Change a site of " + org_name(reader, stored->org))
        .set("standing", "Everybody may read what stands here, without signing in.")
        .set("crumb", "Change")
        .set("button", is_stale ? "Save mine in place of theirs" : "Save the changes");
    return Filled{"form.html",
                  std::move(view),
                  {.title = "Change a site",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /orgs/{id}/sites/{site}
Answer show_one(Visit& visit) {
  return change_page(visit, nullptr, nullptr);
}

// POST /orgs/{id}/sites/{site}
Answer change(Visit& visit) {
  auto draft = posted(visit);
  const auto saved = visit.services.db.write([&](store::Writer& writer) -> base::Result<Site> {
    const auto stored = of_address(writer, visit);
    if (!stored) return stored;
    draft.site.id = stored->id;
    return change_site(writer, draft, visit.event());
  });
  if (!saved) return change_page(visit, &draft, &saved.error());
  return app::redirect_with_notice(visit, "/orgs/" + visit.id() + "/sites", "Saved.");
}

// POST /orgs/{id}/sites/{site}/end
Answer end(Visit& visit) {
  const auto ended = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto stored = of_address(writer, visit);
    if (!stored) return tl::unexpected(stored.error());
    return end_site(writer, stored->id, visit.form().text("until"), visit.event());
  });
  if (!ended && ended.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(ended.error());
  if (!ended) return sites_page(visit, {}, &ended.error());
  return app::redirect_with_notice(visit, "/orgs/" + visit.id() + "/sites", "The end is recorded.");
}

}  // namespace

void sites_routes(app::Routes& routes) {
  const auto& org = scopes::org();
  routes.get("/orgs/{id}/sites", Needs::nothing, org, show_all);
  routes.post("/orgs/{id}/sites", Needs::participant, org, note);
  routes.get("/orgs/{id}/sites/{site}", Needs::participant, org, show_one);
  routes.post("/orgs/{id}/sites/{site}", Needs::participant, org, change);
  routes.post("/orgs/{id}/sites/{site}/end", Needs::participant, org, end);
}

}  // namespace enact::network
