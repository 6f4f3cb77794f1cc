// SPDX-License-Identifier: Apache-2.0
// Cox's model. At each time with d events, Efron takes the k-th of them (k = 0 ... d-1) from the
// risk set less k/d of those who have the event, so one pass from the last time to the first is
// enough.
#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/cholesky.h"
#include "stats/gram.h"
#include "stats/sorting.h"
#include "stats/survival.h"

namespace enact::stats {
namespace {

constexpr int kMostIterations = 40;

class Cox {
 public:
  Cox(const Followed& followed, const Design& design)
      : followed_(followed),
        design_(design),
        scaling_(scaling_of(design, followed.weights)),
        rows_(design, scaling_),
        p_(design.columns()),
        order_(sorted_order(followed.times)) {}

  const Scaling& scaling() const { return scaling_; }
  double weight(std::uint32_t row) const {
    return followed_.weights.empty() ? 1 : followed_.weights[row];
  }

  // Log likelihood, score and information at these coefficients of scaled columns.
  Sums pass(const std::vector<double>& beta) {
    Sums sums{Matrix(p_, p_), std::vector<double>(p_, 0.0), 0};
    linear_.assign(followed_.times.size(), 0);
    std::vector<ScaledRows::Entry> buffer;
    Risk all(p_), ending(p_);
    for (std::size_t to = order_.size(); to > 0;) {
      std::size_t from = to;
      const double time = followed_.times[order_[to - 1]];
      ending.clear();
      double events = 0, weight_of_events = 0;
      while (from > 0 && followed_.times[order_[from - 1]] == time) {
        const auto row = order_[--from];
        const double w = weight(row);
        if (w == 0) continue;
        const auto entries = rows_.row(row, buffer);
        for (const auto& entry : entries) linear_[row] += beta[entry.column] * entry.value;
        const double risk = w * std::exp(linear_[row]);
        all.add(entries, risk);
        if (followed_.events[row] == 0) continue;
        ending.add(entries, risk);
        ++events;
        weight_of_events += w;
        sums.deviance += w * linear_[row];
        for (const auto& entry : entries) sums.score[entry.column] += w * entry.value;
      }
      const double share = events > 0 ? weight_of_events / events : 0;
      for (double k = 0; k < events; ++k) take_off(sums, all, ending, k / events, share);
      to = from;
    }
    return sums;
  }

  // Each row's part of the score (Lin, Wei 1989): with its weight, in scaled columns.
  Matrix residuals(const std::vector<double>& beta) {
    pass(beta);
    Matrix result(followed_.times.size(), p_);
    std::vector<ScaledRows::Entry> buffer;
    struct Step {
      double hazard = 0;         // sum of 1 / risk
      std::vector<double> mean;  // sum of mean / risk
    };
    // Times with events, from the last; then hazards are added up from the first.
    struct Time {
      std::size_t from, to;
      Step all, for_ending;
      std::vector<double> mean;
    };
    std::vector<Time> times;
    Risk all(p_), ending(p_);
    for (std::size_t to = order_.size(); to > 0;) {
      std::size_t from = to;
      const double time = followed_.times[order_[to - 1]];
      ending.clear();
      double events = 0, weight_of_events = 0;
      while (from > 0 && followed_.times[order_[from - 1]] == time) {
        const auto row = order_[--from];
        const double w = weight(row);
        if (w == 0) continue;
        const auto entries = rows_.row(row, buffer);
        const double risk = w * std::exp(linear_[row]);
        all.add(entries, risk);
        if (followed_.events[row] == 0) continue;
        ending.add(entries, risk);
        ++events;
        weight_of_events += w;
      }
      Time now{from,
               to,
               {0, std::vector<double>(p_, 0.0)},
               {0, std::vector<double>(p_, 0.0)},
               std::vector<double>(p_, 0.0)};
      for (double k = 0; k < events; ++k) {
        const double part = k / events, share = weight_of_events / events;
        const double risk = all.risk - part * ending.risk;
        now.all.hazard += share / risk;
        now.for_ending.hazard += (1 - part) * share / risk;
        for (std::size_t j = 0; j < p_; ++j) {
          const double mean = (all.sum[j] - part * ending.sum[j]) / risk;
          now.all.mean[j] += share * mean / risk;
          now.for_ending.mean[j] += (1 - part) * share * mean / risk;
          now.mean[j] += mean / events;
        }
      }
      times.push_back(std::move(now));
      to = from;
    }
    Step before{0, std::vector<double>(p_, 0.0)};
    for (std::size_t t = times.size(); t-- > 0;) {
      const auto& now = times[t];
      for (std::size_t i = now.from; i < now.to; ++i) {
        const auto row = order_[i];
        const double w = weight(row);
        if (w == 0) continue;
        const bool ends = followed_.events[row] != 0;
        const Step& here = ends ? now.for_ending : now.all;
        const double risk = std::exp(linear_[row]);
        for (const auto& entry : rows_.row(row, buffer)) {
          result(row, entry.column) +=
              w * entry.value * (ends - risk * (before.hazard + here.hazard));
        }
        for (std::size_t j = 0; j < p_; ++j)
          result(row, j) += w * (risk * (before.mean[j] + here.mean[j]) - (ends ? now.mean[j] : 0));
      }
      before.hazard += now.all.hazard;
      for (std::size_t j = 0; j < p_; ++j) before.mean[j] += now.all.mean[j];
    }
    return result;
  }

