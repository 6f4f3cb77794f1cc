// SPDX-License-Identifier: Apache-2.0
// The cheapest way to join two groups where joining i and j costs what a function says: a flow on a
// sparse network, to which pairs are added until the prices prove that no other pair would help.
// Solved by LEMON's network simplex (Kovács 2015), in whole numbers.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "stats/estimate.h"

namespace enact::stats {

struct FlowTask {
  std::uint32_t sources = 0;
  std::uint32_t sinks = 0;
  // What joining costs, at least 0; infinite where it is forbidden.
  std::function<double(std::uint32_t source, std::uint32_t sink)> cost;
  // pairs: each source is joined `ratio` times and each sink at most once, or, where there are too
  // few, as many as possible. cover: everyone who may be joined at all is, at least once.
  enum class Kind { pairs, cover } kind = Kind::pairs;
  int ratio = 1;
};

struct FlowResult {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;
  double cost = 0;
  double bound =
      0;  // no way is cheaper than this, after costs were rounded to 2^-40 of the largest
};

// Shortfalls: too_large (over 4e8 possible pairs), no_match.
Estimate<FlowResult> cheapest_joins(const FlowTask& task);

}  // namespace enact::stats
