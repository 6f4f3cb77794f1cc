// SPDX-License-Identifier: Apache-2.0
#include "stats/optimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "stats/line_flow.h"
#include "stats/random.h"
#include "stats/tests/evidence_files.h"

namespace enact::stats {
namespace {

struct World {
  std::vector<char> treated;
  std::vector<double> scores;
  std::vector<std::int32_t> site;
};

World world(std::uint64_t seed, std::size_t units, double share) {
  Random random(seed, "world");
  World made;
  for (std::size_t i = 0; i < units; ++i) {
    made.treated.push_back(random.uniform() < share);
    made.scores.push_back(static_cast<double>(random.below(40)) / 16);
    made.site.push_back(static_cast<std::int32_t>(random.below(2)));
  }
  made.treated[0] = 1;
  made.treated[1] = 0;
  made.site[0] = made.site[1] = 0;
  return made;
}

// The cheapest way to give each treated unit (from `at` on) a control of its own, by trying all.
double cheapest_pairs(const World& data, std::uint32_t at, std::vector<char>& is_used) {
  while (at < data.treated.size() && !data.treated[at]) ++at;
  if (at == data.treated.size()) return 0;
  double best = HUGE_VAL;
  for (std::size_t unit = 0; unit < data.treated.size(); ++unit) {
    if (data.treated[unit] || is_used[unit]) continue;
    is_used[unit] = 1;
    best = std::min(best, std::abs(data.scores[at] - data.scores[unit]) +
                              cheapest_pairs(data, at + 1, is_used));
    is_used[unit] = 0;
  }
  return best;
}

// The cheapest set of pairs in which everybody is, by dynamic programming over who is in already.
double cheapest_cover(const World& data) {
  const std::size_t n = data.treated.size();
  std::vector<double> cost(std::size_t{1} << n, HUGE_VAL);
  cost[0] = 0;
  for (std::size_t in = 0; in + 1 < cost.size(); ++in) {
    if (cost[in] == HUGE_VAL) continue;
    std::size_t first = 0;
    while (in >> first & 1) ++first;
    for (std::size_t other = 0; other < n; ++other) {
      if (data.treated[other] == data.treated[first]) continue;
      const std::size_t then = in | std::size_t{1} << first | std::size_t{1} << other;
      cost[then] =
          std::min(cost[then], cost[in] + std::abs(data.scores[first] - data.scores[other]));
    }
  }
  return cost.back();
}

double within_sets(const World& data, const Matching& matching) {
  std::map<std::int32_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < matching.sets.size(); ++i)
    if (matching.sets[i] != kNoSet) members[matching.sets[i]].push_back(i);
  double sum = 0;
  for (const auto& [set, units] : members)
    for (const auto a : units)
      for (const auto b : units)
        if (data.treated[a] && !data.treated[b]) sum += std::abs(data.scores[a] - data.scores[b]);
  return sum;
}

bool are_stars(const World& data, const Matching& matching) {
  std::map<std::int32_t, std::pair<int, int>> counts;
  for (std::size_t i = 0; i < matching.sets.size(); ++i) {
    if (matching.sets[i] == kNoSet) return false;
    ++(data.treated[i] ? counts[matching.sets[i]].first : counts[matching.sets[i]].second);
  }
  return std::all_of(counts.begin(), counts.end(), [](const auto& each) {
    return each.second.first >= 1 && each.second.second >= 1 &&
           (each.second.first == 1 || each.second.second == 1);
  });
}

RC_GTEST_PROP(OptimalPairs, CostWhatTryingAllCosts, ()) {
  auto data = world(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(2, 11), 0.4);
  if (std::count(data.treated.begin(), data.treated.end(), 1) * 2 >
      static_cast<std::ptrdiff_t>(data.treated.size()))
    for (auto& each : data.treated) each = !each;
  std::vector<char> is_used(data.treated.size(), 0);
  const double best = cheapest_pairs(data, 0, is_used);
  const auto found = *match_optimal(data.treated, data.scores, {});
  RC_ASSERT(std::abs(found.certificate.cost - best) < 1e-9);
  RC_ASSERT(found.certificate.cost == found.certificate.bound);
  RC_ASSERT(std::abs(total_distance(found.matching.pairs) - best) < 1e-9);
}

RC_GTEST_PROP(FullMatching, CostsWhatTheBestOfAllCoversCosts, ()) {
  const auto data = world(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(2, 12),
                          *rc::gen::element(0.2, 0.5, 0.8));
  const auto found = *match_full(data.treated, data.scores, {});
  const double best = cheapest_cover(data);
  RC_ASSERT(std::abs(found.certificate.cost - best) < 1e-9);
  RC_ASSERT(found.certificate.cost == found.certificate.bound);
  RC_ASSERT(std::abs(within_sets(data, found.matching) - best) < 1e-9);
  RC_ASSERT(are_stars(data, found.matching));
}

RC_GTEST_PROP(Optimal, TheNetworkFindsWhatTheLineFinds, ()) {
  const auto data = world(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(2, 120),
                          *rc::gen::element(0.2, 0.5, 0.8));
  const Coordinates points{1, data.scores};
  OptimalOptions options{.ratio = *rc::gen::inRange(1, 3)};
  if (*rc::gen::arbitrary<bool>()) options.rules.exact = data.site;
  const auto line = match_full(data.treated, data.scores, options);
  const auto network = match_full(data.treated, points, options);
  RC_ASSERT(line.has_value() == network.has_value());
  if (line) {
    RC_ASSERT(std::abs(line->certificate.cost - network->certificate.cost) < 1e-8);
    RC_ASSERT(std::abs(within_sets(data, network->matching) - network->certificate.cost) < 1e-8);
  }
  const auto pairs = match_optimal(data.treated, data.scores, options);
  const auto pairs_too = match_optimal(data.treated, points, options);
  RC_ASSERT(pairs.has_value() == pairs_too.has_value());
  if (pairs) {
    RC_ASSERT(pairs->matching.pairs.size() == pairs_too->matching.pairs.size());
    RC_ASSERT(std::abs(pairs->certificate.cost - pairs_too->certificate.cost) < 1e-8);
  }
}

RC_GTEST_PROP(Optimal, IsNeverWorseThanGreedy, ()) {
  const auto data = world(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(10, 200), 0.3);
  const auto greedy = *match_nearest(data.treated, data.scores, {});
  const auto best = *match_optimal(data.treated, data.scores, {});
  if (greedy.pairs.size() == best.matching.pairs.size())
    RC_ASSERT(best.certificate.cost <= total_distance(greedy.pairs) + 1e-9);
}

// What makes the prices a proof: neighbours' differ by no more than the gap, and who may be left
// out is paid nothing.
TEST(LineFlow, ItsPricesProveIt) {
  Random random(9, "prices");
  std::vector<LinePoint> points;
  std::int64_t at = 0, sources = 0;
  for (int i = 0; i < 3000; ++i) {
    const bool is_source = random.uniform() < 0.4;
    sources += is_source;
    at += static_cast<std::int64_t>(random.below(100));
    points.push_back({at, is_source ? 1 : 0, 1, is_source});
  }
  const auto flow = cheapest_flow(points);
  ASSERT_TRUE(flow.is_feasible);
  EXPECT_TRUE(flow.cost == flow.bound && flow.cost > 0);
  Wide proven = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) {
      EXPECT_LE(std::abs(flow.prices[i] - flow.prices[i - 1]), points[i].at - points[i - 1].at);
    }
    proven += points[i].is_source ? flow.prices[i] : -std::max<std::int64_t>(flow.prices[i], 0);
  }
  EXPECT_TRUE(proven == flow.cost);
}

