// SPDX-License-Identifier: Apache-2.0
#include "imports/date_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace enact::imports {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace

bool DateToken::is_number() const {
  return is_digit(text.front());
}

int DateToken::number() const {
  return text.size() > 8 ? -1 : static_cast<int>(base::to_integer(text).value_or(-1));
}

std::vector<DateToken> tokens_of(std::string_view text) {
  std::vector<DateToken> tokens;
  std::size_t at = 0;
  for (std::size_t gap = 0; at < text.size(); gap = at) {
    while (at < text.size() && !is_digit(text[at]) && !is_letter(text[at])) ++at;
    const auto begin = at;
    const auto is_same = at < text.size() && is_digit(text[at]) ? is_digit : is_letter;
    while (at < text.size() && is_same(text[at])) ++at;
    if (at > begin)
      tokens.push_back({text.substr(begin, at - begin), text.substr(gap, begin - gap)});
  }
  return tokens;
}

int month_of(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (word.size() >= 3 && kMonths[i].starts_with(word)) return static_cast<int>(i) + 1;
  return 0;
}

bool is_weekday(std::string_view word) {
  return word.size() >= 3 && std::any_of(kWeekdays.begin(), kWeekdays.end(),
                                         [&](auto day) { return day.starts_with(word); });
}

std::optional<std::string> time_of_day(std::string_view text) {
  text = base::trim(text);
  const auto tokens = tokens_of(text);
  std::vector<int> numbers;
  std::size_t i = 0;
  for (; i < tokens.size() && tokens[i].is_number(); ++i) {
    const auto gap = base::trim(tokens[i].gap);
    if (numbers.size() == 3 && gap == ".") continue;  // parts of a second
    if (i > 0 && gap != ":") break;
    if (tokens[i].text.size() > 2 || numbers.size() == 3) return std::nullopt;
    numbers.push_back(tokens[i].number());
  }
  if (numbers.size() < 2) return std::nullopt;
  if (i < tokens.size() && (tokens[i].text == "am" || tokens[i].text == "pm" ||
                            tokens[i].text == "a" || tokens[i].text == "p")) {
    if (numbers[0] < 1 || numbers[0] > 12) return std::nullopt;
    numbers[0] = numbers[0] % 12 + (tokens[i].text.starts_with('p') ? 12 : 0);
    i += i + 1 < tokens.size() && tokens[i + 1].text == "m" ? 2 : 1;  // "p.m."
  } else if (i < tokens.size() && !tokens[i].is_number() && tokens[i].text != "z" &&
             tokens[i].text != "utc" && tokens[i].text != "gmt") {
    return std::nullopt;
  }
  if (numbers[0] > 23 || numbers[1] > 59 || (numbers.size() == 3 && numbers[2] > 59))
    return std::nullopt;
  return numbers.size() == 2 ? fmt::format("{:02}:{:02}", numbers[0], numbers[1])
                             : fmt::format("{:02}:{:02}:{:02}", numbers[0], numbers[1], numbers[2]);
}

std::size_t begin_of_time(std::string_view text) {
  auto at = text.find(':');
  if (at == std::string_view::npos) return at;
  while (at > 0 && is_digit(text[at - 1])) --at;
  return at;
}

}  // namespace enact::imports
