// SPDX-License-Identifier: Apache-2.0
// Matchings whose pairs are together as near as can be: pairs (each treated unit its own controls)
// and full matching (everybody in a set of one treated and some controls, or one control and some
// treated). Page: docs/method/optimal-matching.md. Rosenbaum (1989), JASA 84:1024; Rosenbaum
// (1991), JRSS B 53:597; Hansen (2004), JASA 99:609.
#pragma once

#include <span>

#include "stats/nearest.h"

namespace enact::stats {

// Nothing costs less than `bound`. On a score the two are the same number, proven in whole numbers
// (scores are rounded to 2^-49 of their range); elsewhere they differ by the rounding of costs.
struct Certificate {
  double cost = 0;
  double bound = 0;
};

struct OptimalMatching {
  Matching matching;
  Certificate certificate;
};

struct OptimalOptions {
  Estimand estimand = Estimand::att;
  int ratio = 1;         // of pairs
  PairRules rules = {};  // full matching leaves out who has nobody that the rules allow
};

// Pairs. In a group with fewer controls than asked for, all of them are used where they fit best.
// With calipers or anti-exact columns first as many pairs as can be, then the nearest; by a network
// then, which is for thousands, not millions. Shortfalls: no_treated, no_controls, no_match,
// not_for_this_estimand (pairs are for att and atc), too_large.
Estimate<OptimalMatching> match_optimal(std::span<const char> treated,
                                        std::span<const double> scores,
                                        const OptimalOptions& options);
Estimate<OptimalMatching> match_optimal(std::span<const char> treated,
                                        const Coordinates& points,
                                        const OptimalOptions& options);

// Full matching.
Estimate<OptimalMatching> match_full(std::span<const char> treated,
                                     std::span<const double> scores,
                                     const OptimalOptions& options);
Estimate<OptimalMatching> match_full(std::span<const char> treated,
                                     const Coordinates& points,
                                     const OptimalOptions& options);

}  // namespace enact::stats
