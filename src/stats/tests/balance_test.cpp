// SPDX-License-Identifier: Apache-2.0
#include "stats/balance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "stats/nearest.h"
#include "stats/propensity.h"
#include "stats/random.h"
#include "stats/tests/evidence_files.h"
#include "stats/weighting.h"

namespace enact::stats {
namespace {

class PublicBalance : public testing::TestWithParam<const char*> {};

// "raceblack" of the file is our "race: black".
std::string our_name(const std::string& term) {
  return term.starts_with("race") ? "race: " + term.substr(4) : term;
}

TEST_P(PublicBalance, IsTheSameBeforeAndAfter) {
  const auto folder = evidence::folder();
  SKIP_WITHOUT_EVIDENCE(folder);
  const auto data = evidence::lalonde(*folder);
  const std::string spec = GetParam();
  const auto units = evidence::read(*folder / "expected" / (spec + ".units.csv"));
  const auto score = numeric("distance", evidence::by_key(data, units, "distance"));
  auto columns = data.covariates;
  columns.insert(columns.begin(), &score);

  NearestOptions options{.ratio = spec == "nn_21" ? 2 : 1};
  if (spec == "nn_exact") options.rules.exact = data.column("race").codes;
  if (spec == "nn_cal")
    options.rules.calipers = {{score.numbers, 0.2 * standard_deviation(score.numbers)}};
  const auto matching = *match_nearest(data.treated, score.numbers, options);
  const auto before = *balance(data.treated, columns);
  const auto after =
      *balance(data.treated, columns, {.weights = matching.weights, .matching = &matching});

  std::map<std::string, const BalanceTerm*> found[2];
  for (const auto& term : before.terms) found[0][term.name] = &term;
  for (const auto& term : after.terms) found[1][term.name] = &term;
  const auto file = evidence::read(*folder / "expected" / "balance.csv");
  int compared = 0;
  for (std::size_t row = 0; row < file.rows.size(); ++row) {
    if (file.cell(row, "spec") != spec) continue;
    const bool is_after = file.cell(row, "sample") == "matched";
    const auto name = our_name(std::string(file.cell(row, "term")));
    ASSERT_TRUE(found[is_after].contains(name)) << name;
    const auto& term = *found[is_after].at(name);
    const auto expect = [&](std::string_view column, std::optional<double> got) {
      const std::string cell(file.cell(row, column));
      ASSERT_EQ(cell.empty(), !got) << name << ' ' << column;
      EXPECT_NEAR(got.value_or(0), cell.empty() ? 0 : std::stod(cell), 1e-10)
          << name << ' ' << column;
    };
    expect("mean_treated", term.mean_treated);
    expect("mean_control", term.mean_control);
    expect("smd", term.standardized_difference);
    expect("var_ratio", term.variance_ratio);
    expect("ecdf_mean", term.ecdf_mean);
    expect("ecdf_max", term.ecdf_max);
    expect("std_pair_dist", term.pair_distance);
    ++compared;
  }
  EXPECT_EQ(compared, 20);
}

INSTANTIATE_TEST_SUITE_P(Specs,
                         PublicBalance,
                         testing::Values("nn", "nn_cal", "nn_21", "nn_exact"),
                         [](const auto& spec) { return std::string(spec.param); });

struct Students {
  std::vector<Column> columns;
  std::vector<char> treated;
  std::vector<const Column*> all() const { return {&columns[0], &columns[1], &columns[2]}; }
};

Students students(std::size_t count, double overlap = 1) {
  Random random(4, "students");
  Students made;
  std::vector<double> gpa, first;
  std::vector<std::string_view> school;
  for (std::size_t i = 0; i < count; ++i) {
    gpa.push_back(3 + 0.5 * random.normal());
    first.push_back(random.uniform() < 0.4);
    school.push_back(random.uniform() < 0.3 ? "magnet" : "public");
    const double linear = -0.5 + (gpa.back() - 3) / overlap + 0.5 * first.back();
    made.treated.push_back(random.uniform() < 1 / (1 + std::exp(-linear)));
  }
  made.columns = {numeric("gpa", gpa), numeric("first", first), categorical("school", school)};
  return made;
}

TEST(Balance, CountsWhoIsLeft) {
  const auto made = students(200);
  const auto columns = made.all();
  std::vector<double> weights(200, 1.0);
  for (std::size_t i = 0; i < 200; i += 2) weights[i] = 0;
  weights[1] = 3;
  const auto found = *balance(made.treated, columns, {.weights = weights});
  const auto treated = std::count(made.treated.begin(), made.treated.end(), 1);
  EXPECT_EQ(found.treated.units, static_cast<std::size_t>(treated));
  EXPECT_EQ(found.treated.matched + found.controls.matched, 100u);
  EXPECT_LT(found.treated.effective + found.controls.effective, 100);
}

// The subgroup's means are those of a table of the subgroup alone; the ruler is that of everybody.
TEST(Balance, OfASubgroupKeepsTheRuler) {
  const auto made = students(300);
  const auto columns = made.all();
  std::vector<char> first(300);
  for (std::size_t i = 0; i < 300; ++i) first[i] = made.columns[1].numbers[i] == 1;
  const auto within = *balance(made.treated, columns, {.subgroup = first});
  const auto whole = *balance(made.treated, columns);
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < 300; ++i)
    if (first[i] && made.treated[i]) {
      sum += made.columns[0].numbers[i];
      ++count;
    }
  EXPECT_NEAR(within.terms[0].mean_treated, sum / count, 1e-12);
  const auto ruler = [](const BalanceTerm& term) {
    return (term.mean_treated - term.mean_control) / *term.standardized_difference;
  };
  EXPECT_NEAR(ruler(within.terms[0]), ruler(whole.terms[0]), 1e-12);
}

TEST(Balance, SaysWhatItCannotCompare) {
  const auto x = numeric("x", {1, 2, kMissing});
  const std::vector<const Column*> columns{&x};
  EXPECT_EQ(balance(std::vector<char>{1, 0, 0}, columns).error().about, "x");
  const auto y = numeric("y", {1, 2, 3});
  const std::vector<const Column*> others{&y};
  EXPECT_EQ(balance(std::vector<char>{1, 1, 1}, others).error().reason,
            Shortfall::Reason::no_controls);
  const auto flat = numeric("flat", {4, 4, 4});
  const std::vector<const Column*> same{&flat};
  const auto flat_balance = *balance(std::vector<char>{1, 0, 0}, same);
  const auto& term = flat_balance.terms[0];
  EXPECT_EQ(term.standardized_difference, 0);
  EXPECT_FALSE(term.variance_ratio);
}

TEST(EntropyBalance, MakesTheMeansEqual) {
  const auto made = students(2000);
  const auto columns = made.all();
  for (const auto estimand : {Estimand::att, Estimand::atc, Estimand::ate}) {
    const auto weights = *entropy_balance(made.treated, columns, {.estimand = estimand});
    const auto found = *balance(made.treated, columns, {.weights = weights});
    for (const auto& term : found.terms)
      EXPECT_NEAR(term.mean_treated, term.mean_control, 1e-9) << term.name;
    const auto mean = [&](bool of_treated) {
      double sum = 0, count = 0;
      for (std::size_t i = 0; i < 2000; ++i)
        if (estimand == Estimand::ate || (made.treated[i] != 0) == of_treated) {
          sum += made.columns[0].numbers[i];
          ++count;
        }
      return sum / count;
    };
    EXPECT_NEAR(found.terms[0].mean_treated, mean(estimand == Estimand::att), 1e-9);
  }
}

TEST(EntropyBalance, OfTwoMomentsMakesVariancesEqualToo) {
  const auto made = students(2000);
  const auto columns = made.all();
  const auto weights = *entropy_balance(made.treated, columns, {.moments = 2});
  const auto found = *balance(made.treated, columns, {.weights = weights});
  EXPECT_NEAR(found.terms[0].mean_treated, found.terms[0].mean_control, 1e-9);
  double squares[2] = {}, sum[2] = {};
  for (std::size_t i = 0; i < 2000; ++i) {
    const double x = made.columns[0].numbers[i];
    squares[made.treated[i] != 0] += weights[i] * x * x;
    sum[made.treated[i] != 0] += weights[i];
  }
  EXPECT_NEAR(squares[1] / sum[1], squares[0] / sum[0], 1e-8);
}

// The logarithm of such a weight is a sum over columns: with one 0/1 column there are two weights.
TEST(EntropyBalance, GivesTheSameWeightToTheSameStudents) {
  const auto made = students(500);
  const std::vector<const Column*> columns{&made.columns[1]};
  const auto weights = *entropy_balance(made.treated, columns, {});
  std::map<double, double> seen;
  for (std::size_t i = 0; i < 500; ++i) {
    if (made.treated[i]) {
      EXPECT_DOUBLE_EQ(weights[i], 1);
      continue;
    }
    const double x = made.columns[1].numbers[i];
    EXPECT_NEAR(seen.try_emplace(x, weights[i]).first->second, weights[i], 1e-12);
  }
}

TEST(EntropyBalance, SaysWhenNobodyIsLikeTheTreated) {
  const auto x = numeric("x", {5, 6, 7, 1, 2, 3, 4});
  const std::vector<const Column*> columns{&x};
  const auto refused = entropy_balance(std::vector<char>{1, 1, 1, 0, 0, 0, 0}, columns, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Shortfall::Reason::not_balanced);
  EXPECT_EQ(refused.error().about, "x");
}

TEST(InverseProbabilityWeights, AreThoseOfTheirDefinition) {
  const std::vector<char> treated{1, 1, 0, 0};
  const std::vector<double> p{0.5, 0.8, 0.2, 0.5};
  const auto att = *inverse_probability_weights(treated, p, Estimand::att);
  EXPECT_NEAR(att[3] / att[2], 4, 1e-12);
  EXPECT_NEAR(att[0], 1, 1e-12);
  const auto ate = *inverse_probability_weights(treated, p, Estimand::ate);
  EXPECT_NEAR(ate[0] / ate[1], 1.6, 1e-12);
  const auto ato = *inverse_probability_weights(treated, p, Estimand::ato);
  EXPECT_NEAR(ato[0] / ato[1], 2.5, 1e-12);
  EXPECT_NEAR(ato[3] / ato[2], 2.5, 1e-12);
  const std::vector<double> sure{0.5, 0.8, 1.0, 0.5};
  EXPECT_EQ(inverse_probability_weights(treated, sure, Estimand::att).error().reason,
            Shortfall::Reason::no_overlap);
}

// With a logistic score and all its columns, overlap weights make the means equal exactly (Li,
// Morgan, Zaslavsky 2018).
TEST(InverseProbabilityWeights, ForTheOverlapBalanceExactly) {
  const auto made = students(1000);
  const auto columns = made.all();
  const auto scores = propensity(made.treated, columns)->probabilities;
  const auto weights = *inverse_probability_weights(made.treated, scores, Estimand::ato);
  const auto found = *balance(made.treated, columns, {.weights = weights});
  for (const auto& term : found.terms)
    EXPECT_NEAR(term.mean_treated, term.mean_control, 1e-10) << term.name;
}

}  // namespace
}  // namespace enact::stats
