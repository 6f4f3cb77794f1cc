// SPDX-License-Identifier: Apache-2.0
#include "stats/effect.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "stats/bootstrap.h"
#include "stats/nearest.h"
#include "stats/propensity.h"
#include "stats/random.h"
#include "stats/tests/evidence_files.h"

namespace enact::stats {
namespace {

using Outcome = EffectOptions::Outcome;

// ---- the public reference ---------------------------------------------------------------------

class PublicEffects : public testing::TestWithParam<const char*> {};

// The analysis that a line of the file tells of.
Estimate<OutcomeComparison> as_told(const std::string& method,
                                    const OutcomeData& data,
                                    Outcome outcome) {
  if (method.starts_with("lm(") || method.starts_with("quasibinomial"))
    return compare_plainly(data, {.outcome = outcome});
  return g_computation(
      data, {.outcome = method.starts_with("g-comp lm") ? Outcome::continuous : Outcome::binary});
}

TEST_P(PublicEffects, AreTheSame) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  const std::string spec = GetParam();
  const auto units = evidence::read(*folder / "expected" / (spec + ".units.csv"));
  const auto scores = evidence::by_key(data, units, "distance");
  NearestOptions options{.ratio = spec == "nn_21" ? 2 : 1};
  if (spec == "nn_exact") options.rules.exact = data.column("race").codes;
  if (spec == "nn_cal") options.rules.calipers = {{scores, 0.2 * standard_deviation(scores)}};
  const auto matching = *match_nearest(data.treated, scores, options);

  const auto file = evidence::read(*folder / "expected" / "effects.csv");
  int compared = 0;
  for (std::size_t row = 0; row < file.rows.size(); ++row) {
    if (file.cell(row, "spec") != spec) continue;
    const auto cell = [&](std::string_view column) {
      return std::stod(std::string(file.cell(row, column)));
    };
    const std::string name(file.cell(row, "outcome")), effect(file.cell(row, "effect"));
    const auto found = as_told(std::string(file.cell(row, "method")),
                               {.treated = data.treated,
                                .outcome = data.column(name).numbers,
                                .weights = matching.weights,
                                .clusters = matching.sets,
                                .covariates = data.covariates},
                               name == "re78" ? Outcome::continuous : Outcome::binary);
    ASSERT_TRUE(found) << sentence(found.error());
    const auto* got = found->find(effect.ends_with("risk ratio")   ? Measure::risk_ratio
                                  : effect.ends_with("odds ratio") ? Measure::odds_ratio
                                                                   : Measure::difference);
    ASSERT_NE(got, nullptr) << effect;
    const bool is_ratio = got->measure != Measure::difference;
    const auto on_scale = [&](double value) { return is_ratio ? std::log(value) : value; };
    const double scale = std::max(1.0, std::abs(cell("se")));
    EXPECT_NEAR(on_scale(got->estimate), cell("estimate"), 1e-9 * scale) << row;
    EXPECT_NEAR(got->standard_error, cell("se"), 2e-7 * scale) << row;
    EXPECT_NEAR(got->p, cell("p"), 1e-6) << row;
    EXPECT_NEAR(on_scale(got->low), cell("lo"), 5e-7 * scale) << row;
    EXPECT_NEAR(on_scale(got->high), cell("hi"), 5e-7 * scale) << row;
    EXPECT_EQ(found->treated.units + found->controls.units, cell("n"));
    ++compared;
  }
  EXPECT_EQ(compared, 8);
}

INSTANTIATE_TEST_SUITE_P(Specs,
                         PublicEffects,
                         testing::Values("nn", "nn_cal", "nn_21", "nn_exact"),
                         [](const auto& spec) { return std::string(spec.param); });

// ---- numbers of R ------------------------------------------------------------------------------

// The data of tools/oracles/effects.R, by the same rule.
struct Example {
  std::vector<char> treated;
  std::vector<double> y, b;
  Column x{.name = "x"}, z{.name = "z"};
};

Example example() {
  Example made;
  for (int i = 0; i < 60; ++i) {
    const double x = (i * 37) % 23 / 3.0, z = (i * i) % 7;
    const bool t = (i * 13) % 10 + x / 3 > 6;
    made.treated.push_back(t);
    made.x.numbers.push_back(x);
    made.z.numbers.push_back(z);
    made.y.push_back(1 + 0.5 * x - 0.3 * z + 0.8 * t + ((i * 29) % 11 - 5) / 4.0);
    made.b.push_back((i * 17) % 13 + x / 2 + t > 7.5);
  }
  return made;
}

void expect_aipw(Estimand estimand,
                 const std::vector<double>& continuous,
                 const std::vector<double>& binary) {
  const auto made = example();
  const std::vector<const Column*> columns{&made.x, &made.z};
  const auto scores = propensity(made.treated, columns)->probabilities;
  for (const auto outcome : {Outcome::continuous, Outcome::binary}) {
    const bool is_binary = outcome == Outcome::binary;
    const auto& wanted = is_binary ? binary : continuous;
    const auto found = *aipw(
        {.treated = made.treated, .outcome = is_binary ? made.b : made.y, .covariates = columns},
        scores, {.outcome = outcome, .estimand = estimand});
    EXPECT_NEAR(found.mean_with, wanted[0], 1e-10);
    EXPECT_NEAR(found.mean_without, wanted[1], 1e-10);
    EXPECT_NEAR(found.effects[0].estimate, wanted[2], 1e-10);
    EXPECT_NEAR(found.effects[0].standard_error, wanted[3], 1e-10);
    if (!is_binary) continue;
    EXPECT_NEAR(std::log(found.find(Measure::risk_ratio)->estimate), wanted[4], 1e-10);
    EXPECT_NEAR(found.find(Measure::risk_ratio)->standard_error, wanted[5], 1e-10);
  }
}

TEST(Aipw, AgreesWithItsFormulaInR) {
  expect_aipw(
      Estimand::att,
      {3.190123456790123324, 2.440449665178348493, 0.749673791611774831, 0.219084875480492658},
      {0.51851851851851849, 0.62027778777405107, -0.10175926925553258, 0.12308950312557847,
       -0.17919167990082793, 0.22190982495486794});
  expect_aipw(
      Estimand::atc,
      {2.754648219078042359, 2.086363636363636420, 0.668284582714405939, 0.209423398097062563},
      {0.448746260255612650, 0.545454545454545414, -0.096708285198932764, 0.126732610052681688,
       -0.195161869336286237, 0.261440894915488997});
  expect_aipw(
      Estimand::ate,
      {2.950612076048478638, 2.245702349330257253, 0.704909726718221386, 0.208533686000879348},
      {0.480143776473920314, 0.579125004498323048, -0.098981228024402734, 0.121709585011188920,
       -0.187432758133104449, 0.235904234066701052});
}

TEST(BenjaminiHochberg, AgreesWithR) {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005, 0.5, 0.04};
  const std::vector<double> wanted{0.03, 0.048, 0.048, 0.03, 0.5, 0.048};
  const auto adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(adjusted[i], wanted[i], 1e-15);
}

