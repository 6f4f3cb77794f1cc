// SPDX-License-Identifier: Apache-2.0
// One answer from several sites, whose true effects differ. Page: docs/method/sites.md. Viechtbauer
// (2005), J. Educational and Behavioral Statistics 30:261 (REML); Paule, Mandel (1982); Knapp,
// Hartung (2003), Statistics in Medicine 22:2693; Higgins, Thompson, Spiegelhalter (2009), JRSS A
// 172:137.
#pragma once

#include <span>
#include <vector>

#include "stats/estimate.h"

namespace enact::stats {

struct SitesOptions {
  enum class Between {
    reml,
    paule_mandel,
    none
  };  // how sites' variance is estimated; none: common effect
  enum class Errors { knapp_hartung, normal };

  Between between = Between::reml;
  Errors errors = Errors::knapp_hartung;
  double level = 0.95;
};

struct SitesSummary {
  double estimate = 0;
  double standard_error = 0;
  double statistic = 0;
  double p = 1;
  double low = 0, high = 0;
  double tau2 = 0;                               // variance of true effects between sites
  double tau2_low = 0, tau2_high = 0;            // where Cochran's Q still fits (Q profile)
  double predicted_low = 0, predicted_high = 0;  // where the effect of another site may lie
  double q = 0, q_p = 1;                         // Cochran's test that all sites have one effect
  double i2 = 0;                                 // share of the variance that lies between sites
  std::vector<double> shrunken;                  // each site's effect, drawn towards the whole
};

// `variances` are squares of standard errors, above 0. Shortfalls: too_few_clusters (below 2
// sites), not_converged.
Estimate<SitesSummary> summarize_sites(std::span<const double> effects,
                                       std::span<const double> variances,
                                       const SitesOptions& options = {});

// The estimate without each of the sites in turn; needs 3.
Estimate<std::vector<SitesSummary>> without_each(std::span<const double> effects,
                                                 std::span<const double> variances,
                                                 const SitesOptions& options = {});

}  // namespace enact::stats
