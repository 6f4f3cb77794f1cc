// SPDX-License-Identifier: Apache-2.0
#include "stats/balance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "stats/parallel.h"
#include "stats/sorting.h"
#include "stats/weighting.h"

namespace enact::stats {
namespace {

using Ruler = BalanceOptions::Ruler;

// Sums are taken in blocks, so that their error does not grow with the number of rows.
constexpr std::size_t kBlock = 4096;

struct Moments {
  double weight[2] = {};   // by group: 0 controls, 1 treated
  double squares[2] = {};  // of weights
  double sum[2] = {};
};

class Looking {
 public:
  Looking(std::span<const char> treated, const BalanceOptions& options)
      : treated_(treated), options_(options) {
    if (options.matching == nullptr) return;
    const auto& sets = options.matching->sets;
    if (sets.empty() || !options.matching->pairs.empty()) return;
    for (std::uint32_t i = 0; i < sets.size(); ++i)
      if (sets[i] != kNoSet && weight(i) > 0) by_set_.push_back(i);
    std::vector<double> keys;
    for (const auto unit : by_set_) keys.push_back(sets[unit]);
    const auto order = sorted_order(keys);
    std::vector<std::uint32_t> sorted;
    for (const auto at : order) sorted.push_back(by_set_[at]);
    by_set_ = std::move(sorted);
  }

  double weight(std::size_t unit) const {
    if (!options_.subgroup.empty() && !options_.subgroup[unit]) return 0;
    return options_.weights.empty() ? 1 : options_.weights[unit];
  }

  GroupSizes sizes(bool of_treated) const {
    GroupSizes sizes;
    std::vector<double> weights;
    for (std::size_t i = 0; i < treated_.size(); ++i) {
      if ((treated_[i] != 0) != of_treated) continue;
      if (!options_.subgroup.empty() && !options_.subgroup[i]) continue;
      ++sizes.units;
      if (weight(i) > 0) weights.push_back(weight(i));
    }
    sizes.matched = weights.size();
    sizes.effective = effective_size(weights);
    return sizes;
  }

  // A term of zeros and ones, given by who has it.
  template <class Has>
  BalanceTerm binary(std::string name, const Has& has) const {
    double all[2] = {}, with[2] = {}, weight_all[2] = {}, weight_with[2] = {};
    for (std::size_t i = 0; i < treated_.size(); ++i) {
      const int group = treated_[i] ? 1 : 0;
      const double w = weight(i);
      ++all[group];
      weight_all[group] += w;
      if (has(i)) {
        ++with[group];
        weight_with[group] += w;
      }
    }
    return binary_of(std::move(name), all, with, weight_all, weight_with,
                     [&](auto i) { return has(static_cast<std::size_t>(i)) ? 1.0 : 0.0; });
  }

  // All levels in one pass over the codes.
  std::vector<BalanceTerm> categorical_terms(const Column& column) const {
    const std::size_t levels = column.levels.size();
    std::vector<double> with[2], weight_with[2];
    for (int group = 0; group < 2; ++group) {
      with[group].assign(levels, 0);
      weight_with[group].assign(levels, 0);
    }
    double all[2] = {}, weight_all[2] = {};
    for (std::size_t i = 0; i < treated_.size(); ++i) {
      const int group = treated_[i] ? 1 : 0;
      const double w = weight(i);
      ++all[group];
      weight_all[group] += w;
      ++with[group][column.codes[i]];
      weight_with[group][column.codes[i]] += w;
    }
    std::vector<BalanceTerm> terms;
    for (std::size_t level = 0; level < levels; ++level) {
      const double having[2] = {with[0][level], with[1][level]};
      const double weight_having[2] = {weight_with[0][level], weight_with[1][level]};
      terms.push_back(binary_of(
          column.name + ": " + column.levels[level], all, having, weight_all, weight_having,
          [&](auto i) { return column.codes[i] == static_cast<std::int32_t>(level) ? 1.0 : 0.0; }));
    }
    return terms;
  }

