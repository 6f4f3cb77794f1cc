// SPDX-License-Identifier: Apache-2.0
// docs/method/record-linkage.md, "Weighing a pair".
#include "stats/scoring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace enact::stats {
namespace {

std::vector<double> bits_by_level(const Rates& rates) {
  std::vector<double> bits;
  for (int level = 0; level < static_cast<int>(rates.m.size()); ++level)
    bits.push_back(rates.bits(level));
  return bits;
}

// log2(m / frequency) of each value, its frequency being that among rows about others: of the rows
// that have it, so many are about the same one as any of them. A value that nobody else seems to
// have counts as half a row, or as common as values are on average, whichever is rarer.
std::vector<double> bits_by_value(const Records::Column& column,
                                  const Rates& rates,
                                  double about_the_same) {
  constexpr double kHalfARow = 0.5;
  std::vector<std::uint32_t> rows(column.texts.size(), 0);
  for (const auto number : column.numbers) ++rows[number];
  const double all = static_cast<double>(column.numbers.size()) - rows[0];
  std::vector<double> bits;
  bits.reserve(rows.size());
  for (const auto count : rows) {
    const double others = static_cast<double>(count) - about_the_same;
    const double frequency =
        others > kHalfARow ? others / all : std::min(kHalfARow / all, rates.u[0]);
    bits.push_back(std::log2(rates.m[0] / frequency));
  }
  return bits;
}

// How many rows about somebody there are where there is one, on average.
double rows_about_the_same(const Population& population, const Model& model) {
  return 1 + 2 * model.prior * static_cast<double>(population.pairs()) /
                 static_cast<double>(population.records->size());
}

}  // namespace

Scorer::Scorer(const Population& population,
               const std::vector<Comparison>& comparisons,
               const Comparer& comparer,
               const Model& model)
    : comparer_(&comparer) {
  const double about_the_same = rows_about_the_same(population, model);
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    const auto& rates = model.comparisons[i];
    const auto& column = *population.records->find_column(comparisons[i].column);
    const auto bits = bits_by_level(rates);
    const bool says_nothing = rates.m == rates.u;
    const bool by_value = comparisons[i].term_frequency == TermFrequency::adjusted && !says_nothing;
    const std::ptrdiff_t first_of_unequal = comparisons[i].levels[0].at_least == kEqual ? 1 : 0;
    most_of_unequal_.push_back(*std::max_element(bits.begin() + first_of_unequal, bits.end()));
    by_level_.push_back(bits);
    by_value_.emplace_back();
    if (by_value) by_value_.back() = bits_by_value(column, rates, about_the_same);
  }
}

std::optional<double> Scorer::bits(Row a, Row b, double floor) const {
  constexpr double kRounding = 1e-6;
  std::array<double, Pattern::kMostComparisons> parts;
  std::array<std::size_t, Pattern::kMostComparisons> unequal;
  std::size_t unequal_count = 0;
  double at_most = 0;
  for (std::size_t i = 0; i < comparer_->count(); ++i) {
    const auto value_a = comparer_->value(i, a);
    const auto value_b = comparer_->value(i, b);
    if (value_a == 0 || value_b == 0) {
      parts[i] = 0;
    } else if (value_a == value_b) {
      parts[i] = bits_of_equal(i, value_a);
    } else {
      parts[i] = most_of_unequal_[i];
      unequal[unequal_count++] = i;
    }
    at_most += parts[i];
  }
  for (std::size_t open = 0; open < unequal_count; ++open) {
    if (at_most < floor - kRounding) return std::nullopt;
    const auto i = unequal[open];
    const double bits = by_level_[i][comparer_->level(i, a, b)];
    at_most += bits - parts[i];
    parts[i] = bits;
  }
  double bits = 0;  // summed anew, so that the order of the sum is always the same
  for (std::size_t i = 0; i < comparer_->count(); ++i) bits += parts[i];
  return bits < floor ? std::nullopt : std::optional(bits);
}

std::vector<Evidence> Scorer::evidence(Row a, Row b) const {
  std::vector<Evidence> all;
  for (std::size_t i = 0; i < comparer_->count(); ++i) {
    const int level = comparer_->level(i, a, b);
    const auto value = comparer_->value(i, a);
    const double bits = level == Pattern::kMissing        ? 0
                        : value == comparer_->value(i, b) ? bits_of_equal(i, value)
                                                          : by_level_[i][level];
    all.push_back({static_cast<std::int8_t>(level), static_cast<float>(bits)});
  }
  return all;
}

}  // namespace enact::stats
