// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace enact::base {
namespace {

using namespace std::chrono;

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};

// The number in `text[at, at + length)`, if every character there is a digit.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t length) {
  if (text.size() < at + length) return std::nullopt;
  int value = 0;
  for (char c : text.substr(at, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string plural(long n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string span_words(long days) {
  if (days < 14) return plural(days, "day");
  if (days < 70) return plural(days / 7, "week");
  if (days < 730) return plural(days / 30, "month");
  return plural(days / 365, "year");
}

}  // namespace

std::string Day::iso() const {
  const auto d = date();
  return fmt::format("{:04}-{:02}-{:02}", int(d.year()), unsigned(d.month()), unsigned(d.day()));
}

std::string Day::words() const {
  const auto d = date();
  return fmt::format("{} {} {}", unsigned(d.day()), kMonths[unsigned(d.month()) - 1],
                     int(d.year()));
}

std::optional<Day> Day::parse(std::string_view iso) {
  const auto y = digits(iso, 0, 4), m = digits(iso, 5, 2), d = digits(iso, 8, 2);
  if (iso.size() != 10 || !y || !m || !d || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto date = year{*y} / month{unsigned(*m)} / day{unsigned(*d)};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string Instant::iso() const {
  const hh_mm_ss time{point_ - floor<days>(point_)};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", day().iso(), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::string Instant::words() const {
  const hh_mm_ss time{point_ - floor<days>(point_)};
  return fmt::format("{}, {:02}:{:02} UTC", day().words(), time.hours().count(),
                     time.minutes().count());
}

std::optional<Instant> Instant::parse(std::string_view iso) {
  const auto day = Day::parse(iso.substr(0, std::min<std::size_t>(10, iso.size())));
  const auto h = digits(iso, 11, 2), m = digits(iso, 14, 2), s = digits(iso, 17, 2);
  const auto ms = digits(iso, 20, 3);
  if (!day || !h || !m || !s || !ms || iso.size() != 24) return std::nullopt;
  if (iso[10] != 'T' || iso[13] != ':' || iso[16] != ':' || iso[19] != '.' || iso[23] != 'Z')
    return std::nullopt;
  if (*h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return Instant(Point(day->days()) + hours(*h) + minutes(*m) + seconds(*s) + milliseconds(*ms));
}

bool is_partial_date(std::string_view text) {
  if (text.size() == 4) return digits(text, 0, 4).has_value();
  if (text.size() == 7) return Day::parse(std::string(text) + "-01").has_value();
  return Day::parse(text).has_value();
}

std::string partial_date_words(std::string_view text) {
  if (const auto day = Day::parse(text)) return day->words();
  if (const auto first = Day::parse(std::string(text) + "-01"); first && text.size() == 7)
    return fmt::format("{} {}", kMonths[unsigned(first->date().month()) - 1],
                       int(first->date().year()));
  return std::string(text);
}

std::string relative_words(Day day, Day today) {
  const long n = (day.days() - today.days()).count();
  if (n == 0) return "today";
  if (n == 1) return "tomorrow";
  if (n == -1) return "yesterday";
  return n > 0 ? "in " + span_words(n) : span_words(-n) + " ago";
}

}  // namespace enact::base
