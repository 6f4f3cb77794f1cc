// SPDX-License-Identifier: Apache-2.0
#include "stats/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace enact::stats {
namespace {

namespace bm = boost::math;

// No long double, whose width differs between machines, and no exceptions.
using Policy = bm::policies::policy<bm::policies::promote_double<false>,
                                    bm::policies::domain_error<bm::policies::ignore_error>,
                                    bm::policies::pole_error<bm::policies::ignore_error>,
                                    bm::policies::overflow_error<bm::policies::ignore_error>,
                                    bm::policies::evaluation_error<bm::policies::ignore_error>>;
using Normal = bm::normal_distribution<double, Policy>;
using StudentsT = bm::students_t_distribution<double, Policy>;
using ChiSquare = bm::chi_squared_distribution<double, Policy>;
using F = bm::fisher_f_distribution<double, Policy>;

}  // namespace

double normal_cdf(double x) {
  return bm::cdf(Normal(), x);
}
double normal_density(double x) {
  return bm::pdf(Normal(), x);
}
double normal_quantile(double share) {
  return bm::quantile(Normal(), share);
}

double t_cdf(double x, double degrees) {
  return bm::cdf(StudentsT(degrees), x);
}
double t_quantile(double share, double degrees) {
  return bm::quantile(StudentsT(degrees), share);
}

double chi_square_cdf(double x, double degrees) {
  return bm::cdf(ChiSquare(degrees), x);
}
double chi_square_tail(double x, double degrees) {
  return bm::cdf(bm::complement(ChiSquare(degrees), x));
}
double chi_square_quantile(double share, double degrees) {
  return bm::quantile(ChiSquare(degrees), share);
}

double f_cdf(double x, double degrees, double degrees_below) {
  return bm::cdf(F(degrees, degrees_below), x);
}
double f_tail(double x, double degrees, double degrees_below) {
  return bm::cdf(bm::complement(F(degrees, degrees_below), x));
}
double f_quantile(double share, double degrees, double degrees_below) {
  return bm::quantile(F(degrees, degrees_below), share);
}

double two_sided_p(double statistic, double degrees) {
  const double far = std::abs(statistic);
  if (std::isinf(degrees)) return 2 * bm::cdf(bm::complement(Normal(), far));
  return 2 * bm::cdf(bm::complement(StudentsT(degrees), far));
}

double critical_value(double level, double degrees) {
  const double share = 0.5 + level / 2;
  return std::isinf(degrees) ? normal_quantile(share) : t_quantile(share, degrees);
}

}  // namespace enact::stats
