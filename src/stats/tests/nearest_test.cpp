// SPDX-License-Identifier: Apache-2.0
#include "stats/nearest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "stats/random.h"
#include "stats/sorting.h"
#include "stats/tests/evidence_files.h"

namespace enact::stats {
namespace {

using Order = NearestOptions::Order;

struct World {
  std::vector<char> treated;
  std::vector<double> scores;
  std::vector<double> age;
  std::vector<std::int32_t> site;
};

// Scores are tenths or so, so that many tie.
World world(std::uint64_t seed, std::size_t units, double steps = 20) {
  Random random(seed, "world");
  World made;
  for (std::size_t i = 0; i < units; ++i) {
    made.treated.push_back(random.uniform() < 0.3);
    made.scores.push_back(std::floor(random.uniform() * steps) / steps);
    made.age.push_back(static_cast<double>(random.below(10)));
    made.site.push_back(static_cast<std::int32_t>(random.below(3)));
  }
  made.treated[0] = 1;
  made.treated[1] = 0;
  made.site[0] = made.site[1] = 0;
  return made;
}

// The rules of the public reference's README, step by step.
std::vector<MatchedPair> walked(const World& data, const NearestOptions& options) {
  const auto n = static_cast<int>(data.treated.size());
  std::vector<int> at(n), place(n), queue;
  for (int i = 0; i < n; ++i) at[i] = i;
  std::stable_sort(at.begin(), at.end(),
                   [&](int a, int b) { return data.scores[a] < data.scores[b]; });
  for (int i = 0; i < n; ++i) place[at[i]] = i;
  for (int i = 0; i < n; ++i)
    if (data.treated[i]) queue.push_back(i);
  std::stable_sort(queue.begin(), queue.end(),
                   [&](int a, int b) { return data.scores[a] > data.scores[b]; });
  std::vector<char> is_used(n, 0), has_failed(n, 0);
  std::vector<MatchedPair> pairs;
  std::map<int, std::vector<int>> has;
  for (int k = 0; k < options.ratio; ++k)
    for (const int focal : queue) {
      if (has_failed[focal]) continue;
      int left = place[focal], right = place[focal];
      for (const int other : has[focal]) {
        left = std::min(left, place[other]);
        right = std::max(right, place[other]);
      }
      double best = HUGE_VAL;
      int found = -1;
      bool is_left_done = false, is_right_done = false;
      while (!is_left_done || !is_right_done)
        for (const int step : {-1, 1}) {
          bool& is_done = step < 0 ? is_left_done : is_right_done;
          if (is_done) continue;
          int& here = step < 0 ? left : right;
          here += step;
          if (here < 0 || here >= n) {
            is_done = true;
            continue;
          }
          const int unit = at[here];
          const double far = std::abs(data.scores[unit] - data.scores[focal]);
          if (far > best) {
            is_done = true;
            continue;
          }
          if (data.treated[unit] || is_used[unit]) continue;
          if (!options.rules.exact.empty() && data.site[unit] != data.site[focal]) continue;
          if (!options.rules.allow(static_cast<std::uint32_t>(focal),
                                   static_cast<std::uint32_t>(unit)))
            continue;
          is_done = true;
          if (far < best) {
            best = far;
            found = unit;
          }
        }
      if (found < 0) {
        has_failed[focal] = 1;
        continue;
      }
      is_used[found] = 1;
      has[focal].push_back(found);
      pairs.push_back({static_cast<std::uint32_t>(focal), static_cast<std::uint32_t>(found), best});
    }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const MatchedPair& a, const MatchedPair& b) { return a.focal < b.focal; });
  return pairs;
}

RC_GTEST_PROP(Nearest, FindsWhatWalkingStepByStepFinds, ()) {
  const auto data = world(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(2, 80));
  NearestOptions options{.ratio = *rc::gen::inRange(1, 4)};
  if (*rc::gen::arbitrary<bool>()) options.rules.exact = data.site;
  if (*rc::gen::arbitrary<bool>()) options.rules.calipers.push_back({data.scores, 0.1});
  if (*rc::gen::arbitrary<bool>()) options.rules.calipers.push_back({data.age, 2});
  if (*rc::gen::arbitrary<bool>()) options.rules.calipers.push_back({data.age, -1});
  const auto expected = walked(data, options);
  const auto found = match_nearest(data.treated, data.scores, options);
  RC_ASSERT(found.has_value() == !expected.empty());
  if (found) RC_ASSERT(found->pairs == expected);
}

