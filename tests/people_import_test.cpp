// SPDX-License-Identifier: Apache-2.0
// Lists of people come into the directory with where they work, are matched to who is there, and go
// out of it again as if they had never come. No list speaks for what people said themselves.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/assets.h"
#include "base/csv.h"
#include "base/text.h"
#include "identity/assets.h"
#include "imports/assets.h"
#include "imports/committing.h"
#include "imports/deciding.h"
#include "imports/guess.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/planning.h"
#include "imports/rows.h"
#include "network/affiliations.h"
#include "network/assets.h"
#include "network/facts.h"
#include "network/fields.h"
#include "network/links.h"
#include "network/network.h"
#include "network/org_target.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/person_target.h"
#include "support/database.h"

namespace enact {
namespace {

using imports::Action;
using imports::State;
using network::Thing;
using testing::HasSubstr;

// Two ecosystems with an organization each, and a hub above them.
struct Directory {
  template <class Work>
  auto read(Work work) {
    return db->read(work);
  }
  template <class Work>
  auto write(Work work) {
    return db->write(work);
  }

  explicit Directory(support::Backend backend)
      : db(backend,
           {.rooms = {{"identity", identity::assets()},
                      {"app", app::assets()},
                      {"imports", imports::assets()},
                      {"network", network::assets()}}}) {
    write([&](store::Writer& writer) {
      return network::import_orgs(writer,
                                  "id,name,kind,parent\n"
                                  "lakeside,Lakeside,ecosystem,\n"
                                  "robots,Robots,pcsp,lakeside\n"
                                  "stars,Star Lab,pcsp,lakeside\n"
                                  "hillside,Hillside,ecosystem,\n"
                                  "caves,Caves,pcsp,hillside\n",
                                  event());
    });
  }

  identity::Event event() const {
    identity::Event event;
    event.actor = "user-ana";
    event.actor_name = "Ana";
    event.at = clock.now();
    return event;
  }
  imports::Deed by() const { return {"user-ana", "Ana", clock.now()}; }

  imports::TargetOf target(const std::string& org) {
    return read([&](store::Reader& reader) {
      return imports::TargetOf(reader, network::person_target(), org);
    });
  }

  std::string hand_in(const std::string& csv, const std::string& org) {
    const auto file = imports::TableFile::open(csv);
    const auto mapping =
        imports::guessed_mapping(target(org), file ? file->header() : std::vector<std::string>());
    const auto id = imports::begin_import(
        *db, {.org = org, .file_name = "people.csv", .mapping = mapping}, csv, by());
    if (!id) throw std::logic_error(id.error().message);
    return *id;
  }
  void plan(const std::string& id) {
    const auto import = found(id);
    write([&](store::Writer& writer) { imports::ask_for_plan(writer, id, clock.now()); });
    imports::plan_import(*db, clock, target(import.org), id);
  }
  std::string planned(const std::string& csv, const std::string& org = "lakeside") {
    auto id = hand_in(csv, org);
    plan(id);
    return id;
  }
  base::Result<void> commit(const std::string& id, const imports::Progress& progress = {}) {
    const auto import = found(id);
    write([&](store::Writer& writer) { imports::ask_for_commit(writer, import, clock.now()); });
    return imports::commit_import(*db, clock, target(import.org), id, by(), progress);
  }
  base::Result<void> undo(const std::string& id) {
    const auto import = found(id);
    write([&](store::Writer& writer) { imports::ask_for_undo(writer, id, clock.now()); });
    return imports::undo_import(*db, clock, target(import.org), id, by(),
                                imports::ChangedSince::refuse);
  }
  // Plans, which must need no decision, and imports.
  std::string import(const std::string& csv, const std::string& org = "lakeside") {
    auto id = planned(csv, org);
    const auto done = commit(id);
    EXPECT_TRUE(done) << (done ? "" : done.error().message);
    return id;
  }

