// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/distributions.h"
#include "stats/effect.h"

namespace enact::stats {
namespace {

// Hedges' correction for small samples.
double correction(double units) {
  return 1 - 3 / (4 * units - 9);
}

EffectSize sized(double value, double variance, double omega) {
  return {.value = omega * value,
          .standard_error = omega * std::sqrt(variance),
          .improvement_index = 100 * (normal_cdf(omega * value) - 0.5)};
}

}  // namespace

Estimate<EffectSize> hedges_g(double difference,
                              const GroupOutcome& treated,
                              const GroupOutcome& controls) {
  const auto a = static_cast<double>(treated.units), b = static_cast<double>(controls.units);
  if (a + b < 4) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  const double square = ((a - 1) * treated.deviation * treated.deviation +
                         (b - 1) * controls.deviation * controls.deviation) /
                        (a + b - 2);
  if (!(square > 0)) return tl::unexpected(Shortfall{Shortfall::Reason::no_variation, "outcome"});
  const double d = difference / std::sqrt(square);
  const double omega = correction(a + b);
  return sized(d, (a + b) / (a * b) + omega * d * omega * d / (2 * (a + b)), omega);
}

Estimate<EffectSize> cox_index(double rate_with,
                               double rate_without,
                               const GroupOutcome& treated,
                               const GroupOutcome& controls) {
  const auto a = static_cast<double>(treated.units), b = static_cast<double>(controls.units);
  if (a + b < 4) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  if (!(rate_with > 0 && rate_with < 1 && rate_without > 0 && rate_without < 1))
    return tl::unexpected(Shortfall{Shortfall::Reason::empty_cell, {}});
  const double odds =
      std::log(rate_with / (1 - rate_with)) - std::log(rate_without / (1 - rate_without));
  const double variance =
      1 / (a * rate_with * (1 - rate_with)) + 1 / (b * rate_without * (1 - rate_without));
  return sized(odds / 1.65, variance / (1.65 * 1.65), correction(a + b));
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return p[i] > p[j]; });
  std::vector<double> adjusted(p.size());
  double least = 1;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto rank = static_cast<double>(p.size() - i);
    least = std::min(least, p[order[i]] * static_cast<double>(p.size()) / rank);
    adjusted[order[i]] = least;
  }
  return adjusted;
}

}  // namespace enact::stats