// ---- definitions --------------------------------------------------------------------------------

// Twice the same data, each pair of rows a cluster, is no more evidence than once.
TEST(ComparePlainly, DoesNotTakeCopiesForEvidence) {
  const auto made = example();
  auto treated = made.treated;
  auto outcome = made.y;
  treated.insert(treated.end(), made.treated.begin(), made.treated.end());
  outcome.insert(outcome.end(), made.y.begin(), made.y.end());
  std::vector<std::int32_t> clusters(60);
  std::iota(clusters.begin(), clusters.end(), 0);
  const EffectOptions plain{.errors = Robust::Kind::cr0};
  const auto once =
      *compare_plainly({.treated = made.treated, .outcome = made.y, .clusters = clusters}, plain);
  clusters.insert(clusters.end(), clusters.begin(), clusters.begin() + 60);
  const auto twice =
      *compare_plainly({.treated = treated, .outcome = outcome, .clusters = clusters}, plain);
  EXPECT_NEAR(once.effects[0].standard_error, twice.effects[0].standard_error, 1e-12);
  EXPECT_NEAR(once.effects[0].estimate, twice.effects[0].estimate, 1e-12);
}

TEST(ComparePlainly, TellsBothRatesWithTheirDenominators) {
  const std::vector<char> treated{1, 1, 1, 1, 0, 0, 0, 0, 0};
  const std::vector<double> outcome{1, 1, 1, 0, 1, 0, 0, 0, 1};
  const std::vector<double> weights{1, 1, 1, 1, 2, 1, 1, 0, 0};
  const auto found = *compare_plainly({.treated = treated, .outcome = outcome, .weights = weights},
                                      {.outcome = Outcome::binary});
  EXPECT_EQ(found.treated.units, 4u);
  EXPECT_EQ(found.treated.total, 3);
  EXPECT_EQ(found.controls.units, 3u);
  EXPECT_EQ(found.controls.total, 1);
  EXPECT_NEAR(found.controls.mean, 0.5, 1e-15);
  EXPECT_NEAR(found.controls.effective, 16.0 / 6, 1e-12);
  EXPECT_NEAR(found.find(Measure::difference)->estimate, 0.25, 1e-12);
  EXPECT_NEAR(found.find(Measure::risk_ratio)->estimate, 1.5, 1e-9);
  EXPECT_NEAR(found.find(Measure::odds_ratio)->estimate, 3, 1e-8);
}

