// SPDX-License-Identifier: Apache-2.0
#include "stats/survival.h"

#include <gtest/gtest.h>

#include <cmath>

#include "stats/random.h"

namespace enact::stats {
namespace {

// The data of tools/oracles/survival.R, by the same rule.
struct Example {
  std::vector<double> times, weights;
  std::vector<std::int32_t> events, which, strata, clusters;
  std::vector<char> group;
  Column g{.name = "g"}, x{.name = "x"};

  Followed followed() const { return {.times = times, .events = events}; }
};

Example example() {
  Example made;
  for (int i = 0; i < 60; ++i) {
    const bool g = (i * 7) % 5 > 2;
    made.group.push_back(g);
    made.g.numbers.push_back(g);
    made.x.numbers.push_back((i * 37) % 23 / 3.0);
    made.times.push_back(1 + (i * 29) % 17 + 3 * g);
    made.events.push_back((i * 13) % 4 > 0);
    made.which.push_back(made.events.back() == 0 ? 0 : 1 + i % 2);
    made.strata.push_back(i % 3);
    made.weights.push_back(1 + i % 3 / 2.0);
    made.clusters.push_back(i / 4);
  }
  return made;
}

template <class Points>
auto at(const Points& points, double time) {
  auto last = points.front();
  for (const auto& point : points)
    if (point.time <= time) last = point;
  return last;
}

TEST(KaplanMeier, AgreesWithR) {
  const auto made = example();
  const auto curve = *kaplan_meier(made.followed());
  const auto early = at(curve, 5), late = at(curve, 12);
  EXPECT_NEAR(early.survival, 0.828589341692789749, 1e-14);
  EXPECT_NEAR(late.survival, 0.509381342230679768, 1e-14);
  EXPECT_NEAR(early.standard_error, 0.049367270745011391, 1e-14);
  EXPECT_NEAR(late.standard_error, 0.068131039291103854, 1e-14);
  EXPECT_NEAR(early.low, 0.737267074282177304, 1e-13);
  EXPECT_NEAR(late.high, 0.662053958748973881, 1e-13);
}

TEST(RestrictedMean, AgreesWithR) {
  const auto made = example();
  const auto found = *restricted_mean(made.followed(), 14);
  EXPECT_NEAR(found.mean, 10.44394392786440307, 1e-12);
  EXPECT_NEAR(found.standard_error, 0.53618459054709411, 1e-12);
  const std::vector<double> times{1, 2};
  const std::vector<std::int32_t> events{1, 0};
  EXPECT_EQ(restricted_mean({.times = times, .events = events}, 5).error().reason,
            Shortfall::Reason::too_few_events);
}

TEST(LogRank, AgreesWithR) {
  const auto made = example();
  const auto plain = *log_rank(made.followed(), made.group);
  EXPECT_NEAR(plain.observed, 18, 1e-12);
  EXPECT_NEAR(plain.expected, 22.1054702218230048, 1e-11);
  EXPECT_NEAR(plain.chi_square, 1.7685922883575143, 1e-11);
  const auto stratified = *log_rank(made.followed(), made.group, made.strata);
  EXPECT_NEAR(stratified.expected, 21.9667867005715323, 1e-11);
  EXPECT_NEAR(stratified.chi_square, 1.5808711344700286, 1e-11);
}

TEST(Cox, AgreesWithR) {
  const auto made = example();
  const std::vector<const Column*> columns{&made.g, &made.x};
  const auto design = *Design::of(60, columns);
  const auto found = *cox(made.followed(), design);
  EXPECT_NEAR(found.coefficients[0], -0.404772915427543400, 1e-9);
  EXPECT_NEAR(found.coefficients[1], -0.035023223507664597, 1e-9);
  EXPECT_NEAR(std::sqrt(found.covariance(0, 0)), 0.322665487143790342, 1e-9);
  EXPECT_NEAR(std::sqrt(found.covariance(1, 1)), 0.071499420641099182, 1e-9);
  EXPECT_NEAR(found.log_likelihood_at_0, -144.647753878786858195, 1e-9);
  EXPECT_NEAR(found.log_likelihood, -143.610548277138661888, 1e-9);
}

TEST(Cox, WithWeightsAndClustersAgreesWithR) {
  const auto made = example();
  const std::vector<const Column*> columns{&made.g, &made.x};
  const auto design = *Design::of(60, columns);
  auto followed = made.followed();
  followed.weights = made.weights;
  const auto found = *cox(followed, design, made.clusters);
  EXPECT_NEAR(found.coefficients[0], -0.410822251318600007, 1e-9);
  EXPECT_NEAR(found.coefficients[1], -0.048011517111014979, 1e-9);
  EXPECT_NEAR(std::sqrt(found.covariance(0, 0)), 0.265314281821053710, 1e-9);
  EXPECT_NEAR(std::sqrt(found.robust(0, 0)), 0.404738237272706247, 1e-9);
  EXPECT_NEAR(std::sqrt(found.robust(1, 1)), 0.065152648821694012, 1e-9);
}

TEST(Cox, SaysWhyThereIsNoAnswer) {
  auto made = example();
  const std::vector<const Column*> columns{&made.g};
  const auto design = *Design::of(60, columns);
  for (std::size_t i = 0; i < 60; ++i)
    if (made.group[i]) made.events[i] = 0;
  EXPECT_EQ(cox(made.followed(), design).error().reason, Shortfall::Reason::separation);
  std::fill(made.events.begin(), made.events.end(), 0);
  EXPECT_EQ(cox(made.followed(), design).error().reason, Shortfall::Reason::too_few_events);
}

TEST(CumulativeIncidence, AgreesWithR) {
  const auto made = example();
  const auto curve = cumulative_incidence({.times = made.times, .events = made.which}, 1);
  EXPECT_NEAR(at(curve, 5).incidence, 0.068740856844305115, 1e-14);
  EXPECT_NEAR(at(curve, 12).incidence, 0.161789572026089096, 1e-14);
}

TEST(Cox, FindsTheHazardTheDataWereDrawnWith) {
  Random random(6, "hazard");
  std::vector<double> times;
  std::vector<std::int32_t> events;
  Column g{.name = "g"};
  for (int i = 0; i < 20'000; ++i) {
    const bool treated = random.uniform() < 0.4;
    const double time = -std::log(1 - random.uniform()) / (treated ? 0.5 : 1.0);
    g.numbers.push_back(treated);
    times.push_back(std::ceil(std::min(time, 3.0) * 20));
    events.push_back(time < 3);
  }
  const std::vector<const Column*> columns{&g};
  const auto found = *cox({.times = times, .events = events}, *Design::of(20'000, columns));
  EXPECT_NEAR(found.coefficients[0], std::log(0.5), 0.05);
  EXPECT_NEAR(std::sqrt(found.robust(0, 0) / found.covariance(0, 0)), 1, 0.1);
}

}  // namespace
}  // namespace enact::stats
