// SPDX-License-Identifier: Apache-2.0
#include "stats/power.h"

#include <cmath>

#include "stats/distributions.h"

namespace enact::stats {
namespace {

double design_effect(const PowerOptions& options) {
  return 1 + (options.cluster_size - 1) * options.cluster_correlation;
}

bool is_rate(double rate) {
  return rate > 0 && rate < 1;
}

// Standard deviations of the difference for one treated student: if there is no difference, and if
// there is.
struct Spread {
  double without, with;
};

Spread spread_of(double a, double b, double controls) {
  const double mean = (a + controls * b) / (1 + controls);
  return {std::sqrt((1 + 1 / controls) * mean * (1 - mean)),
          std::sqrt(a * (1 - a) + b * (1 - b) / controls)};
}

}  // namespace

double power_for_rates(double treated,
                       double rate_with,
                       double rate_without,
                       const PowerOptions& options) {
  const auto spread = spread_of(rate_with, rate_without, options.controls_for_each);
  const double size = std::sqrt(treated / design_effect(options));
  const double z = normal_quantile(1 - options.alpha / 2);
  return normal_cdf((size * std::abs(rate_with - rate_without) - z * spread.without) / spread.with);
}

Estimate<double> treated_needed_for_rates(double power,
                                          double rate_with,
                                          double rate_without,
                                          const PowerOptions& options) {
  if (!is_rate(rate_with) || !is_rate(rate_without))
    return tl::unexpected(Shortfall{Shortfall::Reason::empty_cell, {}});
  if (rate_with == rate_without)
    return tl::unexpected(Shortfall{Shortfall::Reason::no_variation, {}});
  const auto spread = spread_of(rate_with, rate_without, options.controls_for_each);
  const double reach = normal_quantile(1 - options.alpha / 2) * spread.without +
                       normal_quantile(power) * spread.with;
  const double apart = rate_with - rate_without;
  return std::ceil(reach * reach / (apart * apart) * design_effect(options) - 1e-9);
}

double power_for_means(double treated, double difference, const PowerOptions& options) {
  const double size = treated / design_effect(options) / (1 + 1 / options.controls_for_each);
  return normal_cdf(std::sqrt(size) * std::abs(difference) -
                    normal_quantile(1 - options.alpha / 2));
}

Estimate<double> treated_needed_for_means(double power,
                                          double difference,
                                          const PowerOptions& options) {
  if (difference == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_variation, {}});
  const double reach = normal_quantile(1 - options.alpha / 2) + normal_quantile(power);
  return std::ceil(reach * reach / (difference * difference) * (1 + 1 / options.controls_for_each) *
                       design_effect(options) -
                   1e-9);
}

}  // namespace enact::stats
