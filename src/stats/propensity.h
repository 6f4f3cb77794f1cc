// SPDX-License-Identifier: Apache-2.0
// How probable it was that a unit took part, given what was known before: Rosenbaum, Rubin (1983),
// Biometrika 70:41. Page: docs/method/propensity.md.
#pragma once

#include <span>
#include <vector>

#include "stats/linear_model.h"

namespace enact::stats {

struct PropensityOptions {
  enum class Model { logit, probit, ridge, firth };
  enum class Score { probability, linear };

  Model model = Model::logit;
  Score score = Score::probability;
  double ridge = 0.01;
  FitOptions::Redundant redundant = FitOptions::Redundant::refuse;
  int threads = 1;
};

struct Propensity {
  Fit model;
  std::vector<double> probabilities;  // of treatment, by row, inside (0, 1)
  std::vector<double> scores;         // what matching compares: the probability or its predictor
};

// `treated` holds 0 and 1. Shortfalls: no_treated, no_controls, and those of fit().
Estimate<Propensity> propensity(std::span<const char> treated,
                                std::span<const Column* const> covariates,
                                const PropensityOptions& options = {});

}  // namespace enact::stats
