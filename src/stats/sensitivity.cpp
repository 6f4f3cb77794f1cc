// SPDX-License-Identifier: Apache-2.0
#include "stats/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/distributions.h"

namespace enact::stats {
namespace {

constexpr double kMostGamma = 1000;

// The bound rises with gamma, so the place is found by halving.
template <class Bound>
Estimate<double> where_it_passes(const Bound& bound, double p) {
  const auto at_1 = bound(1.0);
  if (!at_1) return tl::unexpected(at_1.error());
  if (*at_1 > p) return 1.0;
  if (*bound(kMostGamma) <= p) return kMostGamma;
  double low = 1, high = kMostGamma;
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (low + high);
    (*bound(middle) <= p ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

Estimate<double> signed_rank_bound(std::span<const double> differences, double gamma) {
  std::vector<double> sizes;
  for (const double each : differences)
    if (each != 0) sizes.push_back(each);
  if (sizes.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_variation, "outcome"});
  std::sort(sizes.begin(), sizes.end(),
            [](double a, double b) { return std::abs(a) < std::abs(b); });
  const double chance = gamma / (1 + gamma);
  double statistic = 0, expected = 0, variance = 0;
  for (std::size_t i = 0; i < sizes.size();) {
    std::size_t end = i;
    while (end < sizes.size() && std::abs(sizes[end]) == std::abs(sizes[i])) ++end;
    const double rank = 0.5 * static_cast<double>(i + 1 + end);
    for (; i < end; ++i) {
      if (sizes[i] > 0) statistic += rank;
      expected += chance * rank;
      variance += chance * (1 - chance) * rank * rank;
    }
  }
  return normal_cdf(-(statistic - expected) / std::sqrt(variance));
}

Estimate<double> mcnemar_bound(const DiscordantPairs& pairs, double gamma) {
  const int all = pairs.only_treated + pairs.only_control;
  if (all == 0) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_events, {}});
  const double up = std::log(gamma / (1 + gamma)), down = -std::log1p(gamma);
  double sum = 0;
  for (int k = all; k >= pairs.only_treated; --k)
    sum += std::exp(std::lgamma(all + 1.0) - std::lgamma(k + 1.0) - std::lgamma(all - k + 1.0) +
                    k * up + (all - k) * down);
  return std::min(sum, 1.0);
}

Estimate<double> signed_rank_gamma(std::span<const double> differences, double p) {
  return where_it_passes([&](double gamma) { return signed_rank_bound(differences, gamma); }, p);
}

Estimate<double> mcnemar_gamma(const DiscordantPairs& pairs, double p) {
  return where_it_passes([&](double gamma) { return mcnemar_bound(pairs, gamma); }, p);
}

double e_value(double risk_ratio) {
  const double ratio = risk_ratio >= 1 ? risk_ratio : 1 / risk_ratio;
  return ratio + std::sqrt(ratio * (ratio - 1));
}

double e_value_of_interval(double low, double high) {
  if (low <= 1 && high >= 1) return 1;
  return e_value(low > 1 ? low : high);
}

}  // namespace enact::stats
