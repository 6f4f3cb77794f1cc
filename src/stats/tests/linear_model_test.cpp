// SPDX-License-Identifier: Apache-2.0
#include "stats/linear_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/propensity.h"
#include "stats/random.h"
#include "stats/tests/evidence_files.h"

namespace enact::stats {
namespace {

// The data of tools/oracles/regression.R, by the same rule.
struct Example {
  Column x{.name = "x"}, z{.name = "z"}, g;
  std::vector<double> y, b, weights;
  std::vector<std::int32_t> clusters;
  std::vector<const Column*> all() const { return {&x, &z, &g}; }
};

Example example() {
  Example made;
  std::vector<std::string_view> letters;
  for (int i = 0; i < 40; ++i) {
    const double x = (i * 37) % 23 / 3.0, z = (i * i) % 7;
    letters.push_back(i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c");
    made.x.numbers.push_back(x);
    made.z.numbers.push_back(z);
    made.clusters.push_back(i / 4);
    made.weights.push_back(1 + i % 4 / 2.0);
    made.y.push_back(2 + 0.5 * x - 0.3 * z + (i % 3 == 1) + ((i * 29) % 11 - 5) / 4.0);
    made.b.push_back((i * 17) % 13 + x / 2 - z / 2 > 6.5);
  }
  made.g = categorical("g", letters);
  return made;
}

std::vector<double> errors(const Matrix& covariance) {
  std::vector<double> roots;
  for (std::size_t j = 0; j < covariance.rows; ++j) roots.push_back(std::sqrt(covariance(j, j)));
  return roots;
}

void expect_near(const std::vector<double>& got, const std::vector<double>& wanted, double error) {
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    EXPECT_NEAR(got[i], wanted[i], error * std::max(1.0, std::abs(wanted[i]))) << i;
}

std::vector<double> robust_errors(const Example& data, Robust robust) {
  const auto columns = data.all();
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.y, data.weights, {});
  return errors(*robust_covariance(design, data.y, data.weights, found, robust));
}

TEST(LeastSquares, AgreeWithR) {
  const auto data = example();
  const auto columns = data.all();
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.y, data.weights, {});
  EXPECT_EQ(found.names, (std::vector<std::string>{"(intercept)", "x", "z", "g: b", "g: c"}));
  expect_near(found.coefficients,
              {2.01469897836461032, 0.56684159413646340, -0.37765505811339206, 0.87737304619550649,
               -0.16717742849998654},
              1e-13);
  expect_near(errors(model_covariance(found)),
              {0.391529009426520691, 0.060860719596758601, 0.094784448531131840,
               0.320786439142907887, 0.324830929224231124},
              1e-13);
}

TEST(RobustErrors, AgreeWithRsSandwich) {
  const auto data = example();
  using Kind = Robust::Kind;
  expect_near(robust_errors(data, {.kind = Kind::hc0}),
              {0.348199058072917844, 0.056520876189324928, 0.086520146822199120,
               0.300827618229391136, 0.333990639775225528},
              1e-12);
  expect_near(robust_errors(data, {.kind = Kind::hc1}),
              {0.372240450773217824, 0.060423358257349506, 0.092493927560584971,
               0.321598251398174995, 0.357051012693807845},
              1e-12);
  expect_near(robust_errors(data, {.kind = Kind::hc2}),
              {0.375342281282562029, 0.061218040769556746, 0.094628371554533700,
               0.323061721445646322, 0.360746110703905998},
              1e-12);
  expect_near(robust_errors(data, {.kind = Kind::hc3}),
              {0.404947042929887036, 0.066393255912088486, 0.103638783759336134,
               0.347273364089206171, 0.390016359445836680},
              1e-12);
  expect_near(robust_errors(data, {.kind = Kind::cr0, .clusters = data.clusters}),
              {0.373668734282035120, 0.069653005750178840, 0.096210808953636637,
               0.358537093229380432, 0.402984410579003027},
              1e-12);
  expect_near(robust_errors(data, {.kind = Kind::cr1, .clusters = data.clusters}),
              {0.415780184454099810, 0.077502710078851178, 0.107053505480146374,
               0.398943248604879619, 0.448399657746586133},
              1e-12);
}

TEST(Cr2, AgreesWithItsDefinitionInDenseMatrices) {
  const auto data = example();
  expect_near(robust_errors(data, {.kind = Robust::Kind::cr2, .clusters = data.clusters}),
              {0.426718970816253040, 0.079689631294919502, 0.111998681457734089,
               0.395345978398837061, 0.459778899939091934},
              1e-10);
  const auto columns = data.all();
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.y, data.weights, {});
  const std::vector<double> x{0, 1, 0, 0, 0};
  EXPECT_NEAR(*cr2_degrees(design, data.weights, found, data.clusters, x), 7.8505753518454418,
              1e-8);
}

