// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace enact::base {

// A calendar day, without time or zone. Kept in the database and in markup as "2026-11-22".
class Day {
 public:
  Day() = default;
  explicit Day(std::chrono::year_month_day date) : days_(date) {}
  explicit Day(std::chrono::sys_days days) : days_(days) {}

  std::chrono::sys_days days() const { return days_; }
  std::chrono::year_month_day date() const { return days_; }
  std::string iso() const;    // "2026-11-22"
  std::string words() const;  // "22 November 2026"

  Day operator+(std::chrono::days n) const { return Day(days_ + n); }
  auto operator<=>(const Day&) const = default;

  // "2026-11-22" only; nothing for anything else, such as the 30th of February.
  static std::optional<Day> parse(std::string_view iso);

 private:
  std::chrono::sys_days days_{};
};

// A moment in UTC, to the millisecond. Kept as "2026-11-22T09:30:00.000Z", which sorts as text.
class Instant {
 public:
  using Point = std::chrono::sys_time<std::chrono::milliseconds>;

  Instant() = default;
  explicit Instant(Point point) : point_(point) {}

  Point point() const { return point_; }
  Day day() const { return Day(std::chrono::floor<std::chrono::days>(point_)); }
  std::string iso() const;    // "2026-11-22T09:30:00.000Z"
  std::string words() const;  // "22 November 2026, 09:30 UTC"

  Instant operator+(std::chrono::milliseconds span) const { return Instant(point_ + span); }
  Instant operator-(std::chrono::milliseconds span) const { return Instant(point_ - span); }
  auto operator<=>(const Instant&) const = default;

  static std::optional<Instant> parse(std::string_view iso);

 private:
  Point point_{};
};

// A date of which only the year or month may be known, as people write it down: "2021",
// "2021-07", "2021-07-27". `words` turns it into "2021", "July 2021", "27 July 2021".
bool is_partial_date(std::string_view text);
std::string partial_date_words(std::string_view text);

// "in 3 days", "today", "2 weeks ago": how `day` looks from `today`.
std::string relative_words(Day day, Day today);

}  // namespace enact::base
