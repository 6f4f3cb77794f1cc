// SPDX-License-Identifier: Apache-2.0
#include "stats/linear_model.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.h"
#include "stats/cholesky.h"
#include "stats/distributions.h"
#include "stats/gram.h"

namespace enact::stats {
namespace {

constexpr int kMostIterations = 60;
constexpr double kSmallStep = 1e-9;
// A linear predictor beyond this is a probability within 1e-6 of 0 or 1: no data say so by
// themselves.
constexpr double kWithoutDoubt = 14;
// Above this many rows the iteration starts from what a part of the rows gives.
constexpr std::size_t kManyRows = 100'000;
constexpr std::size_t kStride = 16;

double logistic(double x) {
  const double e = std::exp(-std::abs(x));
  return x >= 0 ? 1 / (1 + e) : e / (1 + e);
}

// -2 log likelihood of one row.
double logit_deviance(double x, double outcome) {
  return 2 * (std::log1p(std::exp(-std::abs(x))) + (x > 0 ? (1 - outcome) * x : -outcome * x));
}

double quadratic_form(const Matrix& inverse, std::span<const ScaledRows::Entry> entries) {
  double sum = 0;
  for (const auto& a : entries) {
    double line = 0;
    for (const auto& b : entries) line += inverse(a.column, b.column) * b.value;
    sum += a.value * line;
  }
  return sum;
}

// One fit on its way to its end: the steps share the data and the scale.
class Climb {
 public:
  Climb(const Design& design,
        std::span<const double> outcome,
        std::span<const double> weights,
        const FitOptions& options,
        Fit& fit)
      : design_(design),
        outcome_(outcome),
        weights_(weights),
        options_(options),
        fit_(fit),
        rows_(design, fit.scaling),
        beta_(design.columns(), 0.0) {
    if (options.penalty == FitOptions::Penalty::ridge) penalty_ = ridge_of();
  }

  // Which columns say the same as others, found before the first step on all rows.
  Estimate<void> leave_out(const Sums& start) {
    fit_.is_left_out = redundant_columns(start.information);
    std::vector<std::string> constant, redundant;
    for (std::size_t j = 0; j < fit_.is_left_out.size(); ++j) {
      if (!fit_.is_left_out[j]) continue;
      fit_.left_out.push_back(fit_.names[j]);
      (start.information(j, j) > 0 ? redundant : constant).push_back(fit_.names[j]);
    }
    if (options_.redundant == FitOptions::Redundant::refuse) {
      if (!constant.empty())
        return tl::unexpected(
            Shortfall{Shortfall::Reason::constant_column, base::join(constant, ", ")});
      if (!redundant.empty())
        return tl::unexpected(Shortfall{Shortfall::Reason::collinear, base::join(redundant, ", ")});
    }
    return {};
  }

