// SPDX-License-Identifier: Apache-2.0
// docs/method/record-linkage.md, "Learning m and u".
#include "stats/em.h"

#include <algorithm>
#include <cmath>

namespace enact::stats {
namespace {

constexpr int kMostIterations = 5000;
constexpr double kSettled = 1e-6;
constexpr double kSettledShare = 1e-3;  // of itself

LevelCounts no_counts(const Model& model) {
  LevelCounts counts;
  for (const auto& rates : model.comparisons) counts.emplace_back(rates.m.size(), 0.0);
  return counts;
}

void add(LevelCounts& counts, Pattern pattern, double pairs) {
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (pattern[i] != Pattern::kMissing) counts[i][pattern[i]] += pairs;
}

// Puts the learnt rates into the model and says how far the farthest of them moved.
double learn_rates(Model& model, const LevelCounts& expected, Learn learn) {
  double moved = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    auto& rates = learn == Learn::m ? model.comparisons[i].m : model.comparisons[i].u;
    const auto learnt = shares(expected[i]);
    for (std::size_t level = 0; level < rates.size(); ++level)
      moved = std::max(moved, std::abs(learnt[level] - rates[level]));
    rates = learnt;
  }
  return moved;
}

}  // namespace

void PatternTally::add(const PatternTally& other) {
  for (const auto& [bits, pairs] : other.pairs_) pairs_[bits] += pairs;
}

PatternCounts PatternTally::counts() const {
  PatternCounts counts;
  for (const auto& [bits, pairs] : pairs_)
    counts.push_back({Pattern(bits), static_cast<double>(pairs)});
  std::sort(counts.begin(), counts.end(),
            [](const auto& a, const auto& b) { return a.pattern < b.pattern; });
  return counts;
}

std::vector<double> shares(const std::vector<double>& level_counts) {
  constexpr double kHalfAPair = 0.5;
  double all = 0;
  for (const double count : level_counts) all += count + kHalfAPair;
  std::vector<double> result;
  result.reserve(level_counts.size());
  for (const double count : level_counts) result.push_back((count + kHalfAPair) / all);
  return result;
}

EmFit fit(const Evidenced& pairs, Model model, Learn learn) {
  double all = pairs.others;
  for (const auto& each : pairs.counts) all += each.pairs;
  EmFit fit{.share = model.prior};
  while (all > 0 && !fit.converged && fit.iterations < kMostIterations) {
    ++fit.iterations;
    fit.expected = pairs.believed.empty() ? no_counts(model) : pairs.believed;
    fit.matches = 0;
    for (const auto& [pattern, count] : pairs.counts) {
      const double matches = count * probability_of(odds_in_bits(fit.share) + model.bits(pattern));
      fit.matches += matches;
      add(fit.expected, pattern, learn == Learn::m ? matches : count - matches);
    }
    const double share = shares({fit.matches, all - fit.matches})[0];
    const double moved = learn_rates(model, fit.expected, learn);
    fit.converged = moved < kSettled && std::abs(share - fit.share) < kSettledShare * share;
    fit.share = share;
  }
  return fit;
}

}  // namespace enact::stats
