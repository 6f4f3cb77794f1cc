// SPDX-License-Identifier: Apache-2.0
#include "stats/weighting.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/cholesky.h"
#include "stats/distance.h"
#include "stats/gram.h"

namespace enact::stats {
namespace {

constexpr int kMostIterations = 200;

Estimate<void> has_both(std::span<const char> treated) {
  const auto count = std::count(treated.begin(), treated.end(), 1);
  if (count == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  if (count == static_cast<std::ptrdiff_t>(treated.size()))
    return tl::unexpected(Shortfall{Shortfall::Reason::no_controls, {}});
  return {};
}

// Weights exp(lambda'x) of the units chosen, so that their mean is the target: Newton's steps on
// the dual, which is convex. Columns are scaled; column 0 is the intercept, which plays no part.
class Balancing {
 public:
  Balancing(const Design& design, int threads)
      : design_(design),
        threads_(threads),
        scaling_(scaling_of(design, {})),
        rows_(design, scaling_) {}

  std::vector<double> mean(const std::vector<char>& chosen) const {
    auto sums = pass(chosen, std::vector<double>(design_.columns(), 0.0), 0);
    for (auto& each : sums.score) each /= sums.information(0, 0);
    return sums.score;
  }

  Estimate<std::vector<double>> towards(const std::vector<double>& target,
                                        const std::vector<char>& chosen) const {
    const std::size_t p = design_.columns();
    std::vector<double> lambda(p, 0.0), step;
    auto left_out = redundant_columns(pass(chosen, lambda, 0).information);
    left_out[0] = 1;
    double last = HUGE_VAL, length = 1;
    std::size_t worst = 0;
    for (int iteration = 0; iteration < kMostIterations; ++iteration) {
      const double shift = largest(chosen, lambda);
      const auto sums = pass(chosen, lambda, shift);
      const double total = sums.information(0, 0);
      double value = std::log(total) + shift;
      for (std::size_t j = 1; j < p; ++j) value -= lambda[j] * target[j];
      if (!(value <= last + 1e-12 * std::abs(last)) && !step.empty() && length > 1e-9) {
        length /= 2;  // too far: half of the step back
        for (std::size_t j = 0; j < p; ++j) lambda[j] -= step[j] * length;
        continue;
      }
      last = value;
      std::vector<double> off(p, 0.0);
      double furthest = 0;
      for (std::size_t j = 1; j < p; ++j) {
        off[j] = target[j] - sums.score[j] / total;
        if (std::abs(off[j]) > furthest) {
          furthest = std::abs(off[j]);
          worst = j;
        }
      }
      if (furthest < 1e-11) return weights(chosen, lambda, shift);
      Matrix spread(p, p);
      for (std::size_t i = 0; i < p; ++i)
        for (std::size_t j = 0; j < p; ++j)
          spread(i, j) =
              sums.information(i, j) / total - sums.score[i] / total * (sums.score[j] / total);
      const auto inverse = inverse_without(spread, left_out);
      if (inverse.rows == 0) break;
      step = product(inverse, off);
      double size = 0;
      for (const double each : step) size = std::max(size, std::abs(each));
      if (size < 1e-13 || !std::isfinite(size)) {
        if (furthest < 1e-9) return weights(chosen, lambda, shift);
        break;
      }
      length = size > 2 ? 2 / size : 1;
      for (std::size_t j = 0; j < p; ++j) lambda[j] += step[j] * length;
    }
    return tl::unexpected(Shortfall{Shortfall::Reason::not_balanced, design_.names()[worst]});
  }

 private:
  Sums pass(const std::vector<char>& chosen,
            const std::vector<double>& lambda,
            double shift) const {
    return sum_rows(rows_, design_.rows(), lambda, 1, threads_,
                    [&](std::size_t row, double linear) -> RowPart {
                      if (!chosen[row]) return {0, 0, 0};
                      const double weight = std::exp(linear - shift);
                      return {weight, weight, 0};
                    });
  }

  double largest(const std::vector<char>& chosen, const std::vector<double>& lambda) const {
    double most = -HUGE_VAL;
    each_linear(lambda, [&](std::size_t row, double linear) {
      if (chosen[row]) most = std::max(most, linear);
    });
    return most;
  }

  std::vector<double> weights(const std::vector<char>& chosen,
                              const std::vector<double>& lambda,
                              double shift) const {
    std::vector<double> result(design_.rows(), 0.0);
    each_linear(lambda, [&](std::size_t row, double linear) {
      if (chosen[row]) result[row] = std::exp(linear - shift);
    });
    return result;
  }

  template <class Use>
  void each_linear(const std::vector<double>& lambda, const Use& use) const {
    std::vector<ScaledRows::Entry> buffer;
    for (std::size_t row = 0; row < design_.rows(); ++row) {
      double linear = 0;
      for (const auto& entry : rows_.row(row, buffer)) linear += lambda[entry.column] * entry.value;
      use(row, linear);
    }
  }

  const Design& design_;
  int threads_;
  Scaling scaling_;
  ScaledRows rows_;
};

std::vector<char> members(std::span<const char> treated, bool of_treated) {
  std::vector<char> chosen(treated.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = (treated[i] != 0) == of_treated;
  return chosen;
}

// Powers of what lies between the mean and a value, in standard deviations, so that they stay
// small.
void add_powers(Design& design, const Column& column, int moments) {
  const double sd = standard_deviation(column.numbers);
  double mean = 0;
  for (const double value : column.numbers) mean += value / static_cast<double>(column.size());
  for (int power = 2; power <= moments && sd > 0; ++power) {
    std::vector<double> values;
    for (const double value : column.numbers)
      values.push_back(std::pow((value - mean) / sd, power));
    design.add_numbers(column.name + " to the power of " + std::to_string(power),
                       std::move(values));
  }
}

}  // namespace

Estimate<std::vector<double>> inverse_probability_weights(std::span<const char> treated,
                                                          std::span<const double> probabilities,
                                                          Estimand estimand) {
  if (auto both = has_both(treated); !both) return tl::unexpected(both.error());
  std::vector<double> weights(treated.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double own = treated[i] ? probabilities[i] : 1 - probabilities[i];
    const double other = 1 - own;
    switch (estimand) {
      case Estimand::att:
        weights[i] = treated[i] ? 1 : other / own;
        break;
      case Estimand::atc:
        weights[i] = treated[i] ? other / own : 1;
        break;
      case Estimand::ate:
        weights[i] = 1 / own;
        break;
      case Estimand::ato:
        weights[i] = other;
        break;
    }
    if (!std::isfinite(weights[i]))
      return tl::unexpected(Shortfall{Shortfall::Reason::no_overlap, {}});
  }
  normalize(treated, weights);
  return weights;
}

Estimate<std::vector<double>> entropy_balance(std::span<const char> treated,
                                              std::span<const Column* const> columns,
                                              const EntropyOptions& options) {
  if (auto both = has_both(treated); !both) return tl::unexpected(both.error());
  if (options.estimand == Estimand::ato)
    return tl::unexpected(Shortfall{Shortfall::Reason::not_for_this_estimand, {}});
  auto design = Design::of(treated.size(), columns);
  if (!design) return tl::unexpected(design.error());
  for (const auto* column : columns)
    if (column->kind == Column::Kind::numeric) add_powers(*design, *column, options.moments);
  const Balancing balancing(*design, options.threads);
  const auto on_treated = members(treated, true), on_controls = members(treated, false);
  std::vector<double> target, weights(treated.size(), 1.0);
  if (options.estimand == Estimand::ate)
    target = balancing.mean(std::vector<char>(treated.size(), 1));
  else
    target = balancing.mean(options.estimand == Estimand::att ? on_treated : on_controls);
  for (const auto* chosen : {&on_treated, &on_controls}) {
    const bool is_about = (chosen == &on_treated) == (options.estimand == Estimand::att);
    if (is_about && options.estimand != Estimand::ate) continue;
    auto found = balancing.towards(target, *chosen);
    if (!found) return tl::unexpected(found.error());
    for (std::size_t i = 0; i < weights.size(); ++i)
      if ((*chosen)[i]) weights[i] = (*found)[i];
  }
  normalize(treated, weights);
  return weights;
}

double effective_size(std::span<const double> weights) {
  double sum = 0, squares = 0;
  for (const double weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

}  // namespace enact::stats
