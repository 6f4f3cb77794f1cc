// SPDX-License-Identifier: Apache-2.0
//
// Walks every route as every role, on an object of one's own ecosystem and on a foreign one. What
// a route asks stands in its line; this test holds the answer to that, and fails on a route that
// states nothing or whose object it does not know how to make.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "admissions/commitments.h"
#include "admissions/institution.h"
#include "admissions/lists.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/invitations.h"
#include "identity/role.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "network/affiliations.h"
#include "network/duplicates.h"
#include "network/fundings.h"
#include "network/introductions.h"
#include "network/links.h"
#include "network/merges.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/sites.h"
#include "outreach/shortlist.h"
#include "playbook/copies.h"
#include "playbook/run_evidence.h"
#include "playbook/run_involved.h"
#include "playbook/runs.h"
#include "programs/matches.h"
#include "programs/needs.h"
#include "programs/plans.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact {
namespace {

using support::Browser;
using support::Program;
using support::World;
using web::Needs;

constexpr const char* kOwn = "lakeside";

// Objects of Lakeside, by the address that they are part of.
struct Objects {
  std::string run, evidence, involved, copy, person, affiliation, link, org_link, candidate, grant;
  std::string invitation, import, introduction;
  std::string commitment, process_note, plan, prospects;
  std::string goal, step, need, asset, match;
  std::string duplicate, merge, mapping;
  std::string site, funding;
};

template <class T>
T must(base::Result<T> result) {
  if (!result) throw std::logic_error(result.error().message);
  return *std::move(result);
}

void must(const base::Result<void>& result) {
  if (!result) throw std::logic_error(result.error().message);
}

// Four records of one name, two of which became one.
std::string make_merge(Program& program, const World& world) {
  auto by = program.by("Ana");
  by.actor = world.ana;
  by.org = kOwn;
  const auto merge = program.db().write([&](store::Writer& writer) {
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i) {
      network::OrgRecord org;
      org.name = "Lake Laboratory";
      org.kind = "pcsp";
      org.parent = kOwn;
      org.url = "https://lab.example.org";
      ids.push_back(must(network::add_org(writer, org, by)).id);
    }
    return must(network::merge_records(writer, program.services().references,
                                       {.kept = ids[0], .merged = ids[1], .choices = {}}, by))
        .id;
  });
  network::look_for_duplicates(program.db(), network::Thing::organization, program.clock().now());
  return merge;
}

