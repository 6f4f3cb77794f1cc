// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "stats/em.h"
#include "stats/linkage_plan.h"

namespace enact::stats {

// What was learnt, and from how much.
struct Training {
  Model model;
  std::vector<bool> learnt;    // by comparison; one that could not be learnt says nothing (m is u)
  double sampled_pairs = 0;    // drawn at random
  double candidate_pairs = 0;  // drawn from the blocks
  double matches = 0;          // expected among those
  int rounds = 0;
  int iterations = 0;  // of the last round
};

// u from pairs drawn at random; m and the prior from the pairs that meet the blocking rules, where
// pairs that meet none count as not matching; then u once more without what now looks like matches,
// until both settle.
Estimate<Training> train(const Population& population,
                         const std::vector<Blocks>& rules,
                         const Comparer& comparer,
                         const LinkagePlan& plan);

}  // namespace enact::stats
