// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/network.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/scopes.h"
#include "network/warm_paths.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// Everybody who is at one of the ecosystems in which the viewer takes part.
std::vector<std::string> ours(store::Reader& reader, const Visit& visit) {
  std::set<std::string> people;
  auto workspaces = visit.viewer.workspaces();
  if (visit.viewer.is_hub())
    for (const auto& ecosystem : ecosystems(reader)) workspaces.push_back(ecosystem.id);
  for (const auto& workspace : workspaces)
    for (auto& person : people_at(reader, workspace)) people.insert(std::move(person));
  return {people.begin(), people.end()};
}

web::View person_view(store::Reader& reader, const std::string& id) {
  const auto person = find_person_record(reader, id);
  const auto history = permissions_of(reader, id);
  const auto* said = standing_on(history, Channel::introduction);
  std::string role;
  for (const auto& affiliation : affiliations_of(reader, id))
    if (affiliation.is_current() && role.empty())
      role = affiliation.role + ", " + affiliation.org_name;
  web::View view;
  view.set("name", person ? person->name : id).set("person_url", "/people/" + id);
  view.set("refuses", said != nullptr && said->answer == Permission::Answer::no);
  view.set_maybe("role", role);
  return view;
}

std::string step_words(const Acquaintance& step) {
  std::string words(words_of(step.strength));
  if (!step.last_contact.empty())
    words += ", last in touch " + base::partial_date_words(step.last_contact);
  return words;
}

web::View path_view(store::Reader& reader, const WarmPath& path) {
  std::vector<web::View> people;
  people.push_back(person_view(reader, path.steps.front().from));
  people.back().set("is_first", true).set("how", "");
  for (const auto& step : path.steps) {
    people.push_back(person_view(reader, step.to));
    people.back().set("is_first", false).set("how", step_words(step));
  }
  const auto degree = path.degree();
  web::View view;
  view.set("people", std::move(people))
      .set("degree", degree == 1 ? "Directly"
                                 : fmt::format("Over {}", base::counted(std::ssize(path.steps) - 1,
                                                                        "person", "people")));
  return view;
}

struct Target {
  std::string name;
  std::string url;
  std::vector<std::string> people;
};

std::optional<Target> target(store::Reader& reader, const Visit& visit, Thing thing) {
  if (thing == Thing::person) {
    const auto person = find_person_record(reader, visit.id());
    if (!person) return std::nullopt;
    return Target{person->name, "/people/" + person->id, {person->id}};
  }
  const auto org = find_org(reader, visit.id());
  if (!org) return std::nullopt;
  return Target{org->name, "/orgs/" + org->id, people_at(reader, org->id)};
}

// GET /people/{id}/paths, /orgs/{id}/paths
template <Thing thing>
Answer show_paths(Visit& visit) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto to = target(reader, visit, thing);
    if (!to) return base::not_found("There is nothing on record at this address.");
    auto from = ours(reader, visit);
    const auto is_theirs = [&](const std::string& person) {
      return std::find(to->people.begin(), to->people.end(), person) != to->people.end();
    };
    const bool is_ours = std::any_of(from.begin(), from.end(), is_theirs);
    std::erase_if(from, is_theirs);
    const auto found = warm_paths(reader,
                                  {.from = from,
                                   .to = to->people,
                                   .viewer = visit.viewer.user_id,
                                   .workspaces = visit.viewer.workspaces(),
                                   .everywhere = visit.viewer.is_hub()},
                                  visit.today());
    std::vector<web::View> paths;
    for (const auto& path : found) paths.push_back(path_view(reader, path));
    web::View view;
    view.set("name", to->name)
        .set("url", to->url)
        .set("section_name", thing == Thing::person ? "People" : "Network")
        .set("section_url", thing == Thing::person ? "/people" : "/network")
        .set("is_ours", is_ours)
        .set("is_unknown", to->people.empty())
        .set_list("paths", std::move(paths));
    return Filled{"paths.html",
                  std::move(view),
                  {.title = "Who can introduce us to " + to->name + "?", .section = "network"}};
  }));
}

}  // namespace

void paths_routes(app::Routes& routes) {
  // Who may read the people of their own ecosystem may ask whom those know.
  routes.get("/orgs/{id}/paths", Needs::signed_in, show_paths<Thing::organization>);
  routes.get("/people/{id}/paths", Needs::participant, scopes::person(Needs::participant),
             show_paths<Thing::person>);
}

}  // namespace enact::network
