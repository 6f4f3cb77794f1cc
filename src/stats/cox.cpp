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
constexpr std::size_t kManyRows = 100'000;
constexpr std::size_t kStride = 16;

// All rows in the order of their times, so that a pass goes through memory as it lies.
class Cox {
 public:
  Cox(const Followed& followed, const Design& design)
      : scaling_(scaling_of(design, followed.weights)),
        p_(design.columns()),
        order_(sorted_order(followed.times)),
        design_(design.in_order(order_)),
        rows_(design_, scaling_) {
    for (const auto row : order_) {
      times_.push_back(followed.times[row]);
      events_.push_back(followed.events[row]);
      weights_.push_back(followed.weights.empty() ? 1 : followed.weights[row]);
    }
  }

  const Scaling& scaling() const { return scaling_; }

  // Log likelihood, score and information at these coefficients of scaled columns.
  // Only of every `stride`-th row.
  Sums pass(const std::vector<double>& beta, std::size_t stride = 1) {
    Sums sums{Matrix(p_, p_), std::vector<double>(p_, 0.0), 0};
    linear_.assign(times_.size(), 0);
    std::vector<ScaledRows::Entry> buffer;
    Risk all(p_), ending(p_);
    for (std::size_t to = order_.size(); to > 0;) {
      std::size_t from = to;
      const double time = times_[to - 1];
      ending.clear();
      double events = 0, weight_of_events = 0;
      while (from > 0 && times_[from - 1] == time) {
        const std::size_t row = --from;
        const double w = order_[row] % stride == 0 ? weights_[row] : 0;
        if (w == 0) continue;
        const auto entries = rows_.row(row, buffer);
        for (const auto& entry : entries) linear_[row] += beta[entry.column] * entry.value;
        const double risk = w * std::exp(linear_[row]);
        all.add(entries, risk);
        if (events_[row] == 0) continue;
        ending.add(entries, risk);
        ++events;
        weight_of_events += w;
        sums.deviance += w * linear_[row];
        for (const auto& entry : entries) sums.score[entry.column] += w * entry.value;
      }
      if (events > 0)
        take_off(sums, all, ending, Ties(all.risk, ending.risk, events), weight_of_events / events);
      to = from;
    }
    for (std::size_t i = 0; i < p_; ++i)
      for (std::size_t j = 0; j < i; ++j) sums.information(j, i) = sums.information(i, j);
    return sums;
  }

