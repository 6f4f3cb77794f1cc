// SPDX-License-Identifier: Apache-2.0
#include "network/forms.h"
#include "network/kinds.h"
#include "network/network.h"
#include "network/org_choice.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

enum class Filling { new_org, change };

Answer form_page(Visit& visit,
                 const OrgRecord& draft,
                 const OrgField* posted,
                 Filling filling,
                 const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const bool is_new = filling == Filling::new_org;
    const auto stored = is_new ? std::nullopt : find_record(reader, draft.id);
    const auto known = kinds(reader);
    const auto inputs =
        org_inputs(draft, known, posted != nullptr ? *posted : org_field(reader, draft.parent));
    const auto theirs =
        stored ? org_inputs(*stored, known, org_field(reader, stored->parent)) : inputs;

    web::View view;
    show_inputs(view, inputs, error);
    const bool is_stale = stored && error != nullptr && error->kind == base::Error::Kind::conflict;
    show_theirs(view, inputs, theirs);
    const auto back = is_new ? std::string("/network") : "/orgs/" + draft.id;
    view.set("is_stale", is_stale)
        .set("stale_by", is_stale ? name_or_somebody(stored->updated_by) : "")
        .set("version", is_stale ? stored->version : draft.version)
        .set("action", is_new ? "/orgs/new" : back + "/edit")
        .set("back", back)
        .set("back_name", is_new ? "Network" : org_name(reader, draft.id))
        .set("heading", is_new ? "Add an organization" : "Edit " + org_name(reader, draft.id))
        .set("standing", "Everybody may read what stands here, without signing in.")
        .set("crumb", is_new ? "New" : "Edit")
        .set("button", is_stale ? "Save mine in place of theirs"
                                : (is_new ? "Add the organization" : "Save the changes"));
    return Filled{"form.html",
                  std::move(view),
                  {.title = is_new ? "Add an organization" : "Edit " + draft.name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

base::Failure out_of_reach() {
  return base::invalid("parent",
                       "Choose something in an ecosystem that you lead. To place an organization "
                       "elsewhere, or to make an ecosystem, ask the hub.");
}

// GET /orgs/new
Answer new_org(Visit& visit) {
  OrgRecord draft;
  draft.parent = visit.request.query_value("parent");
  if (draft.parent.empty() && !visit.viewer.is_hub()) draft.parent = visit.scope;
  draft.kind = visit.request.query_value("kind");
  return form_page(visit, draft, nullptr, Filling::new_org, nullptr);
}

// POST /orgs/new
Answer add(Visit& visit, Directory& directory) {
  auto draft = org_draft(visit.form());
  const auto parent = posted_org(visit, directory, "parent", Needs::lead);
  draft.parent = parent.id;
  const auto added = visit.services.db.write([&](store::Writer& writer) -> base::Result<OrgRecord> {
    if (parent.is_open()) return open_field("parent", parent);
    // A new organization has no id yet; none that exists is called this.
    auto placed = tidied(draft);
    placed.id = "(new)";
    if (!may_place(writer, visit.viewer, placed)) return out_of_reach();
    return add_org(writer, draft, visit.event());
  });
  if (!added) return form_page(visit, draft, &parent, Filling::new_org, &added.error());
  return app::redirect_with_notice(visit, "/orgs/" + added->id, added->name + " is added.");
}

// GET /orgs/{id}/edit
Answer edit(Visit& visit) {
  const auto org = visit.services.db.read(
      [&](store::Reader& reader) { return find_record(reader, visit.id()); });
  if (!org) return base::not_found("There is no organization at this address.");
  return form_page(visit, *org, nullptr, Filling::change, nullptr);
}

// POST /orgs/{id}/edit
Answer change(Visit& visit, Directory& directory) {
  auto draft = org_draft(visit.form());
  draft.id = visit.id();
  const auto parent = posted_org(visit, directory, "parent", Needs::lead);
  draft.parent = parent.id;
  const auto changed =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<OrgRecord> {
        if (parent.is_open()) return open_field("parent", parent);
        if (!may_place(writer, visit.viewer, tidied(draft))) return out_of_reach();
        return change_org(writer, draft, visit.event());
      });
  if (!changed) return form_page(visit, draft, &parent, Filling::change, &changed.error());
  return app::redirect_with_notice(visit, "/orgs/" + changed->id, "Saved.");
}

}  // namespace

void org_form_routes(app::Routes& routes, const SharedDirectory& directory) {
  routes.get("/orgs/new", Needs::lead, scopes::new_org(), new_org);
  routes.post("/orgs/new", Needs::lead, scopes::new_org(), with(directory, add));
  routes.get("/orgs/{id}/edit", Needs::lead, scopes::org(), edit);
  routes.post("/orgs/{id}/edit", Needs::lead, scopes::org(), with(directory, change));
}

}  // namespace enact::network
