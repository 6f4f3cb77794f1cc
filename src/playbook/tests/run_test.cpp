// SPDX-License-Identifier: Apache-2.0
#include "playbook/run.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>

namespace enact::playbook {
namespace {

using namespace std::chrono_literals;

const base::Day kToday{2026y / 5 / 14};
const base::Day kTomorrow = kToday + std::chrono::days(1);

Run planned() {
  Run run;
  run.id = "r1";
  run.title = "County proclamation";
  run.state_since = kToday;
  return run;
}

Run done() {
  auto run = planned();
  EXPECT_TRUE(run.start(kToday));
  EXPECT_TRUE(run.finish(kTomorrow));
  return run;
}

RunDetails details_of(const Run& run) {
  return {run.title,      run.owner,  run.owner_name, run.helpers,
          run.started_on, run.due_on, run.done_on};
}

TEST(Run, CannotBeDoneBeforeItWasStarted) {
  auto run = planned();
  const auto finished = run.finish(kToday);
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().kind, base::Error::Kind::conflict);
  EXPECT_EQ(run.state, RunState::planned);
}

TEST(Run, RemembersWhenItBeganAndWhenItWasDone) {
  const auto run = done();
  EXPECT_EQ(run.started_on, kToday);
  EXPECT_EQ(run.done_on, kTomorrow);
  EXPECT_EQ(run.state_since, kTomorrow);
}

TEST(Run, IsSetAsideOnlyWithAReason) {
  auto run = planned();
  const auto refused = run.set_aside("  ", kToday);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "reason");
  EXPECT_TRUE(run.set_aside("the office moved", kToday));
  EXPECT_EQ(run.set_aside_reason, "the office moved");
}

TEST(Run, GoesBackToPlannedWhereItHadNotBegun) {
  auto run = planned();
  ASSERT_TRUE(run.set_aside("later", kToday));
  ASSERT_TRUE(run.take_up_again(kTomorrow));
  EXPECT_EQ(run.state, RunState::planned);
  EXPECT_EQ(run.set_aside_reason, "");
}

TEST(Run, ThatWasDoneByMistakeCanBeTakenUpAgain) {
  auto run = done();
  ASSERT_TRUE(run.take_up_again(kTomorrow));
  EXPECT_EQ(run.state, RunState::in_progress);
  EXPECT_FALSE(run.done_on);
}

TEST(Run, WhoseStoryIsHandedInStaysDone) {
  auto run = done();
  ASSERT_TRUE(run.hand_in("vignettes/proclaimed"));
  EXPECT_FALSE(run.take_up_again(kTomorrow));
  EXPECT_FALSE(run.set_aside("no", kTomorrow));
  EXPECT_TRUE(run.write_up("vignettes/proclaimed", kTomorrow));
  EXPECT_EQ(run.state, RunState::written_up);
}

TEST(Run, InProgressCannotBeWrittenUp) {
  auto run = planned();
  ASSERT_TRUE(run.start(kToday));
  EXPECT_FALSE(run.write_up("vignettes/too-early", kToday));
  EXPECT_EQ(run.vignette, "");
}

TEST(Run, ReportsEveryFaultOfItsDetailsAtOnce) {
  auto run = done();
  auto details = details_of(run);
  details.title = " ";
  details.started_on.reset();
  details.done_on.reset();
  const auto changed = run.change(details, kTomorrow);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().faults.size(), 3U);
  EXPECT_EQ(run.title, "County proclamation");
}

TEST(Run, CannotHaveBeenDoneBeforeItBegan) {
  auto run = done();
  auto details = details_of(run);
  details.started_on = kTomorrow;
  details.done_on = kToday;
  const auto changed = run.change(details, kTomorrow);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().field, "done_on");
}

TEST(Run, IsOverdueOnlyWhileItIsOpen) {
  auto run = planned();
  run.due_on = kToday;
  EXPECT_FALSE(run.is_overdue(kToday));
  EXPECT_TRUE(run.is_overdue(kTomorrow));
  ASSERT_TRUE(run.set_aside("later", kTomorrow));
  EXPECT_FALSE(run.is_overdue(kTomorrow + std::chrono::days(30)));
}

TEST(RunState, HasANameThatIsReadBack) {
  for (const auto state : kRunStates) EXPECT_EQ(run_state_named(name_of(state)), state);
  EXPECT_FALSE(run_state_named("finished"));
}

base::Result<void> act(Run& run, int verb, base::Day on) {
  switch (verb) {
    case 0:
      return run.start(on);
    case 1:
      return run.finish(on);
    case 2:
      return run.set_aside("a reason", on);
    case 3:
      return run.take_up_again(on);
    case 4:
      return run.hand_in("vignettes/v");
    default:
      return run.write_up("vignettes/v", on);
  }
}

std::string impossible(const Run& run) {
  const bool has_begun = run.state == RunState::in_progress || run.state == RunState::done ||
                         run.state == RunState::written_up;
  const bool is_over = run.state == RunState::done || run.state == RunState::written_up;
  if (has_begun && !run.started_on) return "under way without a beginning";
  if (is_over && !run.done_on) return "over without an end";
  if (run.is_open() && run.done_on) return "open with an end";
  if (run.done_on && *run.done_on < *run.started_on) return "done before it began";
  if ((run.state == RunState::set_aside) == run.set_aside_reason.empty()) return "reason astray";
  if (run.state == RunState::written_up && run.vignette.empty()) return "written up without story";
  if (!run.vignette.empty() && !is_over) return "a story of what is not done";
  return "";
}

TEST(Run, NeverReachesAnImpossibleStateWhateverIsTried) {
  EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& verbs) {
    auto run = planned();
    auto on = kToday;
    for (const auto byte : verbs) {
      const auto before = run;
      const auto acted = act(run, byte % 6, on);
      RC_ASSERT(impossible(run) == "");
      if (!acted) {
        RC_ASSERT(run.state == before.state && run.vignette == before.vignette);
        RC_ASSERT(run.done_on == before.done_on && run.started_on == before.started_on);
      } else if (byte % 6 < 4) {
        const auto next = next_states(before.state);
        RC_ASSERT(std::find(next.begin(), next.end(), run.state) != next.end());
      }
      if (byte > 128) on = on + std::chrono::days(1);
    }
  }));
}

}  // namespace
}  // namespace enact::playbook
