// SPDX-License-Identifier: Apache-2.0
#include "stats/sites.h"

#include <gtest/gtest.h>

#include <cmath>

#include "stats/distributions.h"
#include "stats/power.h"
#include "stats/sensitivity.h"

namespace enact::stats {
namespace {

const std::vector<double> kEffects{0.30, 0.12, -0.05, 0.41, 0.22, 0.08, 0.55};
const std::vector<double> kVariances{0.01, 0.02, 0.015, 0.03, 0.008, 0.012, 0.04};

void expect_same(const SitesSummary& got, const std::vector<double>& wanted) {
  EXPECT_NEAR(got.estimate, wanted[0], 1e-8);
  EXPECT_NEAR(got.standard_error, wanted[1], 1e-8);
  EXPECT_NEAR(got.p, wanted[2], 1e-8);
  EXPECT_NEAR(got.low, wanted[3], 1e-8);
  EXPECT_NEAR(got.high, wanted[4], 1e-8);
  EXPECT_NEAR(got.tau2, wanted[5], 1e-8);
  EXPECT_NEAR(got.i2, wanted[6], 1e-5);
  EXPECT_NEAR(got.q, wanted[7], 1e-10);
  EXPECT_NEAR(got.q_p, wanted[8], 1e-10);
  EXPECT_NEAR(got.predicted_low, wanted[9], 1e-8);
  EXPECT_NEAR(got.predicted_high, wanted[10], 1e-8);
  EXPECT_NEAR(got.shrunken[0], wanted[11], 1e-8);
  EXPECT_NEAR(got.shrunken[1], wanted[12], 1e-8);
  EXPECT_EQ(got.tau2_low, 0);
  EXPECT_NEAR(got.tau2_high, 0.17798657481529123, 1e-4);
}

TEST(Sites, AgreeWithRsMetafor) {
  expect_same(
      *summarize_sites(kEffects, kVariances),
      {0.202045038299821483, 0.068478633529633015, 0.025596918131724090, 0.034483858365949194,
       0.369606218233693773, 0.011938502808164777, 44.193246327699824860, 11.257083333333333997,
       0.080748590382172455, -0.113481622061567783, 0.517571698661210777, 0.255350206640480970,
       0.171376884378467126});
  expect_same(
      *summarize_sites(kEffects, kVariances, {.between = SitesOptions::Between::paule_mandel}),
      {0.205089825205374832, 0.069889067779995234, 0.026133569919151094, 0.034077436989030457,
       0.376102213421719234, 0.017598158175534947, 53.859870512269182541, 11.257083333333333997,
       0.080748590382172455, -0.161805330272203229, 0.571984980682952893, 0.265609960566585701,
       0.165262762504543442});
}

TEST(Sites, WithoutEachLeavesOneOutAtATime) {
  const auto found = *without_each(kEffects, kVariances);
  ASSERT_EQ(found.size(), 7u);
  const std::vector<double> effects(kEffects.begin() + 1, kEffects.end());
  const std::vector<double> variances(kVariances.begin() + 1, kVariances.end());
  EXPECT_EQ(found[0].estimate, summarize_sites(effects, variances)->estimate);
  EXPECT_EQ(summarize_sites(std::vector<double>{1}, std::vector<double>{1}).error().reason,
            Shortfall::Reason::too_few_clusters);
}

TEST(Power, AgreesWithR) {
  EXPECT_EQ(*treated_needed_for_rates(0.8, 0.6, 0.5), 388);
  EXPECT_NEAR(power_for_rates(300, 0.6, 0.5), 0.69301682319596081, 1e-10);
  EXPECT_EQ(treated_needed_for_rates(0.8, 0.5, 0.5).error().reason,
            Shortfall::Reason::no_variation);
}

TEST(Power, OfWhatIsNeededIsWhatWasAskedFor) {
  const PowerOptions options{
      .controls_for_each = 3, .cluster_size = 20, .cluster_correlation = 0.05};
  const double rates = *treated_needed_for_rates(0.9, 0.4, 0.3, options);
  EXPECT_GE(power_for_rates(rates, 0.4, 0.3, options), 0.9);
  EXPECT_LT(power_for_rates(rates - 1, 0.4, 0.3, options), 0.9);
  const double means = *treated_needed_for_means(0.8, 0.25, options);
  EXPECT_GE(power_for_means(means, 0.25, options), 0.8);
  EXPECT_LT(power_for_means(means - 1, 0.25, options), 0.8);
}

// Rosenbaum (2002), table 4.1 by its formula: at gamma 1 the test itself.
TEST(SignedRankBound, AtGammaOneIsWilcoxonsTest) {
  const std::vector<double> differences{3, -1, 4, 0, 2, 5, -2, 6};
  // Ranks of sizes 1, 2, 2, 3, 4, 5, 6: 1, 2.5, 2.5, 4, 5, 6, 7.
  const double statistic = 4 + 5 + 2.5 + 6 + 7, expected = 14;
  const double variance = (1 + 2 * 6.25 + 16 + 25 + 36 + 49) / 4;
  EXPECT_NEAR(*signed_rank_bound(differences, 1),
              normal_cdf(-(statistic - expected) / std::sqrt(variance)), 1e-14);
  EXPECT_GT(*signed_rank_bound(differences, 2), *signed_rank_bound(differences, 1));
  const double gamma = *signed_rank_gamma(differences);
  EXPECT_NEAR(*signed_rank_bound(differences, gamma), 0.05, 1e-12);
  EXPECT_EQ(*signed_rank_gamma(differences, 0.01), 1);
  EXPECT_EQ(signed_rank_bound(std::vector<double>{0, 0}, 1).error().reason,
            Shortfall::Reason::no_variation);
}

TEST(McnemarBound, IsTheBinomialTail) {
  const DiscordantPairs pairs{.only_treated = 8, .only_control = 2};
  EXPECT_NEAR(*mcnemar_bound(pairs, 1), (45 + 10 + 1) / 1024.0, 1e-12);
  const double p = 0.6;  // gamma 1.5
  const double tail =
      45 * std::pow(p, 8) * std::pow(1 - p, 2) + 10 * std::pow(p, 9) * (1 - p) + std::pow(p, 10);
  EXPECT_NEAR(*mcnemar_bound(pairs, 1.5), tail, 1e-12);
  const DiscordantPairs sure{.only_treated = 60, .only_control = 20};
  const double gamma = *mcnemar_gamma(sure);
  EXPECT_NEAR(*mcnemar_bound(sure, gamma), 0.05, 1e-9);
}

// VanderWeele and Ding (2017), their example: 3.9 (1.8 to 8.7) gives 7.26 and 3.0.
TEST(EValue, IsThatOfThePaper) {
  EXPECT_NEAR(e_value(3.9), 7.26, 0.005);
  EXPECT_NEAR(e_value_of_interval(1.8, 8.7), 3.0, 0.005);
  EXPECT_NEAR(e_value(1 / 3.9), 7.26, 0.005);
  EXPECT_EQ(e_value_of_interval(0.8, 1.4), 1);
}

}  // namespace
}  // namespace enact::stats
