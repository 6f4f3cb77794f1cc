// SPDX-License-Identifier: Apache-2.0
// What every way of matching gives: who is compared with whom, and with what weight.
// Page: docs/method/matching.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stats/estimate.h"

namespace enact::stats {

// Whom the answer is about: those who took part, those who did not, everybody, or those for whom
// both were likely.
enum class Estimand { att, atc, ate, ato };

inline constexpr std::int32_t kNoSet = -1;

// The unit whose match is looked for (treated for att, control for atc), and one match.
struct MatchedPair {
  std::uint32_t focal;
  std::uint32_t other;
  double distance;

  friend bool operator==(const MatchedPair&, const MatchedPair&) = default;
};

struct Matching {
  // By focal unit, each unit's first match before its second. Empty for methods that make sets
  // only.
  std::vector<MatchedPair> pairs;
  // To which matched set each unit belongs, from 0 on, or kNoSet. Empty where a unit may belong to
  // several (with replacement).
  std::vector<std::int32_t> sets;
  // 0 for who is not matched. In each group the others average 1.
  std::vector<double> weights;

  friend bool operator==(const Matching&, const Matching&) = default;
};

// Scales each group's weights so that those above 0 average 1.
void normalize(std::span<const char> treated, std::vector<double>& weights);

// A pair's focal unit counts 1, and each of its m matches 1/m.
std::vector<double> weights_of_pairs(std::span<const char> treated,
                                     std::span<const MatchedPair> pairs);

// In each set the group that the estimand is about counts 1, the other by how many of the first
// there are for each of it; for ate both count the set's size over their own number. Sets without
// both groups count nothing.
std::vector<double> weights_of_sets(std::span<const char> treated,
                                    std::span<const std::int32_t> sets,
                                    Estimand estimand);

// The pairs as a matching: sets in the order of their focal units where nobody is used twice.
// Shortfall: no_match.
Estimate<Matching> matching_of(std::span<const char> treated, std::vector<MatchedPair> pairs);

// The sets as a matching, numbered anew in the order of their first unit; one that lacks a group is
// dissolved. Shortfall: no_match.
Estimate<Matching> matching_of_sets(std::span<const char> treated,
                                    std::vector<std::int32_t> sets,
                                    Estimand estimand);

// The sum of the pairs' distances.
double total_distance(std::span<const MatchedPair> pairs);

}  // namespace enact::stats
