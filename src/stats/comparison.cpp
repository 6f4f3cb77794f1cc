// SPDX-License-Identifier: Apache-2.0
#include "stats/comparison.h"

#include <algorithm>

namespace enact::stats {

const std::string& Comparison::label(int level) const {
  return level < static_cast<int>(levels.size()) ? levels[level].label : otherwise;
}

int level_of(const Comparison& comparison, std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return Pattern::kMissing;
  if (a == b) return 0;
  // Always asked in the same order: a similarity that depends on it must not let the order of the
  // rows show.
  const double similarity = comparison.similarity(std::min(a, b), std::max(a, b));
  const auto reached =
      std::find_if(comparison.levels.begin(), comparison.levels.end(),
                   [&](const Level& level) { return similarity >= level.at_least; });
  return static_cast<int>(reached - comparison.levels.begin());
}

Estimate<Comparer> Comparer::make(const Records& records,
                                  const std::vector<Comparison>& comparisons) {
  Comparer comparer;
  comparer.comparisons_ = &comparisons;
  comparer.values_.resize(records.size() * comparisons.size());
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    const auto* column = records.find_column(comparisons[i].column);
    if (column == nullptr)
      return tl::unexpected(Shortfall{Shortfall::Reason::no_such_column, comparisons[i].column});
    comparer.texts_.push_back(&column->texts);
    for (Row row = 0; row < records.size(); ++row)
      comparer.values_[row * comparisons.size() + i] = column->numbers[row];
  }
  return comparer;
}

int Comparer::level(std::size_t comparison, Row a, Row b) const {
  const auto value_a = value(comparison, a);
  const auto value_b = value(comparison, b);
  if (value_a == 0 || value_b == 0) return Pattern::kMissing;
  if (value_a == value_b) return 0;
  const auto& texts = *texts_[comparison];
  return level_of((*comparisons_)[comparison], texts[value_a], texts[value_b]);
}

Pattern Comparer::pattern(Row a, Row b) const {
  Pattern pattern;
  for (std::size_t i = 0; i < count(); ++i) pattern.set(i, level(i, a, b));
  return pattern;
}

}  // namespace enact::stats
