// SPDX-License-Identifier: Apache-2.0
// How much something that nobody measured would have to do to explain a finding away. Page:
// docs/method/sensitivity.md. Rosenbaum (2002), Observational Studies, ch. 4; VanderWeele, Ding
// (2017), Annals of Internal Medicine 167:268.
#pragma once

#include <span>

#include "stats/estimate.h"

namespace enact::stats {

// The largest one-sided p value that is possible if one of two matched people was up to `gamma`
// times as likely to take part as the other: of Wilcoxon's signed rank test of the pairs'
// differences (treated less control), normal approximation. gamma at least 1. Shortfall:
// no_variation (all are 0).
Estimate<double> signed_rank_bound(std::span<const double> differences, double gamma);

// The same for a 0/1 outcome (McNemar): pairs in which only the treated, or only the control, has
// it. Exact, from the binomial distribution. Shortfall: too_few_events.
struct DiscordantPairs {
  int only_treated = 0;
  int only_control = 0;
};
Estimate<double> mcnemar_bound(const DiscordantPairs& pairs, double gamma);

// The gamma at which the bound passes `p`; 1 if it is above from the start, up to 1000.
Estimate<double> signed_rank_gamma(std::span<const double> differences, double p = 0.05);
Estimate<double> mcnemar_gamma(const DiscordantPairs& pairs, double p = 0.05);

// How strongly, as a risk ratio, something would have to go with taking part and with the outcome
// to explain a risk ratio away. Of an interval's limit nearer to 1; 1 if the interval holds 1.
double e_value(double risk_ratio);
double e_value_of_interval(double low, double high);

}  // namespace enact::stats
