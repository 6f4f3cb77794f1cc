// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::imports {

// What a cell was read as. The readers (date_cell.h, number_cell.h, contact_cell.h, place_cell.h,
// grade_cell.h) refuse with a sentence what could mean two things; what is sure enough to be used
// and still deserves a look has a warning. An empty cell is refused too: ask NoValue first.
template <class T>
struct Reading {
  T value;
  std::string warning;  // a sentence, or empty
};

template <class T>
using Read = base::Result<Reading<T>>;

// What stands in a cell of this file where nothing is known: "NULL", "PrivacySuppressed", "-2".
// Outer spaces and case do not matter; an empty cell never is a value.
class NoValue {
 public:
  explicit NoValue(const std::vector<std::string>& words = {});
  bool operator()(std::string_view cell) const;

 private:
  std::vector<std::string> words_;
};

// "yes", "Y", "true", "x", "1" and their opposites; nothing else.
Read<bool> read_yes_no(std::string_view cell);

// A cell without outer spaces, also no-break spaces and marks of no width.
std::string_view trimmed(std::string_view cell);

// For sentences: a cell in quotes, shortened.
std::string quoted(std::string_view cell);

// UTF-8 that was once read as Windows-1252, such as "Universityâ€“Madison", as it was meant; the
// empty text where it was not. For proposing: nothing here applies it.
std::string mended(std::string_view text);

}  // namespace enact::imports
