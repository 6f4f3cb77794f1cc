// SPDX-License-Identifier: Apache-2.0
#include "outreach/criterion.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "outreach/criteria_sets.h"
#include "outreach/stage.h"

namespace enact::outreach {
namespace {

using testing::HasSubstr;
using Kind = Criterion::Kind;
using Rule = Criterion::Rule;

Criterion cut(Rule rule, std::string threshold) {
  return {.key = "hours",
          .label = "Hours",
          .kind = Kind::cut,
          .field = "hours",
          .rule = rule,
          .threshold = std::move(threshold)};
}

Criterion scored(std::string key, int weight = 1) {
  return {.key = key, .label = key, .weight = weight, .levels = {"none", "some", "much", "all"}};
}

TEST(Cut, IsDecidedOnlyByWhatLeavesNoDoubt) {
  const auto at_least_100 = cut(Rule::at_least, "100");
  EXPECT_EQ(verdict(at_least_100, "120"), Verdict::meets);
  EXPECT_EQ(verdict(at_least_100, "at least 100"), Verdict::meets);
  EXPECT_EQ(verdict(at_least_100, "99"), Verdict::fails);
  EXPECT_EQ(verdict(at_least_100, "at most 80"), Verdict::fails);
  EXPECT_EQ(verdict(at_least_100, "90 to 120"), Verdict::unknown);
  EXPECT_EQ(verdict(at_least_100, "at least 50"), Verdict::unknown);
  EXPECT_EQ(verdict(at_least_100, ""), Verdict::unknown) << "nothing known is no zero";
  EXPECT_EQ(verdict(cut(Rule::at_most, "0"), "0 to 50"), Verdict::unknown);
}

TEST(Cut, ComparesWordsWithoutRegardToCase) {
  EXPECT_EQ(verdict(cut(Rule::is, "Summer"), "summer"), Verdict::meets);
  EXPECT_EQ(verdict(cut(Rule::is, "Summer"), "School year"), Verdict::fails);
  EXPECT_EQ(verdict(cut(Rule::includes, "biology; physics"), "Physics; computing"), Verdict::meets);
  EXPECT_EQ(verdict(cut(Rule::includes, "biology"), "computing"), Verdict::fails);
}

TEST(Assessment, LeavesTheUnknownOutOfBothSums) {
  const std::vector<Criterion> criteria{cut(Rule::at_least, "100"), scored("a"), scored("b", 2),
                                        scored("c")};
  const auto a = assess(criteria, {{"hours", "120"}}, {{"a", 3}, {"b", 1}});
  EXPECT_EQ(a.points, 3 + 2 * 1);
  EXPECT_EQ(a.possible, 3 + 2 * 3);
  EXPECT_EQ(a.known, 2);
  EXPECT_EQ(a.unknown, 1);
  EXPECT_FALSE(a.is_cut());
  EXPECT_FALSE(a.needs_finding_out());
}

TEST(Assessment, IsNoRankWithThreeUnknownOrNothingKnown) {
  const std::vector<Criterion> criteria{scored("a"), scored("b"), scored("c"), scored("d")};
  EXPECT_TRUE(assess(criteria, {}, {{"a", 3}}).needs_finding_out());
  EXPECT_FALSE(assess(criteria, {}, {{"a", 3}, {"b", 3}}).needs_finding_out());
  EXPECT_TRUE(assess({scored("a")}, {}, {}).needs_finding_out());
}

RC_GTEST_PROP(Assessment, NeverGivesMoreThanAllPoints, ()) {
  const auto weight = *rc::gen::inRange(1, 11);
  const auto points = *rc::gen::inRange(0, 100);
  const auto a = assess({scored("a", weight)}, {}, {{"a", points}});
  RC_ASSERT(a.share() >= 0 && a.share() <= 1);
}

TEST(Criteria, SayEachFaultWithItsCriterionAndColumn) {
  auto without_levels = scored("a");
  without_levels.levels = {"only"};
  auto heavy = scored("b", 99);
  const auto faults = faults_of({without_levels, heavy, heavy, cut(Rule::at_least, "many")});
  ASSERT_EQ(faults.size(), 5U);
  EXPECT_EQ(faults[0].field, "a.levels");
  EXPECT_EQ(faults[1].field, "b.weight");
  EXPECT_THAT(faults[2].message, HasSubstr("stands here twice"));
  EXPECT_EQ(faults[4].field, "hours.threshold");
  EXPECT_EQ(faults_of({}).size(), 1U);
}

TEST(Criteria, AreReadAgainAsTheyWereWritten) {
  auto with_lines = scored("a", 3);
  with_lines.source = "Its page, \"join\"";
  const auto text = write_criteria({cut(Rule::at_most, "0"), with_lines});
  const auto again = read_criteria(text);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(write_criteria(*again), text);
  EXPECT_EQ((*again)[1].levels.size(), 4U);
}

TEST(Criteria, OfAFileNameTheLineOfEachFault) {
  const auto read = read_criteria("label,kind,levels\nHours,cut,\nEquity,score,none\n");
  ASSERT_FALSE(read);
  ASSERT_FALSE(read.error().faults.empty());
  EXPECT_EQ(read.error().faults.front().line, 2);
  EXPECT_EQ(read.error().faults.back().line, 3);
}

TEST(Stage, OfLeavingNeedsAReason) {
  EXPECT_TRUE(check_move(Stage::scored, Stage::approached, ""));
  EXPECT_TRUE(check_move(Stage::declined, Stage::interested, "")) << "life goes back and forth";
  EXPECT_EQ(check_move(Stage::scored, Stage::set_aside, "  ").error().field, "reason");
  EXPECT_TRUE(check_move(Stage::scored, Stage::set_aside, "Too few hours."));
  EXPECT_FALSE(check_move(Stage::scored, Stage::scored, ""));
}

TEST(Stage, IsFoundByItsName) {
  for (const auto stage : kStages) EXPECT_EQ(stage_named(name_of(stage)), stage);
  EXPECT_FALSE(stage_named("elsewhere"));
}

}  // namespace
}  // namespace enact::outreach
