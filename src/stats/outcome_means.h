// SPDX-License-Identifier: Apache-2.0
// Two means, with and without treatment, and what follows from how sure they are together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/effect.h"

namespace enact::stats {

struct OutcomeMeans {
  double with = 0;
  double without = 0;
  double variance_with = 0;
  double variance_without = 0;
  double covariance = 0;
};

// An estimate with its interval. For ratios `value` and `error` are those of the logarithm.
Effect effect_of(Measure measure, double value, double error, double degrees, double level);

Effect difference_of(const OutcomeMeans& means, double degrees, double level);

// Risk and odds ratio by the delta method on the logarithm; none where a rate is 0 or 1.
void add_ratios(std::vector<Effect>& effects, const OutcomeMeans& means, double level);

// Predictions corrected by what they miss, weighted by inverse probability; variances from the
// influence function, summed by cluster. Shortfalls: no_overlap, too_few_clusters.
Estimate<OutcomeMeans> corrected_means(std::span<const char> treated,
                                       std::span<const double> outcome,
                                       std::span<const double> predicted_with,
                                       std::span<const double> predicted_without,
                                       std::span<const double> probabilities,
                                       std::span<const std::int32_t> clusters,
                                       Estimand estimand);

}  // namespace enact::stats
