// SPDX-License-Identifier: Apache-2.0
// A small directory of organizations, as a network has it: few duplicates, no two alike.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "stats/comparators.h"
#include "stats/explanation.h"
#include "stats/institutions.h"
#include "stats/linkage.h"

namespace enact::stats {
namespace {

LinkagePlan plan() {
  const Abbreviations abbreviations(
      {{"univ", "university"}, {"st", "saint"}, {"the", ""}, {"of", ""}, {"ctr", "center"}});
  const auto like = [abbreviations](std::string_view a, std::string_view b) {
    return token_dice(a, b, abbreviations);
  };
  return {.comparisons = {{.column = "name",
                           .similarity = like,
                           .levels = {{"same name", 1}, {"similar name", 0.75}},
                           .otherwise = "other name",
                           .guess = {0.6, 0.3, 0.1}},
                          {.column = "web",
                           .similarity = exact,
                           .levels = {{"same web address", kEqual}},
                           .otherwise = "other web address"},
                          {.column = "city",
                           .similarity = jaro_winkler,
                           .levels = {{"same city", kEqual}, {"similar city", 0.9}},
                           .otherwise = "other city"}},
          .rules = {{}},  // so few that all are compared
          .belief = 20};
}

Records directory() {
  Records records({"name", "web", "city"});
  const auto add = [&](const std::string& key, const std::vector<std::string_view>& values) {
    if (!records.add(key, values)) throw std::runtime_error("bad row");
  };
  const std::vector<std::string> places{"Lakeside",  "Hillside", "Riverton", "Oakdale",
                                        "Northport", "Westview", "Eastham",  "Marshfield"};
  for (const auto& place : places)
    for (const std::string kind : {"Public Library", "School District", "Science Center"})
      add(place + kind, {place + " " + kind, place + kind + ".example.org", place});
  add("u1", {"University of Oakdale", "uo.example.org", "Oakdale"});
  add("u2", {"The Oakdale Univ. Foundation", "uo.example.org", "Riverton"});
  add("m1", {"St. Mary's College", "", "Eastham"});
  add("m2", {"Saint Marys College", "stmarys.example.org", "Eastham"});
  add("c1", {"Marshfield Science Ctr", "", "Marshfeild"});
  return records;
}

TEST(Directory, OfThirtyRowsGivesItsDuplicatesWithTheReasons) {
  const auto records = directory();
  const auto linkage = dedupe(records, plan());
  ASSERT_TRUE(linkage) << sentence(linkage.error());
  std::string told;
  for (std::size_t i = 0; i < linkage->pairs.size(); ++i) {
    told += records.key(linkage->pairs[i].a);
    told += " is ";
    told += records.key(linkage->pairs[i].b);
    told += ": " + explain(linkage->evidence_of(i), plan().comparisons) + "\n";
  }
  EXPECT_EQ(told,
            "u1 is u2: same web address, similar name, other city\n"
            "MarshfieldScience Center is c1: same name, similar city\n"
            "m1 is m2: same name, same city\n");
}

TEST(Directory, HasNoAnswerFromItsRowsAlone) {
  auto without_belief = plan();
  without_belief.belief = 0;
  const auto linkage = dedupe(directory(), without_belief);
  ASSERT_FALSE(linkage);
  EXPECT_EQ(linkage.error().reason, Shortfall::Reason::too_few_matches);
}

TEST(Directory, WithoutDuplicatesHasNone) {
  Records records({"name", "web", "city"});
  for (int i = 0; i < 40; ++i) {
    const auto n = std::to_string(i);
    ASSERT_TRUE(records.add(n, std::vector<std::string_view>{"Place " + n, n, "Lakeside"}));
  }
  const auto linkage = dedupe(records, plan());
  ASSERT_TRUE(linkage) << sentence(linkage.error());
  EXPECT_TRUE(linkage->pairs.empty());
  EXPECT_EQ(linkage->unlinked_a, 40u);
}

}  // namespace
}  // namespace enact::stats