TEST(LineFlow, SaysWhenThereIsNoWay) {
  EXPECT_FALSE(cheapest_flow(std::vector<LinePoint>{{0, 1, 1, true}}).is_feasible);
  EXPECT_FALSE(
      cheapest_flow(std::vector<LinePoint>{{0, 2, 2, true}, {1, 0, 1, false}}).is_feasible);
  EXPECT_TRUE(cheapest_flow(std::vector<LinePoint>{{0, 1, 1, true}, {1, 0, 1, false}}).is_feasible);
}

TEST(Optimal, UsesAllControlsWhereThereAreTooFew) {
  const std::vector<char> treated{1, 1, 1, 0, 0};
  const std::vector<double> scores{0.1, 0.5, 0.9, 0.2, 0.8};
  const auto found = *match_optimal(treated, scores, {});
  EXPECT_EQ(found.matching.pairs.size(), 2u);
  EXPECT_NEAR(found.certificate.cost, 0.2, 1e-9);
}

// The caliper forbids what would be nearest for one and leaves the most pairs that are possible.
TEST(Optimal, WithACaliperFindsAsManyPairsAsThereAre) {
  const std::vector<char> treated{1, 1, 0, 0};
  const std::vector<double> scores{0.50, 0.58, 0.55, 0.70};
  OptimalOptions options;
  options.rules.calipers = {{scores, 0.13}};
  const auto found = *match_optimal(treated, scores, options);
  ASSERT_EQ(found.matching.pairs.size(), 2u);
  EXPECT_EQ(found.matching.pairs[0].other, 2u);
  EXPECT_EQ(found.matching.pairs[1].other, 3u);
}

TEST(Optimal, OfThePublicReferenceIsProvenAndNoWorseThanGreedy) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  const auto units = evidence::read(*folder / "expected" / "nn.units.csv");
  const auto scores = evidence::by_key(data, units, "distance");
  const Coordinates points{1, scores};
  const auto pairs = *match_optimal(data.treated, scores, {});
  const auto pairs_too = *match_optimal(data.treated, points, {});
  const auto full = *match_full(data.treated, scores, {});
  const auto full_too = *match_full(data.treated, points, {});
  EXPECT_EQ(pairs.certificate.cost, pairs.certificate.bound);
  EXPECT_EQ(full.certificate.cost, full.certificate.bound);
  EXPECT_NEAR(pairs.certificate.cost, pairs_too.certificate.cost, 1e-9);
  EXPECT_NEAR(full.certificate.cost, full_too.certificate.cost, 1e-9);
  EXPECT_LE(pairs.certificate.cost, 39.6927987210769 + 1e-9);  // greedy, of expected/specs.json
  EXPECT_EQ(pairs.matching.pairs.size(), 185u);
}

}  // namespace
}  // namespace enact::stats