RC_GTEST_PROP(Nearest, NeverUsesAControlMoreOftenThanAllowedAndKeepsEveryRule, ()) {
  const auto data = world(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(2, 60));
  NearestOptions options{.ratio = *rc::gen::inRange(1, 4),
                         .most_uses = *rc::gen::inRange(0, 3),
                         .order = *rc::gen::element(Order::largest, Order::smallest, Order::closest,
                                                    Order::farthest, Order::random, Order::data)};
  options.estimand = *rc::gen::element(Estimand::att, Estimand::atc);
  options.rules.exact = data.site;
  options.rules.calipers = {{data.scores, 0.2}, {data.age, -1}};
  std::vector<char> discarded(data.treated.size());
  for (std::size_t i = 0; i < discarded.size(); ++i) discarded[i] = i % 7 == 6;
  options.rules.discarded = discarded;
  const Coordinates points{1, data.scores};
  const auto on_line = match_nearest(data.treated, data.scores, options);
  const auto in_space = match_nearest(data.treated, points, data.scores, options);
  RC_ASSERT(on_line.has_value() == in_space.has_value());
  for (const auto* found : {&on_line, &in_space}) {
    if (!*found) continue;
    std::map<std::uint32_t, int> uses;
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const auto& pair : (*found)->pairs) {
      RC_ASSERT((data.treated[pair.focal] != 0) == (options.estimand == Estimand::att));
      RC_ASSERT(data.treated[pair.focal] != data.treated[pair.other]);
      RC_ASSERT(data.site[pair.focal] == data.site[pair.other]);
      RC_ASSERT(pair.distance <= 0.2);
      RC_ASSERT(std::abs(data.age[pair.focal] - data.age[pair.other]) > 1);
      RC_ASSERT(!discarded[pair.focal] && !discarded[pair.other]);
      RC_ASSERT(seen.insert({pair.focal, pair.other}).second);
      ++uses[pair.other];
    }
    for (const auto& [unit, times] : uses)
      RC_ASSERT(options.most_uses == 0 || times <= options.most_uses);
  }
}

// All pairs looked at, at each turn.
RC_GTEST_PROP(Nearest, InSpaceAFreeNearerControlIsNeverLeft, ()) {
  Random random(*rc::gen::arbitrary<std::uint64_t>(), "space");
  const auto data = world(random.below(1u << 30), *rc::gen::inRange(2, 150));
  Coordinates points{3, {}};
  for (std::size_t i = 0; i < 3 * data.treated.size(); ++i)
    points.values.push_back(static_cast<double>(random.below(6)));
  NearestOptions options{.ratio = 2};
  options.rules.calipers = {{data.age, 4}};
  std::vector<MatchedPair> expected;
  std::vector<char> is_used(data.treated.size(), 0), has_failed(data.treated.size(), 0);
  for (int k = 0; k < 2; ++k)
    for (std::uint32_t focal = 0; focal < data.treated.size(); ++focal) {
      if (!data.treated[focal] || has_failed[focal]) continue;
      double best = HUGE_VAL;
      std::uint32_t found = 0;
      for (std::uint32_t unit = 0; unit < data.treated.size(); ++unit)
        if (!data.treated[unit] && !is_used[unit] && options.rules.allow(focal, unit) &&
            points.squared_distance(focal, unit) < best) {
          best = points.squared_distance(focal, unit);
          found = unit;
        }
      has_failed[focal] = best == HUGE_VAL;
      if (has_failed[focal]) continue;
      is_used[found] = 1;
      expected.push_back({focal, found, std::sqrt(best)});
    }
  std::stable_sort(expected.begin(), expected.end(),
                   [](const MatchedPair& a, const MatchedPair& b) { return a.focal < b.focal; });
  const auto found = match_nearest(data.treated, points, {}, options);
  RC_ASSERT(found.has_value() == !expected.empty());
  if (found) RC_ASSERT(found->pairs == expected);
}

// As the closest of all free pairs is taken each time, distances of a round never fall.
TEST(Nearest, TheClosestPairComesFirst) {
  const auto data = world(5, 60, 1000);
  const auto found = *match_nearest(data.treated, data.scores, {.order = Order::closest});
  std::vector<char> is_used(60, 0), is_served(60, 0);
  std::vector<double> expected;
  for (;;) {
    double best = HUGE_VAL;
    std::size_t who = 0, whom = 0;
    for (std::size_t i = 0; i < 60; ++i)
      for (std::size_t j = 0; j < 60; ++j)
        if (data.treated[i] && !data.treated[j] && !is_served[i] && !is_used[j] &&
            std::abs(data.scores[i] - data.scores[j]) < best) {
          best = std::abs(data.scores[i] - data.scores[j]);
          who = i;
          whom = j;
        }
    if (best == HUGE_VAL) break;
    is_served[who] = is_used[whom] = 1;
    expected.push_back(best);
  }
  std::vector<double> distances;
  for (const auto& pair : found.pairs) distances.push_back(pair.distance);
  std::sort(distances.begin(), distances.end());
  EXPECT_EQ(distances, expected);
}

TEST(Nearest, ADistanceEqualToTheCaliperPasses) {
  const std::vector<char> treated{1, 0};
  const std::vector<double> scores{0.5, 0.75};
  NearestOptions options;
  options.rules.calipers = {{scores, 0.25}};
  EXPECT_TRUE(match_nearest(treated, scores, options));
  options.rules.calipers = {{scores, -0.25}};
  EXPECT_EQ(match_nearest(treated, scores, options).error().reason, Shortfall::Reason::no_match);
}

