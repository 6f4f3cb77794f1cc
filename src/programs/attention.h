// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

// Which program should be looked at first.
namespace enact::programs {

inline constexpr int kUsualRhythm = 30;  // days between two check-ins
inline constexpr int kLongestRhythm = 730;

// What is known of a program's support, counted.
struct Standing {
  std::optional<base::Day> last_check_in;
  std::optional<base::Day> next_by;  // what was agreed at the last one
  int rhythm_days = kUsualRhythm;    // 0: nobody checks in with it
  int steps = 0;                     // that were not dropped
  int done = 0;
  int overdue = 0;
  std::optional<base::Day> overdue_since;  // of the oldest
  int open_needs = 0;
  int urgent_needs = 0;
  std::optional<base::Day> urgent_since;
  bool has_plan = false;
};

// The day by which somebody should be in touch; nothing where nobody checks in. It was due always
// with one that was never checked in with: `today`.
std::optional<base::Day> check_in_due(const Standing& standing, base::Day today);
bool is_check_in_due(const Standing& standing, base::Day today);

// "never checked in with", "quiet for 40 days", "12 days ago".
std::string check_in_words(const Standing& standing, base::Day today);

// "3 of 7 steps done, 1 overdue", "no steps yet", "no plan yet".
std::string plan_words(const Standing& standing);

// What calls for somebody: a check-in that is due, steps that are late, urgent needs.
std::vector<std::string> calls_of(const Standing& standing, base::Day today);

// The days for which the oldest of these has waited; nothing where nothing calls. What was never
// begun waited longest.
std::optional<int> days_waited(const Standing& standing, base::Day today);

}  // namespace enact::programs
