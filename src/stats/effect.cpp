// SPDX-License-Identifier: Apache-2.0
#include "stats/effect.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "stats/cholesky.h"
#include "stats/distributions.h"
#include "stats/kd_tree.h"
#include "stats/outcome_means.h"
#include "stats/weighting.h"

namespace enact::stats {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// The units with a weight, as data of their own.
struct Part {
  std::vector<char> treated;
  std::vector<double> outcome, weights, treatment;
  std::vector<std::int32_t> clusters;
  std::vector<Column> covariates;
  GroupOutcome with, without;

  std::size_t size() const { return treated.size(); }
};

GroupOutcome group_outcome(const Part& part, bool of_treated) {
  GroupOutcome group;
  double weight = 0, sum = 0, squares = 0;
  std::vector<double> weights;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if ((part.treated[i] != 0) != of_treated) continue;
    weights.push_back(part.weights[i]);
    group.total += part.outcome[i];
    weight += part.weights[i];
    sum += part.weights[i] * part.outcome[i];
  }
  group.units = weights.size();
  group.effective = effective_size(weights);
  group.mean = sum / weight;
  double squared_weights = 0;
  for (std::size_t i = 0; i < part.size(); ++i)
    if ((part.treated[i] != 0) == of_treated) {
      const double share = part.weights[i] / weight;
      squared_weights += share * share;
      squares += share * (part.outcome[i] - group.mean) * (part.outcome[i] - group.mean);
    }
  group.deviation = squared_weights < 1 ? std::sqrt(squares / (1 - squared_weights)) : 0;
  return group;
}

Estimate<Part> part_of(const OutcomeData& data) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < data.treated.size(); ++i)
    if (data.weights.empty() || data.weights[i] > 0) places.push_back(i);
  Part part;
  for (const auto i : places) {
    if (std::isnan(data.outcome[i]))
      return tl::unexpected(Shortfall{Shortfall::Reason::has_missing, "outcome"});
    part.treated.push_back(data.treated[i]);
    part.treatment.push_back(data.treated[i] ? 1 : 0);
    part.outcome.push_back(data.outcome[i]);
    part.weights.push_back(data.weights.empty() ? 1 : data.weights[i]);
    if (!data.clusters.empty()) part.clusters.push_back(data.clusters[i]);
  }
  for (const auto* column : data.covariates) part.covariates.push_back(rows_of(*column, places));
  const auto treated =
      std::count_if(part.treated.begin(), part.treated.end(), [](char each) { return each != 0; });
  if (treated == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  if (static_cast<std::size_t>(treated) == part.size())
    return tl::unexpected(Shortfall{Shortfall::Reason::no_controls, {}});
  part.with = group_outcome(part, true);
  part.without = group_outcome(part, false);
  return part;
}

bool is_binary(const EffectOptions& options) {
  return options.outcome == EffectOptions::Outcome::binary;
}

Robust robust_of(const Part& part, const EffectOptions& options, Link link) {
  const bool has_clusters = !part.clusters.empty();
  Robust robust{
      .kind = options.errors.value_or(has_clusters ? Robust::Kind::cr1 : Robust::Kind::hc1),
      .clusters = part.clusters};
  // What is usual for each: (n-1)/(n-k) belongs to least squares.
  if (link != Link::identity) robust.small_sample = Robust::SmallSample::clusters_only;
  if (link != Link::identity && robust.kind == Robust::Kind::cr2) robust.kind = Robust::Kind::cr1;
  return robust;
}

bool has_only_one_value(const GroupOutcome& group) {
  return group.mean <= 0 || group.mean >= 1;
}

// A model with the treatment as its second column.
struct Fitted {
  Design design;
  Fit fit;
  Matrix covariance;
};

Estimate<Fitted> fitted(const Part& part,
                        const EffectOptions& options,
                        Link link,
                        bool with_covariates) {
  Fitted result{Design(part.size()), {}, {}};
  result.design.add_numbers("treated", part.treatment);
  if (with_covariates) {
    for (const auto& column : part.covariates)
      if (auto added = result.design.add(column); !added) return tl::unexpected(added.error());
    for (const auto& column : part.covariates)
      if (auto added = result.design.add_product(column, part.treatment, "treated"); !added)
        return tl::unexpected(added.error());
  }
  auto found = fit(result.design, part.outcome, part.weights,
                   {.link = link,
                    .redundant = FitOptions::Redundant::leave_out,
                    .separated = FitOptions::Separated::stop_early});
  if (!found) return tl::unexpected(found.error());
  result.fit = std::move(*found);
  auto covariance = robust_covariance(result.design, part.outcome, part.weights, result.fit,
                                      robust_of(part, options, link));
  if (!covariance) return tl::unexpected(covariance.error());
  result.covariance = std::move(*covariance);
  return result;
}

