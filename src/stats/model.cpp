// SPDX-License-Identifier: Apache-2.0
#include "stats/model.h"

#include <cmath>

namespace enact::stats {

double Rates::bits(int level) const {
  return level == Pattern::kMissing ? 0 : std::log2(m[level] / u[level]);
}

double Model::bits(Pattern pattern) const {
  double bits = 0;
  for (std::size_t i = 0; i < comparisons.size(); ++i) bits += comparisons[i].bits(pattern[i]);
  return bits;
}

double odds_in_bits(double probability) {
  return std::log2(probability / (1 - probability));
}

double probability_of(double bits) {
  return 1 / (1 + std::exp2(-bits));
}

}  // namespace enact::stats
