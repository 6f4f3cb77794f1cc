// SPDX-License-Identifier: Apache-2.0
#include "stats/strata.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "stats/distance.h"
#include "stats/propensity.h"
#include "stats/tests/evidence_files.h"

namespace enact::stats {
namespace {

TEST(Quantile, IsThatOfRsSeventhType) {
  const std::vector<double> values{1, 2, 4, 8};
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile(values, 0.9), 6.8);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 8);
}

TEST(Cells, AreOnlyOfTheSameValues) {
  const auto school = categorical("school", {"a", "b", "a", "b"});
  const auto grade = numeric("grade", {9, 9, 10, 9});
  const std::vector<const Column*> columns{&school, &grade};
  EXPECT_EQ(*cells(columns), (std::vector<std::int32_t>{0, 1, 2, 1}));
  const std::vector<Coarsening> coarse{AsItIs{}, CutPoints{{20}}};
  EXPECT_EQ(*cells(columns, coarse), (std::vector<std::int32_t>{0, 1, 0, 1}));
  const auto unknown = categorical("school", {"a", "", "a", "b"});
  const std::vector<const Column*> with{&unknown};
  EXPECT_EQ(cells(with).error().reason, Shortfall::Reason::has_missing);
}

TEST(MatchCells, OfOneGroupEachIsNoMatch) {
  const auto school = categorical("school", {"a", "b"});
  const std::vector<const Column*> columns{&school};
  EXPECT_EQ(match_cells(std::vector<char>{1, 0}, columns, {}, Estimand::att).error().reason,
            Shortfall::Reason::no_match);
}

TEST(Subclassify, GivesAnEmptySubclassTheNearestOfItsNeighbours) {
  const std::vector<char> treated{1, 1, 1, 1, 0, 0, 0};
  const std::vector<double> scores{0.1, 0.2, 0.8, 0.9, 0.05, 0.15, 0.4};
  const auto found = *subclassify(treated, scores, {.count = 2});
  EXPECT_EQ(found.sets, (std::vector<std::int32_t>{0, 0, 1, 1, 0, 0, 1}));
  const auto dissolved = *subclassify(treated, scores, {.count = 2, .least = 0});
  EXPECT_EQ(dissolved.sets, (std::vector<std::int32_t>{0, 0, kNoSet, kNoSet, 0, 0, 0}));
  EXPECT_EQ(subclassify(treated, scores, {.count = 4}).error().reason,
            Shortfall::Reason::too_few_rows);
}

struct Summary {
  std::size_t sets, treated, controls;
  double squares, age;
};

Summary summary(const evidence::Lalonde& data, const Matching& matching) {
  Summary sums{};
  std::set<std::int32_t> sets;
  for (std::size_t i = 0; i < data.treated.size(); ++i) {
    if (matching.sets[i] == kNoSet) continue;
    sets.insert(matching.sets[i]);
    const double w = matching.weights[i];
    ++(data.treated[i] ? sums.treated : sums.controls);
    sums.squares += w * w;
    sums.age += w * data.column("age").numbers[i] * (data.treated[i] ? 1 : -1);
  }
  sums.sets = sets.size();
  return sums;
}

void expect_same(const Summary& got, const Summary& wanted) {
  EXPECT_EQ(got.sets, wanted.sets);
  EXPECT_EQ(got.treated, wanted.treated);
  EXPECT_EQ(got.controls, wanted.controls);
  EXPECT_NEAR(got.squares / wanted.squares, 1, 1e-10);
  EXPECT_NEAR(got.age / wanted.age, 1, 1e-10);
}