// A mean prediction and how it moves with the coefficients.
struct MeanPrediction {
  double mean = 0;
  std::vector<double> gradient;
};

// The design's numbers of rows as if everybody, or nobody, took part.
MeanPrediction predicted(const Part& part,
                         const Fitted& model,
                         const EffectOptions& options,
                         bool with_covariates,
                         double treatment) {
  Design design(part.size());
  const std::vector<double> set(part.size(), treatment);
  design.add_numbers("treated", set);
  if (with_covariates) {
    // The columns were accepted when the model was fitted.
    for (const auto& column : part.covariates) (void)design.add(column);
    for (const auto& column : part.covariates) (void)design.add_product(column, set, "treated");
  }
  const auto linear = design.times(model.fit.coefficients);
  double total = 0;
  MeanPrediction prediction;
  std::vector<double> slopes(part.size(), 0.0);
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool is_asked = options.estimand == Estimand::ate || options.estimand == Estimand::ato ||
                          (part.treated[i] != 0) == (options.estimand == Estimand::att);
    if (!is_asked) continue;
    const double w = part.weights[i];
    total += w;
    if (model.fit.link == Link::identity) {
      prediction.mean += w * linear[i];
      slopes[i] = w;
    } else {
      const double p = 1 / (1 + std::exp(-linear[i]));
      prediction.mean += w * p;
      slopes[i] = w * p * (1 - p);
    }
  }
  prediction.mean /= total;
  prediction.gradient = design.weighted_sum(slopes);
  for (auto& each : prediction.gradient) each /= total;
  return prediction;
}

double bilinear(const Matrix& matrix, std::span<const double> a, std::span<const double> b) {
  const auto half = product(matrix, b);
  double sum = 0;
  for (std::size_t j = 0; j < half.size(); ++j) sum += a[j] * half[j];
  return sum;
}

OutcomeMeans means_of(const Part& part,
                      const Fitted& model,
                      const EffectOptions& options,
                      bool with_covariates) {
  const auto with = predicted(part, model, options, with_covariates, 1);
  const auto without = predicted(part, model, options, with_covariates, 0);
  return {.with = with.mean,
          .without = without.mean,
          .variance_with = bilinear(model.covariance, with.gradient, with.gradient),
          .variance_without = bilinear(model.covariance, without.gradient, without.gradient),
          .covariance = bilinear(model.covariance, with.gradient, without.gradient)};
}

OutcomeComparison started(const Part& part) {
  return {.treated = part.with, .controls = part.without};
}

void add_effects(OutcomeComparison& comparison,
                 const OutcomeMeans& means,
                 const EffectOptions& options) {
  comparison.mean_with = means.with;
  comparison.mean_without = means.without;
  comparison.effects.push_back(difference_of(means, kInfinite, options.level));
  if (is_binary(options)) add_ratios(comparison.effects, means, options.level);
}

}  // namespace

const Effect* OutcomeComparison::find(Measure measure) const {
  const auto at = std::find_if(effects.begin(), effects.end(),
                               [&](const Effect& effect) { return effect.measure == measure; });
  return at == effects.end() ? nullptr : &*at;
}

Estimate<OutcomeComparison> compare_plainly(const OutcomeData& data, const EffectOptions& options) {
  const auto part = part_of(data);
  if (!part) return tl::unexpected(part.error());
  auto comparison = started(*part);
  comparison.mean_with = part->with.mean;
  comparison.mean_without = part->without.mean;
  const auto least_squares = fitted(*part, options, Link::identity, false);
  if (!least_squares) return tl::unexpected(least_squares.error());
  double degrees = least_squares->fit.degrees();
  const std::vector<double> treatment{0, 1};
  if (robust_of(*part, options, Link::identity).kind == Robust::Kind::cr2) {
    const auto found = cr2_degrees(least_squares->design, part->weights, least_squares->fit,
                                   part->clusters, treatment);
    if (!found) return tl::unexpected(found.error());
    degrees = *found;
  }
  comparison.effects.push_back(effect_of(
      Measure::difference, least_squares->fit.coefficients[1],
      std::sqrt(variance_of(least_squares->covariance, treatment)), degrees, options.level));
  if (!is_binary(options) || has_only_one_value(part->with) || has_only_one_value(part->without))
    return comparison;
  const auto logistic = fitted(*part, options, Link::logit, false);
  if (!logistic) return tl::unexpected(logistic.error());
  add_ratios(comparison.effects, means_of(*part, *logistic, options, false), options.level);
  return comparison;
}

