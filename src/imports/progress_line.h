// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "imports/planning.h"

namespace enact::imports {

// A line on the terminal that says how far something is, once it takes longer than a second; gone
// at the end. Nothing where standard error is no terminal.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Lends itself: good as long as this object.
  Progress shown();

 private:
  using Clock = std::chrono::steady_clock;

  void show(std::int64_t done, std::int64_t all);

  std::string what_;
  bool is_terminal_;
  bool is_shown_ = false;
  Clock::time_point last_ = Clock::now();
};

// "Importing [#####.....] 50%, 5,000 of 10,000 rows".
std::string progress_words(std::string_view what, std::int64_t done, std::int64_t all);

}  // namespace enact::imports