  imports::Import found(const std::string& id) {
    return read([&](store::Reader& reader) { return *imports::find_import(reader, id); });
  }
  std::vector<imports::PlannedRow> rows(const std::string& id) {
    return read(
        [&](store::Reader& reader) { return imports::rows_from(reader, id, {}, 0, 10'000); });
  }
  imports::PlannedRow row(const std::string& id, std::size_t at = 0) { return rows(id).at(at); }
  std::int64_t count(const std::string& id, Action action) {
    return read([&](store::Reader& reader) { return imports::count_actions(reader, id)[action]; });
  }
  std::string exported() { return read(network::export_people); }

  std::string id_of(const std::string& name) {
    for (const auto& person : read(network::all_people))
      if (person.name == name) return person.id;
    throw std::logic_error("there is nobody called " + name);
  }
  network::Fact fact(const std::string& person, const std::string& field) {
    const auto facts = read([&](store::Reader& reader) {
      return network::facts_of(reader, {Thing::person, person});
    });
    const auto known = facts.find(field);
    return known == facts.end() ? network::Fact{} : known->second;
  }

  support::TestDatabase db;
  base::FixedClock clock{*base::Instant::parse("2026-11-22T09:30:00.000Z")};
};

class PeopleImport : public testing::TestWithParam<support::Backend> {
 protected:
  Directory lists{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         PeopleImport,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(PeopleImport, PlacesPeopleByTheNameTheIdOrAnotherNumberOfAnOrganization) {
  lists.write([&](store::Writer& writer) {
    return network::note_facts(writer, {Thing::organization, "stars"},
                               {{.field = "ipeds", .value = "00123", .source = "x"}}, 1,
                               lists.event());
  });
  const auto id = lists.import(
      "Name,E-mail,Organization,UnitID,Title,From,Until,Party\n"
      "Cleo Brook,cleo@robots.example,Robots,,Director,2021-07,,Green\n"
      "Dan Fox,,robots,,Teacher,,,\n"
      "Eve Sand,,,00123,Astronomer,,2020,\n");
  EXPECT_EQ(lists.count(id, Action::create), 3);
  EXPECT_EQ(lists.exported().find("Cleo Brook,cleo@robots.example,,,,robots,Director,2021-07,") !=
                std::string::npos,
            true)
      << lists.exported();
  EXPECT_THAT(lists.exported(), HasSubstr("Dan Fox,,,,,robots,Teacher,,"));
  EXPECT_THAT(lists.exported(), HasSubstr("Eve Sand,,,,,stars,Astronomer,,2020"));
  EXPECT_EQ(lists.fact(lists.id_of("Cleo Brook"), "party").value, "Green");
}

TEST_P(PeopleImport, MakesOneNameOfTwoColumnsAndFindsThePeopleAgain) {
  const std::string csv =
      "First name,Last name,Email,Organization,Position\n"
      "Cleo,Brook,cleo@robots.example,Robots,Director\n";
  lists.import(csv);
  const auto again = lists.planned(csv);
  EXPECT_EQ(lists.row(again).label, "Cleo Brook");
  EXPECT_EQ(lists.row(again).action, Action::unchanged);
}

TEST_P(PeopleImport, RefusesWhatItCannotPlaceInWords) {
  const auto id = lists.planned(
      "name,org,role,from,until\n"
      "Ana One,Nowhere,Director,,\n"
      "Ana Two,Caves,Director,,\n"
      "Ana Three,Robots,,,\n"
      "Ana Four,Robots,Director,2021,2020\n"
      "Ana Five,,,2020,\n"
      ",Robots,Director,,\n");
  EXPECT_EQ(lists.count(id, Action::failed), 6);
  EXPECT_THAT(lists.row(id, 0).reason, HasSubstr("no organization called \"Nowhere\""));
  EXPECT_THAT(lists.row(id, 1).reason, HasSubstr("Caves does not belong to this ecosystem"));
  EXPECT_THAT(lists.row(id, 2).reason, HasSubstr("Say as what"));
  EXPECT_THAT(lists.row(id, 3).reason, HasSubstr("before the beginning"));
  EXPECT_THAT(lists.row(id, 4).reason, HasSubstr("not at which organization"));
  EXPECT_THAT(lists.row(id, 5).reason, HasSubstr("Give the person a name"));
}

TEST_P(PeopleImport, TakesNoEndThatIsStillToComeForAnEnd) {
  const auto id = lists.import("name,org,role,until\nCleo,Robots,Director,2050-01-01\n");
  EXPECT_THAT(lists.row(id).reason, HasSubstr("still to come"));
  EXPECT_THAT(lists.exported(), HasSubstr("Cleo,,,,,robots,Director,,\n"));
}

TEST_P(PeopleImport, MakesWhoIsPlacedNowhereAContactOfTheEcosystem) {
  const auto id = lists.import("name,email\nCleo,cleo@x.example\n");
  EXPECT_THAT(lists.row(id).reason, HasSubstr("contact of the ecosystem"));
  EXPECT_THAT(lists.exported(), HasSubstr("lakeside,Contact"));
  lists.import("name,email\nDan,dan@x.example\n", "");
  EXPECT_THAT(lists.exported(), HasSubstr("Dan,dan@x.example,,,,,,,")) << "the hub sees everybody";
}

TEST_P(PeopleImport, KnowsPeopleByNumberThenByEmailThenByNameAndOrganization) {
  lists.import(
      "name,email,bioguide,org,role\n"
      "Cleo Brook,cleo@x.example,B1,Robots,Director\n"
      "Dan Fox,dan@x.example,,Robots,Teacher\n"
      "Eve Sand,,,Star Lab,Astronomer\n");
  const auto by_number = lists.planned("name,email,bioguide\nCleo Fox,new@x.example,B1\n");
  EXPECT_EQ(lists.row(by_number).action, Action::update);
  const auto by_email = lists.planned("name,email\nDAN FOX,Dan@X.example\n");
  EXPECT_THAT(lists.row(by_email).reason, HasSubstr("the same e-mail address"));
  const auto by_place = lists.planned("name,org,role\nEve Sand,Star Lab,Astronomer\n");
  EXPECT_EQ(lists.row(by_place).action, Action::unchanged);
  EXPECT_THAT(lists.row(by_place).reason, HasSubstr("the same name at the same organization"));
}

TEST_P(PeopleImport, AsksWhereItIsNotCertainAndDropsNobody) {
  lists.import(
      "name,email,org,role\n"
      "Cleo Brook,office@x.example,Robots,Director\n"
      "Cleo Brook,cleo@x.example,Robots,Teacher\n"
      "Eve Sand,,Star Lab,Astronomer\n");
  const auto id = lists.planned(
      "name,email,org,role\n"
      "Dan Fox,office@x.example,,\n"
      "Cleo Brook,,Robots,Coach\n"
      "Eve Sand,,Robots,Director\n");
  EXPECT_EQ(lists.count(id, Action::ask), 3);
  EXPECT_EQ(lists.row(id, 0).question, imports::Question::likely_match);
  EXPECT_EQ(lists.row(id, 1).question, imports::Question::two_matches);
  EXPECT_EQ(lists.row(id, 2).question, imports::Question::likely_match);
  EXPECT_FALSE(lists.commit(id)) << "what asks is settled first";
}

TEST_P(PeopleImport, OfAnEcosystemNeitherFindsNorChangesPeopleOfAnother) {
  lists.import("name,email,org,role\nCleo Brook,cleo@x.example,Caves,Guide\n", "hillside");
  const auto before = lists.exported();
  const auto id = lists.import("name,email,org,role\nCleo Brook,cleo@x.example,Robots,Coach\n");
  EXPECT_EQ(lists.row(id).action, Action::create);
  EXPECT_TRUE(lists.row(id).matches.empty());
  ASSERT_TRUE(lists.undo(id));
  EXPECT_EQ(lists.exported(), before);
}

TEST_P(PeopleImport, PutsSeveralLinesOfAPersonTogether) {
  const auto id = lists.planned(
      "id,name,org,role,from,until\n"
      "cleo,Cleo,robots,Director,2021,\n"
      "cleo,Cleo,stars,Teacher,2015,2019\n"
      "cleo,Cleo Brook,lakeside,Member,,\n");
  EXPECT_EQ(lists.row(id, 1).reason, "Goes in with line 2.");
  EXPECT_EQ(lists.count(id, Action::ask), 2) << "the third line calls the person something else";
  const auto target = lists.target("lakeside");
  lists.write([&](store::Writer& writer) {
    return imports::decide_alike(writer, *imports::find_import(writer, id), target,
                                 imports::Question::same_record,
                                 imports::AnswerForAll::first_of_each, lists.by());
  });
  ASSERT_TRUE(lists.commit(id));
  EXPECT_THAT(lists.exported(), HasSubstr("robots,Director,2021,\n"));
  EXPECT_THAT(lists.exported(), HasSubstr("stars,Teacher,2015,2019\n"));
}

TEST_P(PeopleImport, EndsWhatTheFileSaysHasEndedAndNothingThatItDoesNotName) {
  lists.import(
      "id,name,org,role,from\ncleo,Cleo,robots,Director,2021\n"
      "cleo,Cleo,stars,Teacher,2015\n");
  const auto id = lists.import(
      "id,name,org,role,from,until\n"
      "cleo,Cleo,robots,Director,2021,2024\n");
  EXPECT_EQ(lists.row(id).action, Action::update);
  EXPECT_THAT(lists.exported(), HasSubstr("robots,Director,2021,2024"));
  EXPECT_THAT(lists.exported(), HasSubstr("stars,Teacher,2015,\n"));
  const auto back = lists.planned("id,name,org,role,from\ncleo,Cleo,robots,Director,2021\n");
  EXPECT_EQ(lists.row(back).action, Action::failed);
  EXPECT_THAT(lists.row(back).reason, HasSubstr("cannot change or take back an end"));
  const auto anew = lists.planned("id,name,org,role,from\ncleo,Cleo,robots,Director,2025\n");
  EXPECT_EQ(lists.row(anew).action, Action::update);
  EXPECT_THAT(lists.row(lists.planned("id,name,org,role\ncleo,Cleo,lakeside,Chair\n")).reason,
              HasSubstr("Stays on record too: Teacher at Star Lab"));
}

TEST_P(PeopleImport, GivesBackWhatItChangedWithItsSource) {
  lists.import("id,name,org,role,party,source\ncleo,Cleo,robots,Director,Green,The first list\n");
  const auto before = lists.exported();
  const auto id = lists.import(
      "id,name,org,role,until,party,district,source\n"
      "cleo,Cleo Brook,robots,Director,2024,Blue,7,The second list\n");
  EXPECT_EQ(lists.fact("cleo", "party").source, "The second list");
  ASSERT_TRUE(lists.undo(id));
  EXPECT_EQ(lists.exported(), before);
  EXPECT_EQ(lists.fact("cleo", "party").value, "Green");
  EXPECT_EQ(lists.fact("cleo", "party").source, "The first list");
  EXPECT_EQ(lists.fact("cleo", "district").value, "");
}

TEST_P(PeopleImport, HasNoFieldForWhatPeopleSaidAboutBeingContactedAndNeverTouchesIt) {
  for (const auto& field : network::person_target().fields())
    for (const auto* word : {"permission", "consent", "contact by", "newsletter"})
      EXPECT_EQ(base::lower(field.name + " " + field.label).find(word), std::string::npos);
  const std::string csv =
      "id,name,consent,permission,newsletter,party\n"
      "cleo,Cleo,yes,yes,yes,Green\n";
  const auto first = lists.import(csv);
  const auto answers = [&] {
    return lists.read(
        [&](store::Reader& reader) { return network::permissions_of(reader, "cleo").size(); });
  };
  EXPECT_EQ(answers(), 0u);
  network::Permission no;
  no.person = "cleo";
  no.answer = network::Permission::Answer::no;
  no.said_on = "2026-11-20";
  no.how = "asked on the telephone";
  ASSERT_TRUE(lists.write([&](store::Writer& writer) {
    return network::note_permission(writer, no, lists.clock.today(), lists.event());
  }));
  const auto second = lists.import("id,name,consent,party\ncleo,Cleo,yes,Blue\n");
  EXPECT_EQ(answers(), 1u);
  ASSERT_TRUE(lists.undo(second));
  EXPECT_EQ(answers(), 1u);
  EXPECT_FALSE(lists.undo(first)) << "an answer would be lost with the person";
  EXPECT_EQ(answers(), 1u);
}

TEST_P(PeopleImport, TakesAFieldOfTheEcosystemsOwn) {
  network::Field field;
  field.thing = Thing::person;
  field.workspace = "lakeside";
  field.topic = "Ours";
  field.label = "Bus line";
  const auto id = lists.write(
      [&](store::Writer& writer) { return network::add_field(writer, field, lists.event()); });
  ASSERT_TRUE(id) << id.error().message;
  const std::string csv = "id,name,Bus line\ncleo,Cleo,61C\n";
  const auto import = lists.import(csv);
  EXPECT_EQ(lists.fact("cleo", id->id).value, "61C");
  EXPECT_EQ(lists.row(lists.planned(csv)).action, Action::unchanged);
  EXPECT_FALSE(imports::find_field(lists.target("hillside"), id->id));
  ASSERT_TRUE(lists.undo(import));
  EXPECT_EQ(lists.fact("cleo", id->id).value, "");
}

TEST_P(PeopleImport, LostInMidCommitLeavesNothingAndGoesInTheNextTime) {
  const auto id = lists.planned("id,name\ncleo,Cleo\ndan,Dan\n");
  const auto before = lists.exported();
  EXPECT_THROW(
      (void)lists.commit(id, [](auto, auto) { throw store::Failure("the connection was lost"); }),
      store::Failure);
  EXPECT_EQ(lists.exported(), before);
  ASSERT_TRUE(
      imports::commit_import(*lists.db, lists.clock, lists.target("lakeside"), id, lists.by()));
  EXPECT_THAT(lists.exported(), HasSubstr("dan,Dan"));
}

TEST_P(PeopleImport, OfOneFileByTwoPeopleGoesInOnce) {
  const std::string csv = "name,email,org,role\nCleo,cleo@x.example,Robots,Director\n";
  const auto ana = lists.planned(csv), ben = lists.planned(csv);
  ASSERT_TRUE(lists.commit(ana));
  const auto second = lists.commit(ben);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("arose since"));
  EXPECT_EQ(lists.read(network::all_people).size(), 1u);
}

TEST_P(PeopleImport, DoesNotTakeBackWhoWasPlacedAnewSince) {
  const auto id = lists.import("id,name,org,role\ncleo,Cleo,robots,Director\n");
  network::Affiliation place;
  place.person = "cleo";
  place.org = "stars";
  place.role = "Teacher";
  ASSERT_TRUE(lists.write([&](store::Writer& writer) {
    return network::begin_affiliation(writer, place, lists.event());
  }));
  EXPECT_FALSE(lists.undo(id));
  EXPECT_THAT(lists.exported(), HasSubstr("stars,Teacher"));
}

// ---- the real lists, where they lie beside the project ------------------------------------------

class RealPeople : public PeopleImport {
 protected:
  static std::optional<std::string> list(const std::string& path) {
    const auto* place = std::getenv("ENACT_SHARED");
    if (place == nullptr) return std::nullopt;
    std::ifstream in(std::filesystem::path(place) / "data" / path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  std::string planned(const imports::Target& target,
                      const std::string& mapping,
                      const std::string& bytes) {
    for (const auto& each : imports::ready_made(target)) {
      if (each.name != mapping) continue;
      const auto id = imports::begin_import(
          *lists.db, {.org = "", .file_name = "list", .mapping = each}, bytes, lists.by());
      lists.write(
          [&](store::Writer& writer) { imports::ask_for_plan(writer, *id, lists.clock.now()); });
      imports::plan_import(*lists.db, lists.clock, target, *id);
      EXPECT_EQ(lists.found(*id).state, State::planned) << lists.found(*id).message;
      return *id;
    }
    throw std::logic_error("there is no mapping " + mapping);
  }

  void goes_in(const imports::Target& target,
               const std::string& mapping,
               const std::string& bytes) {
    const auto id = planned(target, mapping, bytes);
    EXPECT_EQ(lists.count(id, Action::failed) + lists.count(id, Action::ask), 0) << mapping;
    lists.write([&](store::Writer& writer) {
      imports::ask_for_commit(writer, *imports::find_import(writer, id), lists.clock.now());
    });
    const auto done = imports::commit_import(*lists.db, lists.clock, target, id, lists.by());
    EXPECT_TRUE(done) << (done ? "" : done.error().message);
    const auto again = planned(target, mapping, bytes);
    EXPECT_EQ(lists.count(again, Action::create) + lists.count(again, Action::update), 0)
        << mapping << ", the second time";
  }
};

INSTANTIATE_TEST_SUITE_P(,
                         RealPeople,
                         testing::Values(support::Backend::sqlite_memory),
                         support::backend_name);

TEST_P(RealPeople, OfCongressGoInWithTheirTermsAndCommittees) {
  const auto members = list("policymakers/congress_2026-06-15/legislators-current.yaml");
  if (!members) GTEST_SKIP() << "ENACT_SHARED names no folder with the list of Congress.";
  goes_in(network::person_target(), "Members of Congress", *members);
  EXPECT_EQ(lists.read(network::all_people).size(), 537u);
  const auto maria = lists.id_of("Maria Cantwell");
  EXPECT_EQ(lists.fact(maria, "title").value, "Senator");
  EXPECT_EQ(lists.fact(maria, "office_state").value, "WA");
  EXPECT_EQ(lists.fact(maria, "term_ends").value, "2031-01-03") << "of the last of her terms";

  const auto committees = *list("policymakers/congress_2026-06-15/committees-current.yaml");
  goes_in(network::org_target(), "Committees of Congress", committees);
  goes_in(network::org_target(), "Subcommittees of Congress", committees);
  goes_in(network::person_target(), "Members of committees of Congress",
          *list("policymakers/congress_2026-06-15/committee-membership-current.yaml"));
  EXPECT_EQ(lists.read(network::all_affiliations).size(), 3879u) << "no membership is lost";
}

TEST_P(RealPeople, OfAStateGoInWithTheOfficeThatTheyHoldNow) {
  const auto members = list("policymakers/openstates_2026-08-05/pa_legislators.yaml");
  if (!members) GTEST_SKIP() << "ENACT_SHARED names no folder with the lists of Open States.";
  goes_in(network::person_target(), "Open States people (YAML)", *members);
  const auto aaron = lists.id_of("Aaron Bernstine");
  EXPECT_EQ(lists.fact(aaron, "district").value, "8") << "not the one that he had before";
  EXPECT_EQ(lists.fact(aaron, "office_state").value, "PA");
  goes_in(network::person_target(), "Open States people (YAML)",
          *list("policymakers/openstates_2026-08-05/pa_executive.yaml"));
  EXPECT_EQ(lists.fact(lists.id_of("Josh Shapiro"), "title").value, "Governor");
  const auto committees = *list("policymakers/openstates_2026-08-05/pa_committees.yaml");
  goes_in(network::org_target(), "Open States committees", committees);
  goes_in(network::person_target(), "Members of Open States committees", committees);
  EXPECT_EQ(lists.read(network::all_affiliations).size(), 1076u);
}

TEST_P(RealPeople, WhoLeadAwardsStandAtTheirInstitutions) {
  const auto awards = list("funding/nsf_awards_fy2026_even.csv");
  if (!awards) GTEST_SKIP() << "ENACT_SHARED names no folder with the list of awards.";
  goes_in(network::org_target(), "Institutions with NSF awards", *awards);
  goes_in(network::person_target(), "Principal investigators of NSF awards", *awards);
  EXPECT_EQ(lists.read(network::all_people).size(), 537u);
}

// ---- what holds whatever stands in a file and in the directory ----------------------------------

rc::Gen<std::string> word(std::vector<std::string> words) {
  return rc::gen::elementOf(std::move(words));
}

const base::CsvRow& header() {
  static const base::CsvRow columns{"id",    "name", "email", "phone", "note",  "bioguide",
                                    "party", "org",  "role",  "from",  "until", "source"};
  return columns;
}

base::CsvRow any_row() {
  return {*word({"", "", "cleo", "dan"}),
          *word({"", "Cleo", "Dan", "=Eve", "Fay \"F\", jr."}),
          *word({"", "a@x.example", "b@x.example", "c@x.example"}),
          *word({"", "412-555-0100"}),
          *word({"", "one\ntwo", "'quoted'"}),
          *word({"", "", "B1", "B2"}),
          *word({"", "Green", "Blue"}),
          *word({"", "robots", "Star Lab", "caves", "nowhere"}),
          *word({"", "Director", "A | B", "Teacher"}),
          *word({"", "", "2019", "2020-05"}),
          *word({"", "", "2021", "2050", "3/4/2022"}),
          *word({"", "List one", "List two"})};
}

std::string any_list(int most) {
  base::CsvWriter csv(header());
  const int rows = *rc::gen::inRange(1, most);
  for (int row = 0; row < rows; ++row) csv.add(any_row());
  return csv.text();
}

// Answers whatever the rows ask, somehow.
void decide_all(Directory& lists, const std::string& id) {
  for (const auto& row : lists.rows(id)) {
    if (row.action != Action::ask) continue;
    using Choice = imports::Decision::Choice;
    std::vector<imports::Decision> choices{{row.position, Choice::leave_out},
                                           {row.position, Choice::fresh}};
    for (const auto& match : row.matches)
      choices.push_back({row.position, Choice::record, match.record});
    const auto tried = [&](const imports::Decision& decision) {
      return lists.write([&](store::Writer& writer) {
        return imports::decide(writer, *imports::find_import(writer, id), network::person_target(),
                               decision, lists.by());
      });
    };
    if (!tried(*rc::gen::elementOf(choices))) RC_ASSERT(tried(choices.front()).has_value());
  }
}

// Everything that is known of everybody, with its sources.
std::map<std::string, std::map<std::string, std::string>> everybody(Directory& lists) {
  std::map<std::string, std::map<std::string, std::string>> all;
  std::vector<std::string> ids;
  for (const auto& person : lists.read(network::all_people)) ids.push_back(person.id);
  lists.read([&](store::Reader& reader) {
    for (const auto& stored : network::person_target().load(reader, ids))
      for (const auto& [field, text] : stored.values.items())
        if (!text.empty()) all[stored.id][field] = text;
    for (const auto& id : ids)
      for (const auto& [field, fact] : network::facts_of(reader, {Thing::person, id}))
        all[id][field + ", its source"] = fact.source + fact.as_of + fact.noted_by;
  });
  return all;
}

// A directory with some people, and a file about some that is planned and decided.
struct Given {
  Directory lists{support::Backend::sqlite_memory};
  std::string id;

  Given() {
    const auto org = *word({"", "lakeside"});
    const auto first = lists.planned(any_list(5), *word({"", "lakeside", "hillside"}));
    if (lists.found(first).state == State::planned) {
      decide_all(lists, first);
      RC_ASSERT(lists.commit(first).has_value());
    }
    id = lists.planned(any_list(7), org);
    RC_PRE(lists.found(id).state == State::planned);
    decide_all(lists, id);
  }
};

RC_GTEST_PROP(AnyImportOfPeople, DoesWhatItsPlanSays, ()) {
  Given given;
  auto expected = everybody(given.lists);
  for (const auto& row : given.lists.rows(given.id)) {
    if (row.action == Action::create)
      for (const auto& [field, text] : row.said.items())
        if (!text.empty() && field != "source") expected[row.record][field] = text;
    if (row.action == Action::create) expected[row.record]["id"] = row.record;
    for (const auto& change : row.changes) {
      if (change.field == "source") continue;
      RC_ASSERT(expected[row.record][change.field] == change.before);
      expected[row.record][change.field] = change.after;
    }
  }
  RC_ASSERT(given.lists.commit(given.id).has_value());
  auto now = everybody(given.lists);
  for (auto* all : {&expected, &now})
    for (auto& [id, values] : *all)
      std::erase_if(values, [](const auto& value) {
        return value.second.empty() || value.first.ends_with(", its source");
      });
  RC_ASSERT(now == expected);
}

RC_GTEST_PROP(AnyImportOfPeople, ThatIsTakenBackNeverWas, ()) {
  Given given;
  const auto before = everybody(given.lists);
  RC_ASSERT(given.lists.commit(given.id).has_value());
  RC_ASSERT(given.lists.undo(given.id).has_value());
  RC_ASSERT(everybody(given.lists) == before);
}

RC_GTEST_PROP(AnyImportOfPeople, LosesNoRowOfTheFile, ()) {
  Directory lists(support::Backend::sqlite_memory);
  const auto csv = any_list(9);
  const auto id = lists.planned(csv);
  RC_PRE(lists.found(id).state == State::planned);
  std::size_t rows = 0;
  const auto table = base::read_csv(csv);
  for (const auto& row : table->rows)
    if (std::any_of(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); })) ++rows;
  const auto planned = lists.rows(id);
  RC_ASSERT(planned.size() == rows);
  for (const auto& row : planned) RC_ASSERT(row.action == Action::create || !row.reason.empty());
}

RC_GTEST_PROP(AnyImportOfPeople, OfAnExportChangesNothing, ()) {
  Given given;
  RC_ASSERT(given.lists.commit(given.id).has_value());
  const auto before = given.lists.exported();
  RC_PRE(before.find('\n') + 1 < before.size());
  const auto id = given.lists.planned(before, "");
  for (const auto& row : given.lists.rows(id)) {
    RC_LOG() << row.line << ": " << row.reason << "\n" << before;
    RC_ASSERT(row.action == Action::unchanged || row.action == Action::skipped);
  }
  RC_ASSERT(given.lists.commit(id).has_value());
  RC_ASSERT(given.lists.exported() == before);
}

}  // namespace
}  // namespace enact
