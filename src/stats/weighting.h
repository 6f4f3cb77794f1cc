// SPDX-License-Identifier: Apache-2.0
// Weights in place of matches: the inverse of how probable a unit's own group was, and weights that
// make means equal exactly. Page: docs/method/weighting.md. Hirano, Imbens, Ridder (2003),
// Econometrica 71:1161; Li, Morgan, Zaslavsky (2018), JASA 113:390 (overlap); Hainmueller (2012),
// Political Analysis 20:25 (entropy balancing).
#pragma once

#include <span>
#include <vector>

#include "stats/matching.h"
#include "stats/table.h"

namespace enact::stats {

// att: treated 1, controls p/(1-p); atc the other way round; ate: 1/p and 1/(1-p); ato: 1-p and p.
// Then scaled as all weights here. Shortfalls: no_treated, no_controls; no_overlap where a
// probability leaves nothing to divide by.
Estimate<std::vector<double>> inverse_probability_weights(std::span<const char> treated,
                                                          std::span<const double> probabilities,
                                                          Estimand estimand);

struct EntropyOptions {
  Estimand estimand = Estimand::att;  // att, atc or ate
  int moments = 1;  // of numeric columns: 1 means, 2 variances too, 3 skewness too
  int threads = 1;
};

// The weights closest to equal ones under which the groups agree in these columns: to 1e-9 of a
// standard deviation. Shortfalls: not_balanced with the column that is farthest off when there are
// no such weights, and those of a design.
Estimate<std::vector<double>> entropy_balance(std::span<const char> treated,
                                              std::span<const Column* const> columns,
                                              const EntropyOptions& options);

// How many units of equal weight would tell as much: (sum)^2 / sum of squares.
double effective_size(std::span<const double> weights);

}  // namespace enact::stats
