// SPDX-License-Identifier: Apache-2.0
#include "stats/linkage.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "stats/explanation.h"
#include "stats/quality.h"
#include "stats/tests/simulated.h"

namespace enact::stats {
namespace {

using simulated::Column;
const std::vector<Column> kColumns{{50, 0.95}, {200, 0.9}, {400, 0.85, 0.1}, {30, 0.97}, {2, 0.99}};

// Everything of a result that a reader could see, to the last bit.
std::string told(const Linkage& linkage, const Records& a, const Records& b) {
  std::string text =
      fmt::format("{} {} {}\n", linkage.unlinked_a, linkage.unlinked_b, linkage.tied_rows);
  for (std::size_t i = 0; i < linkage.pairs.size(); ++i) {
    const auto& pair = linkage.pairs[i];
    text += fmt::format("{} {} {:a}", a.key(pair.a), b.key(pair.b), pair.probability);
    for (const auto& [level, bits] : linkage.evidence_of(i))
      text += fmt::format(" {}:{:a}", static_cast<int>(level), bits);
    text += '\n';
  }
  return text;
}

std::string told(const std::vector<std::vector<std::string>>& rows, const LinkagePlan& plan) {
  const auto table = simulated::table(rows);
  const auto linkage = dedupe(table.records, plan);
  return linkage ? told(*linkage, table.records, table.records) : sentence(linkage.error());
}

template <class T>
void shuffle(std::vector<T>& values, std::uint64_t seed) {
  Random random(seed, "shuffle");
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
}

// The wrong use first.

TEST(Dedupe, NamesTheReasonWhenItHasNoAnswer) {
  const auto few = simulated::table(simulated::rows(kColumns, 1, 0));
  EXPECT_EQ(dedupe(few.records, simulated::plan(5)).error().reason,
            Shortfall::Reason::too_few_rows);

  const auto table = simulated::table(simulated::rows(kColumns, 300, 100));
  auto plan = simulated::plan(5);
  plan.comparisons[1].column = "shoe size";
  EXPECT_EQ(sentence(dedupe(table.records, plan).error()),
            "The rows have no column \"shoe size\".");

  plan = simulated::plan(5);
  plan.most_rows = 1;
  EXPECT_EQ(dedupe(table.records, plan).error().reason, Shortfall::Reason::no_candidates);
  plan.rules.clear();
  EXPECT_EQ(dedupe(table.records, plan).error().reason, Shortfall::Reason::no_candidates);
}

TEST(Dedupe, RefusesAPlanThatNothingCouldMakeRight) {
  const auto table = simulated::table(simulated::rows(kColumns, 300, 100));
  EXPECT_THROW(dedupe(table.records, {}), std::logic_error);
  auto plan = simulated::plan(5);
  plan.comparisons[0].levels.clear();
  EXPECT_THROW(dedupe(table.records, plan), std::logic_error);
  plan = simulated::plan(5);
  plan.model = Model{};
  EXPECT_THROW(dedupe(table.records, plan), std::logic_error);
}

TEST(Dedupe, DoesNotInventMatchesWhereThereAreNone) {
  const auto table = simulated::table(simulated::rows(kColumns, 400, 0));
  const auto linkage = dedupe(table.records, simulated::plan(5));
  if (linkage)
    EXPECT_LT(linkage->pairs.size(), 4u);
  else
    EXPECT_EQ(linkage.error().reason, Shortfall::Reason::too_few_matches);
}

TEST(Dedupe, LearnsNothingWhereAllRowsAreTheSame) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 50; ++i) rows.push_back({std::to_string(i), "0", "x", "x", "x"});
  const auto table = simulated::table(rows);
  const auto linkage = dedupe(table.records, simulated::plan(3));
  ASSERT_FALSE(linkage);
  EXPECT_EQ(linkage.error().reason, Shortfall::Reason::too_few_matches);
}

// Recovery.