// A cluster larger than twice the number of columns is adjusted within those columns alone.
TEST(Cr2, IsThatOfItsDefinitionForLargeClustersToo) {
  auto data = example();
  for (std::size_t i = 0; i < 40; ++i) data.clusters[i] = static_cast<std::int32_t>(i / 14);
  expect_near(robust_errors(data, {.kind = Robust::Kind::cr2, .clusters = data.clusters}),
              {0.295352095307460816, 0.089852759946395314, 0.057668858188050072,
               0.364985927897605367, 0.771221972122859256},
              1e-9);
  const auto columns = data.all();
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.y, data.weights, {});
  EXPECT_NEAR(
      *cr2_degrees(design, data.weights, found, data.clusters, std::vector<double>{0, 1, 0, 0, 0}),
      1.924452359964941, 1e-8);
}

TEST(Logistic, AgreesWithRRunToConvergence) {
  const auto data = example();
  const auto columns = data.all();
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.b, {}, {.link = Link::logit});
  expect_near(found.coefficients,
              {-0.639858303268788120, 0.186732988238673847, -0.047282922725662493,
               0.187856010302762222, 0.319910344417377646},
              1e-12);
  expect_near(errors(model_covariance(found)),
              {0.95832662923999168, 0.15032642917970174, 0.23172159535010747, 0.78973949037573266,
               0.80191101736574100},
              1e-10);
  EXPECT_NEAR(found.deviance, 53.587326909590402, 1e-11);
}

TEST(Probit, AgreesWithR) {
  const auto data = example();
  const auto columns = data.all();
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.b, {}, {.link = Link::probit});
  expect_near(found.coefficients,
              {-0.397676263119986717, 0.116484744860963371, -0.030745316017214336,
               0.116041330314846466, 0.199704678791591372},
              1e-9);
  expect_near(errors(model_covariance(found)),
              {0.592925351114601873, 0.092648305897739897, 0.143879297674205958,
               0.490101456992156237, 0.496595507237099054},
              1e-8);
}

TEST(Logistic, WithWeightsAndClustersAgreesWithR) {
  const auto data = example();
  const std::vector<const Column*> columns{&data.x, &data.z};
  const auto design = *Design::of(40, columns);
  const auto found = *fit(design, data.b, data.weights, {.link = Link::logit});
  expect_near(found.coefficients, {-0.37052067251717097, 0.20181613760968400, -0.09129053541339327},
              1e-12);
  const auto covariance = *robust_covariance(design, data.b, data.weights, found,
                                             {.kind = Robust::Kind::cr1,
                                              .clusters = data.clusters,
                                              .small_sample = Robust::SmallSample::clusters_only});
  expect_near(errors(covariance), {0.92847317510437388, 0.23116527254332542, 0.28908511562717421},
              1e-10);
}

TEST(Penalties, AgreeWithNewtonsMethodInR) {
  const auto data = example();
  const std::vector<const Column*> columns{&data.x, &data.z};
  const auto design = *Design::of(40, columns);
  const auto firth =
      *fit(design, data.b, {}, {.link = Link::logit, .penalty = FitOptions::Penalty::firth});
  expect_near(firth.coefficients,
              {-0.396117635075105001, 0.162352255379162980, -0.044968904551468458}, 1e-9);
  const auto ridge =
      *fit(design, data.b, {},
           {.link = Link::logit, .penalty = FitOptions::Penalty::ridge, .ridge = 0.05});
  expect_near(ridge.coefficients, {-0.33951997560998337, 0.14666558435749669, -0.04336006240952868},
              1e-10);
}

TEST(Fit, NamesTheColumnThatSeparates) {
  auto data = example();
  for (std::size_t i = 0; i < 40; ++i) data.z.numbers[i] = data.b[i] * 3 + (i % 5) / 2.0;
  const std::vector<const Column*> columns{&data.x, &data.z};
  const auto design = *Design::of(40, columns);
  const auto refused = fit(design, data.b, {}, {.link = Link::logit});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Shortfall::Reason::separation);
  EXPECT_EQ(refused.error().about, "z");
  EXPECT_FALSE(fit(design, data.b, {}, {.link = Link::probit}));
  EXPECT_TRUE(
      fit(design, data.b, {}, {.link = Link::logit, .penalty = FitOptions::Penalty::firth}));
}

// A level in which everybody took part separates too, though the rest of the data overlap.
TEST(Fit, NamesTheLevelInWhichThereIsOneGroupOnly) {
  auto data = example();
  std::vector<std::string_view> levels(40, "a");
  for (std::size_t i = 0; i < 40; i += 8)
    if (data.b[i] == 1) levels[i] = "b";
  const auto column = categorical("site", levels);
  const std::vector<const Column*> columns{&data.x, &column};
  const auto design = *Design::of(40, columns);
  const auto refused = fit(design, data.b, {}, {.link = Link::logit});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Shortfall::Reason::separation);
  EXPECT_EQ(refused.error().about, "site: b");
}

