// SPDX-License-Identifier: Apache-2.0
#include "playbook/board.h"

#include <numeric>

#include "playbook/run_counts.h"
#include "run_world.h"

namespace enact::playbook {
namespace {

TEST(FairShares, EverybodyGetsAllTheyWantWhereThereIsEnough) {
  const std::vector<long long> wanted{600, 0, 300, 100, 0};
  EXPECT_EQ(fair_shares(wanted, 1000), wanted);
}

TEST(FairShares, WhatOneDoesNotNeedGoesToTheOthers) {
  const std::vector<long long> wanted{5000, 10, 5000, 0, 5000};
  EXPECT_EQ(fair_shares(wanted, 1000), (std::vector<long long>{330, 10, 330, 0, 330}));
}

TEST(FairShares, NobodyGetsMoreThanThereIs) {
  for (const long long most : {0, 1, 7, 100, 999}) {
    const auto shares = fair_shares(std::vector<long long>{70, 80, 90}, most);
    EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0LL), std::min(most, 240LL));
  }
}

class BoardTest : public RunWorld {
 protected:
  Board board_of(const RunFilter& filter, long long most = 1000) {
    identity::Viewer viewer;
    viewer.user_id = ana.id;
    viewer.grants = {{identity::Role::hub, "", ""}};
    return read([&](store::Reader& reader) {
      const auto scope = scope_of(reader, viewer, filter);
      return board(
          reader,
          {.selection = selection_of(filter, *scope, viewer), .state = filter.state, .most = most});
    });
  }

  static const Lane& lane(const Board& board, RunState state) {
    return board.lanes.at(static_cast<std::size_t>(state));
  }

  static std::vector<std::string> titles(const Lane& lane) {
    std::vector<std::string> found;
    for (const auto& card : lane.cards) found.push_back(card.run.title);
    return found;
  }

  Run begin_called(const std::string& title,
                   std::optional<base::Day> due = {},
                   const std::string& workspace = "lakeside") {
    return *write([&](store::Writer& writer) {
      return enact_play(
          writer, {.play = "plays/4-2", .workspace = workspace, .title = title, .due_on = due},
          as(ana));
    });
  }
};

TEST_P(BoardTest, TheCountsAreExactAfterEveryVerb) {
  begin();
  const auto done = begin_and_finish();
  begin("plays/4-2", "hilltop");
  auto now = board_of({});
  EXPECT_EQ(now.runs, 3);
  EXPECT_EQ(lane(now, RunState::planned).runs, 2);
  EXPECT_EQ(lane(now, RunState::done).runs, 1);
  write([&](store::Writer& writer) {
    EXPECT_TRUE(set_run_aside(writer, done.id, "No time", as(ana)));
  });
  now = board_of({});
  EXPECT_EQ(lane(now, RunState::done).runs, 0);
  EXPECT_EQ(lane(now, RunState::set_aside).runs, 1);
  for (const auto& lane : now.lanes) EXPECT_EQ(lane.runs, std::ssize(lane.cards));
}

TEST_P(BoardTest, EveryFilterLeavesWhatItSaysAndCountsIt) {
  begin();                        // 4.1, lakeside, planned
  begin("plays/4-2", "hilltop");  // 4.2, hilltop, planned
  begin_and_finish();             // 4.1, lakeside, done
  const auto runs = [&](const RunFilter& filter) {
    const auto found = board_of(filter);
    long long cards = 0;
    for (const auto& lane : found.lanes) cards += std::ssize(lane.cards);
    EXPECT_EQ(found.runs, cards);
    return found.runs;
  };
  EXPECT_EQ(runs({.ecosystem = "hilltop"}), 1);
  EXPECT_EQ(runs({.ecosystem = "lakeside", .strategy = "4"}), 2);
  EXPECT_EQ(runs({.strategy = "4"}), 3);
  EXPECT_EQ(runs({.strategy = "5"}), 0);
  EXPECT_EQ(runs({.play = "4-1"}), 2);
  EXPECT_EQ(runs({.ecosystem = "hilltop", .play = "4-1"}), 0);
  EXPECT_EQ(runs({.owner = "me"}), 3);
  EXPECT_EQ(runs({.ecosystem = "lakeside", .owner = "me"}), 2);
  EXPECT_EQ(runs({.owner = ben.id}), 0);
  EXPECT_EQ(runs({.cohort = "1"}), 3);
  EXPECT_EQ(runs({.cohort = "2"}), 0);
  EXPECT_EQ(runs({.state = RunState::done}), 1);
  EXPECT_EQ(runs({.play = "4-1", .state = RunState::done}), 1);
  EXPECT_EQ(runs({.owner = "me", .state = RunState::set_aside}), 0);
}