TEST(Dedupe, RecoversHowTheTableWasMade) {
  const auto table = simulated::table(simulated::rows(kColumns, 4000, 2000));
  const auto linkage = dedupe(table.records, simulated::plan(5));
  ASSERT_TRUE(linkage) << sentence(linkage.error());
  const auto& model = linkage->training.model;
  EXPECT_NEAR(model.prior * static_cast<double>(linkage->possible_pairs), 2000, 60);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    EXPECT_NEAR(model.comparisons[i].m[0], kColumns[i].kept, 0.02) << i;
    EXPECT_NEAR(model.comparisons[i].u[0] * static_cast<double>(kColumns[i].values), 1, 0.05) << i;
  }
}

TEST(Dedupe, SaysHowProbableAMatchIs) {
  auto plan = simulated::plan(5);
  plan.least_probability = 0.1;
  const auto table = simulated::table(simulated::rows(kColumns, 4000, 2000, 7));
  const auto linkage = dedupe(table.records, plan);
  ASSERT_TRUE(linkage);
  double expected = 0, right = 0, pairs = 0;
  for (const auto& pair : linkage->pairs) {
    if (pair.probability > 0.9) continue;
    ++pairs;
    expected += pair.probability;
    right += table.truth[pair.a] == table.truth[pair.b];
  }
  ASSERT_GT(pairs, 30);
  EXPECT_NEAR(right, expected, 4 * std::sqrt(pairs) / 2);
}

TEST(Dedupe, LearnsUPastTheMatchesAmongAFewRows) {
  const std::vector<Column> columns{{100'000, 0.95}, {100'000, 0.95}, {300, 0.95}, {300, 0.95}};
  const auto table = simulated::table(simulated::rows(columns, 200, 200));
  const auto linkage = dedupe(table.records, simulated::plan(4));
  ASSERT_TRUE(linkage);
  EXPECT_LT(linkage->training.model.comparisons[0].u[0], 1e-4) << "of all pairs 0.0024 agree";
}

TEST(Dedupe, LearnsFromTheTrainingRulesAloneWhereThereAreSome) {
  const auto table = simulated::table(simulated::rows(kColumns, 1000, 500));
  auto plan = simulated::plan(5);
  plan.training_rules = {plan.rules[0], plan.rules[2]};
  const auto linkage = dedupe(table.records, plan);
  ASSERT_TRUE(linkage);
  EXPECT_LE(linkage->training.candidate_pairs,
            static_cast<double>(linkage->rules[0].count.pairs + linkage->rules[2].count.pairs));
  EXPECT_GT(quality_of_dedupe(linkage->pairs, table.truth).recall(), 0.9) << "from all rules";
}

// Brute force.

TEST(Dedupe, FindsWhatLookingAtEveryPairFinds) {
  const auto table = simulated::table(simulated::rows(kColumns, 120, 60));
  auto plan = simulated::plan(5);
  const auto learnt = dedupe(table.records, plan);
  ASSERT_TRUE(learnt);
  plan.model = learnt->training.model;
  plan.least_probability = 0.3;
  const auto linkage = dedupe(table.records, plan);
  ASSERT_TRUE(linkage);

  std::size_t expected = 0;
  for (Row a = 0; a < table.records.size(); ++a)
    for (Row b = a + 1; b < table.records.size(); ++b) {
      std::vector<bool> same;
      double odds = plan.model->prior / (1 - plan.model->prior);
      for (std::size_t i = 0; i < 5; ++i) {
        const auto& column = table.records.columns()[i];
        same.push_back(!column[a].empty() && column[a] == column[b]);
        const auto& [m, u] = plan.model->comparisons[i];
        if (!column[a].empty() && !column[b].empty()) odds *= same[i] ? m[0] / u[0] : m[1] / u[1];
      }
      bool is_candidate = false;
      for (std::size_t i = 0; i < 5; ++i) is_candidate |= same[i] && same[(i + 1) % 5];
      if (!is_candidate || odds / (1 + odds) < 0.3) continue;
      ++expected;
      const auto found =
          std::find_if(linkage->pairs.begin(), linkage->pairs.end(), [&](const Pair& pair) {
            return std::minmax(pair.a, pair.b) == std::pair<const Row&, const Row&>(a, b);
          });
      ASSERT_NE(found, linkage->pairs.end());
      EXPECT_NEAR(found->probability, odds / (1 + odds), 1e-9);
    }
  EXPECT_EQ(linkage->pairs.size(), expected);
  EXPECT_GT(expected, 40u);
}