TEST(ComparePlainly, GivesNoRatioWhereAGroupHasNoCase) {
  const std::vector<char> treated{1, 1, 1, 0, 0, 0};
  const std::vector<double> outcome{1, 0, 1, 0, 0, 0};
  const auto found =
      *compare_plainly({.treated = treated, .outcome = outcome}, {.outcome = Outcome::binary});
  EXPECT_NE(found.find(Measure::difference), nullptr);
  EXPECT_EQ(found.find(Measure::odds_ratio), nullptr);
  EXPECT_EQ(
      compare_plainly({.treated = std::vector<char>{1, 1}, .outcome = outcome}, {}).error().reason,
      Shortfall::Reason::no_controls);
}

TEST(GComputation, WithoutCovariatesIsThePlainComparison) {
  const auto made = example();
  const OutcomeData data{.treated = made.treated, .outcome = made.b};
  const auto plain = *compare_plainly(data, {.outcome = Outcome::binary});
  const auto model = *g_computation(data, {.outcome = Outcome::binary});
  EXPECT_NEAR(plain.effects[0].estimate, model.effects[0].estimate, 1e-12);
  EXPECT_NEAR(plain.find(Measure::odds_ratio)->standard_error,
              model.find(Measure::odds_ratio)->standard_error, 1e-10);
}

// Abadie and Imbens (2006), their formula with everything looked up in full tables.
TEST(AbadieImbens, IsTheirFormula) {
  const auto made = example();
  const auto& score = made.x.numbers;
  NearestOptions options{.ratio = 2, .most_uses = 0};
  const auto matching = *match_nearest(made.treated, score, options);
  const Coordinates points{1, score};
  const auto found =
      *abadie_imbens({.treated = made.treated, .outcome = made.y}, matching, points, {});
  std::map<std::uint32_t, double> uses;
  std::map<std::uint32_t, std::vector<std::uint32_t>> matches;
  for (const auto& pair : matching.pairs) {
    ++uses[pair.other];
    matches[pair.focal].push_back(pair.other);
  }
  double estimate = 0, variance = 0;
  const auto n = static_cast<double>(matches.size());
  const auto apart = [&](std::uint32_t i) {
    return made.y[i] - (made.y[matches[i][0]] + made.y[matches[i][1]]) / 2;
  };
  for (const auto& [focal, others] : matches) estimate += apart(focal) / n;
  for (const auto& [focal, others] : matches) variance += std::pow(apart(focal) - estimate, 2);
  for (const auto& [unit, times] : uses) {
    double nearest = std::numeric_limits<double>::infinity();
    std::uint32_t like = 0;
    for (std::uint32_t i = 0; i < 60; ++i)
      if (i != unit && !made.treated[i] && std::abs(score[i] - score[unit]) < nearest) {
        nearest = std::abs(score[i] - score[unit]);
        like = i;
      }
    const double sigma = std::pow(made.y[unit] - made.y[like], 2) / 2;
    variance += times * (times - 1) / 4 * sigma;
  }
  EXPECT_NEAR(found.effects[0].estimate, estimate, 1e-12);
  EXPECT_NEAR(found.effects[0].standard_error, std::sqrt(variance) / n, 1e-12);
}

TEST(EffectSize, IsThatOfTheWhatWorksClearinghouse) {
  const GroupOutcome treated{.units = 50, .deviation = 10}, controls{.units = 60, .deviation = 12};
  const double pooled = std::sqrt((49 * 100.0 + 59 * 144.0) / 108);
  const auto g = *hedges_g(3, treated, controls);
  EXPECT_NEAR(g.value, (1 - 3.0 / 431) * 3 / pooled, 1e-12);
  const auto cox = *cox_index(0.6, 0.5, treated, controls);
  EXPECT_NEAR(cox.value, (1 - 3.0 / 431) * std::log(1.5) / 1.65, 1e-12);
  EXPECT_GT(cox.improvement_index, 0);
  EXPECT_EQ(cox_index(1, 0.5, treated, controls).error().reason, Shortfall::Reason::empty_cell);
  EXPECT_EQ(hedges_g(1, {.units = 5}, {.units = 5}).error().reason,
            Shortfall::Reason::no_variation);
}

TEST(Bootstrap, OfAMeanHasItsStandardError) {
  Random random(8, "values");
  std::vector<double> values;
  for (int i = 0; i < 200; ++i) values.push_back(random.normal());
  const auto mean = [&](std::span<const std::uint32_t> times) -> std::optional<double> {
    double sum = 0;
    for (std::size_t i = 0; i < times.size(); ++i) sum += times[i] * values[i];
    return sum / 200;
  };
  const auto one = *bootstrap(200, mean, {.draws = 2000, .seed = 5, .threads = 1});
  const auto two = *bootstrap(200, mean, {.draws = 2000, .seed = 5, .threads = 2});
  EXPECT_EQ(one.draws, two.draws);
  EXPECT_NEAR(one.standard_error, standard_deviation(values) / std::sqrt(200), 0.004);
  EXPECT_LT(one.low, one.high);
  const auto never = [](std::span<const std::uint32_t>) { return std::optional<double>(); };
  EXPECT_EQ(bootstrap(200, never, {}).error().reason, Shortfall::Reason::not_converged);
}

