// SPDX-License-Identifier: Apache-2.0
// The cheapest way to join points of two kinds on a line, where joining two costs their distance
// and each point has to be joined a number of times. Exact, in whole numbers, in O(n log n), with
// prices that prove it. Page: docs/method/optimal-matching.md.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace enact::stats {

inline constexpr std::int64_t kAnyTimes = std::int64_t{1} << 40;

struct LinePoint {
  std::int64_t at;     // not below the point before it
  std::int64_t least;  // it is joined so many times
  std::int64_t most;   // or more often; kAnyTimes: no bound
  bool is_source;
};

__extension__ using Wide = __int128;

struct LineFlow {
  bool is_feasible = false;
  std::vector<std::int64_t> times;   // how often each point is joined
  std::vector<std::int64_t> prices;  // neighbours' prices differ by no more than their distance
  Wide cost = 0;
  Wide bound = 0;  // what the prices prove: no way is cheaper. Equal to cost.
};

LineFlow cheapest_flow(std::span<const LinePoint> points);

// Who is joined with whom: the first source with the first sink and so on, which costs no more than
// any other way with the same numbers of times.
std::vector<std::pair<std::uint32_t, std::uint32_t>> joins(std::span<const LinePoint> points,
                                                           std::span<const std::int64_t> times);

}  // namespace enact::stats
