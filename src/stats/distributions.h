// SPDX-License-Identifier: Apache-2.0
// Normal, t, chi-square and F: what is at most x (cdf), what is above it (tail), and the x below
// which a share lies (quantile). Shares are in [0, 1] and degrees of freedom above 0; the callers'
// own numbers decide both, so anything else is a fault of the program and gives a NaN. Method:
// Boost.Math, to about 1e-14. Page: docs/method/distributions.md.
#pragma once

namespace enact::stats {

double normal_cdf(double x);
double normal_density(double x);
double normal_quantile(double share);

double t_cdf(double x, double degrees);
double t_quantile(double share, double degrees);

double chi_square_cdf(double x, double degrees);
double chi_square_tail(double x, double degrees);
double chi_square_quantile(double share, double degrees);

double f_cdf(double x, double degrees, double degrees_below);
double f_tail(double x, double degrees, double degrees_below);
double f_quantile(double share, double degrees, double degrees_below);

// How probable a statistic this far from zero is on either side. Infinite degrees of freedom mean
// the normal distribution.
double two_sided_p(double statistic, double degrees);

// The statistic's distance from zero inside which the middle `level` lies, such as 1.96 for 0.95.
double critical_value(double level, double degrees);

}  // namespace enact::stats
