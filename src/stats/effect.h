// SPDX-License-Identifier: Apache-2.0
// What taking part made of the outcome: both means with their denominators, and their difference
// and ratios with intervals. Page: docs/method/effects.md. Robins (1986) and Snowden and others
// (2011), Am. J. Epidemiology 173:731 (g-computation); Robins, Rotnitzky, Zhao (1994), JASA 89:846
// (AIPW); Abadie, Imbens (2006), Econometrica 74:235; Abadie, Spiess (2022), JASA 117:983 (errors
// clustered by matched set).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "stats/distance.h"
#include "stats/linear_model.h"
#include "stats/matching.h"

namespace enact::stats {

// One group's outcome: never a rate without what it is a rate of.
struct GroupOutcome {
  std::size_t units = 0;  // with a weight above 0
  double effective = 0;   // units of equal weight that would tell as much
  double total = 0;       // sum over units without weights: of a binary outcome, the cases
  double mean = 0;        // by weight: of a binary outcome, the rate
  double deviation = 0;   // by weight
};

enum class Measure { difference, risk_ratio, odds_ratio };

struct Effect {
  Measure measure = Measure::difference;
  double estimate = 0;        // ratios on their own scale
  double standard_error = 0;  // of the difference, or of the ratio's logarithm
  double statistic = 0;
  double degrees = 0;  // of freedom; infinite: normal
  double p = 0;
  double low = 0;
  double high = 0;
};

struct OutcomeComparison {
  GroupOutcome treated;
  GroupOutcome controls;
  double mean_with = 0;         // what the method says the mean would be if all of them took part,
  double mean_without = 0;      // and if none did
  std::vector<Effect> effects;  // the difference; of a binary outcome the ratios too
  std::vector<std::string> left_out;  // covariates that say nothing of their own

  // A covariate by which the model of the outcome is sure of some: their predictions are 0 or 1,
  // which is what their data say, and the interval does not know that they may be wrong.
  std::string separated;

  const Effect* find(Measure measure) const;
};

struct OutcomeData {
  std::span<const char> treated;
  std::span<const double> outcome;
  std::span<const double> weights = {};         // empty: 1; who has 0 is not looked at
  std::span<const std::int32_t> clusters = {};  // matched sets or sites; empty: every unit alone
  std::vector<const Column*> covariates = {};
};

struct EffectOptions {
  enum class Outcome { continuous, binary };

  Outcome outcome = Outcome::continuous;
  Estimand estimand = Estimand::att;  // over whom g-computation averages
  double level = 0.95;
  // Else cr1 with clusters and hc1 without. cr2 is for continuous outcomes.
  std::optional<Robust::Kind> errors = std::nullopt;
};

// The weighted means of both groups compared. The difference by least squares with t quantiles on
// the residual degrees of freedom (Satterthwaite's under cr2), ratios by a logistic model with
// normal ones. Shortfalls: no_treated, no_controls, has_missing, too_few_clusters; a ratio that has
// no value because a group has no case, or only cases, is left out of `effects`.
Estimate<OutcomeComparison> compare_plainly(const OutcomeData& data, const EffectOptions& options);

// A model of the outcome on treatment, covariates and their products (least squares, or logistic
// for a binary outcome), then the mean prediction with and without treatment; errors by the delta
// method, normal quantiles. Shortfalls besides: separation and others of fit().
Estimate<OutcomeComparison> g_computation(const OutcomeData& data, const EffectOptions& options);

// A model of the outcome in each group, corrected by inverse probability: right if either is. On
// the whole sample; weights are not used. Errors from the influence function, summed by cluster if
// there are any. att, atc, ate. Shortfalls besides: no_overlap.
Estimate<OutcomeComparison> aipw(const OutcomeData& data,
                                 std::span<const double> probabilities,
                                 const EffectOptions& options);

// Matching with replacement: the mean difference within pairs, with the error of Abadie and Imbens,
// which knows how often each match was used. `points` say who of one group is alike, to see how
// outcomes vary among likes; a single score is one dimension.
Estimate<OutcomeComparison> abadie_imbens(const OutcomeData& data,
                                          const Matching& matching,
                                          const Coordinates& points,
                                          const EffectOptions& options);

// p values as Benjamini and Hochberg (1995) adjust them for how many were looked at: one of at most
// 0.05 may be called significant, with a false discovery rate of 0.05.
std::vector<double> benjamini_hochberg(std::span<const double> p);

// A standardised mean difference with Hedges' correction for small samples, and its error.
struct EffectSize {
  double value = 0;
  double standard_error = 0;
  double improvement_index = 0;  // percentile points that a median student would gain
};

// Hedges' g of the difference: omega x difference / pooled deviation, omega = 1 - 3 / (4N - 9). Any
// adjusted difference goes with the deviations and sizes of the plain groups. Shortfalls:
// no_variation, too_few_rows.
Estimate<EffectSize> hedges_g(double difference,
                              const GroupOutcome& treated,
                              const GroupOutcome& controls);

// Cox's index of two rates: omega x ln(odds ratio) / 1.65. Shortfall: empty_cell.
Estimate<EffectSize> cox_index(double rate_with,
                               double rate_without,
                               const GroupOutcome& treated,
                               const GroupOutcome& controls);

}  // namespace enact::stats
