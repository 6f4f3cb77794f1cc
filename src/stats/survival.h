// SPDX-License-Identifier: Apache-2.0
// How long until something happens, where for some it has not happened yet. Times count from the
// same start for everybody. Page: docs/method/survival.md. Kaplan, Meier (1958), JASA 53:457;
// Mantel (1966); Cox (1972), JRSS B 34:187; Efron (1977), JASA 72:557; Lin, Wei (1989), JASA
// 84:1074.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "stats/design.h"

namespace enact::stats {

struct Followed {
  std::span<const double> times;         // until the event or the end of looking, at least 0
  std::span<const std::int32_t> events;  // 0: not yet; 1, 2, ...: which event
  std::span<const double> weights = {};  // empty: 1
};

// After each time at which anything happened. With weights the counts are sums of weights.
struct CurvePoint {
  double time = 0;
  double at_risk = 0;
  double events = 0;
  double survival = 1;
  double standard_error = 0;  // Greenwood's
  double low = 1;             // on the logarithm, as R's survfit
  double high = 1;
};

// Any event ends it. Shortfall: too_few_rows.
Estimate<std::vector<CurvePoint>> kaplan_meier(const Followed& followed, double level = 0.95);

struct RestrictedMean {
  double mean = 0;  // time without the event up to the horizon
  double standard_error = 0;
};

// The area under the curve up to the horizon. Shortfall: too_few_events when nobody is followed so
// long and the curve has not come to 0.
Estimate<RestrictedMean> restricted_mean(const Followed& followed, double horizon);

struct LogRank {
  double observed = 0;  // events of the first group (group value 1)
  double expected = 0;
  double chi_square = 0;
  double p = 1;
};

// Two groups (1 and 0), compared within strata if there are any. Shortfall: too_few_events.
Estimate<LogRank> log_rank(const Followed& followed,
                           std::span<const char> group,
                           std::span<const std::int32_t> strata = {});

struct CoxFit {
  std::vector<std::string> names;  // the design's without the intercept
  std::vector<double> coefficients;
  Matrix covariance;  // if the model is true
  Matrix robust;      // of Lin and Wei, by cluster; of weighted rows the one to use
  double log_likelihood_at_0 = 0;
  double log_likelihood = 0;
  int iterations = 0;
};

// Efron's way with ties. `clusters` empty: each row alone. Shortfalls: too_few_events, collinear,
// separation (a coefficient runs away), not_converged.
Estimate<CoxFit> cox(const Followed& followed,
                     const Design& design,
                     std::span<const std::int32_t> clusters = {});

// How probable it is to have had this event, and no other before it, by each time (Aalen, Johansen
// 1978).
struct IncidencePoint {
  double time = 0;
  double incidence = 0;
};
std::vector<IncidencePoint> cumulative_incidence(const Followed& followed, std::int32_t event);

}  // namespace enact::stats
