// SPDX-License-Identifier: Apache-2.0
#include "stats/strata.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "stats/distance.h"

namespace enact::stats {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

constexpr std::size_t kSmallProduct = 1 << 22;

std::vector<double> equal_width(std::span<const double> values, int count) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double width = (*most - *least) / count;
  std::vector<double> cuts;
  for (int i = 1; i < count; ++i) cuts.push_back(*least + i * width);
  return cuts;
}

// The bin of each value: how many cut points are not above it.
std::vector<std::int32_t> bins(std::span<const double> values, const std::vector<double>& cuts) {
  std::vector<std::int32_t> found;
  found.reserve(values.size());
  for (const double value : values)
    found.push_back(static_cast<std::int32_t>(std::upper_bound(cuts.begin(), cuts.end(), value) -
                                              cuts.begin()));
  return found;
}

// Each different value a number of its own.
std::vector<std::int32_t> distinct(std::span<const double> values) {
  std::unordered_map<double, std::int32_t> seen;
  std::vector<std::int32_t> found;
  for (const double value : values)
    found.push_back(
        seen.try_emplace(value + 0.0, static_cast<std::int32_t>(seen.size())).first->second);
  return found;
}

// Splits cells by one more column, numbering by first appearance.
void split(std::vector<std::int32_t>& cells, const std::vector<std::int32_t>& codes) {
  std::int64_t levels = 0, count = 0;
  for (const auto code : codes) levels = std::max<std::int64_t>(levels, code + 1);
  for (const auto cell : cells) count = std::max<std::int64_t>(count, cell + 1);
  std::int32_t next = 0;
  if (static_cast<std::size_t>(levels * count) <= kSmallProduct) {
    std::vector<std::int32_t> number(static_cast<std::size_t>(levels * count), -1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto& each = number[static_cast<std::size_t>(cells[i] * levels + codes[i])];
      if (each < 0) each = next++;
      cells[i] = each;
    }
    return;
  }
  std::unordered_map<std::int64_t, std::int32_t> number;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto [at, is_new] = number.try_emplace(cells[i] * levels + codes[i], next);
    next += is_new;
    cells[i] = at->second;
  }
}

// Fills subclasses that lack units of one group: the emptiest takes the nearest by score from the
// side on which there are more to spare.
class Filling {
 public:
  Filling(std::vector<std::int32_t>& sets, std::span<const double> scores, std::int32_t count)
      : sets_(sets), scores_(scores), size_(static_cast<std::size_t>(count), 0) {}

  void fill(const std::vector<std::uint32_t>& units, int least) {
    std::fill(size_.begin(), size_.end(), 0);
    for (const auto unit : units) ++size_[sets_[unit]];
    for (int round = 0; round < least; ++round) {
      for (;;) {
        const auto empty = std::find(size_.begin(), size_.end(), 0);
        if (empty == size_.end()) break;
        take_nearest(units, static_cast<std::int32_t>(empty - size_.begin()));
      }
      for (auto& size : size_) --size;
    }
  }

 private:
  bool looks_left(std::int32_t set) const {
    const auto last = static_cast<std::int32_t>(size_.size()) - 1;
    if (set == last) return true;
    if (set == 0) return false;
    double pull = 0;
    for (std::int32_t other = 0; other <= last; ++other)
      if (other != set && size_[other] > 1)
        pull += static_cast<double>(size_[other] - 1) / (other - set);
    return pull <= 0;
  }

  void take_nearest(const std::vector<std::uint32_t>& units, std::int32_t set) {
    const bool left = looks_left(set);
    std::int32_t from = set;
    do from += left ? -1 : 1;
    while (size_[from] <= 0);
    std::uint32_t best = 0;
    bool has_any = false;
    for (const auto unit : units) {
      if (sets_[unit] != from) continue;
      const bool is_nearer =
          !has_any || (left ? scores_[unit] >= scores_[best] : scores_[unit] <= scores_[best]);
      if (is_nearer) best = unit;
      has_any = true;
    }
    sets_[best] = set;
    ++size_[set];
    --size_[from];
  }

  std::vector<std::int32_t>& sets_;
  std::span<const double> scores_;
  std::vector<int> size_;
};

}  // namespace

double quantile(std::span<const double> sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at + 4e-16 * at));
  if (below + 1 >= sorted.size()) return sorted.back();
  const double part = at - static_cast<double>(below);
  if (std::abs(part) < 1e-15 * std::max(at, 1.0)) return sorted[below];
  return (1 - part) * sorted[below] + part * sorted[below + 1];
}