Objects make_objects(Program& program, const World& world) {
  imports::NewImport file{.org = kOwn, .file_name = "people.csv", .mapping = {}};
  file.mapping.target = "people";
  const auto import = must(imports::begin_import(program.db(), file, "name\nJo\n",
                                                 {world.ana, "Ana", program.clock().now()}));
  const auto merge = make_merge(program, world);
  const auto duplicate = program.db().read([&](store::Reader& reader) {
    return network::duplicates(reader, {.thing = network::Thing::organization}, 0, 1).at(0).id;
  });
  return program.db().write([&](store::Writer& writer) {
    Objects objects;
    objects.merge = merge;
    objects.duplicate = duplicate;
    objects.import = import;
    imports::Mapping mapping;
    mapping.name = "Our list";
    mapping.target = "people";
    auto saving = program.by("Ana");
    must(imports::save_mapping(writer, kOwn, mapping, saving));
    objects.mapping = imports::saved_mappings(writer, kOwn).front().id;
    auto by = program.by("Ana");
    by.actor = world.ana;
    by.org = kOwn;
    objects.run =
        must(playbook::enact_play(writer, {.play = "plays/1-1", .workspace = kOwn}, by)).id;
    must(playbook::add_evidence(writer, objects.run,
                                playbook::AddLink{"Notes", "https://example.org/notes"}, by));
    objects.evidence = playbook::run_evidence(writer, objects.run).front().id;
    must(playbook::involve(writer, objects.run,
                           {.kind = playbook::InvolvedKind::person, .name = "Jo", .part = "chair"},
                           by));
    objects.involved = playbook::involved_in(writer, objects.run).front().id;
    objects.copy = must(playbook::take_copy(writer, "toolkit/short-ask", kOwn, by)).id;
    network::PersonRecord record;
    record.name = "Jo";
    objects.person = must(network::add_person(writer, record, by)).id;
    network::Affiliation place;
    place.person = objects.person;
    place.org = kOwn;
    place.role = "Chair";
    objects.affiliation = must(network::begin_affiliation(writer, place, by)).id;
    network::Link link;
    link.from = {network::Thing::organization, kOwn};
    link.to = {network::Thing::organization, "lakeside-foundation"};
    link.kind = network::LinkKind::funds;
    link.workspace = kOwn;
    objects.org_link = must(network::note_link(writer, link, by)).id;
    objects.site = must(network::note_site(writer, {.site = {.org = kOwn, .name = "Hall"}}, by)).id;
    objects.funding =
        must(network::note_funding(writer, {.org = kOwn, .funder_name = "A fund"}, by)).id;
    record.name = "Kim";
    link.from = {network::Thing::person, objects.person};
    link.to = {network::Thing::person, must(network::add_person(writer, record, by)).id};
    link.kind = network::LinkKind::knows;
    objects.link = must(network::note_link(writer, link, by)).id;
    objects.introduction =
        must(network::ask_for_introduction(
                 writer, program.services(),
                 {.workspace = kOwn,
                  .way = {.introducer = objects.person, .via = {}, .target = link.to.id},
                  .asked_by = network::Introduction::AskedBy::told,
                  .subject = {},
                  .text = {},
                  .asker_email = {}},
                 by))
            .id;
    objects.candidate = must(outreach::add_candidate(writer, kOwn, "robotics-club", by)).id;
    objects.commitment =
        must(admissions::add_commitment(writer, {.workspace = kOwn, .org = kOwn, .kind = "flag"},
                                        {.said_on = by.at.day().iso()}, by))
            .id;
    must(admissions::note_process(
        writer,
        {.workspace = kOwn, .org = kOwn, .words = "Read twice.", .source = "Jo", .as_of = "2026"},
        by));
    objects.process_note = admissions::notes_at(writer, kOwn, kOwn).front().id;
    must(admissions::plan_next(writer, {.workspace = kOwn, .org = kOwn, .what = "Call"}, by));
    objects.plan = admissions::plans_at(writer, kOwn, kOwn).front().id;
    objects.prospects =
        must(admissions::make_list(writer, {.workspace = kOwn, .name = "Happy hour"}, by)).id;
    const programs::Whose club{kOwn, "robotics-club", "Robotics Club"};
    must(programs::add_goal(writer, club, "More students", by));
    must(programs::add_step(writer, club, {.title = "Find a lab"}, by));
    const auto whole = *programs::whole_plan(writer, kOwn, "robotics-club");
    objects.goal = whole.goals.front().id;
    objects.step = whole.steps.front().id;
    objects.need = must(programs::note_need(writer,
                                            {.workspace = kOwn,
                                             .program = "robotics-club",
                                             .kind = programs::Kind::space,
                                             .what = "A lab"},
                                            by))
                       .id;
    objects.asset = must(programs::add_asset(writer,
                                             {.workspace = kOwn,
                                              .kind = programs::Kind::space,
                                              .what = "Wet lab",
                                              .offered_by = "The works"},
                                             by))
                        .id;
    objects.match = must(programs::offer(writer, {objects.need, objects.asset}, by)).id;
    objects.invitation =
        must(identity::invite(writer, "new@example.org",
                              {.role = identity::Role::member, .org = kOwn, .workspace = kOwn}, by))
            .invitation.id;
    for (const auto& held : identity::held_roles(writer, kOwn))
      if (held.user_id == world.ben) objects.grant = held.id;
    return objects;
  });
}

