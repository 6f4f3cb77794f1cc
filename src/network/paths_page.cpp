// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/form_views.h"
#include "network/introductions.h"
#include "network/kinds.h"
#include "network/network.h"
#include "network/our_ways.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// Of "anyone in such an office" no more are looked at.
constexpr std::size_t kMostPeople = 2'000;

struct Shown {
  web::View view;
  std::string name;
  bool refuses = false;
};

Shown person_view(store::Reader& reader, const std::string& id) {
  const auto person = find_person_record(reader, id);
  std::string role;
  for (const auto& affiliation : affiliations_of(reader, id))
    if (affiliation.is_current() && role.empty())
      role = affiliation.role + ", " + affiliation.org_name;
  Shown shown{
      .view = {}, .name = person ? person->name : id, .refuses = !refusal_of(reader, id).empty()};
  shown.view.set("name", shown.name).set("person_url", "/people/" + id);
  shown.view.set("refuses", shown.refuses).set_maybe("role", role);
  return shown;
}

std::string step_words(const Acquaintance& step) {
  std::string words(words_of(step.strength));
  if (!step.last_contact.empty())
    words += ", last in touch " + base::partial_date_words(step.last_contact);
  return words;
}

// The button with which the first contact is asked, or why there is none.
void show_ask(web::View& view,
              store::Reader& reader,
              const Visit& visit,
              const WarmPath& path,
              const std::vector<std::string>& refuse) {
  const auto way = way_to_ask(path);
  const auto introducer = find_person_record(reader, way.introducer);
  const auto ecosystem = ecosystem_to_ask_for(reader, visit.viewer, path);
  const auto own = person_with_email(reader, visit.viewer.email);
  std::string why_not;
  if (!refuse.empty())
    why_not = base::join(refuse, " and ") + (refuse.size() == 1 ? " does" : " do") +
              " not want to be part of introductions, so nobody is asked along this way.";
  else if (own && *own == way.introducer)
    why_not = "You know them yourself: write to them.";
  else if (const auto day = asked_already(reader, ecosystem, way); !day.empty() && introducer)
    why_not = fmt::format("{} was asked on {}: see Introductions.", introducer->name,
                          base::partial_date_words(day));
  const bool may_ask = why_not.empty() && !ecosystem.empty() && introducer;
  const auto asked = asked_lately(reader, way.introducer, visit.today());
  view.set("may_ask", may_ask)
      .set("ask_name", introducer ? introducer->name : "")
      .set("ask_url",
           fmt::format("/introductions/new?ecosystem={}&by={}&to={}", base::url_encode(ecosystem),
                       base::url_encode(way.introducer), base::url_encode(way.target)))
      .set("asked", words_of(asked))
      .set("is_often", asked.is_often());
  view.set_maybe("why_not", ecosystem.empty() ? "" : why_not);
}

web::View path_view(store::Reader& reader, const Visit& visit, const WarmPath& path) {
  std::vector<web::View> people;
  std::vector<std::string> refuse;
  const auto add = [&](const std::string& id, const std::string& how) {
    auto shown = person_view(reader, id);
    // Who only knows the first contact is not part of what is asked.
    if (shown.refuses && (!people.empty() || path.degree() == 1)) refuse.push_back(shown.name);
    shown.view.set("is_first", people.empty()).set("how", how);
    people.push_back(std::move(shown.view));
  };
  add(path.steps.front().from, "");
  for (const auto& step : path.steps) add(step.to, step_words(step));
  web::View view;
  view.set("people", std::move(people))
      .set("degree", path.degree() == 1
                         ? "Directly"
                         : fmt::format("Over {}", base::counted(std::ssize(path.steps) - 1,
                                                                "person", "people")));
  show_ask(view, reader, visit, path, refuse);
  return view;
}

// Whom or what the ways are to lead to.
struct Goal {
  std::string name;
  std::string url;
  std::string paths_url;
  std::string section_name = "Network";
  std::string section_url = "/network";
  std::vector<std::string> people;
  std::string nobody;  // what is said where nobody is on record there
};

