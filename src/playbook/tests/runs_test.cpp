// SPDX-License-Identifier: Apache-2.0
#include "playbook/runs.h"

#include <random>

#include "identity/audit.h"
#include "playbook/enactments.h"
#include "playbook/run_counts.h"
#include "run_world.h"

namespace enact::playbook {
namespace {

using RunsTest = RunWorld;
using Kind = base::Error::Kind;

TEST_P(RunsTest, ARunTakesOverTheStepsOfThePlay) {
  const auto run = begin();
  const auto steps = read([&](store::Reader& reader) { return run_steps(reader, run.id); });
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].text, "**List** them.");
  EXPECT_NE(steps[0].html.find("<strong>List</strong>"), std::string::npos);
  EXPECT_EQ(run.title, "Use your channels");
  EXPECT_EQ(run.strategy, "strategies/4");
  EXPECT_EQ(run.owner_name, "Ana Duarte");
  EXPECT_EQ(run.due_on->iso(), "2026-07-09");
}

TEST_P(RunsTest, WhatIsReadBackIsWhatWasBegun) {
  const auto run = begin();
  const auto stored = now(run.id);
  EXPECT_EQ(stored.title, run.title);
  EXPECT_EQ(stored.due_on, run.due_on);
  EXPECT_EQ(stored.state, RunState::planned);
  EXPECT_EQ(stored.state_since, run.state_since);
  EXPECT_EQ(stored.touched_at, run.touched_at);
  EXPECT_FALSE(stored.started_on);
}

TEST_P(RunsTest, OnlyAnEcosystemDoesAPlay) {
  for (const auto* workspace : {"museum", "nowhere", ""}) {
    const auto run = write([&](store::Writer& writer) {
      return enact_play(writer, {.play = "plays/4-1", .workspace = workspace}, as(ana));
    });
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().field, "workspace");
  }
}

TEST_P(RunsTest, AStrategyCannotBeRun) {
  const auto run = write([&](store::Writer& writer) {
    return enact_play(writer, {.play = "strategies/4", .workspace = "lakeside"}, as(ana));
  });
  ASSERT_FALSE(run);
  EXPECT_EQ(run.error().kind, Kind::not_found);
}

TEST_P(RunsTest, AStaleFormChangesNothing) {
  const auto run = begin();
  const auto change = [&](const std::string& title, const identity::User& who) {
    return write([&](store::Writer& writer) {
      return change_run(writer, run.id,
                        {.details = {.title = title,
                                     .owner = ben.id,
                                     .owner_name = "",
                                     .helpers = "",
                                     .started_on = {},
                                     .due_on = {},
                                     .done_on = {}},
                         .version = run.version},
                        as(who));
    });
  };
  ASSERT_TRUE(change("Ben's title", ben));
  const auto second = change("Ana's title", ana);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, Kind::conflict);
  EXPECT_EQ(now(run.id).title, "Ben's title");
  EXPECT_EQ(now(run.id).owner_name, "Ben Okafor");
}

TEST_P(RunsTest, SomebodyFromElsewhereCannotOwnARun) {
  const auto run = begin();
  const auto cleo = write([&](store::Writer& writer) {
    const auto cleo_there = user(writer, "Cleo", "cleo@hilltop.example");
    identity::give_role(writer, cleo_there, {identity::Role::member, "hilltop", "hilltop"}, by);
    return cleo_there;
  });
  const auto changed = write([&](store::Writer& writer) {
    return change_run(writer, run.id,
                      {.details = {.title = "T",
                                   .owner = cleo.id,
                                   .owner_name = "",
                                   .helpers = "",
                                   .started_on = {},
                                   .due_on = {},
                                   .done_on = {}},
                       .version = run.version},
                      as(ana));
  });
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().field, "owner");
}

TEST_P(RunsTest, TickingTwiceMakesOneEvent) {
  const auto run = begin();
  const auto tick = [&](Tick how) {
    return write([&](store::Writer& writer) { return tick_step(writer, run.id, 2, how, as(ben)); });
  };
  ASSERT_TRUE(tick(Tick::done));
  ASSERT_TRUE(tick(Tick::done));
  const auto ticks = [&] {
    return read([&](store::Reader& reader) {
      return identity::events(reader, {.org = "lakeside",
                                       .subject_kind = "run",
                                       .subject_id = run.id,
                                       .verb_prefix = "playbook.run.step_",
                                       .before_id = ""});
    });
  };
  EXPECT_EQ(ticks().size(), 1U);
  EXPECT_EQ(read([&](store::Reader& r) { return run_steps(r, run.id); })[1].ticked_by_name,
            "Ben Okafor");
  ASSERT_TRUE(tick(Tick::open));
  EXPECT_FALSE(read([&](store::Reader& r) { return run_steps(r, run.id); })[1].is_ticked());
  EXPECT_EQ(ticks().size(), 2U);
}

