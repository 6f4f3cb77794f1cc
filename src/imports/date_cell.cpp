// SPDX-License-Identifier: Apache-2.0
#include "imports/date_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "imports/date_parts.h"

namespace enact::imports {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

struct Fields {
  int year = 0;
  int month = 0;  // 0: not known
  int day = 0;
};

base::Failure refuse(std::string_view cell, std::string_view why) {
  return base::invalid("", fmt::format("{} {}", quoted(cell), why));
}

base::Result<int> full_year(const DateToken& token, std::string_view cell, const DateRules& rules) {
  if (token.text.size() == 4) return token.number();
  if (token.text.size() != 2) return refuse(cell, "has no year of four digits.");
  if (!rules.two_digits_until)
    return refuse(cell, "has a year of two digits; write all four, or say which century is meant.");
  const int year = token.number();
  return year <= *rules.two_digits_until ? 2000 + year : 1900 + year;
}

// 3/4/2021, of which the first two may be day and month or month and day.
base::Result<Fields> with_order(
    int first, int second, int year, std::string_view cell, const DateRules& rules) {
  if (first > 12 && second > 12) return refuse(cell, "is no date.");
  auto order = rules.order;
  if (first > 12 || second > 12) {
    const auto own = first > 12 ? DateOrder::day_first : DateOrder::month_first;
    if (order && *order != own)
      return refuse(cell, own == DateOrder::day_first
                              ? "has the day first, the dates of this column the month."
                              : "has the month first, the dates of this column the day.");
    order = own;
  }
  if (!order && first != second)
    return refuse(cell,
                  "can be read with the day first or with the month first. Say which is meant "
                  "in this column.");
  const bool day_first = order == DateOrder::day_first;
  return Fields{year, day_first ? second : first, day_first ? first : second};
}

base::Result<Fields> from_one_number(const DateToken& token,
                                     std::string_view cell,
                                     const DateRules& rules) {
  const int number = token.number();
  const auto digits = token.text.size();
  if (digits == 4) return Fields{number, 0, 0};
  const auto given = [](int part) { return part == 0 ? -1 : part; };
  if (digits == 8) return Fields{number / 10000, given(number / 100 % 100), given(number % 100)};
  if (digits == 5 && rules.serials == Serials::read) {
    // Excel counts a 29 February 1900 that never was; from March 1900 on this is right.
    const auto epoch = std::chrono::sys_days(std::chrono::year{1899} / 12 / 30);
    const std::chrono::year_month_day date = epoch + std::chrono::days(number);
    return Fields{int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
  }
  return refuse(cell, digits == 5 ? "may be a day as a spreadsheet counts it; show the column as "
                                    "dates, or say that it holds such numbers."
                                  : "is no date.");
}

base::Result<Fields> from_two(const DateToken& a, const DateToken& b, std::string_view cell) {
  if (a.is_number() && b.is_number()) {
    if (a.text.size() == 4 && b.text.size() <= 2) {
      if (b.number() > 12)
        return refuse(cell, "looks like a school year; write one date, such as the day it begins.");
      return Fields{a.number(), b.part(), 0};
    }
    if (b.text.size() == 4 && a.text.size() <= 2) return Fields{b.number(), a.part(), 0};
    return refuse(cell, "has no year.");
  }
  const auto& word = a.is_number() ? b : a;
  const auto& number = a.is_number() ? a : b;
  const int month = month_of(word.text);
  if (month == 0) return refuse(cell, "is no date.");
  if (number.text.size() == 4) return Fields{number.number(), month, 0};
  return refuse(cell,
                "has no year. A spreadsheet may have made a date of two numbers, such as 5-20.");
}

base::Result<Fields> from_three(const std::vector<DateToken>& t,
                                std::string_view cell,
                                const DateRules& rules) {
  const auto words =
      std::count_if(t.begin(), t.end(), [](const auto& x) { return !x.is_number(); });
  if (words == 0) {
    if (t[0].text.size() == 4) return Fields{t[0].number(), t[1].part(), t[2].part()};
    const auto year = full_year(t[2], cell, rules);
    if (!year) return tl::unexpected(year.error());
    return with_order(t[0].part(), t[1].part(), *year, cell, rules);
  }
  if (words > 1) return refuse(cell, "is no date.");
  const bool year_first = t[0].is_number() && t[0].text.size() == 4;  // 2021 Mar 4
  const std::size_t word = t[0].is_number() ? 1 : 0;
  const int month = t[word].is_number() ? 0 : month_of(t[word].text);
  if (month == 0) return refuse(cell, "is no date.");
  const auto& day = year_first ? t[2] : t[word == 0 ? 1 : 0];
  const auto year = full_year(year_first ? t[0] : t[2], cell, rules);
  if (!year) return tl::unexpected(year.error());
  return Fields{*year, month, day.part()};
}

// "4th" is cut into "4" and "th"; a weekday in front says nothing new.
void drop_ornaments(std::vector<DateToken>& tokens) {
  if (!tokens.empty() && is_weekday(tokens.front().text)) {
    tokens.erase(tokens.begin());
    if (!tokens.empty()) tokens.front().gap = {};
  }
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const auto word = tokens[i].text;
    const bool is_ending = tokens[i].gap.empty() && tokens[i - 1].is_number() &&
                           (word == "st" || word == "nd" || word == "rd" || word == "th");
    if (is_ending || word == "of") tokens.erase(tokens.begin() + std::ptrdiff_t(i--));
  }
}

bool has_good_gaps(const std::vector<DateToken>& tokens, std::string_view text) {
  for (const auto& token : tokens) {
    const auto gap = base::trim(token.gap);
    const bool is_good =
        gap.empty() || gap == "-" || gap == "/" || gap == "." || gap == "," || gap == ".,";
    if (!is_good) return false;
  }
  // A number that stands there with a minus is no date.
  return !tokens.empty() && tokens.front().gap.empty() &&
         (is_digit(text.back()) || is_letter(text.back()) || text.back() == '.');
}

base::Result<Fields> fields_of(std::string_view text,
                               std::string_view cell,
                               const DateRules& rules) {
  auto tokens = tokens_of(text);
  drop_ornaments(tokens);
  if (tokens.empty() || tokens.size() > 3) return refuse(cell, "is no date.");
  if (!has_good_gaps(tokens, text)) return refuse(cell, "is no date.");
  if (tokens.size() == 1 && tokens[0].is_number()) return from_one_number(tokens[0], cell, rules);
  if (tokens.size() == 1) return refuse(cell, "is no date.");
  return tokens.size() == 2 ? from_two(tokens[0], tokens[1], cell)
                            : from_three(tokens, cell, rules);
}

base::Result<std::string> iso(const Fields& f, std::string_view cell, const DateRules& rules) {
  if (f.year < rules.possible.first || f.year > rules.possible.last)
    return refuse(cell, fmt::format("is in the year {}, which cannot be.", f.year));
  if (f.month == 0) return fmt::format("{:04}", f.year);
  if (f.month < 0 || f.month > 12) return refuse(cell, "has no such month.");
  if (f.day == 0) return fmt::format("{:04}-{:02}", f.year, f.month);
  const auto date =
      std::chrono::year{f.year} / f.month / std::clamp(f.day, 0, 32);  // a byte holds it
  if (!date.ok()) return refuse(cell, "is a day that does not exist.");
  return fmt::format("{:04}-{:02}-{:02}", f.year, f.month, f.day);
}

}  // namespace

