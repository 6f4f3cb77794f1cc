// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace enact::network {

struct FacetCount {
  std::string value;
  std::size_t count = 0;
};

// What the documents have of one facet. An entry may have several values (a program's fields), but
// few sets of values come up, so each document has the number of its set.
class FacetColumn {
 public:
  using Set = std::uint32_t;

  FacetColumn() { set_of(""); }

  // The set of the values, which stand between line ends; no values are set 0.
  Set set_of(const std::string& values);

  // The sets that hold the value; empty where nothing has it.
  std::vector<bool> sets_with(std::string_view value) const;

  std::size_t sets() const { return sets_.size(); }
  const std::vector<std::uint32_t>& values_of(Set set) const { return sets_[set]; }
  const std::string& value(std::uint32_t number) const { return values_[number]; }

  // From how many documents have each set to how many have each value: the most frequent first.
  std::vector<FacetCount> counts(const std::vector<std::uint32_t>& of_sets) const;

  std::size_t bytes() const;

 private:
  std::vector<std::string> values_;
  std::unordered_map<std::string, std::uint32_t> value_numbers_;
  std::vector<std::vector<std::uint32_t>> sets_;  // numbers of values
  std::unordered_map<std::string, Set> set_numbers_;
};

}  // namespace enact::network
