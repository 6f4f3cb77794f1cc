// SPDX-License-Identifier: Apache-2.0
// docs/method/record-linkage.md, "Learning m and u".
#include "stats/training.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/samples.h"

namespace enact::stats {
namespace {

constexpr double kFewestMatches = 5;     // what expects fewer teaches nothing
constexpr double kFirstAtRandom = 1e-3;  // of matches among pairs drawn at random
constexpr int kMostRounds = 100;
constexpr double kSettledBits = 0.01;  // the weights of two rounds differ by less

double total(const std::vector<double>& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0);
}

double total(const PatternCounts& counts) {
  double pairs = 0;
  for (const auto& each : counts) pairs += each.pairs;
  return pairs;
}

std::vector<double> guessed_m(const Comparison& comparison) {
  constexpr double kAgree = 0.9;
  if (!comparison.guess.empty()) return comparison.guess;
  std::vector<double> rates(comparison.level_count(),
                            (1 - kAgree) / (comparison.level_count() - 1));
  rates[0] = kAgree;
  return rates;
}

LevelCounts believed_matches(const LinkagePlan& plan) {
  LevelCounts counts;
  for (const auto& comparison : plan.comparisons) {
    counts.push_back(guessed_m(comparison));
    for (auto& count : counts.back()) count *= plan.belief;
  }
  return counts;
}

// Where learning begins: matches agree, there is one for every second row, and no pair drawn at
// random is one.
Model first_guess(const Population& population,
                  const PatternCounts& at_random,
                  const LinkagePlan& plan) {
  Model model;
  model.prior = 0.5 * std::min(1.0, static_cast<double>(population.records->size()) /
                                        static_cast<double>(population.pairs()));
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    std::vector<double> counts(plan.comparisons[i].level_count(), 0.0);
    for (const auto& [pattern, pairs] : at_random)
      if (pattern[i] != Pattern::kMissing) counts[pattern[i]] += pairs;
    model.comparisons.push_back({guessed_m(plan.comparisons[i]), shares(counts)});
  }
  return model;
}

// A comparison that is missing in nearly all of the matches says nothing from then on.
Estimate<void> learn_m(const Evidenced& candidates, Training& training, double belief) {
  auto& model = training.model;
  const auto learnt = fit(candidates, model, Learn::m);
  training.matches = learnt.matches;
  training.iterations = learnt.iterations;
  if (learnt.matches + belief < kFewestMatches)
    return tl::unexpected(Shortfall{Shortfall::Reason::too_few_matches, {}});
  if (!learnt.converged) return tl::unexpected(Shortfall{Shortfall::Reason::not_converged, {}});
  model.prior = learnt.share;
  training.learnt.clear();
  for (std::size_t i = 0; i < model.comparisons.size(); ++i) {
    auto& [m, u] = model.comparisons[i];
    training.learnt.push_back(total(learnt.expected[i]) >= kFewestMatches);
    m = training.learnt[i] ? shares(learnt.expected[i]) : u;
  }
  return {};
}

// In a small table, matches are a good part of the pairs drawn at random that agree.
void learn_u(const PatternCounts& at_random, Training& training) {
  Model model = training.model;
  model.prior = kFirstAtRandom;
  const auto learnt = fit({.counts = at_random}, model, Learn::u);
  for (std::size_t i = 0; i < model.comparisons.size(); ++i) {
    auto& [m, u] = training.model.comparisons[i];
    u = shares(learnt.expected[i]);
    if (!training.learnt[i]) m = u;
  }
}

double farthest_move(const Model& before, const Model& after) {
  double moved = 0;
  for (std::size_t i = 0; i < before.comparisons.size(); ++i)
    for (int level = 0; level < std::ssize(before.comparisons[i].m); ++level)
      moved = std::max(
          moved, std::abs(before.comparisons[i].bits(level) - after.comparisons[i].bits(level)));
  return moved;
}

}  // namespace

Estimate<Training> train(const Population& population,
                         const std::vector<Blocks>& rules,
                         const Comparer& comparer,
                         const LinkagePlan& plan) {
  const auto at_random = patterns_at_random(population, comparer, plan);
  auto candidates = patterns_of_candidates(population, rules, comparer, plan);
  candidates.believed = believed_matches(plan);
  Training training;
  training.sampled_pairs = total(at_random);
  training.candidate_pairs = total(candidates.counts);
  training.model = first_guess(population, at_random, plan);
  bool settled = false;
  for (; !settled && training.rounds < kMostRounds; ++training.rounds) {
    const Model before = training.model;
    if (auto learnt = learn_m(candidates, training, plan.belief); !learnt)
      return tl::unexpected(learnt.error());
    learn_u(at_random, training);
    settled = farthest_move(before, training.model) < kSettledBits;
  }
  if (!settled) return tl::unexpected(Shortfall{Shortfall::Reason::not_converged, {}});
  return training;
}

}  // namespace enact::stats
