// SPDX-License-Identifier: Apache-2.0
#include "playbook/month.h"

#include <gtest/gtest.h>

#include "playbook/write_ups.h"
#include "run_world.h"

namespace enact::playbook {
namespace {

using namespace std::chrono_literals;

using Runs = std::vector<Run>;

const base::Day kToday{2026y / 5 / 14};

base::Instant at(base::Day day) {
  return base::Instant(base::Instant::Point(day.days()));
}

Run open_run(std::optional<base::Day> due, base::Day touched = kToday) {
  Run run;
  run.id = "r1";
  run.state = RunState::in_progress;
  run.due_on = due;
  run.touched_at = at(touched);
  return run;
}

TEST(Month, ARunIsOverdueFromTheDayAfterItsDate) {
  EXPECT_EQ(call_of(open_run(kToday + std::chrono::days(-1)), kToday), Call::overdue);
  EXPECT_EQ(call_of(open_run(kToday), kToday), Call::due);
}

TEST(Month, ADateCountsAsDueUpToThirtyOneDaysAhead) {
  EXPECT_EQ(call_of(open_run(kToday + std::chrono::days(31)), kToday), Call::due);
  EXPECT_EQ(call_of(open_run(kToday + std::chrono::days(32)), kToday), Call::none);
}

TEST(Month, ARunIsQuietAfterMoreThanThirtyDaysWithoutASignOfLife) {
  EXPECT_EQ(call_of(open_run({}, kToday + std::chrono::days(-30)), kToday), Call::none);
  EXPECT_EQ(call_of(open_run({}, kToday + std::chrono::days(-31)), kToday), Call::quiet);
}

TEST(Month, WhatIsOverdueIsNotNamedAgainForBeingQuiet) {
  const auto long_ago = kToday + std::chrono::days(-90);
  const Runs runs{open_run(long_ago, long_ago)};
  EXPECT_EQ(calling(runs, Call::overdue, kToday).runs.size(), 1U);
  EXPECT_TRUE(calling(runs, Call::quiet, kToday).runs.empty());
}

TEST(Month, OnlyOpenRunsCall) {
  const auto long_ago = kToday + std::chrono::days(-90);
  for (const auto state : {RunState::done, RunState::written_up, RunState::set_aside}) {
    auto run = open_run(long_ago, long_ago);
    run.state = state;
    EXPECT_EQ(call_of(run, kToday), Call::none) << name_of(state);
  }
}

TEST(Month, AListStopsAtItsLimitAndSaysSo) {
  const Runs just(kMostOnMonth, open_run(kToday));
  EXPECT_FALSE(calling(just, Call::due, kToday).has_more);
  const Runs more(kMostOnMonth + 1, open_run(kToday));
  EXPECT_EQ(calling(more, Call::due, kToday).runs.size(), kMostOnMonth);
  EXPECT_TRUE(calling(more, Call::due, kToday).has_more);
}

TEST(Month, QuietIsSaidInDaysFirstAndInWeeksLater) {
  EXPECT_EQ(quiet_words(kToday + std::chrono::days(-31), kToday), "nothing for 31 days");
  EXPECT_EQ(quiet_words(kToday + std::chrono::days(-80), kToday), "nothing for 11 weeks");
}

class MonthTest : public RunWorld {
 protected:
  Month month_of(const std::vector<std::string>& ecosystems, const identity::User& who) {
    return read([&](store::Reader& reader) {
      RunScope scope;
      for (const auto& id : ecosystems) scope.ecosystems.push_back(*network::find_org(reader, id));
      scope.is_everything = ecosystems.size() == 2;
      return month(reader, {.scope = scope, .user = who.id, .reviews = true, .now = by.at});
    });
  }

  Run begin_due(base::Day due, const std::string& workspace) {
    return *write([&](store::Writer& writer) {
      return enact_play(writer,
                        {.play = "plays/4-2", .workspace = workspace, .title = {}, .due_on = due},
                        as(ana));
    });
  }
};

std::vector<std::string> ids(const RunList& list) {
  std::vector<std::string> found;
  for (const auto& run : list.runs) found.push_back(run.id);
  return found;
}

TEST_P(MonthTest, RunsComeInTheOrderOfTheirDatesAcrossEcosystems) {
  const auto later = begin_due(kToday + std::chrono::days(20), "lakeside");
  const auto sooner = begin_due(kToday + std::chrono::days(2), "hilltop");
  const auto late = begin_due(kToday + std::chrono::days(-2), "lakeside");
  for (const auto& month : {month_of({"lakeside", "hilltop"}, ana)}) {
    EXPECT_EQ(ids(month.due), (std::vector{sooner.id, later.id}));
    EXPECT_EQ(ids(month.overdue), (std::vector{late.id}));
  }
}

TEST_P(MonthTest, SomebodyElsesEcosystemIsLeftOut) {
  const auto ours = begin_due(kToday, "lakeside");
  begin_due(kToday, "hilltop");
  EXPECT_EQ(ids(month_of({"lakeside"}, ana).due), (std::vector{ours.id}));
}

TEST_P(MonthTest, ARunWithoutADateIsNamedWhenItGoesQuiet) {
  const auto run = write([&](store::Writer& writer) {
    return *enact_play(writer, {.play = "plays/4-2", .workspace = "lakeside"}, as(ana));
  });
  EXPECT_TRUE(month_of({"lakeside"}, ana).quiet.runs.empty());
  by.at = by.at + std::chrono::hours(24 * 31);
  EXPECT_EQ(ids(month_of({"lakeside"}, ana).quiet), (std::vector{run.id}));
  EXPECT_EQ(ids(month_of({"lakeside", "hilltop"}, ana).quiet), (std::vector{run.id}));
}

TEST_P(MonthTest, ADoneRunWaitsForItsOwnerAlone) {
  const auto run = begin_and_finish();
  EXPECT_EQ(ids(month_of({"lakeside"}, ana).to_write_up), (std::vector{run.id}));
  EXPECT_TRUE(month_of({"lakeside"}, ben).to_write_up.runs.empty());
}

TEST_P(MonthTest, AStoryThatWasSentBackWaitsForItsOwnerAndItsTeller) {
  const auto run = begin_and_finish();
  const auto told = write([&](store::Writer& writer) {
    Story story{.title = "The breakfast", .summary = "Ten came.", .when = "2026-05"};
    story.source = "Our notes";
    story.body = "They came and ate.";
    return hand_in_story(writer, run.id, {.story = story}, as(ben));
  });
  ASSERT_TRUE(told) << told.error().message;
  EXPECT_TRUE(month_of({"lakeside"}, ana).returned.empty());
  write([&](store::Writer& writer) {
    const auto number = find_item(writer, told->vignette)->latest_revision;
    EXPECT_TRUE(return_with_comment(writer, told->vignette, number, "Say who came.", by));
  });
  for (const auto& who : {ana, ben}) {
    const auto returned = month_of({"lakeside"}, who).returned;
    ASSERT_EQ(returned.size(), 1U);
    EXPECT_EQ(returned[0].run.id, run.id);
    EXPECT_EQ(returned[0].comment, "Say who came.");
  }
}

TEST_P(MonthTest, AnEcosystemThatBeganNothingHasNoRunsOfItsOwn) {
  EXPECT_FALSE(month_of({"lakeside", "hilltop"}, ana).has_own_runs);
  begin();
  EXPECT_TRUE(month_of({"lakeside"}, ana).has_own_runs);
  EXPECT_FALSE(month_of({"hilltop"}, ana).has_own_runs);
}

INSTANTIATE_TEST_SUITE_P(Backends,
                         MonthTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
