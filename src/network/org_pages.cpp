// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/forms.h"
#include "network/org_export.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

web::View link_view(const Org& org) {
  web::View view;
  view.set("name", org.name).set("url", "/orgs/" + org.id);
  return view;
}

std::vector<web::View> texts(const std::vector<std::string>& all) {
  std::vector<web::View> views;
  for (const auto& text : all) views.emplace_back().set("text", text);
  return views;
}

std::vector<web::View> part_views(const OrgTree& tree,
                                  const std::string& id,
                                  const std::vector<Kind>& kinds) {
  std::vector<web::View> views;
  for (const auto* part : tree.parts_of(id)) {
    auto view = link_view(*part);
    view.set("kind", label_of(kinds, part->kind)).set_maybe("region", part->region);
    views.push_back(std::move(view));
  }
  return views;
}

// Personal data: only for those who take part.
void show_people(web::View& view, const std::vector<Affiliation>& affiliations) {
  std::vector<web::View> current, former;
  for (const auto& affiliation : affiliations) {
    web::View item;
    item.set("name", affiliation.person_name).set("url", "/people/" + affiliation.person);
    item.set("role", affiliation.role).set_maybe("span", span_words(affiliation));
    (affiliation.is_current() ? current : former).push_back(std::move(item));
  }
  view.set("people_count", current.size());
  view.set_list("people", std::move(current)).set_list("former", std::move(former));
}

web::View org_view(const OrgRecord& org, const OrgTree& tree, const std::vector<Kind>& kinds) {
  web::View view;
  std::vector<web::View> parents;
  for (const auto* parent : tree.parents_of(org.id)) parents.push_back(link_view(*parent));
  view.set("id", org.id).set("name", org.name).set("url", "/orgs/" + org.id);
  view.set("kind", label_of(kinds, org.kind)).set("parents", std::move(parents));
  view.set_maybe("short_name", org.short_name).set_maybe("region", org.region);
  view.set_maybe("cohort", org.cohort.empty() ? "" : cohort_words(org.cohort));
  view.set_maybe("web_page", org.url).set_maybe("source", org.source);
  set_date(view, "joined", org.joined);
  set_date(view, "as_of", org.as_of);
  view.set_list("about", texts(paragraphs(org.about)));
  view.set_list("priorities", texts(org.priorities));
  auto parts = part_views(tree, org.id, kinds);
  view.set("part_count", parts.size());
  view.set_list("parts", std::move(parts));
  return view;
}

// GET /orgs/{id}
Answer show_org(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const auto org = find_record(reader, visit.id());
    if (!org) return base::not_found("There is no organisation at this address.");
    if (visit.request.format == "json") return web::json(json_of({*org}));

    const auto& viewer = visit.viewer;
    auto view = org_view(*org, tree(reader), kinds(reader));
    const bool takes_part = identity::meets(viewer, Needs::participant, visit.scope);
    show_people(view, takes_part ? affiliations_at(reader, org->id) : std::vector<Affiliation>{});
    view.set("takes_part", takes_part)
        .set("may_edit", identity::meets(viewer, Needs::lead, visit.scope))
        .set("may_add_people", identity::meets(viewer, Needs::contributor, visit.scope));
    return app::page(
        visit, "network", "org.html", std::move(view),
        {.title = org->name, .description = base::shorten(org->about, 160), .section = "network"});
  });
}

enum class Filling { new_org, change };