TEST_P(BoardTest, WhoTakesPartInSomeEcosystemsSeesThoseAlone) {
  begin("plays/4-1", "lakeside");
  begin("plays/4-1", "hilltop");
  identity::Viewer member;
  member.user_id = ana.id;
  const auto runs = [&](const RunFilter& filter) {
    return read([&](store::Reader& reader) {
      const auto scope = scope_of(reader, member, filter);
      return board(reader, {.selection = selection_of(filter, *scope, member)}).runs;
    });
  };
  member.grants = {{identity::Role::member, "hilltop", "hilltop"}};
  for (const auto& filter : {RunFilter{}, RunFilter{.owner = "me"}, RunFilter{.play = "4-1"}})
    EXPECT_EQ(runs(filter), 1) << filter.address("/board");
  member.grants.push_back({identity::Role::program_lead, "museum", "lakeside"});
  for (const auto& filter : {RunFilter{}, RunFilter{.owner = "me"}, RunFilter{.play = "4-1"}})
    EXPECT_EQ(runs(filter), 2) << filter.address("/board");
  member.grants.clear();
  for (const auto& filter : {RunFilter{}, RunFilter{.owner = "me"}, RunFilter{.play = "4-1"}})
    EXPECT_EQ(runs(filter), 0) << filter.address("/board");
}

TEST_P(BoardTest, OpenRunsStandByTheirDatesAndThoseWithoutOneLast) {
  using namespace std::chrono_literals;
  begin_called("No date");
  begin_called("Later", base::Day{2026y / 9 / 1});
  begin_called("Sooner", base::Day{2026y / 6 / 1});
  EXPECT_EQ(titles(lane(board_of({}), RunState::planned)),
            (std::vector<std::string>{"Sooner", "Later", "No date"}));
}

TEST_P(BoardTest, WhatIsDoneStandsNewestFirst) {
  for (const auto* title : {"First", "Second"}) {
    const auto run = begin_called(title);
    write([&](store::Writer& writer) {
      EXPECT_TRUE(start_run(writer, run.id, as(ana)));
      EXPECT_TRUE(finish_run(writer, run.id, as(ana)));
    });
    by.at = by.at + std::chrono::hours(24);
  }
  EXPECT_EQ(titles(lane(board_of({}), RunState::done)),
            (std::vector<std::string>{"Second", "First"}));
}

TEST_P(BoardTest, ACardCountsItsTickedSteps) {
  const auto run = begin();
  write([&](store::Writer& writer) {
    EXPECT_TRUE(tick_step(writer, run.id, 2, Tick::done, as(ana)));
  });
  const auto now = board_of({.ecosystem = "lakeside"});
  const auto& card = lane(now, RunState::planned).cards.at(0);
  EXPECT_EQ(card.steps, 3);
  EXPECT_EQ(card.steps_ticked, 1);
}

TEST_P(BoardTest, MoreRunsThanCardsAreStillCounted) {
  for (int i = 0; i < 7; ++i) begin_called("Run");
  begin_and_finish();
  const auto now = board_of({}, 4);
  EXPECT_EQ(lane(now, RunState::planned).runs, 7);
  EXPECT_EQ(lane(now, RunState::planned).cards.size(), 3U);
  EXPECT_EQ(lane(now, RunState::planned).more(), 4);
  EXPECT_EQ(lane(now, RunState::done).cards.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Backends,
                         BoardTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
