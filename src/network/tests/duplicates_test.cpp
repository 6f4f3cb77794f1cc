// SPDX-License-Identifier: Apache-2.0
#include "network/duplicates.h"

#include <gmock/gmock.h>

#include "network/affiliations.h"
#include "network/duplicate_plan.h"
#include "network/facts.h"
#include "network/orgs.h"
#include "network/people.h"
#include "stats/explanation.h"
#include "stats/linkage.h"
#include "world.h"

namespace enact::network {
namespace {

using State = Duplicate::State;
using testing::HasSubstr;

class Duplicates : public testing::TestWithParam<support::Backend> {
 protected:
  void SetUp() override {
    add("ecosystem", "Lakeside", "");
    add("ecosystem", "Hillside", "");
    for (const std::string place : {"Oakdale", "Riverton", "Northport", "Westview"})
      for (const std::string kind : {"Library", "Museum", "Garden"})
        add("museum", place + " " + kind, "lakeside", place,
            "https://" + place + kind + ".example");
  }
  std::string add(const std::string& kind,
                  const std::string& name,
                  const std::string& parent,
                  const std::string& city = "",
                  const std::string& url = "") {
    return world.write([&](store::Writer& w) {
      auto org = org_of(kind, name, parent);
      org.region = city;
      org.url = url;
      return add_org(w, org, world.by("Hana"))->id;
    });
  }
  std::string add_person_at(const std::string& name, const std::string& email) {
    return world.write([&](store::Writer& w) {
      auto person = person_called(name);
      person.email = email;
      const auto id = add_person(w, person, world.by("Hana"))->id;
      EXPECT_TRUE(begin_affiliation(w, affiliation_at("lakeside", id, "Mentor"), world.by("Hana")));
      return id;
    });
  }
  void look(Thing thing = Thing::organization) { look_for_duplicates(*world.db, thing, world.now); }
  std::vector<Duplicate> found(const DuplicatesWanted& wanted = {}) {
    return world.read([&](store::Reader& r) { return duplicates(r, wanted, 0, 100); });
  }
  void say(const Duplicate& pair, State state) {
    world.write([&](store::Writer& w) {
      ASSERT_TRUE(answer_duplicate(w, pair.id, state, world.by("Ben")));
    });
  }

