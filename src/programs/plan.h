// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace enact::programs {

// What a program and its ecosystem agreed to do, on one page.
struct Plan {
  std::string id;
  std::string workspace;
  std::string program;
  std::string program_name;
  std::int64_t version = 0;
};

struct Goal {
  std::string id;
  std::string plan;
  std::string title;
};

enum class StepState { open, done, dropped };
inline constexpr std::array kStepStates{StepState::open, StepState::done, StepState::dropped};
std::string_view name_of(StepState state);
std::string_view words_of(StepState state);
std::optional<StepState> step_state_named(std::string_view name);

// Who promised a step.
enum class Side { program, ecosystem };
std::string_view name_of(Side side);

struct Step {
  std::string id;
  std::string plan;
  std::string workspace;
  std::string program;
  std::string goal;  // id, or empty
  std::string title;
  Side side = Side::ecosystem;
  std::string owner_name;
  std::string owner_thing;  // "user", "person" or empty: nobody on record
  std::string owner;
  std::string due_on;
  StepState state = StepState::open;
  std::string state_since;
  std::string reason;
  std::int64_t version = 0;

  bool is_overdue(base::Day today) const;
};

// Fields title, owner_name, due_on.
std::vector<base::Fault> faults_of(const Step& step);
std::vector<base::Fault> faults_of(const Goal& goal);

// A step is dropped with a reason. Fields state, reason.
base::Result<void> check_move(StepState from, StepState to, std::string_view reason);

struct PlanNote {
  std::string id;
  std::string plan;
  std::string happened_on;
  std::string text;
  std::string written_by_name;
};
std::vector<base::Fault> faults_of(const PlanNote& note, base::Day today);

// That somebody of the program agreed to the plan as it was worded then.
struct Agreement {
  enum class How { signed_in, link, told };

  std::string id;
  std::string plan;
  std::int64_t plan_version = 0;
  std::string name;
  std::string agreed_on;
  How how = How::told;
  std::string remark;
  std::string noted_by_name;
};
std::string_view name_of(Agreement::How how);
std::string_view words_of(Agreement::How how);  // "through a link"
std::optional<Agreement::How> how_named(std::string_view name);
std::vector<base::Fault> faults_of(const Agreement& agreement, base::Day today);

inline constexpr int kMostSteps = 100;  // of one plan, which is a page and no archive
inline constexpr int kMostGoals = 20;

}  // namespace enact::programs
