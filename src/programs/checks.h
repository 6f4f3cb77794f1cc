// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace enact::programs {

// Collects what is wrong with a thing before it is kept, each fault with the name of its field.
class Faults {
 public:
  // Something must be there, and not longer than `longest` bytes.
  void text(std::string_view field,
            std::string_view text,
            std::size_t longest,
            std::string_view when_empty);
  // May be empty.
  void length(std::string_view field, std::string_view text, std::size_t longest);
  // May be empty; else a day.
  void day(std::string_view field, std::string_view text);
  // A day that is there and not after today.
  void past_day(std::string_view field, std::string_view text, base::Day today);
  // 0 (not said) to a million; a form gives -1 for what is no number.
  void number(std::string_view field, int number);
  // Two days in their order; either may be empty or unreadable, which others say.
  void order(std::string_view field,
             std::string_view first,
             std::string_view then,
             std::string_view when_wrong);
  void add(std::string_view field, std::string_view message);
  void add(const base::Error& error);

  std::vector<base::Fault> all() && { return std::move(faults_); }
  std::vector<base::Fault> all() const& { return faults_; }

 private:
  std::vector<base::Fault> faults_;
};

inline constexpr std::size_t kLongestLine = 200;
inline constexpr std::size_t kLongestText = 4000;

// All faults as one error, or nothing.
base::Result<void> refused(std::vector<base::Fault> faults);

}  // namespace enact::programs