TEST_P(RunsTest, AStepThatIsNotThereIsNotFound) {
  const auto run = begin();
  const auto ticked = write(
      [&](store::Writer& writer) { return tick_step(writer, run.id, 9, Tick::done, as(ben)); });
  ASSERT_FALSE(ticked);
  EXPECT_EQ(ticked.error().kind, Kind::not_found);
}

TEST_P(RunsTest, OfAPersonsOpenRunsTheOneThatIsDueComesFirst) {
  const auto undated = begin("plays/4-2");
  const auto dated = begin("plays/4-1");
  begin("plays/4-1", "hilltop");
  const auto runs = read([&](store::Reader& reader) { return open_runs_of(reader, ana.id); });
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs.back().id, undated.id);
  EXPECT_TRUE(runs[0].id == dated.id || runs[1].id == dated.id);
}

TEST_P(RunsTest, ChoosingTheStateItHasAlreadyIsSaid) {
  const auto run = begin_and_finish();
  const auto moved = write(
      [&](store::Writer& writer) { return move_run(writer, run.id, RunState::done, "", as(ben)); });
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().kind, Kind::conflict);
}

TEST_P(RunsTest, TheKeptCountsAreWhatCountingGivesAfterAnything) {
  std::mt19937 dice(20260514);
  const auto roll = [&](int sides) {
    return static_cast<int>(dice() % static_cast<unsigned>(sides));
  };
  const auto tell_one = [&](store::Writer& writer, int n) {
    return tell(writer,
                {.vignette = "vignettes/told-" + std::to_string(n),
                 .play = n % 2 == 0 ? "plays/4-1" : "plays/4-2",
                 .workspace = roll(2) == 0 ? "lakeside" : "hilltop",
                 .title = "Told",
                 .when = "2021",
                 .source = "A book"},
                by);
  };
  std::vector<std::string> ids;
  for (int n = 0; n < 120; ++n) {
    if (ids.empty() || roll(4) == 0)
      ids.push_back(
          begin(roll(2) == 0 ? "plays/4-1" : "plays/4-2", roll(2) == 0 ? "lakeside" : "hilltop")
              .id);
    const auto& id = ids[static_cast<std::size_t>(roll(static_cast<int>(ids.size())))];
    const auto what = roll(7);
    write([&](store::Writer& writer) -> base::Result<void> {
      if (what == 5) return tell_one(writer, n % 5);
      if (what == 6) {
        untell(writer, "vignettes/told-" + std::to_string(n % 5), by);
        return {};
      }
      const auto moved = move_run(writer, id, kRunStates[what], "a reason", as(ana));
      if (!moved) return tl::unexpected(moved.error());
      return {};
    });
  }
  read([](store::Reader& reader) {
    const auto kept = run_counts(reader);
    EXPECT_FALSE(kept.empty());
    EXPECT_EQ(kept, recount_runs(reader));
    EXPECT_LT(run_counts(reader, "lakeside").size(), kept.size());
  });
  write([](store::Writer& writer) {
    count_again(writer);
    EXPECT_EQ(run_counts(writer), recount_runs(writer));
  });
}

TEST_P(RunsTest, AVerbThatFailsLeavesNothingBehind) {
  const auto run = begin();
  const auto before = read([&](store::Reader& r) { return run_counts(r); });
  const auto moved = write([&](store::Writer& writer) -> base::Result<void> {
    if (auto started = start_run(writer, run.id, as(ana)); !started)
      return tl::unexpected(started.error());
    return base::conflict("changed my mind");
  });
  ASSERT_FALSE(moved);
  EXPECT_EQ(now(run.id).state, RunState::planned);
  EXPECT_EQ(read([&](store::Reader& r) { return run_counts(r); }), before);
}

INSTANTIATE_TEST_SUITE_P(On,
                         RunsTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
