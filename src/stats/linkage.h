// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stats/linkage_plan.h"
#include "stats/scoring.h"
#include "stats/training.h"

namespace enact::stats {

// Two rows that may be about the same one. For two files `a` is a row of the first and `b` of the
// second, both counted from 0; within one, `a` is the row with the smaller key.
struct Pair {
  Row a;
  Row b;
  double bits;         // all evidence together
  double probability;  // of a match, with the prior

  bool operator==(const Pair&) const = default;
};

// How many pairs a blocking rule gave.
struct RuleCount {
  std::string rule;
  Blocks::Count count;
};

// Candidates for a person to decide, and what was done to find them. Same rows, same plan, same
// result, in whatever order the rows stand and whatever the number of threads.
struct Linkage {
  std::vector<Pair> pairs;         // best first; equal ones by the key of a, then of b
  std::vector<Evidence> evidence;  // of each pair, one for each comparison

  Training training;  // its model has the prior
  std::uint64_t possible_pairs = 0;
  std::vector<RuleCount> rules;

  std::size_t unlinked_a = 0;  // rows of the first file, or of the only one, that are in no pair
  std::size_t unlinked_b = 0;  // rows of the second file
  std::size_t tied_rows = 0;   // rows whose best pair has as many bits as another pair of theirs

  std::span<const Evidence> evidence_of(std::size_t pair) const {
    const auto each = training.model.comparisons.size();
    return std::span(evidence).subspan(pair * each, each);
  }
};

// Both throw std::logic_error for a plan that nothing could make right, such as one without
// comparisons.

// Finds which rows of `a` are about the same one as rows of `b`.
Estimate<Linkage> link(const Records& a, const Records& b, const LinkagePlan& plan);

// Finds which rows of a table are about the same one.
Estimate<Linkage> dedupe(const Records& records, const LinkagePlan& plan);

}  // namespace enact::stats
