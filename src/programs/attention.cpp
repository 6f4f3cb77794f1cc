// SPDX-License-Identifier: Apache-2.0
#include "programs/attention.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::programs {
namespace {

constexpr int kAlways = 1'000'000;

int days_from(base::Day from, base::Day to) {
  return static_cast<int>((to.days() - from.days()).count());
}

}  // namespace

std::optional<base::Day> check_in_due(const Standing& standing, base::Day today) {
  if (standing.rhythm_days == 0) return std::nullopt;
  if (!standing.last_check_in) return today;
  if (standing.next_by) return standing.next_by;
  return *standing.last_check_in + std::chrono::days(standing.rhythm_days);
}

bool is_check_in_due(const Standing& standing, base::Day today) {
  const auto due = check_in_due(standing, today);
  return due && *due <= today;
}

std::string check_in_words(const Standing& standing, base::Day today) {
  if (!standing.last_check_in)
    return standing.rhythm_days == 0 ? "not checked in with by us" : "never checked in with";
  const auto days = days_from(*standing.last_check_in, today);
  if (days > 0 && is_check_in_due(standing, today))
    return "quiet for " + base::counted(days, "day", "days");
  return base::relative_words(*standing.last_check_in, today);
}

std::string plan_words(const Standing& standing) {
  if (!standing.has_plan) return "no plan yet";
  if (standing.steps == 0) return "no steps yet";
  auto words =
      fmt::format("{} of {} done", standing.done, base::counted(standing.steps, "step", "steps"));
  if (standing.overdue > 0) words += fmt::format(", {} overdue", standing.overdue);
  return words;
}

std::vector<std::string> calls_of(const Standing& standing, base::Day today) {
  std::vector<std::string> calls;
  if (is_check_in_due(standing, today))
    calls.emplace_back(standing.last_check_in ? "check-in due" : "first check-in due");
  if (standing.overdue > 0)
    calls.push_back(base::counted(standing.overdue, "step", "steps") + " overdue");
  if (standing.urgent_needs > 0)
    calls.push_back(base::counted(standing.urgent_needs, "urgent need", "urgent needs"));
  return calls;
}

std::optional<int> days_waited(const Standing& standing, base::Day today) {
  std::optional<int> longest;
  const auto waited_since = [&](std::optional<base::Day> day) {
    if (day) longest = std::max(longest.value_or(0), days_from(*day, today));
  };
  if (is_check_in_due(standing, today)) {
    if (!standing.last_check_in) return kAlways;
    waited_since(check_in_due(standing, today));
  }
  if (standing.overdue > 0) waited_since(standing.overdue_since);
  if (standing.urgent_needs > 0) waited_since(standing.urgent_since);
  return longest;
}

}  // namespace enact::programs
