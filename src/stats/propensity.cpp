// SPDX-License-Identifier: Apache-2.0
#include "stats/propensity.h"

#include <algorithm>

namespace enact::stats {
namespace {

FitOptions fit_options(const PropensityOptions& options) {
  using Model = PropensityOptions::Model;
  FitOptions fit{.link = options.model == Model::probit ? Link::probit : Link::logit,
                 .redundant = options.redundant,
                 .threads = options.threads};
  if (options.model == Model::firth) fit.penalty = FitOptions::Penalty::firth;
  if (options.model == Model::ridge) {
    fit.penalty = FitOptions::Penalty::ridge;
    fit.ridge = options.ridge;
  }
  return fit;
}

}  // namespace

Estimate<Propensity> propensity(std::span<const char> treated,
                                std::span<const Column* const> covariates,
                                const PropensityOptions& options) {
  const auto count = std::count(treated.begin(), treated.end(), 1);
  if (count == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  if (count == static_cast<std::ptrdiff_t>(treated.size()))
    return tl::unexpected(Shortfall{Shortfall::Reason::no_controls, {}});
  auto design = Design::of(treated.size(), covariates);
  if (!design) return tl::unexpected(design.error());
  const std::vector<double> outcome(treated.begin(), treated.end());
  auto model = fit(*design, outcome, {}, fit_options(options));
  if (!model) return tl::unexpected(model.error());
  Propensity propensity{.model = std::move(*model)};
  propensity.probabilities = propensity.model.fitted;
  propensity.scores = options.score == PropensityOptions::Score::probability
                          ? propensity.probabilities
                          : propensity.model.linear;
  return propensity;
}

}  // namespace enact::stats
