// SPDX-License-Identifier: Apache-2.0
// How unlike two units are: the score's difference, or the Euclidean distance of coordinates made
// so that it is Mahalanobis', the robust rank Mahalanobis, or the scaled Euclidean distance. Page:
// docs/method/distances.md. Rubin (1980), Biometrics 36:293; Rosenbaum (2010), Design of
// Observational Studies, ch. 8. Conventions (covariance pooled within groups, every level of a
// categorical column a column of its own over the root of 2) as MatchIt 4.7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stats/estimate.h"
#include "stats/table.h"

namespace enact::stats {

// A point for each unit.
struct Coordinates {
  std::size_t dimensions = 0;
  std::vector<double> values;  // unit by unit

  std::size_t size() const { return dimensions == 0 ? 0 : values.size() / dimensions; }
  const double* of(std::size_t unit) const { return values.data() + unit * dimensions; }
  double squared_distance(std::size_t a, std::size_t b) const {
    double sum = 0;
    for (std::size_t k = 0; k < dimensions; ++k) {
      const double by = of(a)[k] - of(b)[k];
      sum += by * by;
    }
    return sum;
  }
};

enum class Metric { mahalanobis, robust_mahalanobis, scaled_euclidean, euclidean };

// What is discarded has coordinates but does not count in covariances and ranks. Columns without
// variation are left out. Shortfalls: has_missing, no_variation when no column is left.
Estimate<Coordinates> coordinates(std::span<const Column* const> columns,
                                  std::span<const char> treated,
                                  std::span<const char> discarded,
                                  Metric metric);

// The standard deviation (n-1) of what is not discarded: the unit of calipers.
double standard_deviation(std::span<const double> values, std::span<const char> discarded = {});

// Which units lie outside the range of the other group's scores.
enum class Support { keep_all, both, treated, controls };
std::vector<char> outside_support(std::span<const char> treated,
                                  std::span<const double> scores,
                                  Support discard);

}  // namespace enact::stats
