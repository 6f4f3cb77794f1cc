// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stats/blocking.h"
#include "stats/comparison.h"
#include "stats/model.h"

namespace enact::stats {

// What makes two rows alike, and which pairs of rows are looked at.
struct LinkagePlan {
  std::vector<Comparison> comparisons;

  // A pair is compared when it meets any of these. A match that meets none is never found; how
  // often matches differ in a column is learnt from the pairs of rules that do not ask about it.
  std::vector<BlockingRule> rules;

  // The rules whose pairs teach m, if not all of the above: a rule that gives more relatives than
  // matches, such as the last name alone, would teach that matches are like relatives.
  std::vector<BlockingRule> training_rules;

  // From an earlier linkage; then nothing is learnt. One for each comparison, in their order.
  std::optional<Model> model;

  // So many matches' worth of belief that nine of ten agree on each comparison, or what the
  // comparison says. With 0, m comes from the rows alone, and a table with a handful of matches has
  // no answer.
  double belief = 0;

  double least_probability = 0.5;            // of a pair that is reported
  std::uint32_t most_rows = 1000;            // of a block; a larger one is left to the other rules
  std::uint64_t training_pairs = 2'000'000;  // about so many teach m, if there are more
  std::uint64_t sampled_pairs = 1'000'000;   // so many teach u
  std::uint64_t seed = 1;                    // of what is drawn for these two
  int threads = 1;                           // does not show in the result
};

}  // namespace enact::stats
