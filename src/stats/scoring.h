// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stats/blocking.h"
#include "stats/comparison.h"
#include "stats/model.h"

namespace enact::stats {

// What one comparison says about a pair: the level that its rows are on and what that is worth.
struct Evidence {
  std::int8_t level = Pattern::kMissing;
  float bits = 0;

  bool operator==(const Evidence&) const = default;
};

// Weighs pairs of rows by a model. Two rows that agree on a value which few rows have get more bits
// than those that agree on a common one, where the comparison asks for it (Winkler 1989): of
// matches, a share m of the value's frequency agrees on it, of others the square of its frequency.
// The frequency is that among rows about others, or duplicates would make their own values common.
class Scorer {
 public:
  // All three must outlive it.
  Scorer(const Population& population,
         const std::vector<Comparison>& comparisons,
         const Comparer& comparer,
         const Model& model);

  // The bits for a match, all comparisons together, or nothing when they are below the floor. Looks
  // at no more of the values than is needed to know that.
  std::optional<double> bits(Row a, Row b, double floor) const;

  // One for each comparison.
  std::vector<Evidence> evidence(Row a, Row b) const;

 private:
  double bits_of_equal(std::size_t comparison, Texts::Number value) const {
    const auto& by_value = by_value_[comparison];
    return by_value.empty() ? by_level_[comparison][0] : by_value[value];
  }

  const Comparer* comparer_;
  std::vector<std::vector<double>> by_level_;  // bits
  std::vector<std::vector<double>> by_value_;  // bits of agreeing on it; empty: all the same
  std::vector<double> most_of_unequal_;        // bits
};

}  // namespace enact::stats