// The address of a pattern with Lakeside's objects in its places; empty where one is unknown.
std::string address_for(const std::string& pattern, const Objects& objects, const World& world) {
  const std::map<std::string, std::string> ids{
      {"/runs/", objects.run},
      {"/copies/", objects.copy},
      {"/imports/", objects.import},
      {"/imports/mappings/", objects.mapping},
      {"/people/", objects.person},
      {"/orgs/", kOwn},
      {"/network/duplicates/", objects.duplicate},
      {"/network/merges/", objects.merge},
      {"/introductions/", objects.introduction},
      {"/strategies/", "1"},
      {"/plays/", "1-1"},
      {"/vignettes/", "first-list"},
      {"/toolkit/", "short-ask"},
      {"/definitions/", "pcsp"},
      {"/about/", "privacy"},
      {"/account/sessions/", "none"},
      {"/hsds/services/", "none"},
      {"/hsds/organizations/", "none"},
      {"/network/fields/", "hours"},
      {"/shortlist/candidates/", objects.candidate},
      {"/commitments/", objects.commitment},
      {"/admissions/notes/", objects.process_note},
      {"/admissions/plans/", objects.plan},
      {"/prospects/", objects.prospects},
      {"/support/programs/", "robotics-club"},
      {"/support/goals/", objects.goal},
      {"/support/steps/", objects.step},
      {"/support/needs/", objects.need},
      {"/support/offers/", objects.match},
      {"/support/assets/", objects.asset},
      {"/people-with-access/roles/", objects.grant},
      {"/people-with-access/users/", world.ben},
      {"/people-with-access/invitations/", objects.invitation}};
  std::string id;
  std::size_t longest = 0;
  for (const auto& [start, value] : ids)
    if (pattern.starts_with(start) && start.size() > longest) id = value, longest = start.size();

  const std::map<std::string, std::string> others{
      {"{evidence}", objects.evidence},
      {"{involved}", objects.involved},
      {"{position}", "1"},
      {"{token}", "nonsense"},
      {"{digest}", "0"},
      {"{name}", "enact.css"},
      {"{folder}", "plays"},
      {"{slug}", "1-1"},
      {"{number}", "1"},
      {"{kind}", "play"},
      {"{workspace}", kOwn},
      {"{affiliation}", objects.affiliation},
      {"{link}", pattern.starts_with("/orgs/") ? objects.org_link : objects.link},
      {"{site}", objects.site},
      {"{funding}", objects.funding},
      {"{id}", id}};
  std::string address = pattern;
  for (const auto& [place, value] : others) {
    if (address.find(place) == std::string::npos) continue;
    if (value.empty()) return {};
    address = base::replace_all(std::move(address), place, value);
  }
  return address.find('{') == std::string::npos ? address : std::string();
}

struct Asker {
  std::string name;
  std::string user;  // empty: a visitor
  identity::Viewer viewer;
};

std::vector<Asker> askers(Program& program, const World& world) {
  const std::vector<std::pair<std::string, std::string>> users{
      {"a visitor", ""},
      {"the lead of the ecosystem", world.ana},
      {"a member of the ecosystem", world.ben},
      {"a program lead of the ecosystem", world.cleo},
      {"the lead of another ecosystem", world.dan},
      {"the hub", world.hana},
      {"a reviewer", world.rui},
      {"a researcher", world.rosa},
      {"an admissions partner of another ecosystem", world.ada}};
  std::vector<Asker> all;
  for (const auto& [name, user] : users) {
    Asker asker{.name = name, .user = user, .viewer = {}};
    if (!user.empty()) {
      asker.viewer.user_id = user;
      program.db().read([&](store::Reader& reader) {
        for (const auto& held : identity::roles_of(reader, user)) {
          identity::Grant grant = held;
          if (!grant.org.empty())
            grant.workspace = program.services().workspace_of(reader, grant.org);
          asker.viewer.grants.push_back(grant);
        }
      });
    }
    all.push_back(std::move(asker));
  }
  return all;
}

int status_for(Program& program,
               const web::Route& route,
               const std::string& address,
               const Asker& asker) {
  Browser browser(program);
  if (!asker.user.empty()) browser.sign_in_as(asker.user);
  if (route.method == web::Method::get) {
    const std::string asked = "?ecosystem=lakeside&workspace=lakeside&org=lakeside&parent=lakeside";
    return browser.get(route.scope.empty() ? address : address + asked).status;
  }
  return browser
      .post(address, {{"ecosystem", kOwn}, {"workspace", kOwn}, {"org", kOwn}, {"parent", kOwn}})
      .status;
}

