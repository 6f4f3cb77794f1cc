// SPDX-License-Identifier: Apache-2.0
// Linear models, logistic and probit regression, with weights, and how sure their coefficients are
// when rows vary unequally or come in clusters.
// Page: docs/method/regression.md. McCullagh, Nelder (1989), Generalized Linear Models, ch. 4;
// Firth (1993), Biometrika 80:27; MacKinnon, White (1985), J. Econometrics 29:305 (HC0-HC3);
// Bell, McCaffrey (2002), Survey Methodology 28:169 (CR2).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stats/design.h"

namespace enact::stats {

enum class Link { identity, logit, probit };

struct FitOptions {
  enum class Penalty { none, ridge, firth };
  // What to do with a column that says what those before it say: give no answer, or leave it out as
  // R does, with its name in `left_out`.
  enum class Redundant { refuse, leave_out };
  // What to do when a column separates the outcomes, so that the likelihood is highest at infinity:
  // give no answer, or stop where the deviance hardly changes any more, at the same place as R's
  // glm. There predictions are within about 1e-6 of their limit, but the coefficient means nothing.
  enum class Separated { refuse, stop_early };

  Link link = Link::identity;
  Penalty penalty = Penalty::none;  // firth: logit only
  double ridge = 0;  // penalty per row on half the squared standardised coefficient, as glmnet's
  Redundant redundant = Redundant::refuse;
  Separated separated = Separated::refuse;  // logit without penalty only
  int threads = 1;
};

// How the matrix is centred and scaled while it is calculated with.
struct Scaling {
  std::vector<double> centre;
  std::vector<double> spread;
};

struct Fit {
  Link link = Link::identity;
  std::vector<std::string> names;
  std::vector<double> coefficients;   // 0 where left out
  std::vector<std::string> left_out;  // redundant columns
  std::string separated;              // the column whose coefficient runs away, or empty
  std::vector<char> is_left_out;      // by column
  std::vector<double> linear;         // the linear predictor of each row
  std::vector<double> fitted;         // the mean or probability of each row
  double deviance = 0;                // identity: the weighted sum of squared residuals
  std::size_t rows = 0;               // with a weight above 0
  std::size_t rank = 0;               // estimated coefficients
  int iterations = 0;
  Matrix inverse;  // of X'WX, W with the working weights of the last step
  Scaling scaling;
  Matrix scaled_inverse;

  double degrees() const { return static_cast<double>(rows - rank); }
};

// Least squares, or maximum likelihood to convergence (steps below 1e-9 of a standard deviation on
// the linear predictor, after which the error is about its square). `weights` may be empty: all 1;
// a row with weight 0 is predicted but teaches nothing. Shortfalls: no_variation of the outcome,
// constant_column and collinear with the names, separation with the column that does it,
// too_few_rows, not_converged.
Estimate<Fit> fit(const Design& design,
                  std::span<const double> outcome,
                  std::span<const double> weights,
                  const FitOptions& options);

// The covariance of the coefficients if the model is true.
Matrix model_covariance(const Fit& fit);

struct Robust {
  enum class Kind { hc0, hc1, hc2, hc3, cr0, cr1, cr2 };

  Kind kind = Kind::hc3;
  // For cr*: to which cluster each row belongs, from 0 on.
  std::span<const std::int32_t> clusters = {};
  // cr1 with the factor (n-1)/(n-rank) besides G/(G-1), as is usual for least squares; cr2 is for
  // least squares only.
  enum class SmallSample {
    clusters_only,
    clusters_and_rows
  } small_sample = SmallSample::clusters_and_rows;
};

// Shortfalls: too_few_clusters (below 2).
Estimate<Matrix> robust_covariance(const Design& design,
                                   std::span<const double> outcome,
                                   std::span<const double> weights,
                                   const Fit& fit,
                                   const Robust& robust);

// Satterthwaite's degrees of freedom of contrast'coefficients under CR2.
Estimate<double> cr2_degrees(const Design& design,
                             std::span<const double> weights,
                             const Fit& fit,
                             std::span<const std::int32_t> clusters,
                             std::span<const double> contrast);

// contrast' covariance contrast.
double variance_of(const Matrix& covariance, std::span<const double> contrast);

}  // namespace enact::stats