// ---- recovery -----------------------------------------------------------------------------------

// Taking part adds 10 points for everybody; who takes part has better grades.
struct Drawn {
  std::vector<char> treated;
  std::vector<double> outcome;
  Column gpa{.name = "gpa"};
};

Drawn drawn(std::uint64_t seed, std::size_t students) {
  Random random(seed, "students");
  Drawn made;
  for (std::size_t i = 0; i < students; ++i) {
    const double gpa = random.normal();
    const bool treated = random.uniform() < 1 / (1 + std::exp(1 - 0.8 * gpa));
    made.gpa.numbers.push_back(gpa);
    made.treated.push_back(treated);
    made.outcome.push_back(50 + 10 * treated + 5 * gpa + 4 * random.normal());
  }
  return made;
}

struct Ways {
  Estimate<OutcomeComparison> plain, modelled, corrected, reused;
};

Ways analysed(const Drawn& made) {
  const std::vector<const Column*> columns{&made.gpa};
  const auto scores = propensity(made.treated, columns)->probabilities;
  const auto matching = *match_nearest(made.treated, scores, {});
  const auto reused = *match_nearest(made.treated, scores, {.most_uses = 0});
  const OutcomeData data{.treated = made.treated,
                         .outcome = made.outcome,
                         .weights = matching.weights,
                         .clusters = matching.sets,
                         .covariates = columns};
  const OutcomeData whole{.treated = made.treated, .outcome = made.outcome, .covariates = columns};
  return {compare_plainly(data, {}), g_computation(data, {}), aipw(whole, scores, {}),
          abadie_imbens(whole, reused, {1, scores}, {})};
}

TEST(Effects, FindWhatTheDataWereDrawnWith) {
  const auto ways = analysed(drawn(3, 4000));
  EXPECT_NEAR(ways.plain->effects[0].estimate, 10, 0.6);
  EXPECT_NEAR(ways.modelled->effects[0].estimate, 10, 0.5);
  EXPECT_NEAR(ways.corrected->effects[0].estimate, 10, 0.5);
  EXPECT_NEAR(ways.reused->effects[0].estimate, 10, 0.6);
}

TEST(Effects, CoverTheTruthAsOftenAsTheySay) {
  int covered[3] = {};
  const int times = 200;
  for (int k = 0; k < times; ++k) {
    const auto ways = analysed(drawn(100 + static_cast<std::uint64_t>(k), 400));
    const Estimate<OutcomeComparison>* all[3] = {&ways.modelled, &ways.corrected, &ways.reused};
    for (int way = 0; way < 3; ++way) {
      const auto& effect = (*all[way])->effects[0];
      covered[way] += effect.low <= 10 && 10 <= effect.high;
    }
  }
  for (const int count : covered) EXPECT_NEAR(count, 0.95 * times, 0.06 * times);
}

// Everything goes through the rows in the order of their keys.
TEST(Effects, DoNotDependOnTheOrderOfRows) {
  const auto made = drawn(5, 300);
  Random random(1, "orders");
  std::vector<std::vector<double>> results;
  for (int k = 0; k < 3; ++k) {
    std::vector<std::uint32_t> order(300);
    std::iota(order.begin(), order.end(), 0u);
    if (k > 0) random.shuffle(order);
    std::vector<std::string> keys;
    std::vector<double> treated, outcome, gpa;
    for (const auto i : order) {
      keys.push_back("s" + std::to_string(i));
      treated.push_back(made.treated[i]);
      outcome.push_back(made.outcome[i]);
      gpa.push_back(std::round(made.gpa.numbers[i] * 4) / 4);  // so that scores tie
    }
    const auto table =
        *Table::make(keys, {numeric("t", treated), numeric("y", outcome), numeric("gpa", gpa)});
    Drawn sorted;
    for (const double each : table.columns()[0].numbers) sorted.treated.push_back(each == 1);
    sorted.outcome = table.columns()[1].numbers;
    sorted.gpa = table.columns()[2];
    const auto ways = analysed(sorted);
    results.push_back({ways.plain->effects[0].estimate, ways.modelled->effects[0].low,
                       ways.corrected->effects[0].p, ways.reused->effects[0].standard_error});
  }
  EXPECT_EQ(results[0], results[1]);
  EXPECT_EQ(results[0], results[2]);
}

}  // namespace
}  // namespace enact::stats
