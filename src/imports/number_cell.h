// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "imports/cell.h"

namespace enact::imports {

enum class NumberStyle { point, comma };  // "1,200.50", "1.200,50"

enum class Qualifier { exactly, about, at_least, more_than, at_most, less_than, between };

struct Amount {
  double number = 0;  // of a range its lower end
  double upper = 0;   // the same as `number` unless it is a range
  Qualifier qualifier = Qualifier::exactly;
  enum class Unit { none, dollars, percent } unit = Unit::none;
};

// "1,200", "$29,682 ", "(500)", "6.40%", "about 300", "at least 8", "8+", "up to 50", "100-120",
// "$50 or less", "1.2 million". Digits grouped in any other way than by three are refused, because
// they may be of the other style.
Read<Amount> read_amount(std::string_view cell, NumberStyle style = NumberStyle::point);

// How many of something: a whole number from 0 on, without a qualifier. "12.0", which spreadsheets
// make of 12, counts.
Read<std::int64_t> read_count(std::string_view cell, NumberStyle style = NumberStyle::point);

}  // namespace enact::imports
