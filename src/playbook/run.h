// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace enact::playbook {

// A play being carried out by an ecosystem.
//
//   planned > in progress > done > written up
//
// and, from any of the first three, set aside with a reason; from there it may be taken up again.
// A run is written up when its vignette is published; that also makes the play an enacted one.
enum class RunState { planned, in_progress, done, written_up, set_aside };

inline constexpr RunState kRunStates[] = {RunState::planned, RunState::in_progress, RunState::done,
                                          RunState::written_up, RunState::set_aside};

std::string_view name_of(RunState state);    // "in_progress": kept in the database
std::string_view words_for(RunState state);  // "In progress"
std::string_view mark_of(RunState state);    // "mark-in-progress": its class on pages
std::optional<RunState> run_state_named(std::string_view name);

// What a person may set about a run at any time.
struct RunDetails {
  std::string title;
  std::string owner;  // user id, or empty
  std::string owner_name;
  std::string helpers;
  std::optional<base::Day> started_on;
  std::optional<base::Day> due_on;
  std::optional<base::Day> done_on;
};

struct Run {
  std::string id;
  std::string play;      // item id
  std::string strategy;  // item id
  std::string workspace;
  std::string title;
  RunState state = RunState::planned;
  base::Day state_since;
  std::string owner;  // user id
  std::string owner_name;
  std::string helpers;
  std::optional<base::Day> started_on;
  std::optional<base::Day> due_on;
  std::optional<base::Day> done_on;
  std::string set_aside_reason;
  long long play_revision = 0;
  std::string vignette;  // item id of the write-up, also while it is a draft
  std::string source;    // of a run that was told, not done here
  std::string made_by;
  base::Instant touched_at;
  long long version = 1;

  // Told by a vignette that came with the playbook: nobody works on it here.
  bool is_told() const { return !source.empty(); }
  bool is_open() const { return state == RunState::planned || state == RunState::in_progress; }
  bool is_overdue(base::Day today) const { return is_open() && due_on && *due_on < today; }

  // The rules of moving on. Each changes the run or says why it cannot be.
  base::Result<void> start(base::Day on);
  base::Result<void> finish(base::Day on);
  base::Result<void> set_aside(std::string reason, base::Day on);
  base::Result<void> take_up_again(base::Day on);
  base::Result<void> write_up(std::string vignette_item, base::Day on);

  // Its story has gone to the reviewers; from here on it stays done until that is published.
  base::Result<void> hand_in(std::string vignette_item);
  // Every fault at once. The dates have to agree with each other and with how the run stands.
  base::Result<void> change(RunDetails details, base::Day today);
};

// Where a run can go from `state` by a person's choice, for the buttons. A run that was set aside
// goes back to where it stood before it was done: see take_up_again.
std::vector<RunState> next_states(RunState state);

}  // namespace enact::playbook
