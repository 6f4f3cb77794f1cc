// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "stats/comparison.h"

namespace enact::stats {

// How often the two rows of a pair are on each level of one comparison: m for rows about the same
// one, u for rows about two different ones; of the pairs in which neither value is missing.
struct Rates {
  std::vector<double> m;
  std::vector<double> u;

  // What being on this level says for a match, in bits; 0 when missing. Twice as many bits are
  // twice as strong; one bit doubles the odds.
  double bits(int level) const;
};

// Fellegi and Sunter's model (JASA 64:1183, 1969), in which the comparisons of a pair are
// independent once it is known whether it is a match. See docs/method/record-linkage.md.
struct Model {
  double prior = 0;  // that two rows drawn at random are a match
  std::vector<Rates> comparisons;

  double bits(Pattern pattern) const;
};

// log2 of the odds, and back.
double odds_in_bits(double probability);
double probability_of(double bits);

}  // namespace enact::stats