  BalanceTerm number(const Column& column) const {
    const auto& x = column.numbers;
    const auto whole = moments(x, [](std::size_t) { return 1.0; });
    const auto now = moments(x, [&](std::size_t i) { return weight(i); });
    BalanceTerm term{.name = column.name};
    term.mean_treated = now.sum[1] / now.weight[1];
    term.mean_control = now.sum[0] / now.weight[0];
    const auto before = variances(x, whole, [](std::size_t) { return 1.0; });
    const double ruler = ruler_of(before[0], before[1]);
    standardize(term, ruler, [&](auto i) { return x[i]; });
    const auto of_weight = [&](std::size_t i) { return weight(i); };
    const auto spread = variances(x, now, of_weight);
    if (spread[0] > 0) term.variance_ratio = spread[1] / spread[0];
    compare_distributions(term, x, now);
    return term;
  }

 private:
  template <class Value>
  BalanceTerm binary_of(std::string name,
                        const double* all,
                        const double* with,
                        const double* weight_all,
                        const double* weight_with,
                        const Value& value) const {
    BalanceTerm term{.name = std::move(name), .is_binary = true};
    term.mean_treated = weight_with[1] / weight_all[1];
    term.mean_control = weight_with[0] / weight_all[0];
    const auto spread = [&](int group) {
      const double share = with[group] / all[group];
      return share * (1 - share);
    };
    standardize(term, ruler_of(spread(0), spread(1)), value);
    term.ecdf_mean = term.ecdf_max = std::abs(term.mean_treated - term.mean_control);
    return term;
  }

  double ruler_of(double of_controls, double of_treated) const {
    double square = 0;
    if (options_.ruler == Ruler::treated) square = of_treated;
    if (options_.ruler == Ruler::controls) square = of_controls;
    if (options_.ruler == Ruler::pooled || square <= 1e-16) square = (of_controls + of_treated) / 2;
    return std::sqrt(square);
  }

  template <class Weight>
  Moments moments(const std::vector<double>& x, const Weight& of) const {
    Moments all;
    for (std::size_t from = 0; from < x.size(); from += kBlock) {
      Moments part;
      for (std::size_t i = from; i < std::min(x.size(), from + kBlock); ++i) {
        const int group = treated_[i] ? 1 : 0;
        const double w = of(i);
        part.weight[group] += w;
        part.squares[group] += w * w;
        part.sum[group] += w * x[i];
      }
      for (int group = 0; group < 2; ++group) {
        all.weight[group] += part.weight[group];
        all.squares[group] += part.squares[group];
        all.sum[group] += part.sum[group];
      }
    }
    return all;
  }

  // With weights that sum to 1, the sum of squares over 1 less the sum of squared weights; by
  // group.
  template <class Weight>
  std::array<double, 2> variances(const std::vector<double>& x,
                                  const Moments& moments,
                                  const Weight& of) const {
    const double mean[2] = {moments.sum[0] / moments.weight[0], moments.sum[1] / moments.weight[1]};
    std::array<double, 2> all{};
    for (std::size_t from = 0; from < x.size(); from += kBlock) {
      double part[2] = {};
      for (std::size_t i = from; i < std::min(x.size(), from + kBlock); ++i) {
        const int group = treated_[i] ? 1 : 0;
        part[group] += of(i) * (x[i] - mean[group]) * (x[i] - mean[group]);
      }
      for (int group = 0; group < 2; ++group) all[group] += part[group];
    }
    for (int group = 0; group < 2; ++group) {
      const double weight = moments.weight[group];
      const double left = 1 - moments.squares[group] / (weight * weight);
      all[group] = left > 0 ? all[group] / weight / left : 0;
    }
    return all;
  }

  template <class Value>
  void standardize(BalanceTerm& term, double ruler, const Value& value) const {
    const double difference = term.mean_treated - term.mean_control;
    if (ruler > 0)
      term.standardized_difference = difference / ruler;
    else if (difference == 0)
      term.standardized_difference = 0;
    if (ruler > 0 && options_.matching != nullptr)
      if (const auto apart = within_pairs(value); apart) term.pair_distance = *apart / ruler;
  }