// New records are offered in one's own ecosystem, whatever the address asked for; what must not
// happen is that they arise in another's.
bool is_for_new_records(const web::Route& route) {
  return route.pattern == "/orgs/new" || route.pattern == "/people/new";
}

bool expected_to_open(const web::Route& route, const Asker& asker) {
  if (is_for_new_records(route)) {
    for (const auto& own : asker.viewer.workspaces())
      if (identity::meets(asker.viewer, route.needs, own)) return true;
  }
  return identity::meets(asker.viewer, route.needs, route.scope.empty() ? "" : kOwn);
}

class Permissions : public testing::TestWithParam<std::size_t> {};

const std::vector<web::Route>& all_routes() {
  static Program program;
  return program.router().routes();
}

TEST_P(Permissions, AreWhatTheRouteSays) {
  Program program;
  const auto world = support::make_world(program);
  const auto objects = make_objects(program, world);
  const auto& route = program.router().routes()[GetParam()];
  ASSERT_NE(route.needs, Needs::unstated) << route.pattern << " states no permission";
  const auto address = address_for(route.pattern, objects, world);
  ASSERT_FALSE(address.empty()) << route.pattern << ": this test has no object for it";

  // Those who may not come first, since those who may can take the object away.
  auto everybody = askers(program, world);
  std::stable_partition(everybody.begin(), everybody.end(),
                        [&](const Asker& asker) { return !expected_to_open(route, asker); });
  for (const auto& asker : everybody) {
    const int status = status_for(program, route, address, asker);
    EXPECT_LT(status, 500) << route.pattern << " breaks for " << asker.name;
    if (expected_to_open(route, asker)) {
      EXPECT_NE(status, 403) << route.pattern << " is closed to " << asker.name;
      if (!identity::meets(asker.viewer, route.needs, route.scope.empty() ? "" : kOwn)) {
        EXPECT_NE(status, 303) << route.pattern << " makes a record in another's ecosystem";
      }
    } else if (asker.user.empty() && route.method == web::Method::get) {
      EXPECT_EQ(status, 303) << route.pattern << " does not ask " << asker.name << " to sign in";
    } else {
      EXPECT_EQ(status, 403) << route.pattern << " is open to " << asker.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EveryRoute,
                         Permissions,
                         testing::Range<std::size_t>(0, all_routes().size()),
                         [](const auto& tested) {
                           const auto& route = all_routes()[tested.param];
                           std::string name = route.method == web::Method::get ? "Get" : "Post";
                           for (char c : route.pattern) name += std::isalnum(c) != 0 ? c : '_';
                           return name;
                         });

TEST(Overviews, ShowNoRunsOfAForeignEcosystem) {
  Program program;
  const auto world = support::make_world(program);
  for (const std::string page : {"/", "/month", "/board", "/timeline"}) {
    Browser browser(program);
    browser.sign_in_as(world.dan);
    EXPECT_EQ(browser.get(page + "?ecosystem=lakeside").status, 403) << page;
    EXPECT_EQ(browser.get(page + "?ecosystem=hillside").status, 200) << page;
  }
}

TEST(FormToken, IsAskedOfEverySignedInForm) {
  Program program;
  const auto world = support::make_world(program);
  const auto objects = make_objects(program, world);
  for (const auto& route : program.router().routes()) {
    if (route.method != web::Method::post || route.needs == Needs::nothing) continue;
    const auto address = address_for(route.pattern, objects, world);
    Browser browser(program);
    browser.sign_in_as(world.hana);
    const auto response = browser.post_without_token(
        address, {{"workspace", kOwn}, {"ecosystem", kOwn}, {"org", kOwn}});
    EXPECT_EQ(response.status, 403) << route.pattern << " takes a form without its token";
  }
}

}  // namespace
}  // namespace enact
