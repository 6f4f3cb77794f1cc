// SPDX-License-Identifier: Apache-2.0
#include "stats/em.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace enact::stats {
namespace {

// Three comparisons with two levels each, and how often a pair agrees on the first.
Model model_of(double prior, std::vector<std::pair<double, double>> m_and_u) {
  Model model{.prior = prior, .comparisons = {}};
  for (const auto& [m, u] : m_and_u) model.comparisons.push_back({{m, 1 - m}, {u, 1 - u}});
  return model;
}

double chance(const std::vector<std::vector<double>>& rates, Pattern pattern) {
  double chance = 1;
  for (std::size_t i = 0; i < rates.size(); ++i) chance *= rates[i][pattern[i]];
  return chance;
}

// The expected number of pairs of each pattern, as the model has it.
PatternCounts expected_counts(const Model& model, double pairs) {
  std::vector<std::vector<double>> m, u;
  for (const auto& rates : model.comparisons) {
    m.push_back(rates.m);
    u.push_back(rates.u);
  }
  PatternCounts counts;
  for (int bits = 0; bits < 1 << model.comparisons.size(); ++bits) {
    Pattern pattern;
    for (std::size_t i = 0; i < model.comparisons.size(); ++i) pattern.set(i, bits >> i & 1);
    counts.push_back({pattern, pairs * (model.prior * chance(m, pattern) +
                                        (1 - model.prior) * chance(u, pattern))});
  }
  return counts;
}

const Model kTruth = model_of(0.02, {{0.95, 0.05}, {0.85, 0.01}, {0.9, 0.2}, {0.7, 0.002}});

TEST(Fit, FindsTheShareAndTheRatesOfMatches) {
  Model start = kTruth;
  start.prior = 0.2;
  for (auto& rates : start.comparisons) rates.m = {0.9, 0.1};
  const auto found = fit({.counts = expected_counts(kTruth, 1e6)}, start, Learn::m);
  EXPECT_TRUE(found.converged);
  EXPECT_NEAR(found.share, 0.02, 2e-4);
  EXPECT_NEAR(found.matches, 20'000, 200);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(shares(found.expected[i])[0], kTruth.comparisons[i].m[0], 2e-3) << i;
}

TEST(Fit, FindsTheRatesOfTheOthersWhenThoseOfMatchesAreKnown) {
  Model start = kTruth;
  start.prior = 0.001;
  for (auto& rates : start.comparisons) rates.u = {0.3, 0.7};
  const auto found = fit({.counts = expected_counts(kTruth, 1e6)}, start, Learn::u);
  EXPECT_TRUE(found.converged);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(shares(found.expected[i])[0], kTruth.comparisons[i].u[0], 2e-3) << i;
}

// Left out are pairs that disagree on everything but the third, of which hardly any is a match.
TEST(Fit, NeedsNotSeeThePairsThatAreSureNotToMatch) {
  Evidenced pairs{.counts = expected_counts(kTruth, 1e6)};
  std::erase_if(pairs.counts, [&](const PatternCount& each) {
    const bool is_sure = each.pattern[0] + each.pattern[1] + each.pattern[3] == 3;
    if (is_sure) pairs.others += each.pairs;
    return is_sure;
  });
  EXPECT_GT(pairs.others, 9e5);
  const auto found = fit(pairs, kTruth, Learn::m);
  EXPECT_NEAR(found.share, 0.02, 2e-4);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(shares(found.expected[i])[0], kTruth.comparisons[i].m[0], 5e-3) << i;
}

TEST(Fit, LearnsNothingFromWhatIsMissing) {
  Pattern agrees, missing;
  for (std::size_t i = 0; i < 4; ++i) agrees.set(i, 0);
  for (std::size_t i = 0; i < 3; ++i) missing.set(i, 0);
  const auto found = fit({.counts = {{agrees, 10}, {missing, 10}}}, kTruth, Learn::m);
  EXPECT_NEAR(found.expected[2][0], 2 * found.expected[3][0], 0.01);
  EXPECT_DOUBLE_EQ(kTruth.bits(agrees) - kTruth.bits(missing), kTruth.comparisons[3].bits(0));
}

TEST(Fit, OfNoPairsIsNothing) {
  const auto found = fit({}, kTruth, Learn::m);
  EXPECT_FALSE(found.converged);
  EXPECT_EQ(found.matches, 0);
}

TEST(Shares, NeverSayNeverAndAddUp) {
  const auto all = shares({0, 0, 1000});
  EXPECT_GT(all[0], 0);
  EXPECT_NEAR(std::accumulate(all.begin(), all.end(), 0.0), 1, 1e-12);
  EXPECT_EQ(shares({0, 0})[0], 0.5);
}

TEST(ProbabilityOf, BitsAndBackIsTheSame) {
  for (const double probability : {1e-9, 0.01, 0.5, 0.999})
    EXPECT_NEAR(probability_of(odds_in_bits(probability)), probability, 1e-12);
  EXPECT_EQ(probability_of(1e6), 1);
  EXPECT_EQ(probability_of(-1e6), 0);
}

}  // namespace
}  // namespace enact::stats