  // The mean over all pairs of a treated unit and a control in one set.
  template <class Value>
  std::optional<double> within_pairs(const Value& value) const {
    double sum = 0, count = 0;
    // Where there are pairs, these are all there are between the groups of a set.
    for (const auto& pair : options_.matching->pairs) {
      if (weight(pair.focal) == 0 || weight(pair.other) == 0) continue;
      sum += std::abs(value(pair.focal) - value(pair.other));
      ++count;
    }
    const auto& sets = options_.matching->sets;
    std::vector<std::pair<double, int>> members;
    for (std::size_t i = 0; i < by_set_.size();) {
      members.clear();
      std::size_t end = i;
      for (; end < by_set_.size() && sets[by_set_[end]] == sets[by_set_[i]]; ++end)
        members.emplace_back(value(by_set_[end]), treated_[by_set_[end]] ? 1 : 0);
      add_apart(members, sum, count);
      i = end;
    }
    if (count == 0) return std::nullopt;
    return sum / count;
  }

  // Each member is so far from those of the other group below it: in order of values, running
  // counts and sums are enough.
  static void add_apart(std::vector<std::pair<double, int>>& members, double& sum, double& count) {
    std::sort(members.begin(), members.end());
    double below[2] = {}, sum_below[2] = {};
    for (const auto& [value, group] : members) {
      sum += below[1 - group] * value - sum_below[1 - group];
      count += below[1 - group];
      ++below[group];
      sum_below[group] += value;
    }
  }

  void compare_distributions(BalanceTerm& term,
                             const std::vector<double>& x,
                             const Moments& now) const {
    std::vector<double> shares(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
      shares[i] = treated_[i] ? weight(i) / now.weight[1] : -weight(i) / now.weight[0];
    const auto order = sorted_order(x);
    double apart = 0, sum = 0, most = 0;
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      apart += shares[order[i]];
      if (i + 1 < order.size() && x[order[i + 1]] == x[order[i]]) continue;
      ++distinct;
      sum += std::abs(apart);
      most = std::max(most, std::abs(apart));
    }
    term.ecdf_mean = sum / static_cast<double>(distinct);
    term.ecdf_max = most;
  }

  std::span<const char> treated_;
  const BalanceOptions& options_;
  std::vector<std::uint32_t> by_set_;  // units of matched sets, set by set
};

bool is_binary(const Column& column) {
  return std::all_of(column.numbers.begin(), column.numbers.end(),
                     [](double value) { return value == 0 || value == 1; });
}

}  // namespace

double Balance::worst() const {
  double worst = 0;
  for (const auto& term : terms)
    worst = std::max(worst, std::abs(term.standardized_difference.value_or(0)));
  return worst;
}

Estimate<Balance> balance(std::span<const char> treated,
                          std::span<const Column* const> columns,
                          const BalanceOptions& options) {
  for (const auto* column : columns)
    if (column->missing() > 0)
      return tl::unexpected(Shortfall{Shortfall::Reason::has_missing, column->name});
  const Looking looking(treated, options);
  Balance result{.treated = looking.sizes(true), .controls = looking.sizes(false)};
  if (result.treated.matched == 0)
    return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  if (result.controls.matched == 0)
    return tl::unexpected(Shortfall{Shortfall::Reason::no_controls, {}});
  std::vector<std::vector<BalanceTerm>> terms(columns.size());
  in_parallel(options.threads, columns.size(), [&](std::size_t j) {
    const auto& column = *columns[j];
    if (column.kind == Column::Kind::categorical)
      terms[j] = looking.categorical_terms(column);
    else if (is_binary(column))
      terms[j].push_back(
          looking.binary(column.name, [&](std::size_t i) { return column.numbers[i] != 0; }));
    else
      terms[j].push_back(looking.number(column));
  });
  for (auto& each : terms)
    result.terms.insert(result.terms.end(), std::make_move_iterator(each.begin()),
                        std::make_move_iterator(each.end()));
  return result;
}

BalanceOptions::Ruler ruler_for(Estimand estimand) {
  if (estimand == Estimand::att) return Ruler::treated;
  return estimand == Estimand::atc ? Ruler::controls : Ruler::pooled;
}

}  // namespace enact::stats
