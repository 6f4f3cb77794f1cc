// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imports/cell.h"

namespace enact::imports {

enum class DateOrder { month_first, day_first };
enum class Serials { refused, read };

struct Years {
  int first = 1900;
  int last = 2100;
};

// What the dates of one column are allowed to be.
struct DateRules {
  std::optional<DateOrder> order;       // of 3/4/2021; without it such a date is refused
  std::optional<int> two_digits_until;  // 29: "29" is 2029 and "30" is 1930; else refused
  Serials serials = Serials::refused;   // 44259 as Excel counts days, from 1900
  Years possible = {.first = 1800, .last = 2200};  // refused outside
  Years plausible = {};                            // warned of outside
};

struct DateCell {
  std::string date;  // as much as is known: "2021", "2021-03" or "2021-03-04" (base/date.h)
  std::string time;  // "14:30" or "14:30:05", where one was given; without its zone
};

// "2021-03-04", "3/4/2021", "4 Mar 2021", "March 4th, 2021", "Thu, Mar 4, 2021 2:30 PM",
// "20210304", "2021-03", "03/2021", "Mar 2021", "2021".
Read<DateCell> read_date(std::string_view cell, const DateRules& rules = {});

// Which order the dates of a column are written in. Dates that can be read in one way only, such as
// 25/3/2021, decide for those that can be read in two.
class OrderEvidence {
 public:
  void add(std::string_view cell);

  // Nothing when no date decides, or when they contradict each other.
  std::optional<DateOrder> order() const;
  bool is_contradictory() const { return day_first_ > 0 && month_first_ > 0; }
  std::string words() const;  // "212 dates can only be month first, such as 3/25/2021."

 private:
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::string example_;
};

}  // namespace enact::imports