Estimate<OutcomeComparison> g_computation(const OutcomeData& data, const EffectOptions& options) {
  const auto part = part_of(data);
  if (!part) return tl::unexpected(part.error());
  const auto model =
      fitted(*part, options, is_binary(options) ? Link::logit : Link::identity, true);
  if (!model) return tl::unexpected(model.error());
  auto comparison = started(*part);
  comparison.left_out = model->fit.left_out;
  comparison.separated = model->fit.separated;
  add_effects(comparison, means_of(*part, *model, options, true), options);
  return comparison;
}

Estimate<OutcomeComparison> aipw(const OutcomeData& data,
                                 std::span<const double> probabilities,
                                 const EffectOptions& options) {
  if (options.estimand == Estimand::ato)
    return tl::unexpected(Shortfall{Shortfall::Reason::not_for_this_estimand, {}});
  auto whole = data;
  whole.weights = {};
  const auto part = part_of(whole);
  if (!part) return tl::unexpected(part.error());
  // What each model says of everybody, by group that taught it.
  std::vector<double> predictions[2];
  auto comparison = started(*part);
  std::vector<const Column*> columns;
  for (const auto& column : part->covariates) columns.push_back(&column);
  const auto design = Design::of(part->size(), columns);
  if (!design) return tl::unexpected(design.error());
  for (int group = 0; group < 2; ++group) {
    std::vector<double> teaches(part->size());
    for (std::size_t i = 0; i < teaches.size(); ++i)
      teaches[i] = (part->treated[i] != 0) == (group == 1);
    auto model = fit(*design, part->outcome, teaches,
                     {.link = is_binary(options) ? Link::logit : Link::identity,
                      .redundant = FitOptions::Redundant::leave_out,
                      .separated = FitOptions::Separated::stop_early});
    if (!model) return tl::unexpected(model.error());
    if (!model->separated.empty()) comparison.separated = model->separated;
    comparison.left_out = std::move(model->left_out);
    predictions[group] = std::move(model->fitted);
  }
  const auto means = corrected_means(part->treated, part->outcome, predictions[1], predictions[0],
                                     probabilities, part->clusters, options.estimand);
  if (!means) return tl::unexpected(means.error());
  add_effects(comparison, *means, options);
  return comparison;
}

Estimate<OutcomeComparison> abadie_imbens(const OutcomeData& data,
                                          const Matching& matching,
                                          const Coordinates& points,
                                          const EffectOptions& options) {
  auto weighted = data;
  weighted.weights = matching.weights;
  const auto part = part_of(weighted);
  if (!part) return tl::unexpected(part.error());
  if (matching.pairs.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_match, {}});
  const auto& pairs = matching.pairs;
  const double sign = data.treated[pairs[0].focal] ? 1 : -1;

  std::vector<double> differences;
  std::vector<double> use(data.treated.size(), 0.0), squared_use(data.treated.size(), 0.0);
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    double sum = 0;
    while (end < pairs.size() && pairs[end].focal == pairs[i].focal)
      sum += data.outcome[pairs[end++].other];
    const auto matches = static_cast<double>(end - i);
    for (std::size_t k = i; k < end; ++k) {
      use[pairs[k].other] += 1 / matches;
      squared_use[pairs[k].other] += 1 / (matches * matches);
    }
    differences.push_back(sign * (data.outcome[pairs[i].focal] - sum / matches));
    i = end;
  }
  const auto n = static_cast<double>(differences.size());
  if (n < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  const double estimate = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
  double variance = 0;
  for (const double each : differences) variance += (each - estimate) * (each - estimate);

  // How much outcomes vary among likes: half the squared difference to the nearest of one's group.
  std::vector<std::uint32_t> group;
  for (std::uint32_t i = 0; i < data.treated.size(); ++i)
    if ((data.treated[i] != 0) == (sign < 0)) group.push_back(i);
  const KdTree tree(points, group, {});
  for (const auto unit : group) {
    const double extra = use[unit] * use[unit] - squared_use[unit];
    if (extra <= 1e-12) continue;
    const auto near = tree.nearest(unit, [&](std::uint32_t other) { return other != unit; });
    if (!near.is_any) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_controls, {}});
    const double apart = data.outcome[unit] - data.outcome[near.unit];
    variance += extra * apart * apart / 2;
  }
  auto comparison = started(*part);
  comparison.mean_with = part->with.mean;
  comparison.mean_without = part->without.mean;
  comparison.effects.push_back(
      effect_of(Measure::difference, estimate, std::sqrt(variance) / n, kInfinite, options.level));
  return comparison;
}

}  // namespace enact::stats