TEST(Fit, NamesWhatIsSaidAlready) {
  auto data = example();
  auto twice = data.x;
  twice.name = "twice";
  for (auto& value : twice.numbers) value = 3 - 2 * value;
  const auto constant = numeric("constant", std::vector<double>(40, 0.1));
  const std::vector<const Column*> redundant{&data.x, &data.z, &twice};
  const auto refused = fit(*Design::of(40, redundant), data.y, {}, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Shortfall::Reason::collinear);
  EXPECT_EQ(refused.error().about, "twice");
  const std::vector<const Column*> flat{&data.x, &constant};
  EXPECT_EQ(fit(*Design::of(40, flat), data.y, {}, {}).error().reason,
            Shortfall::Reason::constant_column);
  const std::vector<const Column*> without{&data.x, &data.z};
  const auto left =
      *fit(*Design::of(40, redundant), data.y, {}, {.redundant = FitOptions::Redundant::leave_out});
  const auto right = *fit(*Design::of(40, without), data.y, {}, {});
  EXPECT_EQ(left.left_out, std::vector<std::string>{"twice"});
  EXPECT_EQ(left.rank, 3u);
  expect_near(left.fitted, right.fitted, 1e-12);
}

TEST(Fit, SaysWhatIsMissingOrWithoutVariation) {
  auto data = example();
  data.x.numbers[3] = kMissing;
  const std::vector<const Column*> columns{&data.x};
  EXPECT_EQ(Design::of(40, columns).error().reason, Shortfall::Reason::has_missing);
  const std::vector<const Column*> others{&data.z};
  EXPECT_EQ(fit(*Design::of(40, others), std::vector<double>(40, 1), {}, {.link = Link::logit})
                .error()
                .reason,
            Shortfall::Reason::no_variation);
}

struct Drawn {
  std::vector<Column> columns;
  std::vector<double> outcome;
};

Drawn drawn(std::size_t rows) {
  Random random(11, "recovery");
  Drawn made;
  std::vector<double> x;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < rows; ++i) {
    x.push_back(1000 + 50 * random.normal());
    const int level = static_cast<int>(random.below(3));
    texts.push_back(std::string(1, static_cast<char>('a' + level)));
    const double linear = -0.5 + 0.7 * (x.back() - 1000) / 50 + 0.4 * (level == 1);
    made.outcome.push_back(random.uniform() < 1 / (1 + std::exp(-linear)));
  }
  made.columns.push_back(numeric("x", x));
  made.columns.push_back(
      categorical("g", std::vector<std::string_view>(texts.begin(), texts.end())));
  return made;
}

// More rows than the iteration starts with, so that both ways are gone.
TEST(Fit, FindsWhatTheDataWereDrawnFrom) {
  const auto made = drawn(250'000);
  const std::vector<const Column*> columns{&made.columns[0], &made.columns[1]};
  const auto design = *Design::of(made.outcome.size(), columns);
  const auto one = *fit(design, made.outcome, {}, {.link = Link::logit, .threads = 1});
  EXPECT_NEAR(one.coefficients[1], 0.7 / 50, 0.0004);
  EXPECT_NEAR(one.coefficients[2], 0.4, 0.04);
  EXPECT_NEAR(one.coefficients[3], 0, 0.04);
  const auto two = *fit(design, made.outcome, {}, {.link = Link::logit, .threads = 2});
  EXPECT_EQ(one.coefficients, two.coefficients);
  EXPECT_EQ(one.fitted, two.fitted);
  // The score is nothing: what convergence means.
  std::vector<double> residuals(made.outcome.size());
  for (std::size_t i = 0; i < residuals.size(); ++i) residuals[i] = made.outcome[i] - one.fitted[i];
  const auto score = design.weighted_sum(residuals);
  EXPECT_NEAR(score[0], 0, 1e-7);
  EXPECT_NEAR(score[1], 0, 1e-3);
}

TEST(Propensity, OfThePublicReferenceIsThatOfRToEightDigits) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  const auto found = *propensity(data.treated, data.covariates);
  const auto expected = evidence::read(*folder / "expected" / "psmodel.csv");
  const auto converged = evidence::numbers(expected, "estimate_converged");
  const auto errors_converged = evidence::numbers(expected, "se_converged");
  const auto covariance = errors(model_covariance(found.model));
  for (std::size_t j = 0; j < converged.size(); ++j) {
    EXPECT_NEAR(found.model.coefficients[j] / converged[j], 1, 1e-11) << j;
    EXPECT_NEAR(covariance[j] / errors_converged[j], 1, 1e-8) << j;
  }
  const auto units = evidence::read(*folder / "expected" / "nn.units.csv");
  const auto scores = evidence::by_key(data, units, "distance");
  for (std::size_t i = 0; i < scores.size(); ++i) EXPECT_NEAR(found.scores[i], scores[i], 1e-8);
}

TEST(Propensity, NeedsBothGroups) {
  const auto x = numeric("x", {1, 2, 3});
  const std::vector<const Column*> columns{&x};
  EXPECT_EQ(propensity(std::vector<char>{0, 0, 0}, columns).error().reason,
            Shortfall::Reason::no_treated);
  EXPECT_EQ(propensity(std::vector<char>{1, 1, 1}, columns).error().reason,
            Shortfall::Reason::no_controls);
}

}  // namespace
}  // namespace enact::stats