Answer form_page(Visit& visit, const OrgRecord& draft, Filling filling, const base::Error* error) {
  return visit.services.db.read([&](store::Reader& reader) -> Answer {
    const bool is_new = filling == Filling::new_org;
    const auto all = tree(reader);
    auto parents = within_reach(visit.viewer, Needs::lead, all);
    // The parent that it has may lie out of reach, such as the host of an ecosystem.
    const auto stored = is_new ? std::nullopt : find_record(reader, draft.id);
    if (const auto* parent = stored ? all.find(stored->parent) : nullptr)
      if (!identity::meets(visit.viewer, Needs::lead, all.workspace_of(parent->id)))
        parents.push_back({parent->id, parent->name});
    std::erase_if(parents, [&](const Choice& c) { return !is_new && c.value == draft.id; });
    const auto known = kinds(reader);
    const auto inputs = org_inputs(draft, known, parents);

    web::View view;
    show_inputs(view, inputs, error);
    const bool is_stale = stored && error != nullptr && error->kind == base::Error::Kind::conflict;
    show_theirs(view, inputs, stored ? org_inputs(*stored, known, parents) : inputs);
    const auto back = is_new ? std::string("/network") : "/orgs/" + draft.id;
    view.set("is_stale", is_stale)
        .set("stale_by", is_stale ? stored->updated_by : "")
        .set("version", is_stale ? stored->version : draft.version)
        .set("action", is_new ? "/orgs/new" : back + "/edit")
        .set("back", back)
        .set("back_name", is_new ? "Network" : org_name(reader, draft.id))
        .set("heading", is_new ? "Add an organisation" : "Edit " + org_name(reader, draft.id))
        .set("standing", "Everybody may read what stands here, without signing in.")
        .set("crumb", is_new ? "New" : "Edit")
        .set("button", is_stale ? "Save mine in place of theirs"
                                : (is_new ? "Add the organisation" : "Save the changes"));
    return app::page(visit, "network", "form.html", std::move(view),
                     {.title = is_new ? "Add an organisation" : "Edit " + draft.name,
                      .status = error != nullptr ? status_of(*error) : 200,
                      .section = "network"});
  });
}

base::Failure out_of_reach() {
  return base::invalid("parent",
                       "Choose something in an ecosystem that you lead. To place an organisation "
                       "elsewhere, or to make an ecosystem, ask the hub.");
}

// GET /orgs/new
Answer new_org(Visit& visit) {
  OrgRecord draft;
  draft.parent = visit.request.query_value("parent");
  if (draft.parent.empty() && !visit.viewer.is_hub()) draft.parent = visit.scope;
  draft.kind = visit.request.query_value("kind");
  return form_page(visit, draft, Filling::new_org, nullptr);
}

// POST /orgs/new
Answer add(Visit& visit) {
  const auto draft = org_draft(visit.form());
  const auto added = visit.services.db.write([&](store::Writer& writer) -> base::Result<OrgRecord> {
    // A new organisation has no id yet; none that exists is called this.
    auto placed = tidied(draft);
    placed.id = "(new)";
    if (!may_place(visit.viewer, placed, tree(writer))) return out_of_reach();
    return add_org(writer, draft, visit.event());
  });
  if (!added) return form_page(visit, draft, Filling::new_org, &added.error());
  return app::redirect_with_notice(visit, "/orgs/" + added->id, added->name + " is added.");
}

// GET /orgs/{id}/edit
Answer edit(Visit& visit) {
  const auto org = visit.services.db.read(
      [&](store::Reader& reader) { return find_record(reader, visit.id()); });
  if (!org) return base::not_found("There is no organisation at this address.");
  return form_page(visit, *org, Filling::change, nullptr);
}

// POST /orgs/{id}/edit
Answer change(Visit& visit) {
  auto draft = org_draft(visit.form());
  draft.id = visit.id();
  const auto changed =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<OrgRecord> {
        if (!may_place(visit.viewer, tidied(draft), tree(writer))) return out_of_reach();
        return change_org(writer, draft, visit.event());
      });
  if (!changed) return form_page(visit, draft, Filling::change, &changed.error());
  return app::redirect_with_notice(visit, "/orgs/" + changed->id, "Saved.");
}

}  // namespace

void org_routes(app::Routes& routes) {
  routes.get("/orgs/new", Needs::lead, scopes::new_org(), new_org);
  routes.post("/orgs/new", Needs::lead, scopes::new_org(), add);
  routes.get("/orgs/{id}", Needs::nothing, scopes::org(), show_org, {.formats = {"json"}});
  routes.get("/orgs/{id}/edit", Needs::lead, scopes::org(), edit);
  routes.post("/orgs/{id}/edit", Needs::lead, scopes::org(), change);
}

}  // namespace enact::network
