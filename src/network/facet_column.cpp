// SPDX-License-Identifier: Apache-2.0
#include "network/facet_column.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace enact::network {

FacetColumn::Set FacetColumn::set_of(const std::string& values) {
  const auto [at, is_new] = set_numbers_.emplace(values, static_cast<Set>(sets_.size()));
  if (!is_new) return at->second;
  auto& set = sets_.emplace_back();
  for (const auto part : base::split(values, '\n')) {
    const auto value = std::string(base::trim(part));
    if (value.empty()) continue;
    const auto [number, is_new_value] =
        value_numbers_.emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (is_new_value) values_.push_back(value);
    if (std::find(set.begin(), set.end(), number->second) == set.end())
      set.push_back(number->second);
  }
  return at->second;
}

std::vector<bool> FacetColumn::sets_with(std::string_view value) const {
  std::vector<bool> found(sets_.size());
  const auto number = value_numbers_.find(std::string(value));
  if (number == value_numbers_.end()) return found;
  for (std::size_t set = 0; set < sets_.size(); ++set)
    found[set] =
        std::find(sets_[set].begin(), sets_[set].end(), number->second) != sets_[set].end();
  return found;
}

std::vector<FacetCount> FacetColumn::counts(const std::vector<std::uint32_t>& of_sets) const {
  std::vector<std::size_t> of_values(values_.size());
  for (std::size_t set = 0; set < of_sets.size(); ++set)
    if (of_sets[set] != 0)
      for (const auto number : sets_[set]) of_values[number] += of_sets[set];
  std::vector<FacetCount> counts;
  for (std::size_t number = 0; number < values_.size(); ++number)
    if (of_values[number] != 0) counts.push_back({values_[number], of_values[number]});
  std::sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return counts;
}

std::size_t FacetColumn::bytes() const {
  constexpr std::size_t kOfAnEntry = 100;  // a string, a node and a vector, roughly
  return (values_.size() + sets_.size()) * kOfAnEntry;
}

}  // namespace enact::network