Read<DateCell> read_date(std::string_view cell, const DateRules& rules) {
  constexpr std::size_t kLongest = 60;
  const auto text = base::lower(trimmed(cell));
  if (text.empty() || text.size() > kLongest) return refuse(cell, "is no date.");
  auto date = std::string_view(text);
  std::string time;
  if (const auto at = begin_of_time(date); at != std::string_view::npos) {
    const auto read = time_of_day(date.substr(at));
    if (!read) return refuse(cell, "has a time of day that cannot be read.");
    time = *read;
    date = base::trim(date.substr(0, at));
    // 2021-03-04T14:30; "at" and a comma may stand there, too.
    for (const std::string_view mark : {"at", "t", ","})
      if (date.ends_with(mark)) date = base::trim(date.substr(0, date.size() - mark.size()));
    if (date.empty()) return refuse(cell, "is a time of day without a date.");
  }
  const auto fields = fields_of(date, cell, rules);
  if (!fields) return tl::unexpected(fields.error());
  const auto iso_date = iso(*fields, cell, rules);
  if (!iso_date) return tl::unexpected(iso_date.error());
  Reading<DateCell> reading{{*iso_date, time}, {}};
  if (fields->year < rules.plausible.first || fields->year > rules.plausible.last)
    reading.warning = fmt::format("{} is in the year {}. Is that so?", quoted(cell), fields->year);
  return reading;
}

void OrderEvidence::add(std::string_view cell) {
  DateRules rules{.two_digits_until = 50};
  rules.order = DateOrder::month_first;
  const bool month_first = read_date(cell, rules).has_value();
  rules.order = DateOrder::day_first;
  const bool day_first = read_date(cell, rules).has_value();
  if (month_first == day_first) return;
  ++(month_first ? month_first_ : day_first_);
  if (example_.empty()) example_ = trimmed(cell);
}

std::optional<DateOrder> OrderEvidence::order() const {
  if (is_contradictory() || month_first_ + day_first_ == 0) return std::nullopt;
  return month_first_ > 0 ? DateOrder::month_first : DateOrder::day_first;
}

std::string OrderEvidence::words() const {
  if (is_contradictory())
    return fmt::format("{} can only be month first and {} only day first: the column is mixed.",
                       base::counted(std::int64_t(month_first_), "date", "dates"), day_first_);
  if (month_first_ + day_first_ == 0) return "No date shows whether the day or the month is first.";
  return fmt::format("{} can only be {}, such as {}.",
                     base::counted(std::int64_t(month_first_ + day_first_), "date", "dates"),
                     month_first_ > 0 ? "month first" : "day first", example_);
}

}  // namespace enact::imports