  // Each row's part of the score (Lin, Wei 1989): with its weight, in scaled columns.
  Matrix residuals(const std::vector<double>& beta) {
    pass(beta);
    Matrix result(times_.size(), p_);
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
      const double time = times_[to - 1];
      ending.clear();
      double events = 0, weight_of_events = 0;
      while (from > 0 && times_[from - 1] == time) {
        const std::size_t row = --from;
        const double w = weights_[row];
        if (w == 0) continue;
        const auto entries = rows_.row(row, buffer);
        const double risk = w * std::exp(linear_[row]);
        all.add(entries, risk);
        if (events_[row] == 0) continue;
        ending.add(entries, risk);
        ++events;
        weight_of_events += w;
      }
      Time now{from,
               to,
               {0, std::vector<double>(p_, 0.0)},
               {0, std::vector<double>(p_, 0.0)},
               std::vector<double>(p_, 0.0)};
      if (events > 0) {
        const Ties ties(all.risk, ending.risk, events);
        const double share = weight_of_events / events;
        now.all.hazard = share * ties.c0;
        now.for_ending.hazard = share * (ties.c0 - ties.c1);
        for (std::size_t j = 0; j < p_; ++j) {
          now.all.mean[j] = share * (ties.s0 * all.sum[j] - ties.s1 * ending.sum[j]);
          now.for_ending.mean[j] =
              share * ((ties.s0 - ties.s1) * all.sum[j] - (ties.s1 - ties.s2) * ending.sum[j]);
          now.mean[j] = (ties.c0 * all.sum[j] - ties.c1 * ending.sum[j]) / events;
        }
      }
      times.push_back(std::move(now));
      to = from;
    }
    Step before{0, std::vector<double>(p_, 0.0)};
    for (std::size_t t = times.size(); t-- > 0;) {
      const auto& now = times[t];
      for (std::size_t i = now.from; i < now.to; ++i) {
        const std::size_t row = i, at = order_[i];  // at: where the caller has it
        const double w = weights_[row];
        if (w == 0) continue;
        const bool ends = events_[row] != 0;
        const Step& here = ends ? now.for_ending : now.all;
        const double risk = std::exp(linear_[row]);
        for (const auto& entry : rows_.row(row, buffer)) {
          result(at, entry.column) +=
              w * entry.value * (ends - risk * (before.hazard + here.hazard));
        }
        for (std::size_t j = 0; j < p_; ++j)
          result(at, j) += w * (risk * (before.mean[j] + here.mean[j]) - (ends ? now.mean[j] : 0));
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
        for (const auto& b : entries)
          if (b.column <= a.column) squares(a.column, b.column) += of * a.value * b.value;
      }
    }
    double risk = 0;
    std::vector<double> sum;
    Matrix squares;
  };

  // Of the d events of one time the k-th meets the risk r = all - k/d of the ending ones'. What is
  // summed over k are sums of 1/r and its square, with powers of k/d, and not matrices.
  struct Ties {
    Ties(double all, double ending, double events) {
      for (double k = 0; k < events; ++k) {
        const double part = k / events, risk = all - part * ending, c = 1 / risk;
        logarithms += std::log(risk);
        c0 += c;
        c1 += part * c;
        s0 += c * c;
        s1 += part * c * c;
        s2 += part * part * c * c;
      }
    }
    double logarithms = 0;
    double c0 = 0, c1 = 0;          // sums of 1/r and of part/r
    double s0 = 0, s1 = 0, s2 = 0;  // of 1/r^2, part/r^2 and part^2/r^2
  };

  void take_off(
      Sums& sums, const Risk& all, const Risk& ending, const Ties& ties, double share) const {
    sums.deviance -= share * ties.logarithms;
    for (std::size_t i = 0; i < p_; ++i) {
      sums.score[i] -= share * (ties.c0 * all.sum[i] - ties.c1 * ending.sum[i]);
      for (std::size_t j = 0; j <= i; ++j) {
        const double squares = ties.c0 * all.squares(i, j) - ties.c1 * ending.squares(i, j);
        const double means = ties.s0 * all.sum[i] * all.sum[j] -
                             ties.s1 * (all.sum[i] * ending.sum[j] + ending.sum[i] * all.sum[j]) +
                             ties.s2 * ending.sum[i] * ending.sum[j];
        sums.information(i, j) += share * (squares - means);
      }
    }
  }

  Scaling scaling_;
  std::size_t p_;
  std::vector<std::uint32_t> order_;
  Design design_;
  ScaledRows rows_;
  std::vector<double> times_, weights_;
  std::vector<std::int32_t> events_;
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
  intercept[0] = 1;
  fit.log_likelihood_at_0 = 0;
  bool is_there = false;
  double last = 0;
  const auto run = [&](std::size_t stride, int most) -> Estimate<void> {
    last = -HUGE_VAL;
    is_there = false;
    for (int iteration = 0; iteration < most && !is_there; ++iteration) {
      const auto sums = model.pass(beta, stride);
      fit.iterations += stride == 1;
      if (iteration == 0) {
        const auto redundant = redundant_columns(sums.information);
        for (std::size_t j = 1; j < p; ++j)
          if (redundant[j])
            return tl::unexpected(Shortfall{Shortfall::Reason::collinear, design.names()[j]});
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
      double longest = 0;
      for (std::size_t j = 1; j < p; ++j) {
        longest = std::max(longest, std::abs(step[j]));
        beta[j] += step[j];
      }
      is_there = longest < 1e-9;
    }
    return {};
  };
  fit.log_likelihood_at_0 = model.pass(beta).deviance;
  // A part of many rows leads near to the end.
  if (design.rows() >= kManyRows && (!run(kStride, 12) || !is_there))
    std::fill(beta.begin(), beta.end(), 0.0);
  if (const auto ran = run(1, kMostIterations); !ran) return tl::unexpected(ran.error());
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