// tools/oracles/matching.R
TEST(Strata, OfThePublicReferenceAreThoseOfMatchIt) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  const auto scores = propensity(data.treated, data.covariates)->probabilities;
  const auto subclasses = [&](SubclassOptions options) {
    return summary(data, *subclassify(data.treated, scores, options));
  };
  expect_same(subclasses({.estimand = Estimand::att}),
              {6, 185, 429, 2953.13709328098, -6486.18451119551});
  expect_same(subclasses({.estimand = Estimand::atc}),
              {6, 185, 429, 2481.69790925831, -7278.87671871508});
  expect_same(subclasses({.estimand = Estimand::ate}),
              {6, 185, 429, 1978.69602106417, -6796.02604411083});
  expect_same(subclasses({.count = 20}), {20, 185, 429, 3177.20617602172, -5987.93364183511});

  const std::vector<Coarsening> sturges(data.covariates.size(), Sturges{});
  expect_same(summary(data, *match_cells(data.treated, data.covariates, sturges, Estimand::att)),
              {25, 65, 75, 201.232037193576, -190.019230769231});
  // Columns that are not named keep Sturges' bins.
  const std::vector<Coarsening> mixed{Scott{},   EqualBins{4},    Sturges{}, Sturges{},
                                      Sturges{}, QuantileBins{5}, Sturges{}};
  expect_same(summary(data, *match_cells(data.treated, data.covariates, mixed, Estimand::ate)),
              {23, 78, 70, 303.633150018707, 204.165685946936});
  const std::vector<const Column*> exact{&data.column("educ"), &data.column("race"),
                                         &data.column("married")};
  expect_same(summary(data, *match_cells(data.treated, exact, {}, Estimand::att)),
              {35, 183, 284, 1067.14753835489, -2486.44049647123});
}

TEST(Coordinates, OfThePublicReferenceHaveMatchItsDistances) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  std::vector<std::uint32_t> treated, controls;
  for (std::uint32_t i = 0; i < data.treated.size(); ++i)
    (data.treated[i] ? treated : controls).push_back(i);
  const auto check = [&](Metric metric, const std::vector<double>& wanted) {
    const auto points = *coordinates(data.covariates, data.treated, {}, metric);
    const auto far = [&](auto a, auto b) { return std::sqrt(points.squared_distance(a, b)); };
    EXPECT_NEAR(far(treated[0], controls[0]), wanted[0], 1e-10);
    EXPECT_NEAR(far(treated[6], controls[299]), wanted[1], 1e-10);
    EXPECT_NEAR(far(treated[184], controls[428]), wanted[2], 1e-10);
    double sum = 0;
    for (const auto a : treated)
      for (const auto b : controls) sum += far(a, b);
    EXPECT_NEAR(sum / wanted[3], 1, 1e-11);
  };
  check(Metric::mahalanobis,
        {7.10120013758319e+00, 4.73343635067716e+00, 8.85679466748291e+00, 3.22192741979587e+05});
  check(Metric::scaled_euclidean,
        {7.66265608322517e+00, 4.30033197711205e+00, 9.19702130671640e+00, 3.54717824343634e+05});
  check(Metric::robust_mahalanobis,
        {4.01916162432011e+00, 4.54922583469342e+00, 5.11252638565573e+00, 2.81633533678664e+05});
}

// Mahalanobis' distance does not know in which unit a column is measured.
TEST(Coordinates, OfMahalanobisDoNotDependOnUnits) {
  auto x = numeric("x", {1, 2, 4, 7, 3, 9}), y = numeric("y", {2, 1, 5, 3, 8, 4});
  const std::vector<char> treated{1, 0, 1, 0, 0, 1};
  const std::vector<const Column*> columns{&x, &y};
  const auto before = *coordinates(columns, treated, {}, Metric::mahalanobis);
  for (auto& value : x.numbers) value = 1e6 + 1000 * value;
  const auto after = *coordinates(columns, treated, {}, Metric::mahalanobis);
  for (std::size_t i = 0; i < 6; ++i)
    for (std::size_t j = 0; j < 6; ++j)
      EXPECT_NEAR(before.squared_distance(i, j), after.squared_distance(i, j), 1e-8);
  const auto flat = numeric("flat", std::vector<double>(6, 3));
  const std::vector<const Column*> nothing{&flat};
  EXPECT_EQ(coordinates(nothing, treated, {}, Metric::mahalanobis).error().reason,
            Shortfall::Reason::no_variation);
}

TEST(Support, IsTheOtherGroupsRange) {
  const std::vector<char> treated{1, 1, 0, 0};
  const std::vector<double> scores{0.3, 0.9, 0.1, 0.7};
  EXPECT_EQ(outside_support(treated, scores, Support::keep_all), (std::vector<char>{0, 0, 0, 0}));
  EXPECT_EQ(outside_support(treated, scores, Support::treated), (std::vector<char>{0, 1, 0, 0}));
  EXPECT_EQ(outside_support(treated, scores, Support::controls), (std::vector<char>{0, 0, 1, 0}));
  EXPECT_EQ(outside_support(treated, scores, Support::both), (std::vector<char>{0, 1, 1, 0}));
}

}  // namespace
}  // namespace enact::stats