// Invariance.

TEST(Dedupe, DoesNotDependOnTheOrderOfTheRows) {
  auto rows = simulated::rows(kColumns, 600, 300);
  auto plan = simulated::plan(5);
  plan.comparisons[1].term_frequency = TermFrequency::adjusted;
  plan.sampled_pairs = 20'000;  // of 404,550, so that it matters which are drawn
  plan.training_pairs = 2'000;
  const auto first = told(rows, plan);
  EXPECT_GT(first.size(), 5000u);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    shuffle(rows, seed);
    EXPECT_EQ(told(rows, plan), first);
  }
}

TEST(Dedupe, DoesNotDependOnTheNumberOfThreads) {
  const auto rows = simulated::rows(kColumns, 600, 300);
  auto plan = simulated::plan(5);
  const auto first = told(rows, plan);
  for (const int threads : {2, 7}) {
    plan.threads = threads;
    EXPECT_EQ(told(rows, plan), first);
  }
}

TEST(Dedupe, DoesNotDependOnWhatValuesAreCalled) {
  auto rows = simulated::rows(kColumns, 300, 150);
  const auto plan = simulated::plan(5);
  const auto first = told(rows, plan);
  for (auto& row : rows)
    for (std::size_t i = 2; i < row.size(); ++i)
      if (!row[i].empty()) row[i] = "renamed " + row[i];
  EXPECT_EQ(told(rows, plan), first);
}

TEST(Link, OfTwoFilesTurnedAroundIsTheSame) {
  const auto rows = simulated::rows(kColumns, 500, 250);
  const auto a = simulated::table({rows.begin(), rows.begin() + 500});
  const auto b = simulated::table({rows.begin() + 500, rows.end()});
  const auto plan = simulated::plan(5);
  const auto there = link(a.records, b.records, plan);
  const auto back = link(b.records, a.records, plan);
  ASSERT_TRUE(there && back);
  ASSERT_EQ(there->pairs.size(), back->pairs.size());
  for (std::size_t i = 0; i < back->pairs.size(); ++i)
    EXPECT_EQ(there->pairs[i].bits, back->pairs[i].bits);
  EXPECT_EQ(there->unlinked_a, back->unlinked_b);
  EXPECT_GT(quality_of_link(there->pairs, a.truth, b.truth).f1(), 0.9);
}

// What counts.

TEST(Dedupe, CountsWhatIsMissingNeitherForNorAgainst) {
  auto rows = simulated::rows(kColumns, 300, 150);
  auto plan = simulated::plan(5);
  plan.least_probability = 1e-6;
  const auto table = simulated::table(rows);
  const auto linkage = dedupe(table.records, plan);
  ASSERT_TRUE(linkage);
  int missing = 0;
  for (std::size_t i = 0; i < linkage->pairs.size(); ++i) {
    double bits = 0;
    for (const auto& each : linkage->evidence_of(i)) {
      const bool is_missing = each.level == Pattern::kMissing;
      EXPECT_TRUE(!is_missing || each.bits == 0);
      missing += is_missing;
      bits += each.bits;
    }
    EXPECT_NEAR(bits, linkage->pairs[i].bits, 1e-4) << "the explanation adds up";
  }
  EXPECT_GT(missing, 10);
}