TEST(Nearest, NeverPairsTheSameWhereTheyMustDiffer) {
  const std::vector<char> treated{1, 0, 0};
  const std::vector<double> scores{0.5, 0.5, 0.9};
  const std::vector<std::int32_t> school{1, 1, 2};
  NearestOptions options;
  options.rules.anti_exact = {school};
  EXPECT_EQ(match_nearest(treated, scores, options)->pairs[0].other, 2u);
}

TEST(Nearest, OneGroupAloneIsNoComparison) {
  const std::vector<double> scores{0.5, 0.9};
  EXPECT_EQ(match_nearest(std::vector<char>{1, 1}, scores, {}).error().reason,
            Shortfall::Reason::no_controls);
  EXPECT_EQ(match_nearest(std::vector<char>{0, 0}, scores, {}).error().reason,
            Shortfall::Reason::no_treated);
}

TEST(SortedOrder, IsThatOfAStableSort) {
  Random random(2, "sorting");
  std::vector<double> values;
  for (int i = 0; i < 20'000; ++i)
    values.push_back(std::round(random.normal() * 1000) * (i % 3 ? 1 : 1e-300));
  values.push_back(-0.0);
  values.push_back(0.0);
  std::vector<std::uint32_t> expected(values.size());
  for (std::uint32_t i = 0; i < expected.size(); ++i) expected[i] = i;
  std::stable_sort(expected.begin(), expected.end(),
                   [&](auto a, auto b) { return values[a] < values[b]; });
  EXPECT_EQ(sorted_order(values), expected);
}

TEST(SortedOrder, ComparesWhatCrowdsIntoOneStep) {
  Random random(3, "crowds");
  std::vector<double> values{-1e300, 1e300};
  for (int i = 0; i < 5000; ++i) values.push_back(random.normal());
  std::vector<std::uint32_t> expected(values.size());
  for (std::uint32_t i = 0; i < expected.size(); ++i) expected[i] = i;
  std::stable_sort(expected.begin(), expected.end(),
                   [&](auto a, auto b) { return values[a] < values[b]; });
  EXPECT_EQ(sorted_order(values), expected);
}

TEST(Weights, OfSetsCountEachGroupByTheOther) {
  const std::vector<char> treated{1, 1, 0, 1, 0, 0, 0};
  const std::vector<std::int32_t> sets{0, 0, 0, 1, 1, 1, kNoSet};
  EXPECT_EQ(weights_of_sets(treated, sets, Estimand::att),
            (std::vector<double>{1, 1, 2, 1, 0.5, 0.5, 0}));
  const auto ate = weights_of_sets(treated, sets, Estimand::ate);
  EXPECT_NEAR(ate[0] + ate[1] + ate[3], 3, 1e-12);
  EXPECT_NEAR(ate[3] / ate[0], 3 / 1.5, 1e-12);
}

// ---- the public reference ---------------------------------------------------------------------

class PublicReference : public testing::TestWithParam<const char*> {};

TEST_P(PublicReference, HasTheSamePairsAndWeights) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  const std::string spec = GetParam();
  const auto units = evidence::read(*folder / "expected" / (spec + ".units.csv"));
  const auto scores = evidence::by_key(data, units, "distance");
  NearestOptions options{.ratio = spec == "nn_21" ? 2 : 1};
  if (spec == "nn_exact") options.rules.exact = data.column("race").codes;
  if (spec == "nn_cal") options.rules.calipers = {{scores, 0.2 * standard_deviation(scores)}};
  const auto found = *match_nearest(data.treated, scores, options);

  const auto file = evidence::read(*folder / "expected" / (spec + ".pairs.csv"));
  const auto treated = evidence::texts(file, "treated"), control = evidence::texts(file, "control");
  std::vector<std::pair<std::string, std::string>> expected, got;
  for (std::size_t i = 0; i < treated.size(); ++i) expected.emplace_back(treated[i], control[i]);
  for (const auto& pair : found.pairs)
    got.emplace_back(data.table.keys()[pair.focal], data.table.keys()[pair.other]);
  EXPECT_EQ(got, expected);

  const auto weights = evidence::by_key(data, units, "weights");
  const auto sets = evidence::by_key(data, units, "subclass");
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_NEAR(found.weights[i], weights[i], 1e-12);
    EXPECT_EQ(found.sets[i], std::isnan(sets[i]) ? kNoSet : static_cast<int>(sets[i]) - 1);
  }
}

INSTANTIATE_TEST_SUITE_P(Specs,
                         PublicReference,
                         testing::Values("nn", "nn_cal", "nn_21", "nn_exact"),
                         [](const auto& spec) { return std::string(spec.param); });

}  // namespace
}  // namespace enact::stats