  // Newton's steps (Fisher's for probit), halved where the likelihood would fall.
  Estimate<void> climb() {
    if (options_.link != Link::identity && design_.rows() >= kManyRows &&
        options_.penalty != FitOptions::Penalty::firth && !run(kStride, 12))
      std::fill(beta_.begin(), beta_.end(), 0.0);
    first_ = pass(1);
    if (auto left = leave_out(*first_); !left) return left;
    for (std::size_t j = 0; j < beta_.size(); ++j)
      if (fit_.is_left_out[j] && beta_[j] != 0) {  // the part of the rows left out another one
        std::fill(beta_.begin(), beta_.end(), 0.0);
        first_.reset();
      }
    if (run(1, kMostIterations)) return {};
    const auto worst = std::max_element(
        step_.begin(), step_.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    if (options_.link != Link::identity && is_without_doubt_) {
      fit_.separated = step_.empty() ? "" : fit_.names[worst - step_.begin()];
      const bool may_stop = options_.separated == FitOptions::Separated::stop_early &&
                            options_.link == Link::logit &&
                            options_.penalty == FitOptions::Penalty::none;
      if (may_stop && stop_early()) return {};
      return tl::unexpected(Shortfall{Shortfall::Reason::separation, fit_.separated});
    }
    return tl::unexpected(Shortfall{Shortfall::Reason::not_converged, {}});
  }

  void finish() {
    fit_.coefficients = unscaled(fit_.scaling, beta_);
    fit_.inverse = unscaled(fit_.scaling, fit_.scaled_inverse);
    fit_.rank = std::count(fit_.is_left_out.begin(), fit_.is_left_out.end(), 0);
    const std::size_t n = design_.rows();
    fit_.linear.resize(n);
    fit_.fitted.resize(n);
    std::vector<double> deviances((n + kBlockRows - 1) / kBlockRows, 0.0);
    in_parallel(options_.threads, deviances.size(), [&](std::size_t block) {
      BlockSums sums(rows_);
      const std::size_t to = std::min(n, (block + 1) * kBlockRows);
      // Of many rows of weight 1 the logarithm is taken of products, not of each.
      double product = 1;
      for (std::size_t row = block * kBlockRows; row < to; ++row) {
        const double linear = fit_.linear[row] = sums.load(row, beta_.data());
        if (options_.link != Link::logit) {
          fit_.fitted[row] = mean(linear);
          deviances[block] += weight(row) * deviance(linear, outcome_[row]);
          continue;
        }
        const double e = std::exp(-std::abs(linear)), y = outcome_[row];
        fit_.fitted[row] = linear >= 0 ? 1 / (1 + e) : e / (1 + e);
        const double missed = linear > 0 ? (1 - y) * linear : -y * linear;
        if (weights_.empty()) {
          product *= 1 + e;
          deviances[block] += 2 * missed;
        } else {
          deviances[block] += 2 * weights_[row] * (std::log1p(e) + missed);
        }
        if (row % 512 == 511 || row + 1 == to) {
          deviances[block] += 2 * std::log(product);
          product = 1;
        }
      }
    });
    fit_.deviance = 0;
    for (const double part : deviances) fit_.deviance += part;
  }

 private:
  double weight(std::size_t row) const { return weights_.empty() ? 1 : weights_[row]; }

  double mean(double linear) const {
    switch (options_.link) {
      case Link::identity:
        return linear;
      case Link::logit:
        return logistic(linear);
      case Link::probit:
        return normal_cdf(linear);
    }
    return linear;
  }

  double deviance(double linear, double outcome) const {
    switch (options_.link) {
      case Link::identity:
        return (outcome - linear) * (outcome - linear);
      case Link::logit:
        return logit_deviance(linear, outcome);
      case Link::probit: {
        const double below = std::max(normal_cdf(linear), 1e-300);
        const double above = std::max(normal_cdf(-linear), 1e-300);
        return -2 * (outcome * std::log(below) + (1 - outcome) * std::log(above));
      }
    }
    return 0;
  }

  // A row's part of score and information. Whole deviances cost a logarithm a row, so they are left
  // out where nothing asks for them: of many rows, which start near their end.
  RowPart part(std::size_t row, double linear, bool with_deviance) const {
    const double w = weight(row);
    if (w == 0) return {0, 0, 0};
    const double y = outcome_[row];
    const double lost = with_deviance ? w * deviance(linear, y) : 0;
    switch (options_.link) {
      case Link::identity:
        return {w, w * (y - linear), lost};
      case Link::logit: {
        const double p = logistic(linear);
        return {w * p * (1 - p), w * (y - p), lost};
      }
      case Link::probit: {
        const double p = normal_cdf(linear);
        const double spread = std::max(p * normal_cdf(-linear), 1e-300);
        const double density = normal_density(linear);
        return {w * density * density / spread, w * density * (y - p) / spread, lost};
      }
    }
    return {0, 0, 0};
  }

  Sums pass(std::size_t stride, bool must_have_deviance = false) {
    const bool with_deviance = must_have_deviance || (stride == 1 && design_.rows() < kManyRows);
    auto sums =
        sum_rows(rows_, design_.rows(), beta_, stride, options_.threads,
                 [&](std::size_t row, double linear) { return part(row, linear, with_deviance); });
    if (options_.penalty == FitOptions::Penalty::ridge)
      for (std::size_t j = 0; j < penalty_.size(); ++j) {
        const double of_part = penalty_[j] / static_cast<double>(stride);
        sums.information(j, j) += of_part;
        sums.score[j] -= of_part * beta_[j];
        sums.deviance += of_part * beta_[j] * beta_[j];
      }
    return sums;
  }

  // Firth's score: each row's residual gets h (1/2 - p) more, h being its leverage. Its penalised
  // deviance is that of the model less the logarithm of the information's determinant.
  void correct_after_firth(Sums& sums, const Matrix& inverse) {
    const auto more = sum_rows(rows_, design_.rows(), beta_, 1, options_.threads,
                               [&](std::size_t row, double linear) -> RowPart {
                                 std::vector<ScaledRows::Entry> buffer;
                                 const double p = logistic(linear);
                                 const double h = weight(row) * p * (1 - p) *
                                                  quadratic_form(inverse, rows_.row(row, buffer));
                                 return {0, h * (0.5 - p), 0};
                               });
    for (std::size_t j = 0; j < sums.score.size(); ++j) sums.score[j] += more.score[j];
  }

  // The penalty of each column. A 0/1 column, which is not scaled, gets that of its variance.
  std::vector<double> ridge_of() const {
    double total = 0;
    std::vector<double> share(design_.columns(), 0.0), penalty(design_.columns(), 0.0);
    for (std::size_t row = 0; row < design_.rows(); ++row) total += weight(row);
    for (const auto& each : design_.dummies())
      for (std::size_t row = 0; row < design_.rows(); ++row)
        if (each.codes[row] > 0) share[each.first + each.codes[row] - 1] += weight(row) / total;
    for (std::size_t j = 1; j < penalty.size(); ++j)
      penalty[j] = options_.ridge * total * (share[j] > 0 ? share[j] * (1 - share[j]) : 1);
    return penalty;
  }

  // Whether the steps came to rest. What `beta_` is then is exact to the square of the last one.
  bool run(std::size_t stride, int most) {
    const bool is_firth = options_.penalty == FitOptions::Penalty::firth;
    const bool watches = stride == 1 && design_.rows() < kManyRows && !is_firth;
    double last_deviance = HUGE_VAL, last_longest = HUGE_VAL;
    step_.clear();
    for (int iteration = 0; iteration < most; ++iteration) {
      auto sums = stride == 1 && first_ ? std::move(*std::exchange(first_, {})) : pass(stride);
      fit_.iterations += stride == 1;
      if (watches && sums.deviance > last_deviance * (1 + 1e-10) + 1e-10 && halve()) continue;
      last_deviance = sums.deviance;
      halvings_ = 0;
      const auto left_out = stride == 1 ? fit_.is_left_out : redundant_columns(sums.information);
      auto inverse = inverse_without(sums.information, left_out);
      if (inverse.rows == 0) {
        is_without_doubt_ = true;
        return false;
      }
      if (is_firth) correct_after_firth(sums, inverse);
      step_ = product(inverse, sums.score);
      double longest = 0, furthest = 0;
      for (const double step : step_) longest = std::max(longest, std::abs(step));
      // Long steps are cut: they come from rows that the model does not fit at all yet.
      const double cut = options_.link != Link::identity && longest > 5 ? 5 / longest : 1;
      for (std::size_t j = 0; j < beta_.size(); ++j) {
        step_[j] *= cut;
        beta_[j] += step_[j];
        furthest = std::max(furthest, std::abs(beta_[j]));
      }
      if (!std::isfinite(longest)) return false;
      is_without_doubt_ = furthest > kWithoutDoubt;
      fit_.scaled_inverse = std::move(inverse);
      // Newton's steps shrink by their square: after a small one it is known how long the next
      // would be.
      const double next = longest * longest * (longest / last_longest / last_longest);
      if (options_.link == Link::logit && !is_firth && design_.rows() >= kManyRows &&
          longest < 1e-7 && next < 1e-13)
        return true;
      last_longest = longest;
      // Least squares is there after one step; the second takes away what rounding left.
      if (longest < kSmallStep || (options_.link == Link::identity && iteration == 1)) return true;
      // Steps that stay near one while coefficients run away: the maximum lies at infinity.
      if (options_.link != Link::identity && !is_firth && iteration > 24 && longest > 0.05 &&
          is_without_doubt_)
        return false;
    }
    return false;
  }

  // The steps of R's glm, from its start to where the deviance changes by less than 1e-8 of itself:
  // with the maximum at infinity, where one stops decides the digits.
  bool stop_early() {
    std::fill(beta_.begin(), beta_.end(), 0.0);
    const auto start = sum_rows(rows_, design_.rows(), beta_, 1, options_.threads,
                                [&](std::size_t row, double) -> RowPart {
                                  const double w = weight(row), y = outcome_[row];
                                  if (w == 0) return {0, 0, 0};
                                  const double p = (w * y + 0.5) / (w + 1), v = w * p * (1 - p);
                                  return {v, v * std::log(p / (1 - p)) + w * (y - p), 0};
                                });
    auto inverse = inverse_without(start.information, fit_.is_left_out);
    if (inverse.rows == 0) return false;
    beta_ = product(inverse, start.score);
    double last = HUGE_VAL;
    for (int iteration = 0; iteration < 25; ++iteration) {
      const auto sums = pass(1, true);
      fit_.scaled_inverse = inverse;
      if (std::abs(sums.deviance - last) / (std::abs(sums.deviance) + 0.1) < 1e-8) return true;
      last = sums.deviance;
      inverse = inverse_without(sums.information, fit_.is_left_out);
      if (inverse.rows == 0) return false;
      const auto step = product(inverse, sums.score);
      for (std::size_t j = 0; j < beta_.size(); ++j) beta_[j] += step[j];
    }
    return false;
  }

  // Goes half of the last step back; not for ever.
  bool halve() {
    if (step_.empty() || ++halvings_ > 20) return false;
    for (std::size_t j = 0; j < beta_.size(); ++j) {
      step_[j] /= 2;
      beta_[j] -= step_[j];
    }
    return true;
  }

  const Design& design_;
  std::span<const double> outcome_;
  std::span<const double> weights_;
  const FitOptions& options_;
  Fit& fit_;
  ScaledRows rows_;
  std::vector<double> beta_;
  std::vector<double> step_;
  std::vector<double> penalty_;
  std::optional<Sums> first_;  // the first pass over all rows, until it is used
  int halvings_ = 0;
  bool is_without_doubt_ = false;
};

Estimate<void> enough(const Design& design,
                      std::span<const double> outcome,
                      std::span<const double> weights,
                      Fit& fit) {
  double least = HUGE_VAL, most = -HUGE_VAL;
  for (std::size_t row = 0; row < design.rows(); ++row) {
    if (!weights.empty() && weights[row] == 0) continue;
    if (std::isnan(outcome[row]))
      return tl::unexpected(Shortfall{Shortfall::Reason::has_missing, "outcome"});
    ++fit.rows;
    least = std::min(least, outcome[row]);
    most = std::max(most, outcome[row]);
  }
  if (fit.rows < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  if (least == most && fit.link != Link::identity)
    return tl::unexpected(Shortfall{Shortfall::Reason::no_variation, "outcome"});
  return {};
}

}  // namespace

Estimate<Fit> fit(const Design& design,
                  std::span<const double> outcome,
                  std::span<const double> weights,
                  const FitOptions& options) {
  Fit fit{.link = options.link, .names = design.names()};
  if (auto is_enough = enough(design, outcome, weights, fit); !is_enough)
    return tl::unexpected(is_enough.error());
  fit.scaling = scaling_of(design, weights);
  Climb climb(design, outcome, weights, options, fit);
  if (auto climbed = climb.climb(); !climbed) return tl::unexpected(climbed.error());
  climb.finish();
  if (fit.rows < fit.rank) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  return fit;
}

Matrix model_covariance(const Fit& fit) {
  Matrix covariance = fit.inverse;
  if (fit.link == Link::identity)
    for (double& value : covariance.values) value *= fit.deviance / fit.degrees();
  return covariance;
}

double variance_of(const Matrix& covariance, std::span<const double> contrast) {
  const auto half = product(covariance, contrast);
  double sum = 0;
  for (std::size_t j = 0; j < half.size(); ++j) sum += contrast[j] * half[j];
  return sum;
}

}  // namespace enact::stats
