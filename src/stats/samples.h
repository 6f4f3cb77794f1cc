// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stats/em.h"
#include "stats/linkage_plan.h"

namespace enact::stats {

// The patterns of pairs of rows drawn at random; of all pairs, where no more are wanted.
PatternCounts patterns_at_random(const Population& population,
                                 const Comparer& comparer,
                                 const LinkagePlan& plan);

// The patterns of the pairs that meet any of the rules, of which some are drawn so that about
// plan.training_pairs come; the others are as many as there would be in a table that small.
Evidenced patterns_of_candidates(const Population& population,
                                 const std::vector<Blocks>& rules,
                                 const Comparer& comparer,
                                 const LinkagePlan& plan);

}  // namespace enact::stats