TEST(Dedupe, LetsAColumnThatIsAlwaysMissingSayNothing) {
  auto rows = simulated::rows(kColumns, 300, 150);
  for (auto& row : rows) row[4].clear();
  const auto table = simulated::table(rows);
  const auto linkage = dedupe(table.records, simulated::plan(5));
  ASSERT_TRUE(linkage);
  EXPECT_EQ(linkage->training.learnt, (std::vector<bool>{true, true, false, true, true}));
  EXPECT_EQ(linkage->training.model.comparisons[2].bits(0), 0);
}

// m over the frequency of the value among rows about others.
TEST(Dedupe, GivesMoreForARareValue) {
  Records records({"name"});
  const std::vector<std::string_view> values{"smith", "smith", "smith", "smith",
                                             "quill", "quill", "jones", ""};
  for (std::size_t i = 0; i < values.size(); ++i)
    ASSERT_TRUE(records.add(std::to_string(i), std::span(&values[i], 1)));
  LinkagePlan plan{.comparisons = {simulated::same("name", TermFrequency::adjusted)},
                   .rules = {{{BlockingKey::whole("name")}}},
                   .model = Model{.prior = 0.01, .comparisons = {{{0.9, 0.1}, {0.3, 0.7}}}},
                   .least_probability = 1e-6};
  const auto linkage = dedupe(records, plan);
  ASSERT_TRUE(linkage);
  ASSERT_EQ(linkage->pairs.size(), 7u);
  EXPECT_EQ(records.key(linkage->pairs[0].a), "4");
  const double about_the_same = 1 + 2 * 0.01 * 28 / 8;
  EXPECT_NEAR(linkage->pairs[0].bits, std::log2(0.9 / ((2 - about_the_same) / 7)), 1e-12);
  EXPECT_NEAR(linkage->pairs[1].bits, std::log2(0.9 / ((4 - about_the_same) / 7)), 1e-12);
  EXPECT_EQ(linkage->unlinked_a, 2u);
  EXPECT_EQ(linkage->tied_rows, 4u) << "each smith has three equally good";
}

TEST(Dedupe, DoesNotGoQuadraticOnABlockOfAHundredThousand) {
  const std::vector<Column> columns{{1, 1}, {300, 0.95}, {300, 0.95}, {300, 0.95}};
  const auto table = simulated::table(simulated::rows(columns, 70'000, 30'000));
  auto plan = simulated::plan(4);
  plan.rules = {{{BlockingKey::whole("c0")}},
                {{BlockingKey::whole("c1"), BlockingKey::whole("c2")}},
                {{BlockingKey::whole("c2"), BlockingKey::whole("c3")}}};
  const auto linkage = dedupe(table.records, plan);
  ASSERT_TRUE(linkage) << sentence(linkage.error());
  EXPECT_EQ(linkage->rules[0].count.pairs, 0u);
  EXPECT_EQ(linkage->rules[0].count.blocks_left_out, 1u);
  EXPECT_EQ(linkage->rules[0].count.pairs_left_out, 99'999ull * 50'000);
  EXPECT_EQ(linkage->rules[0].count.largest_block, 100'000u);
  EXPECT_LT(linkage->rules[1].count.pairs, 200'000u);
  EXPECT_GT(quality_of_dedupe(linkage->pairs, table.truth).f1(), 0.9);
}

TEST(Explain, SaysInTheCallersWordsWhatCountsMostFirst) {
  const std::vector<Comparison> comparisons{
      {"name", jaro_winkler, {{"same name", kEqual}, {"similar name", 0.8}}, "other name"},
      {"web", exact, {{"same web address", kEqual}}, "other web address"},
      {"city", exact, {{"same city", kEqual}}, "other city"},
      {"kind", exact, {{"", kEqual}}, "other kind"}};
  EXPECT_EQ(explain(std::vector<Evidence>{{1, 5}, {0, 9}, {1, -3}, {0, 1}}, comparisons),
            "same web address, similar name, other city");
  EXPECT_EQ(
      explain(std::vector<Evidence>{{Pattern::kMissing, 0}, {0, 9}, {0, 9}, {1, -1}}, comparisons),
      "same web address, same city, other kind");
}

}  // namespace
}  // namespace enact::stats
