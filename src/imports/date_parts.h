// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace enact::imports {

// A run of digits or of letters of a date in lower case, and what stands between it and the one
// before.
struct DateToken {
  std::string_view text;
  std::string_view gap;

  bool is_number() const;
  int number() const;                                         // -1: too long for a part of a date
  int part() const { return number() == 0 ? -1 : number(); }  // no day and no month is zero
};

std::vector<DateToken> tokens_of(std::string_view text);

// 1 to 12, or 0: a name of a month, or its beginning of three letters or more.
int month_of(std::string_view word);
bool is_weekday(std::string_view word);

// "14:30" or "14:30:05" from "14:30", "2:30:05 pm", "10:00:00.000Z"; nothing for anything else.
std::optional<std::string> time_of_day(std::string_view text);

// Where the time of day begins: at the digits before the first colon.
std::size_t begin_of_time(std::string_view text);

}  // namespace enact::imports
