// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "programs/attention.h"
#include "programs/check_in.h"
#include "programs/match.h"
#include "programs/need.h"
#include "programs/part.h"
#include "programs/plan.h"

namespace enact::programs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Day kToday = *base::Day::parse("2027-02-01");

std::optional<base::Day> ago(int days) {
  return kToday + std::chrono::days(-days);
}

TEST(Attention, SaysForHowLongAProgramWasQuiet) {
  EXPECT_EQ(check_in_words({.last_check_in = ago(40)}, kToday), "quiet for 40 days");
  EXPECT_EQ(check_in_words({.last_check_in = ago(12)}, kToday), "12 days ago");
  EXPECT_EQ(check_in_words({}, kToday), "never checked in with");
}

TEST(Attention, GoesByTheRhythmUnlessADayWasAgreed) {
  EXPECT_FALSE(is_check_in_due({.last_check_in = ago(29)}, kToday));
  EXPECT_TRUE(is_check_in_due({.last_check_in = ago(30)}, kToday));
  EXPECT_FALSE(is_check_in_due({.last_check_in = ago(30), .rhythm_days = 45}, kToday));
  EXPECT_FALSE(is_check_in_due({.last_check_in = ago(50), .next_by = ago(-3)}, kToday));
  EXPECT_TRUE(is_check_in_due({.last_check_in = ago(5), .next_by = ago(1)}, kToday));
}

TEST(Attention, IsNotAskedOfAProgramThatNobodyChecksInWith) {
  const Standing none{.rhythm_days = 0};
  EXPECT_FALSE(is_check_in_due(none, kToday));
  EXPECT_EQ(days_waited(none, kToday), std::nullopt);
  EXPECT_EQ(check_in_words(none, kToday), "not checked in with by us");
}

TEST(Attention, CountsFromWhatWaitedLongest) {
  const Standing late{.last_check_in = ago(40),
                      .steps = 7,
                      .done = 3,
                      .overdue = 1,
                      .overdue_since = ago(20),
                      .has_plan = true};
  EXPECT_EQ(days_waited(late, kToday), 20);
  EXPECT_GT(days_waited({}, kToday), days_waited(late, kToday));
  EXPECT_EQ(days_waited({.last_check_in = ago(3)}, kToday), std::nullopt);
  EXPECT_THAT(calls_of(late, kToday), ElementsAre("check-in due", "1 step overdue"));
}

TEST(Attention, SaysHowAPlanStands) {
  EXPECT_EQ(plan_words({.steps = 7, .done = 3, .overdue = 1, .has_plan = true}),
            "3 of 7 steps done, 1 overdue");
  EXPECT_EQ(plan_words({.has_plan = true}), "no steps yet");
  EXPECT_EQ(plan_words({}), "no plan yet");
}

TEST(Need, IsWithdrawnOrBroughtBackWithAReasonOnly) {
  EXPECT_TRUE(check_move(NeedState::open, NeedState::met, ""));
  EXPECT_FALSE(check_move(NeedState::open, NeedState::withdrawn, " "));
  EXPECT_TRUE(check_move(NeedState::open, NeedState::withdrawn, "the term is over"));
  EXPECT_FALSE(check_move(NeedState::met, NeedState::open, ""));
  EXPECT_FALSE(check_move(NeedState::open, NeedState::open, "why not"));
}

TEST(Need, NamesAllFaultsAtOnce) {
  const auto faults = faults_of(
      Need{.what = " ", .amount = -1, .needed_from = "2027-03-02", .needed_by = "2027-03-01"});
  std::vector<std::string> fields;
  for (const auto& fault : faults) fields.push_back(fault.field);
  EXPECT_THAT(fields, ElementsAre("what", "amount", "needed_by"));
}

TEST(Match, EndsOnceAndSaysHow) {
  EXPECT_TRUE(check_move(MatchState::offered, MatchState::agreed, ""));
  EXPECT_FALSE(check_move(MatchState::agreed, MatchState::worked_out, ""));
  EXPECT_TRUE(check_move(MatchState::agreed, MatchState::did_not, "they fell ill"));
  EXPECT_FALSE(check_move(MatchState::did_not, MatchState::agreed, "again"));
}

TEST(Match, HoldsMoneyForGoodAndARoomUntilItIsOver) {
  EXPECT_TRUE(holds(MatchState::offered, Kind::space));
  EXPECT_FALSE(holds(MatchState::worked_out, Kind::space));
  EXPECT_TRUE(holds(MatchState::worked_out, Kind::funding));
  EXPECT_FALSE(holds(MatchState::did_not, Kind::funding));
}

TEST(Step, IsDroppedWithAReasonOnly) {
  EXPECT_FALSE(check_move(StepState::open, StepState::dropped, ""));
  EXPECT_TRUE(check_move(StepState::open, StepState::dropped, "nobody has the time"));
  EXPECT_TRUE(check_move(StepState::open, StepState::done, ""));
  EXPECT_TRUE(check_move(StepState::dropped, StepState::open, ""));
}

TEST(CheckIn, LiesInThePastAndIsFollowedLater) {
  CheckIn check_in{.happened_on = "2027-01-31", .who = "Ana", .said = "All well."};
  EXPECT_THAT(faults_of(check_in, kToday), IsEmpty());
  check_in.next_by = "2027-01-30";
  EXPECT_EQ(faults_of(check_in, kToday).front().field, "next_by");
  check_in.happened_on = "2027-02-02";
  EXPECT_EQ(faults_of(check_in, kToday).front().field, "happened_on");
}

TEST(Part, OfWhoLeadsAProgramIsThatProgramAlone) {
  identity::Viewer viewer;
  viewer.user_id = "u";
  viewer.grants = {{identity::Role::program_lead, "robotics-club", "lakeside"}};
  EXPECT_EQ(part_in(viewer, "robotics-club", "lakeside"), Part::program);
  EXPECT_EQ(part_in(viewer, "math-circle", "lakeside"), Part::none);
  viewer.grants = {{identity::Role::member, "lakeside", "lakeside"}};
  EXPECT_EQ(part_in(viewer, "math-circle", "lakeside"), Part::ecosystem);
  EXPECT_EQ(part_in(viewer, "math-circle", "hillside"), Part::none);
}

}  // namespace
}  // namespace enact::programs
