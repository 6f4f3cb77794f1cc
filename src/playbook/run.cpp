// SPDX-License-Identifier: Apache-2.0
#include "playbook/run.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "base/text.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kLongestReason = 1000;

// Somebody east of our clock may already have tomorrow.
constexpr std::chrono::days kAhead{1};

base::Failure cannot(const Run& run, std::string_view what) {
  return base::conflict(
      fmt::format("This run is {} and cannot be {}.", base::lower(words_for(run.state)), what));
}

base::Failure story_is_out() {
  return base::conflict(
      "The story of this run has been handed in for review, so the run stays done. Notes and "
      "evidence can still be added.");
}

base::Fault fault(std::string field, std::string message) {
  return {.field = std::move(field), .message = std::move(message), .file = {}};
}

void check_texts(const RunDetails& details, std::vector<base::Fault>& faults) {
  if (details.title.empty())
    faults.push_back(fault("title", "Give the run a title, so that others find it."));
  if (details.title.size() > kLongestLine)
    faults.push_back(fault("title", "The title is too long; 200 letters are the most."));
  if (details.helpers.size() > kLongestReason)
    faults.push_back(fault("helpers", "That is too long; name the helpers in 1,000 letters."));
}

void check_dates(const RunDetails& details,
                 const Run& run,
                 base::Day today,
                 std::vector<base::Fault>& faults) {
  const bool has_begun = run.state == RunState::in_progress || run.state == RunState::done ||
                         run.state == RunState::written_up;
  const bool is_over = run.state == RunState::done || run.state == RunState::written_up;
  if (has_begun && !details.started_on)
    faults.push_back(fault("started_on", "Say on which day it began; the run is under way."));
  if (is_over && !details.done_on)
    faults.push_back(fault("done_on", "Say on which day it was done."));
  if (!is_over && details.done_on && details.done_on != run.done_on)
    faults.push_back(fault("done_on", "The run is not done yet. Mark it as done first."));
  if (details.started_on && *details.started_on > today + kAhead)
    faults.push_back(fault("started_on", "This day is still to come."));
  if (details.done_on && *details.done_on > today + kAhead)
    faults.push_back(fault("done_on", "This day is still to come."));
  if (details.started_on && details.done_on && *details.done_on < *details.started_on)
    faults.push_back(fault("done_on", "It cannot have been done before it began."));
}

}  // namespace

std::string_view name_of(RunState state) {
  // Never change: in the database.
  constexpr std::string_view kNames[] = {"planned", "in_progress", "done", "written_up",
                                         "set_aside"};
  return kNames[static_cast<int>(state)];
}

std::string_view words_for(RunState state) {
  constexpr std::string_view kWords[] = {"Planned", "In progress", "Done", "Written up",
                                         "Set aside"};
  return kWords[static_cast<int>(state)];
}

std::string_view mark_of(RunState state) {
  constexpr std::string_view kMarks[] = {"mark-planned", "mark-in-progress", "mark-done",
                                         "mark-written-up", "mark-set-aside"};
  return kMarks[static_cast<int>(state)];
}

std::optional<RunState> run_state_named(std::string_view name) {
  for (const auto state : kRunStates)
    if (name_of(state) == name) return state;
  return std::nullopt;
}

base::Result<void> Run::start(base::Day on) {
  if (state != RunState::planned) return cannot(*this, "started");
  state = RunState::in_progress;
  state_since = on;
  if (!started_on) started_on = on;
  return {};
}

base::Result<void> Run::finish(base::Day on) {
  if (state == RunState::planned)
    return base::conflict("This run has not begun. Start it first, then mark it as done.");
  if (state != RunState::in_progress) return cannot(*this, "marked as done");
  if (started_on && on < *started_on)
    return base::invalid("done_on", "It cannot have been done before it began.");
  state = RunState::done;
  state_since = on;
  done_on = on;
  return {};
}

base::Result<void> Run::set_aside(std::string reason, base::Day on) {
  if (!is_open() && state != RunState::done) return cannot(*this, "set aside");
  if (!vignette.empty()) return story_is_out();
  const auto said = base::trim(reason);
  if (said.empty())
    return base::invalid("reason", "Say in a few words why it is set aside; others will wonder.");
  if (said.size() > kLongestReason)
    return base::invalid("reason", "The reason is too long; put the details into a note.");
  set_aside_reason = said;
  state = RunState::set_aside;
  state_since = on;
  return {};
}

base::Result<void> Run::take_up_again(base::Day on) {
  if (state != RunState::set_aside && state != RunState::done)
    return cannot(*this, "taken up again");
  if (!vignette.empty()) return story_is_out();
  state = started_on ? RunState::in_progress : RunState::planned;
  state_since = on;
  done_on.reset();
  set_aside_reason.clear();
  return {};
}

base::Result<void> Run::hand_in(std::string vignette_item) {
  if (is_open()) return base::conflict("Mark the run as done first; then its story can be told.");
  if (state != RunState::done) return cannot(*this, "written up");
  if (vignette_item.empty()) return base::invalid("title", "The story needs a title.");
  vignette = std::move(vignette_item);
  return {};
}

base::Result<void> Run::write_up(std::string vignette_item, base::Day on) {
  if (auto handed_in = hand_in(std::move(vignette_item)); !handed_in) return handed_in;
  state = RunState::written_up;
  state_since = on;
  return {};
}

base::Result<void> Run::change(RunDetails details, base::Day today) {
  details.title = base::trim(details.title);
  details.helpers = base::trim(details.helpers);
  std::vector<base::Fault> faults;
  check_texts(details, faults);
  check_dates(details, *this, today, faults);
  if (!faults.empty()) return base::invalid(std::move(faults));
  title = std::move(details.title);
  owner = std::move(details.owner);
  owner_name = std::move(details.owner_name);
  helpers = std::move(details.helpers);
  started_on = details.started_on;
  due_on = details.due_on;
  done_on = details.done_on;
  return {};
}

std::vector<RunState> next_states(RunState state) {
  switch (state) {
    case RunState::planned:
      return {RunState::in_progress, RunState::set_aside};
    case RunState::in_progress:
      return {RunState::done, RunState::set_aside};
    case RunState::done:
      return {RunState::in_progress, RunState::set_aside};
    case RunState::set_aside:
      return {RunState::planned, RunState::in_progress};
    case RunState::written_up:
      break;
  }
  return {};
}

}  // namespace enact::playbook
