// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "network/network.h"
#include "programs/asset_views.h"
#include "programs/form_fields.h"
#include "programs/match_views.h"
#include "programs/matches.h"
#include "programs/offers.h"
#include "programs/pages.h"
#include "programs/part.h"
#include "programs/scopes.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Control = FormField::Control;
using Presence = FormField::Presence;

Asset asset_in(const web::Form& form) {
  auto state = form.text("state");
  for (auto& c : state) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return {.kind = kind_named(form.text("kind")).value_or(Kind::other),
          .what = form.text("what"),
          .offered_by = form.text("offered_by"),
          .state = state,
          .city = form.text("city"),
          .free_from = form.text("free_from"),
          .free_until = form.text("free_until"),
          .capacity = number_in(form, "capacity"),
          .unit = form.text("unit"),
          .conditions = form.text("conditions"),
          .contact = form.text("contact"),
          .confirmed_on = form.text("confirmed_on")};
}

// `capacity` as typed, since what is no number is shown again too.
void add_fields(FormFields& fields, const Asset& asset, const std::string& capacity) {
  fields.add({.name = "what",
              .label = "What is offered",
              .value = asset.what,
              .help = "Wet lab with 20 places, two mentors for robotics, a bus on Saturdays.",
              .presence = Presence::required});
  fields.add({.name = "kind",
              .label = "Kind",
              .value = std::string(name_of(asset.kind)),
              .control = Control::choice,
              .options = kind_options()});
  fields.add({.name = "offered_by",
              .label = "Who offers it",
              .value = asset.offered_by,
              .help = "An organization or a person; with the name as it stands on record, the two "
                      "pages are connected.",
              .presence = Presence::required});
  fields.add({.name = "contact",
              .label = "Whom to ask",
              .value = asset.contact,
              .help = "A name with a telephone number or an e-mail address."});
  fields.add({.name = "capacity",
              .label = "How many at most",
              .value = capacity,
              .help = "With a number here, no more than that is promised."});
  fields.add({.name = "unit",
              .label = "Of what",
              .value = asset.unit,
              .help = "Students, hours, dollars."});
  fields.add({.name = "city", .label = "City", .value = asset.city});
  fields.add({.name = "state",
              .label = "State",
              .value = asset.state,
              .help = "Two letters, such as PA."});
  fields.add({.name = "free_from", .label = "Free from", .value = asset.free_from, .type = "date"});
  fields.add(
      {.name = "free_until", .label = "Free until", .value = asset.free_until, .type = "date"});
  fields.add({.name = "conditions",
              .label = "Conditions",
              .value = asset.conditions,
              .control = Control::lines});
  fields.add({.name = "confirmed_on",
              .label = "Last confirmed on",
              .value = asset.confirmed_on,
              .help = "When they last said that it still stands.",
              .type = "date"});
}

std::string capacity_words(const Asset& asset) {
  return asset.capacity > 0 ? std::to_string(asset.capacity) : "";
}

Answer new_page(Visit& visit, const Asset& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    web::View view;
    FormFields fields(error);
    add_fields(fields, draft, error != nullptr ? visit.form().text("capacity") : "");
    app::show_faults(view, fields.names(), error);
    std::move(fields).show(view, "fields");
    view.set("ecosystem", visit.scope)
        .set("ecosystem_name", network::org_name(reader, visit.scope));
    return Filled{"asset_new.html",
                  std::move(view),
                  {.title = "Something that is offered",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "support"}};
  }));
}

// GET /support/assets/new
Answer show_new(Visit& visit) {
  return new_page(visit, {.kind = Kind::people, .confirmed_on = visit.today().iso()}, nullptr);
}

// POST /support/assets
Answer add(Visit& visit) {
  auto asset = asset_in(visit.form());
  asset.workspace = visit.scope;
  const auto added = visit.services.db.write(
      [&](store::Writer& writer) { return add_asset(writer, asset, visit.event()); });
  if (!added) return new_page(visit, asset, &added.error());
  return app::redirect_with_notice(visit, "/support/assets/" + added->id, "It is in the list.");
}

Answer asset_page(Visit& visit, const Asset* draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto asset = find_asset(reader, visit.id());
    if (!asset) return base::not_found("There is no such asset.");
    const bool works_here = works_for(visit.viewer, asset->workspace);
    auto view = asset_view(*asset, visit.today());
    FormFields fields(error);
    add_fields(fields, draft != nullptr ? *draft : *asset,
               draft != nullptr ? visit.form().text("capacity") : capacity_words(*asset));
    app::show_faults(view, fields.names(), error);
    std::move(fields).show(view, "fields");
    std::vector<web::View> offers;
    for (const auto& match : matches_of_asset(reader, asset->id))
      if (part_in(visit.viewer, match.program, asset->workspace) != Part::none)
        offers.push_back(match_view(match));
    view.set_list("offers", std::move(offers));
    view.set("ecosystem", asset->workspace)
        .set("is_dirty", draft != nullptr)
        .set("works_here", works_here);
    return Filled{"asset.html",
                  std::move(view),
                  {.title = asset->what,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "support"}};
  }));
}

// GET /support/assets/{id}
Answer show_asset(Visit& visit) {
  return asset_page(visit, nullptr, nullptr);
}

// POST /support/assets/{id}
Answer change(Visit& visit) {
  auto asset = asset_in(visit.form());
  asset.id = visit.id();
  asset.version = version_in(visit);
  const auto changed = visit.services.db.write(
      [&](store::Writer& writer) { return change_asset(writer, asset, visit.event()); });
  if (!changed && changed.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(changed.error());
  if (!changed) return asset_page(visit, &asset, &changed.error());
  return app::redirect_with_notice(visit, "/support/assets/" + visit.id(), "Saved.");
}

// POST /support/assets/{id}/confirm
Answer confirm(Visit& visit) {
  const auto done = visit.services.db.write(
      [&](store::Writer& writer) { return confirm_asset(writer, visit.id(), visit.event()); });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, "/support/assets/" + visit.id(), "Confirmed today.");
}

// POST /support/assets/{id}/retire
Answer retire(Visit& visit) {
  const auto done = visit.services.db.write(
      [&](store::Writer& writer) { return retire_asset(writer, visit.id(), visit.event()); });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, "/support/assets/" + visit.id(),
                                   "It is out of the list.");
}

}  // namespace

void asset_routes(app::Routes& routes) {
  const auto here = network::ecosystem_scope(Needs::contributor);
  routes.get("/support/assets/new", Needs::contributor, here, show_new);
  routes.post("/support/assets", Needs::contributor, here, add);
  routes.get("/support/assets/{id}", Needs::participant, scopes::asset(), show_asset);
  routes.post("/support/assets/{id}", Needs::contributor, scopes::asset(), change);
  routes.post("/support/assets/{id}/confirm", Needs::contributor, scopes::asset(), confirm);
  routes.post("/support/assets/{id}/retire", Needs::contributor, scopes::asset(), retire);
}

}  // namespace enact::programs