  World world{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Duplicates,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Duplicates, AreFoundAndTheReasonIsTold) {
  const auto a = add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  const auto b = add("pcsp", "The Robotics Club of Lake", "lakeside", "Riverton",
                     "http://www.robots.example/");
  look();
  const auto pairs = found();
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].one, a);
  EXPECT_EQ(pairs[0].other, b);
  EXPECT_THAT(pairs[0].words, HasSubstr("same name"));
  EXPECT_THAT(pairs[0].words, HasSubstr("same web address"));
  EXPECT_THAT(pairs[0].words, HasSubstr("other city"));
}

TEST_P(Duplicates, AreShownToAnEcosystemOnlyWhenBothAreItsOwn) {
  add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  add("pcsp", "Lake Robotics Club", "hillside", "Oakdale", "https://robots.example");
  look();
  EXPECT_EQ(found().size(), 1U) << "for the hub";
  EXPECT_TRUE(found({.workspace = "lakeside"}).empty());
  add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  look();
  EXPECT_EQ(found({.workspace = "lakeside"}).size(), 1U);
  EXPECT_EQ(found().size(), 3U);
}

TEST_P(Duplicates, ThatAreNotTheSameAreNeverAskedAboutAgainUnlessTakenBack) {
  add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  look();
  const auto pair = found().at(0);
  say(pair, State::different);
  look();
  EXPECT_TRUE(found().empty());
  const auto decided = found({.state = State::different});
  ASSERT_EQ(decided.size(), 1U);
  EXPECT_EQ(decided[0].decided_by_name, "Ben");
  EXPECT_FALSE(decided[0].decided_at.empty());
  say(pair, State::open);
  EXPECT_EQ(found().size(), 1U);
  EXPECT_TRUE(found()[0].decided_by_name.empty());
}

TEST_P(Duplicates, ThatNobodyDecidedGoWhenTheyAreNoneAnyMore) {
  const auto a = add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  add("pcsp", "Lake Robotics Club", "lakeside", "Oakdale", "https://robots.example");
  look();
  ASSERT_EQ(found().size(), 1U);
  world.write([&](store::Writer& w) {
    auto org = *find_record(w, a);
    org.name = "Chess Academy";
    org.url = "https://chess.example";
    org.region = "Westview";
    ASSERT_TRUE(change_org(w, org, world.by("Hana")));
  });
  look();
  EXPECT_TRUE(found().empty());
}

TEST_P(Duplicates, OfPeopleAreFoundWhateverTheOrderOfTheirNames) {
  add_person_at("Omar Lind", "omar@lind.example");
  add_person_at("Lind, Omar", "omar@lind.example");
  for (const std::string name : {"Ana Dale", "Ben Ash", "Cleo Marsh", "Dan Hill", "Eve Sand"})
    add_person_at(name, name.substr(0, 3) + "@example.org");
  look(Thing::person);
  const auto pairs = found({.thing = Thing::person, .workspace = "lakeside"});
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_THAT(pairs[0].words, HasSubstr("same e-mail address"));
  EXPECT_THAT(pairs[0].words, HasSubstr("same last name"));
}

TEST_P(Duplicates, AreNotAWholeAndItsPart) {
  const auto college =
      add("college", "Millstone College", "lakeside", "Oakdale", "https://m.example");
  add("admissions-office", "Millstone College", college, "Oakdale", "https://m.example");
  look();
  EXPECT_THAT(found(), testing::IsEmpty());
  add("college", "Millstone College", "lakeside", "Oakdale", "https://m.example");
  look();
  EXPECT_THAT(found(), testing::Not(testing::IsEmpty()));
}

TEST_P(Duplicates, AreNoneInAnEmptyDirectory) {
  World empty{GetParam()};
  look_for_duplicates(*empty.db, Thing::organization, empty.now);
  look_for_duplicates(*empty.db, Thing::person, empty.now);
  const auto search =
      empty.read([](store::Reader& r) { return last_search(r, Thing::organization); });
  ASSERT_TRUE(search);
  EXPECT_EQ(search->records, 0);
}

// In a large table rules choose the pairs; the small one above compares all.
TEST(DuplicatePlan, FindsThePairsOfALargeTableByItsRules) {
  stats::Records records(duplicate_columns(Thing::organization));
  const auto put = [&](const std::string& id, const OrgTraits& org) {
    const auto values = traits_of(org);
    ASSERT_TRUE(records.add(id, std::vector<std::string_view>(values.begin(), values.end())));
  };
  const std::vector<std::string> first{"Oak",  "River",  "Stone", "Maple", "Cedar", "Iron",
                                       "Gold", "Silver", "North", "West",  "Clear", "Deer"};
  const std::vector<std::string> second{"dale", "ton", "field", "wood", "brook", "port", "view"};
  const std::vector<std::string> kinds{"Public Library", "High School",    "Science Museum",
                                       "College",        "Garden Society", "Robotics Club",
                                       "Chess Academy",  "Space Camp",     "Code Circle"};
  int n = 0;
  for (const auto& a : first)
    for (const auto& b : second)
      for (const auto& kind : kinds) {
        const auto city = a + b;
        put("o" + std::to_string(n++), {.name = city + " " + kind,
                                        .kind = "museum",
                                        .url = "https://" + std::to_string(n) + ".example.org",
                                        .email = {},
                                        .phone = {},
                                        .city = city,
                                        .zip = std::to_string(10000 + n / 9),
                                        .ipeds = {}});
      }
  for (int i = 0; i < 30; ++i)
    put("d" + std::to_string(i),
        {.name = "The " + first[i % 12] + second[i % 7] + " " + kinds[i % 9] + ", Inc.",
         .kind = "museum",
         .url = {},
         .email = {},
         .phone = {},
         .city = first[i % 12] + second[i % 7],
         .zip = {},
         .ipeds = {}});
  const auto plan = duplicate_plan(Thing::organization, records.size());
  const auto linkage = stats::dedupe(records, plan);
  ASSERT_TRUE(linkage) << stats::sentence(linkage.error());
  int right = 0, wrong = 0;
  for (const auto& pair : linkage->pairs) {
    const bool is_made = records.key(pair.a).front() != records.key(pair.b).front();
    ++(is_made ? right : wrong);
  }
  EXPECT_GE(right, 27);
  EXPECT_LE(wrong, 3);
}

}  // namespace
}  // namespace enact::network
