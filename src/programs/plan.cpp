// SPDX-License-Identifier: Apache-2.0
#include "programs/plan.h"

#include "base/text.h"
#include "programs/checks.h"

namespace enact::programs {
namespace {

constexpr std::string_view kStateNames[] = {"open", "done", "dropped"};
constexpr std::string_view kStateWords[] = {"Open", "Done", "Dropped"};
constexpr std::string_view kHowNames[] = {"signed_in", "link", "told"};

}  // namespace

std::string_view name_of(StepState state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

std::string_view words_of(StepState state) {
  return kStateWords[static_cast<std::size_t>(state)];
}

std::optional<StepState> step_state_named(std::string_view name) {
  for (const auto state : kStepStates)
    if (name_of(state) == name) return state;
  return std::nullopt;
}

std::string_view name_of(Side side) {
  return side == Side::program ? "program" : "ecosystem";
}

bool Step::is_overdue(base::Day today) const {
  const auto due = base::Day::parse(due_on);
  return state == StepState::open && due && *due < today;
}

std::vector<base::Fault> faults_of(const Step& step) {
  Faults faults;
  faults.text("title", step.title, 300, "Write what is to be done.");
  faults.length("owner_name", step.owner_name, kLongestLine);
  faults.day("due_on", step.due_on);
  return std::move(faults).all();
}

std::vector<base::Fault> faults_of(const Goal& goal) {
  Faults faults;
  faults.text("goal_title", goal.title, 300,
              "Write the goal, so that a stranger could tell whether it was met.");
  return std::move(faults).all();
}

base::Result<void> check_move(StepState from, StepState to, std::string_view reason) {
  if (from != to && to == StepState::dropped && base::trim(reason).empty())
    return base::invalid("reason", "Say in a few words why the step is dropped.");
  if (reason.size() > kLongestText) return base::invalid("reason", "Keep the reason shorter.");
  return {};
}

std::vector<base::Fault> faults_of(const PlanNote& note, base::Day today) {
  Faults faults;
  faults.text("note", note.text, kLongestText, "Write the note first.");
  faults.past_day("happened_on", note.happened_on, today);
  return std::move(faults).all();
}

std::string_view name_of(Agreement::How how) {
  return kHowNames[static_cast<std::size_t>(how)];
}

std::string_view words_of(Agreement::How how) {
  constexpr std::string_view kWords[] = {"signed in", "through a link", "told us"};
  return kWords[static_cast<std::size_t>(how)];
}

std::optional<Agreement::How> how_named(std::string_view name) {
  using enum Agreement::How;
  for (const auto how : {signed_in, link, told})
    if (name_of(how) == name) return how;
  return std::nullopt;
}

std::vector<base::Fault> faults_of(const Agreement& agreement, base::Day today) {
  Faults faults;
  faults.text("agreed_name", agreement.name, kLongestLine, "Write who agreed for the program.");
  faults.past_day("agreed_on", agreement.agreed_on, today);
  faults.length("remark", agreement.remark, kLongestText);
  return std::move(faults).all();
}

}  // namespace enact::programs