 private:
  // Sums over a risk set: of the risks, of risk times x, of risk times x x'.
  struct Risk {
    explicit Risk(std::size_t p) : sum(p, 0.0), squares(p, p) {}
    void clear() {
      if (risk == 0) return;
      risk = 0;
      std::fill(sum.begin(), sum.end(), 0.0);
      std::fill(squares.values.begin(), squares.values.end(), 0.0);
    }
    void add(std::span<const ScaledRows::Entry> entries, double of) {
      risk += of;
      for (const auto& a : entries) {
        sum[a.column] += of * a.value;
        for (const auto& b : entries) squares(a.column, b.column) += of * a.value * b.value;
      }
    }
    double risk = 0;
    std::vector<double> sum;
    Matrix squares;
  };

  void take_off(Sums& sums, const Risk& all, const Risk& ending, double part, double share) const {
    const double risk = all.risk - part * ending.risk;
    sums.deviance -= share * std::log(risk);
    std::vector<double> mean(p_);
    for (std::size_t j = 0; j < p_; ++j) {
      mean[j] = (all.sum[j] - part * ending.sum[j]) / risk;
      sums.score[j] -= share * mean[j];
    }
    for (std::size_t i = 0; i < p_; ++i)
      for (std::size_t j = 0; j < p_; ++j)
        sums.information(i, j) +=
            share * ((all.squares(i, j) - part * ending.squares(i, j)) / risk - mean[i] * mean[j]);
  }

  const Followed& followed_;
  const Design& design_;
  Scaling scaling_;
  ScaledRows rows_;
  std::size_t p_;
  std::vector<std::uint32_t> order_;
  std::vector<double> linear_;
};

Matrix without_intercept(const Matrix& matrix) {
  Matrix result(matrix.rows - 1, matrix.columns - 1);
  for (std::size_t i = 1; i < matrix.rows; ++i)
    for (std::size_t j = 1; j < matrix.columns; ++j) result(i - 1, j - 1) = matrix(i, j);
  return result;
}

// The sum of squares of each cluster's sum of residuals.
Matrix squares_of(const Matrix& residuals, std::span<const std::int32_t> clusters) {
  std::int32_t most = -1;
  for (const auto cluster : clusters) most = std::max(most, cluster);
  const std::size_t groups = clusters.empty() ? residuals.rows : static_cast<std::size_t>(most + 1);
  Matrix sums(groups, residuals.columns), squares(residuals.columns, residuals.columns);
  for (std::size_t row = 0; row < residuals.rows; ++row) {
    const std::size_t group = clusters.empty() ? row : static_cast<std::size_t>(clusters[row]);
    if (!clusters.empty() && clusters[row] < 0) continue;
    for (std::size_t j = 0; j < residuals.columns; ++j) sums(group, j) += residuals(row, j);
  }
  for (std::size_t group = 0; group < groups; ++group)
    for (std::size_t i = 0; i < residuals.columns; ++i)
      for (std::size_t j = 0; j < residuals.columns; ++j)
        squares(i, j) += sums(group, i) * sums(group, j);
  return squares;
}

Matrix times(const Matrix& a, const Matrix& b) {
  Matrix result(a.rows, b.columns);
  for (std::size_t i = 0; i < a.rows; ++i)
    for (std::size_t k = 0; k < a.columns; ++k)
      for (std::size_t j = 0; j < b.columns; ++j) result(i, j) += a(i, k) * b(k, j);
  return result;
}

}  // namespace

Estimate<CoxFit> cox(const Followed& followed,
                     const Design& design,
                     std::span<const std::int32_t> clusters) {
  if (std::all_of(followed.events.begin(), followed.events.end(), [](auto e) { return e == 0; }))
    return tl::unexpected(Shortfall{Shortfall::Reason::too_few_events, {}});
  Cox model(followed, design);
  const std::size_t p = design.columns();
  CoxFit fit{.names = {design.names().begin() + 1, design.names().end()}};
  std::vector<double> beta(p, 0.0), step(p, 0.0);
  std::vector<char> intercept(p, 0);
  Matrix inverse;
  double last = -HUGE_VAL, longest = HUGE_VAL;
  bool is_there = false;
  for (; fit.iterations < kMostIterations && !is_there; ++fit.iterations) {
    const auto sums = model.pass(beta);
    if (fit.iterations == 0) {
      fit.log_likelihood_at_0 = sums.deviance;
      const auto redundant = redundant_columns(sums.information);
      for (std::size_t j = 1; j < p; ++j)
        if (redundant[j])
          return tl::unexpected(Shortfall{Shortfall::Reason::collinear, design.names()[j]});
      intercept[0] = 1;
    }
    if (sums.deviance < last - 1e-9 * std::abs(last)) {
      for (std::size_t j = 0; j < p; ++j) {
        step[j] /= 2;
        beta[j] -= step[j];
      }
      continue;
    }
    last = sums.deviance;
    inverse = inverse_without(sums.information, intercept);
    if (inverse.rows == 0) break;
    step = product(inverse, sums.score);
    longest = 0;
    for (std::size_t j = 1; j < p; ++j) {
      longest = std::max(longest, std::abs(step[j]));
      beta[j] += step[j];
    }
    is_there = longest < 1e-9;
  }
  if (!is_there) {
    const auto furthest = std::max_element(
        beta.begin(), beta.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    return tl::unexpected(
        std::abs(*furthest) > 10
            ? Shortfall{Shortfall::Reason::separation, design.names()[furthest - beta.begin()]}
            : Shortfall{Shortfall::Reason::not_converged, {}});
  }
  fit.log_likelihood = last;
  const auto coefficients = unscaled(model.scaling(), beta);
  fit.coefficients.assign(coefficients.begin() + 1, coefficients.end());
  fit.covariance = without_intercept(unscaled(model.scaling(), inverse));
  const auto meat = squares_of(model.residuals(beta), clusters);
  fit.robust = without_intercept(unscaled(model.scaling(), times(times(inverse, meat), inverse)));
  return fit;
}

}  // namespace enact::stats