Filled filled(store::Reader& reader, const Visit& visit, const Goal& goal, web::View view) {
  const auto found = our_ways(reader, visit.viewer, goal.people, visit.today());
  std::vector<web::View> paths;
  for (const auto& path : found.paths) paths.push_back(path_view(reader, visit, path));
  view.set("name", goal.name)
      .set("url", goal.url)
      .set("paths_url", goal.paths_url)
      .set("section_name", goal.section_name)
      .set("section_url", goal.section_url)
      .set("is_ours", found.are_ours)
      .set("is_unknown", goal.people.empty())
      .set("nobody", goal.nobody);
  view.set_list("paths", std::move(paths));
  return {"paths.html",
          std::move(view),
          {.title = "Who can introduce us to " + goal.name + "?", .section = "network"}};
}

std::optional<Goal> goal_of(store::Reader& reader, const Visit& visit, Thing thing) {
  Goal goal;
  if (thing == Thing::person) {
    const auto person = find_person_record(reader, visit.id());
    if (!person) return std::nullopt;
    goal = {.name = person->name,
            .url = "/people/" + person->id,
            .paths_url = {},
            .section_name = "People",
            .section_url = "/people",
            .people = {person->id},
            .nobody = {}};
  } else {
    const auto org = find_org(reader, visit.id());
    if (!org) return std::nullopt;
    goal = {.name = org->name,
            .url = "/orgs/" + org->id,
            .paths_url = {},
            .people = people_at(reader, org->id),
            .nobody = fmt::format("Nobody at {} is on record, so no way can lead there. Add whom "
                                  "you know of.",
                                  org->name)};
  }
  goal.paths_url = goal.url + "/paths";
  return goal;
}

// GET /people/{id}/paths, /orgs/{id}/paths
template <Thing thing>
Answer show_paths(Visit& visit) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto goal = goal_of(reader, visit, thing);
    if (!goal) return base::not_found("There is nothing on record at this address.");
    web::View view;
    view.set("is_any", false);
    return filled(reader, visit, *goal, std::move(view));
  }));
}

std::string any_words(const AnyOffice& office, const std::string& kind_label) {
  auto words = "anyone at an organization of the kind " + kind_label;
  if (office.kind == "admissions-office") words = "anyone in an admissions office";
  return office.state.empty() ? words : words + " in " + office.state;
}

AnyOffice office_asked_for(const Visit& visit) {
  AnyOffice office{one_line(visit.request.query_value("kind")),
                   one_line(visit.request.query_value("state"))};
  if (office.kind.empty()) office.kind = "admissions-office";
  std::transform(office.state.begin(), office.state.end(), office.state.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
  return office;
}

// GET /network/paths?kind=admissions-office&state=PA
Answer show_paths_to_any(Visit& visit) {
  const auto office = office_asked_for(visit);
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    std::vector<web::View> choices;
    std::string label;
    for (const auto& kind : kinds(reader)) {
      if (kind.id == office.kind) label = kind.label;
      auto& choice = choices.emplace_back();
      choice.set("choice", kind.id)
          .set("choice_label", kind.label)
          .set("is_chosen", kind.id == office.kind);
    }
    if (label.empty()) return base::not_found("The network has no such kind of organization.");
    const auto orgs = count_of(reader, office);
    Goal goal{.name = any_words(office, label),
              .url = "/network",
              .paths_url = "/network/paths",
              .people = people_at_any(reader, office, kMostPeople),
              .nobody = {}};
    goal.nobody =
        fmt::format("{} of this kind {} on record{}, and nobody there. Add whom you know of.",
                    base::counted(static_cast<long long>(orgs), "organization", "organizations"),
                    orgs == 1 ? "is" : "are", office.state.empty() ? "" : " in " + office.state);
    web::View view;
    view.set("is_any", true).set("kinds", std::move(choices)).set("state", office.state);
    return filled(reader, visit, goal, std::move(view));
  }));
}

}  // namespace

void paths_routes(app::Routes& routes) {
  // Who may read the people of their own ecosystem may ask whom those know.
  routes.get("/network/paths", Needs::signed_in, show_paths_to_any);
  routes.get("/orgs/{id}/paths", Needs::signed_in, show_paths<Thing::organization>);
  routes.get("/people/{id}/paths", Needs::participant, scopes::person(Needs::participant),
             show_paths<Thing::person>);
}

}  // namespace enact::network