std::vector<double> cut_points(std::span<const double> values, const Coarsening& coarsening) {
  const auto n = static_cast<double>(values.size());
  return std::visit(
      Overloaded{[&](const Sturges&) {
                   return equal_width(values, static_cast<int>(std::ceil(std::log2(n) + 1)));
                 },
                 [&](const Scott&) {
                   const double width = 3.5 * standard_deviation(values) * std::pow(n, -1.0 / 3);
                   const auto [least, most] = std::minmax_element(values.begin(), values.end());
                   const double count =
                       width > 0 ? std::max(1.0, std::ceil((*most - *least) / width)) : 1;
                   return equal_width(values, static_cast<int>(count));
                 },
                 [&](const EqualBins& bins) { return equal_width(values, bins.count); },
                 [&](const QuantileBins& bins) {
                   std::vector<double> sorted(values.begin(), values.end()), cuts;
                   std::sort(sorted.begin(), sorted.end());
                   for (int i = 1; i < bins.count; ++i)
                     cuts.push_back(quantile(sorted, static_cast<double>(i) / bins.count));
                   cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
                   return cuts;
                 },
                 [&](const CutPoints& points) {
                   auto cuts = points.at;
                   std::sort(cuts.begin(), cuts.end());
                   return cuts;
                 },
                 [&](const AsItIs&) { return std::vector<double>(); }},
      coarsening);
}

Estimate<std::vector<std::int32_t>> cells(std::span<const Column* const> columns,
                                          std::span<const Coarsening> coarsenings) {
  std::vector<std::int32_t> found(columns.empty() ? 0 : columns[0]->size(), 0);
  for (std::size_t j = 0; j < columns.size(); ++j) {
    const auto& column = *columns[j];
    if (column.missing() > 0)
      return tl::unexpected(Shortfall{Shortfall::Reason::has_missing, column.name});
    if (column.kind == Column::Kind::categorical)
      split(found, column.codes);
    else if (coarsenings.empty() || std::holds_alternative<AsItIs>(coarsenings[j]))
      split(found, distinct(column.numbers));
    else
      split(found, bins(column.numbers, cut_points(column.numbers, coarsenings[j])));
  }
  return found;
}

Estimate<Matching> match_cells(std::span<const char> treated,
                               std::span<const Column* const> columns,
                               std::span<const Coarsening> coarsenings,
                               Estimand estimand) {
  auto found = cells(columns, coarsenings);
  if (!found) return tl::unexpected(found.error());
  return matching_of_sets(treated, std::move(*found), estimand);
}

Estimate<Matching> subclassify(std::span<const char> treated,
                               std::span<const double> scores,
                               const SubclassOptions& options) {
  if (options.estimand == Estimand::ato)
    return tl::unexpected(Shortfall{Shortfall::Reason::not_for_this_estimand, {}});
  std::vector<double> about;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (options.estimand == Estimand::ate ||
        (treated[i] != 0) == (options.estimand == Estimand::att))
      about.push_back(scores[i]);
  if (about.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  std::sort(about.begin(), about.end());
  std::vector<double> cuts;
  for (int i = 1; i < options.count; ++i)
    cuts.push_back(quantile(about, static_cast<double>(i) / options.count));
  auto sets = bins(scores, cuts);

  // Ties may leave out a subclass altogether.
  std::vector<std::uint32_t> group[2];
  std::vector<char> is_there(static_cast<std::size_t>(options.count), 0);
  for (std::uint32_t i = 0; i < sets.size(); ++i) {
    if (!options.discarded.empty() && options.discarded[i]) {
      sets[i] = kNoSet;
      continue;
    }
    is_there[sets[i]] = 1;
    group[treated[i] ? 1 : 0].push_back(i);
  }
  std::vector<std::int32_t> number(is_there.size(), kNoSet);
  std::int32_t count = 0;
  for (std::size_t i = 0; i < is_there.size(); ++i)
    if (is_there[i]) number[i] = count++;
  for (auto& set : sets)
    if (set != kNoSet) set = number[set];

  if (options.least > 0) {
    for (const auto& units : group)
      if (units.size() < static_cast<std::size_t>(count) * static_cast<std::size_t>(options.least))
        return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
    Filling filling(sets, scores, count);
    const bool first = treated[0] != 0;
    filling.fill(group[first ? 1 : 0], options.least);
    filling.fill(group[first ? 0 : 1], options.least);
  }
  return matching_of_sets(treated, std::move(sets), options.estimand);
}

}  // namespace enact::stats
