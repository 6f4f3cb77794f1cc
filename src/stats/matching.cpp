// SPDX-License-Identifier: Apache-2.0
#include "stats/matching.h"

#include <algorithm>
#include <utility>

namespace enact::stats {

void normalize(std::span<const char> treated, std::vector<double>& weights) {
  double sum[2] = {}, count[2] = {};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const int group = treated[i] ? 1 : 0;
    sum[group] += weights[i];
    count[group] += weights[i] > 0;
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const int group = treated[i] ? 1 : 0;
    if (weights[i] > 0) weights[i] *= count[group] / sum[group];
  }
}

std::vector<double> weights_of_pairs(std::span<const char> treated,
                                     std::span<const MatchedPair> pairs) {
  std::vector<double> weights(treated.size(), 0.0);
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end].focal == pairs[i].focal) ++end;
    weights[pairs[i].focal] += 1;
    for (std::size_t k = i; k < end; ++k)
      weights[pairs[k].other] += 1.0 / static_cast<double>(end - i);
    i = end;
  }
  normalize(treated, weights);
  return weights;
}

std::vector<double> weights_of_sets(std::span<const char> treated,
                                    std::span<const std::int32_t> sets,
                                    Estimand estimand) {
  std::int32_t most = kNoSet;
  for (const auto set : sets) most = std::max(most, set);
  std::vector<double> count[2];
  for (auto& each : count) each.assign(static_cast<std::size_t>(most + 1), 0.0);
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (sets[i] != kNoSet) ++count[treated[i] ? 1 : 0][sets[i]];
  std::vector<double> weights(treated.size(), 0.0);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i] == kNoSet) continue;
    const int group = treated[i] ? 1 : 0;
    const double own = count[group][sets[i]], other = count[1 - group][sets[i]];
    if (other == 0) continue;
    if (estimand == Estimand::ate)
      weights[i] = 1 + other / own;
    else
      weights[i] = (group == 1) == (estimand == Estimand::att) ? 1 : other / own;
  }
  normalize(treated, weights);
  return weights;
}

Estimate<Matching> matching_of(std::span<const char> treated, std::vector<MatchedPair> pairs) {
  if (pairs.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_match, {}});
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const MatchedPair& a, const MatchedPair& b) { return a.focal < b.focal; });
  Matching matching{.weights = weights_of_pairs(treated, pairs)};
  std::vector<std::int32_t> sets(treated.size(), kNoSet);
  std::int32_t set = kNoSet;
  bool is_used_twice = false;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i == 0 || pairs[i].focal != pairs[i - 1].focal) ++set;
    is_used_twice = is_used_twice || sets[pairs[i].other] != kNoSet;
    sets[pairs[i].focal] = sets[pairs[i].other] = set;
  }
  if (!is_used_twice) matching.sets = std::move(sets);
  matching.pairs = std::move(pairs);
  return matching;
}

Estimate<Matching> matching_of_sets(std::span<const char> treated,
                                    std::vector<std::int32_t> sets,
                                    Estimand estimand) {
  std::int32_t most = kNoSet;
  for (const auto set : sets) most = std::max(most, set);
  std::vector<char> has[2];
  for (auto& each : has) each.assign(static_cast<std::size_t>(most + 1), 0);
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (sets[i] != kNoSet) has[treated[i] ? 1 : 0][sets[i]] = 1;
  std::vector<std::int32_t> number(static_cast<std::size_t>(most + 1), kNoSet);
  std::int32_t next = 0;
  for (auto& set : sets) {
    if (set == kNoSet) continue;
    if (!has[0][set] || !has[1][set]) {
      set = kNoSet;
      continue;
    }
    if (number[set] == kNoSet) number[set] = next++;
    set = number[set];
  }
  if (next == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_match, {}});
  Matching matching{.weights = weights_of_sets(treated, sets, estimand)};
  matching.sets = std::move(sets);
  return matching;
}

double total_distance(std::span<const MatchedPair> pairs) {
  double sum = 0;
  for (const auto& pair : pairs) sum += pair.distance;
  return sum;
}

}  // namespace enact::stats
