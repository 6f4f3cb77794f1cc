// SPDX-License-Identifier: Apache-2.0
// How many students are needed to see a difference, before data are asked for. Page:
// docs/method/power.md. Fleiss (1981), Statistical Methods for Rates and Proportions, ch. 3.
#pragma once

#include "stats/estimate.h"

namespace enact::stats {

struct PowerOptions {
  double alpha = 0.05;           // two-sided
  double controls_for_each = 1;  // treated student
  // How alike students of one cluster are (intraclass correlation), and how many are in one:
  // together they raise what is needed by 1 + (size - 1) correlation.
  double cluster_size = 1;
  double cluster_correlation = 0;
};

// How probable it is to see a true difference of two rates with so many treated students.
double power_for_rates(double treated,
                       double rate_with,
                       double rate_without,
                       const PowerOptions& options = {});

// How many treated students are needed for this power, rounded up. Shortfall: no_variation when the
// rates are equal, empty_cell when one is not between 0 and 1.
Estimate<double> treated_needed_for_rates(double power,
                                          double rate_with,
                                          double rate_without,
                                          const PowerOptions& options = {});

// The same for a mean; the difference in standard deviations.
double power_for_means(double treated, double difference, const PowerOptions& options = {});
Estimate<double> treated_needed_for_means(double power,
                                          double difference,
                                          const PowerOptions& options = {});

}  // namespace enact::stats
