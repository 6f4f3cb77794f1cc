// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imports/row.h"

namespace enact::imports {

// Records that stand in the way of a commit or an undo, and the sentence that says so.
class Refusals {
 public:
  void add(std::string label, std::string why);
  // What a target refused of these rows.
  void add(const std::vector<Refusal>& refused, const std::vector<PlannedRow>& rows);

  bool empty() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  const std::vector<std::string>& records() const { return records_; }

  // "3 people stand in the way: Ana Alvarez (somebody changed it since), ..."
  std::string sentence(const Target& target, std::string_view outcome) const;

 private:
  std::size_t count_ = 0;
  std::vector<std::string> named_;  // the first of them
  std::vector<std::string> records_;
};

}  // namespace enact::imports
