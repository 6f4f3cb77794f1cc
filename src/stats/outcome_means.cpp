// SPDX-License-Identifier: Apache-2.0
#include "stats/outcome_means.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "stats/distributions.h"

namespace enact::stats {

Effect effect_of(Measure measure, double value, double error, double degrees, double level) {
  const double reach = critical_value(level, degrees) * error;
  const auto natural = [&](double x) { return measure == Measure::difference ? x : std::exp(x); };
  Effect effect{.measure = measure,
                .estimate = natural(value),
                .standard_error = error,
                .statistic = error > 0 ? value / error : 0,
                .degrees = degrees,
                .low = natural(value - reach),
                .high = natural(value + reach)};
  effect.p = error > 0 ? two_sided_p(effect.statistic, degrees) : value == 0 ? 1 : 0;
  return effect;
}

Effect difference_of(const OutcomeMeans& means, double degrees, double level) {
  const double variance = means.variance_with + means.variance_without - 2 * means.covariance;
  return effect_of(Measure::difference, means.with - means.without,
                   std::sqrt(std::max(variance, 0.0)), degrees, level);
}

void add_ratios(std::vector<Effect>& effects, const OutcomeMeans& means, double level) {
  const double a = means.with, b = means.without;
  if (!(a > 0 && a < 1 && b > 0 && b < 1)) return;
  const auto add = [&](Measure measure, double value, double slope_a, double slope_b) {
    const double variance = slope_a * slope_a * means.variance_with +
                            slope_b * slope_b * means.variance_without -
                            2 * slope_a * slope_b * means.covariance;
    effects.push_back(effect_of(measure, value, std::sqrt(std::max(variance, 0.0)),
                                std::numeric_limits<double>::infinity(), level));
  };
  add(Measure::risk_ratio, std::log(a / b), 1 / a, 1 / b);
  add(Measure::odds_ratio, std::log(a / (1 - a)) - std::log(b / (1 - b)), 1 / (a * (1 - a)),
      1 / (b * (1 - b)));
}

Estimate<OutcomeMeans> corrected_means(std::span<const char> treated,
                                       std::span<const double> outcome,
                                       std::span<const double> predicted_with,
                                       std::span<const double> predicted_without,
                                       std::span<const double> probabilities,
                                       std::span<const std::int32_t> clusters,
                                       Estimand estimand) {
  const std::size_t n = treated.size();
  // For whom the mean is asked: everybody, or each unit as probable as it was to be in the group.
  std::vector<double> with(n), without(n), asked(n);
  double total = 0, sum_with = 0, sum_without = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double p = probabilities[i];
    const bool is_treated = treated[i] != 0;
    double tilt = 1;
    asked[i] = 1;
    if (estimand == Estimand::att) {
      asked[i] = is_treated;
      tilt = p;
    } else if (estimand == Estimand::atc) {
      asked[i] = !is_treated;
      tilt = 1 - p;
    }
    with[i] = asked[i] * predicted_with[i];
    without[i] = asked[i] * predicted_without[i];
    if (is_treated)
      with[i] += tilt / p * (outcome[i] - predicted_with[i]);
    else
      without[i] += tilt / (1 - p) * (outcome[i] - predicted_without[i]);
    if (!std::isfinite(with[i]) || !std::isfinite(without[i]))
      return tl::unexpected(Shortfall{Shortfall::Reason::no_overlap, {}});
    total += asked[i];
    sum_with += with[i];
    sum_without += without[i];
  }
  OutcomeMeans means{.with = sum_with / total, .without = sum_without / total};

  std::vector<std::pair<double, double>> pulls;
  std::unordered_map<std::int32_t, std::size_t> place;
  for (std::size_t i = 0; i < n; ++i) {
    const std::pair<double, double> pull{(with[i] - asked[i] * means.with) / total,
                                         (without[i] - asked[i] * means.without) / total};
    if (clusters.empty() || clusters[i] < 0) {
      pulls.push_back(pull);
      continue;
    }
    const auto [at, is_new] = place.try_emplace(clusters[i], pulls.size());
    if (is_new) pulls.emplace_back(0, 0);
    pulls[at->second].first += pull.first;
    pulls[at->second].second += pull.second;
  }
  if (pulls.size() < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_clusters, {}});
  for (const auto& [a, b] : pulls) {
    means.variance_with += a * a;
    means.variance_without += b * b;
    means.covariance += a * b;
  }
  return means;
}

}  // namespace enact::stats
