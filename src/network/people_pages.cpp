// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include "network/affiliations.h"
#include "network/cards.h"
#include "network/directory_request.h"
#include "network/directory_view.h"
#include "network/forms.h"
#include "network/network.h"
#include "network/org_choice.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/person_pages.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What somebody is now, where the viewer takes part.
std::vector<web::View> roles_of(store::Reader& reader,
                                const identity::Viewer& viewer,
                                const std::string& person) {
  std::vector<web::View> roles;
  const auto own = viewer.workspaces();
  const auto is_in_sight = [&](const Affiliation& affiliation) {
    return viewer.is_hub() ||
           std::find(own.begin(), own.end(), workspace_of(reader, affiliation.org)) != own.end();
  };
  for (const auto& affiliation : affiliations_of(reader, person)) {
    if (!affiliation.is_current() || !is_in_sight(affiliation)) continue;
    roles.emplace_back()
        .set("role", affiliation.role)
        .set("org", affiliation.org_name)
        .set("org_url", "/orgs/" + affiliation.org);
  }
  return roles;
}

std::vector<web::View> rows_of(store::Reader& reader,
                               const identity::Viewer& viewer,
                               const DirectoryAnswer& answer) {
  std::vector<web::View> rows;
  for (const auto& ref : answer.page) {
    const auto person = find_person_record(reader, ref.id);
    if (!person) continue;
    auto& row = rows.emplace_back();
    row.set("name", person->name).set("url", "/people/" + person->id);
    row.set("is_make_believe", person->make_believe);
    row.set_list("roles", roles_of(reader, viewer, person->id));
    row.set_maybe("email", person->email).set_maybe("phone", person->phone);
  }
  return rows;
}

// GET /people.vcf: those whom the page goes through.
Answer show_cards(Visit& visit, Directory& directory, DirectoryRequest request) {
  constexpr std::size_t kMostCards = 2'000;
  request.page = 1;
  auto& db = visit.services.db;
  const auto answer = directory.find(db, question_of(request, sight_of(visit.viewer), kMostCards));
  std::vector<Card> cards;
  db.read([&](store::Reader& reader) {
    for (const auto& ref : answer.page)
      if (auto card = card_of_person(reader, ref.id, visit.services.config.public_url))
        cards.push_back(*std::move(card));
  });
  return cards_response(visit, cards, "people.vcf");
}

// GET /people
Answer show_people(Visit& visit, Directory& directory) {
  auto& db = visit.services.db;
  const auto request = directory_request(visit, "/people");
  if (visit.request.format == "vcf") return show_cards(visit, directory, request);
  const auto answer =
      directory.find(db, question_of(request, sight_of(visit.viewer), kEntriesOfPage));
  return show(visit, db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto& viewer = visit.viewer;
    web::View view;
    show_directory(view, reader, request, answer, {Facet::ecosystem, Facet::state, Facet::changed});
    view.set_list("rows", rows_of(reader, viewer, answer));
    view.set("words_label", "Name")
        .set("standing", viewer.is_hub() ? "The hub sees everybody on record."
                                         : "You see those of the ecosystems that you take part in.")
        .set("is_nobody", request.is_empty() && answer.total == 0)
        .set("has_downloads", false)
        .set("cards", request.address(".vcf"))
        .set("may_add", viewer.is_hub() || viewer.has(identity::Role::ecosystem_lead) ||
                            viewer.has(identity::Role::member));
    return Filled{"people.html", std::move(view), {.title = "People", .section = "network"}};
  }));
}

Answer new_page(Visit& visit,
                const PersonRecord& person,
                const Affiliation& affiliation,
                const OrgField* posted,
                const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    auto inputs = person_inputs(person);
    const auto org = posted != nullptr ? *posted : org_field(reader, affiliation.org);
    for (auto& input : affiliation_inputs(affiliation, org)) inputs.push_back(std::move(input));
    web::View view;
    show_inputs(view, inputs, error);
    show_theirs(view, {}, {});
    view.set("is_stale", false)
        .set("stale_by", "")
        .set("version", "0")
        .set("action", "/people/new")
        .set("back", "/people")
        .set("back_name", "People")
        .set("heading", "Add a person")
        .set("standing", "Read by those who take part in the ecosystem only.")
        .set("crumb", "New")
        .set("button", "Add the person");
    return Filled{"form.html",
                  std::move(view),
                  {.title = "Add a person",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /people/new
Answer new_person(Visit& visit) {
  Affiliation affiliation;
  affiliation.org = visit.request.query_value("org");
  if (affiliation.org.empty() && !visit.viewer.is_hub()) affiliation.org = visit.scope;
  return new_page(visit, {}, affiliation, nullptr, nullptr);
}

// POST /people/new
Answer add(Visit& visit, Directory& directory) {
  auto person = person_draft(visit.form());
  person.make_believe = visit.services.config.demo;
  auto affiliation = affiliation_draft(visit.form());
  const auto org = posted_org(visit, directory, "org", Needs::contributor);
  affiliation.org = org.id;
  const auto added =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<PersonRecord> {
        if (org.is_open()) return open_field("org", org);
        if (auto reach = check_reach(writer, visit, affiliation); !reach)
          return tl::unexpected(reach.error());
        // Both halves of the form are judged before anything is said of either.
        auto faults = faults_of(tidied(person));
        for (auto& fault : faults_of(tidied(affiliation))) faults.push_back(std::move(fault));
        if (!faults.empty()) return base::invalid(std::move(faults));
        auto by = visit.event();
        by.org = workspace_of(writer, affiliation.org);
        auto saved = add_person(writer, person, by);
        if (!saved) return saved;
        auto begun = affiliation;
        begun.person = saved->id;
        const auto done = begin_affiliation(writer, begun, visit.event());
        if (!done) return tl::unexpected(done.error());
        return saved;
      });
  if (!added) return new_page(visit, person, affiliation, &org, &added.error());
  return app::redirect_with_notice(visit, "/people/" + added->id, added->name + " is added.");
}

}  // namespace

base::Result<void> check_reach(store::Reader& reader,
                               const app::Visit& visit,
                               const Affiliation& affiliation) {
  if (affiliation.org.empty()) return {};
  if (!identity::meets(visit.viewer, Needs::contributor, workspace_of(reader, affiliation.org)))
    return base::invalid("org",
                         "Choose an organization in an ecosystem that you work for. People "
                         "elsewhere are added there, or by the hub.");
  return {};
}

void people_routes(app::Routes& routes, const SharedDirectory& directory) {
  routes.get("/people", Needs::signed_in, with(directory, show_people), {.formats = {"vcf"}});
  routes.get("/people/new", Needs::contributor, scopes::new_person(), new_person);
  routes.post("/people/new", Needs::contributor, scopes::new_person(), with(directory, add));
  person_routes(routes, directory);
}

}  // namespace enact::network
