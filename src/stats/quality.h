// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stats/linkage.h"

namespace enact::stats {

// Pairs that were found, against those that are known to be right.
struct Quality {
  std::uint64_t right = 0;   // found, and matches
  std::uint64_t wrong = 0;   // found, and none
  std::uint64_t missed = 0;  // matches that were not found

  double precision() const;  // of what was found, how much is right; 1 when nothing was
  double recall() const;     // of the matches, how many were found; 1 when there are none
  double f1() const;         // their harmonic mean
};

// Whom each row is about, in the order of the rows.
using Truth = std::span<const std::string>;

Quality quality_of_dedupe(std::span<const Pair> pairs, Truth truth);
Quality quality_of_link(std::span<const Pair> pairs, Truth a, Truth b);

}  // namespace enact::stats
