// SPDX-License-Identifier: Apache-2.0
#include "stats/sites.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/distributions.h"

namespace enact::stats {
namespace {

struct Pooled {
  double mean = 0, weight = 0, squares = 0;  // squares: the weighted squares about the mean
};

Pooled pooled(std::span<const double> effects, std::span<const double> variances, double tau2) {
  Pooled result;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    result.weight += 1 / (variances[i] + tau2);
    result.mean += effects[i] / (variances[i] + tau2);
  }
  result.mean /= result.weight;
  for (std::size_t i = 0; i < effects.size(); ++i)
    result.squares +=
        (effects[i] - result.mean) * (effects[i] - result.mean) / (variances[i] + tau2);
  return result;
}

// Where the weighted squares, which fall as tau2 rises, are `value`; 0 if they never are so many.
double tau2_where(std::span<const double> effects,
                  std::span<const double> variances,
                  double value) {
  if (pooled(effects, variances, 0).squares <= value) return 0;
  double low = 0, high = *std::max_element(variances.begin(), variances.end());
  while (pooled(effects, variances, high).squares > value) high *= 2;
  for (int i = 0; i < 200 && high - low > 1e-15 * high; ++i) {
    const double middle = 0.5 * (low + high);
    (pooled(effects, variances, middle).squares > value ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

// The restricted likelihood's slope in tau2, times two.
double reml_slope(std::span<const double> effects, std::span<const double> variances, double tau2) {
  const auto now = pooled(effects, variances, tau2);
  double weights = 0, squared_weights = 0, squares = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double w = 1 / (variances[i] + tau2);
    weights += w;
    squared_weights += w * w;
    squares += w * w * (effects[i] - now.mean) * (effects[i] - now.mean);
  }
  return squares - weights + squared_weights / weights;
}

Estimate<double> reml(std::span<const double> effects, std::span<const double> variances) {
  if (reml_slope(effects, variances, 0) <= 0) return 0.0;
  double low = 0, high = *std::max_element(variances.begin(), variances.end());
  for (int i = 0; reml_slope(effects, variances, high) > 0; ++i, high *= 2)
    if (i > 200) return tl::unexpected(Shortfall{Shortfall::Reason::not_converged, {}});
  for (int i = 0; i < 200 && high - low > 1e-15 * high; ++i) {
    const double middle = 0.5 * (low + high);
    (reml_slope(effects, variances, middle) > 0 ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

Estimate<SitesSummary> summarize_sites(std::span<const double> effects,
                                       std::span<const double> variances,
                                       const SitesOptions& options) {
  if (effects.size() < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_clusters, {}});
  const auto k = static_cast<double>(effects.size());
  SitesSummary result;
  if (options.between == SitesOptions::Between::paule_mandel)
    result.tau2 = tau2_where(effects, variances, k - 1);
  if (options.between == SitesOptions::Between::reml) {
    const auto found = reml(effects, variances);
    if (!found) return tl::unexpected(found.error());
    result.tau2 = *found;
  }
  const auto common = pooled(effects, variances, 0), now = pooled(effects, variances, result.tau2);
  const bool is_adjusted = options.errors == SitesOptions::Errors::knapp_hartung;
  const double degrees = is_adjusted ? k - 1 : std::numeric_limits<double>::infinity();
  double variance = 1 / now.weight;
  if (is_adjusted) variance *= now.squares / (k - 1);
  result.estimate = now.mean;
  result.standard_error = std::sqrt(variance);
  result.statistic = result.estimate / result.standard_error;
  result.p = two_sided_p(result.statistic, degrees);
  const double critical = critical_value(options.level, degrees);
  result.low = result.estimate - critical * result.standard_error;
  result.high = result.estimate + critical * result.standard_error;
  const double reach = critical * std::sqrt(variance + result.tau2);
  result.predicted_low = result.estimate - reach;
  result.predicted_high = result.estimate + reach;
  result.q = common.squares;
  result.q_p = chi_square_tail(common.squares, k - 1);
  const double tail = (1 - options.level) / 2;
  result.tau2_low = tau2_where(effects, variances, chi_square_quantile(1 - tail, k - 1));
  result.tau2_high = tau2_where(effects, variances, chi_square_quantile(tail, k - 1));
  // The variance of a typical site within itself (Higgins, Thompson 2002).
  double squared_weights = 0;
  for (const double each : variances) squared_weights += 1 / (each * each);
  const double typical =
      (k - 1) * common.weight / (common.weight * common.weight - squared_weights);
  result.i2 = 100 * result.tau2 / (result.tau2 + typical);
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double own = result.tau2 / (result.tau2 + variances[i]);
    result.shrunken.push_back(own * effects[i] + (1 - own) * result.estimate);
  }
  return result;
}

Estimate<std::vector<SitesSummary>> without_each(std::span<const double> effects,
                                                 std::span<const double> variances,
                                                 const SitesOptions& options) {
  std::vector<SitesSummary> all;
  for (std::size_t left_out = 0; left_out < effects.size(); ++left_out) {
    std::vector<double> other_effects(effects.begin(), effects.end());
    std::vector<double> other_variances(variances.begin(), variances.end());
    const auto at = static_cast<std::ptrdiff_t>(left_out);
    other_effects.erase(other_effects.begin() + at);
    other_variances.erase(other_variances.begin() + at);
    auto found = summarize_sites(other_effects, other_variances, options);
    if (!found) return tl::unexpected(found.error());
    all.push_back(std::move(*found));
  }
  return all;
}

}  // namespace enact::stats
