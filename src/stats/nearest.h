// SPDX-License-Identifier: Apache-2.0
// Greedy nearest neighbour matching: one unit after the other takes the nearest that is still free.
// Page: docs/method/matching.md. Rubin (1973), Biometrics 29:159; Stuart (2010), Statistical
// Science 25:1. Order and ties as MatchIt 4.7 has them on a score, with rows in the order of their
// keys.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/distance.h"
#include "stats/matching.h"

namespace enact::stats {

// How far apart the two of a pair may be on a variable: at most `width`, which itself is allowed. A
// negative width asks for more than that: at -5 they must be more than 5 apart.
struct Caliper {
  std::span<const double> values;
  double width;

  bool allows(std::uint32_t a, std::uint32_t b) const {
    const double apart = values[a] > values[b] ? values[a] - values[b] : values[b] - values[a];
    return width >= 0 ? apart <= width : apart > -width;
  }
};

// Who may be matched with whom.
struct PairRules {
  std::span<const char> discarded = {};  // or empty: nobody is
  // Only within the same group; one that is negative has no match. Empty: everybody is in one.
  std::span<const std::int32_t> exact = {};
  std::vector<std::span<const std::int32_t>> anti_exact = {};  // never with the same value
  std::vector<Caliper> calipers = {};

  bool allow(std::uint32_t a, std::uint32_t b) const {
    for (const auto& caliper : calipers)
      if (!caliper.allows(a, b)) return false;
    for (const auto& values : anti_exact)
      if (values[a] == values[b]) return false;
    return true;
  }
};

struct NearestOptions {
  enum class Order { largest, smallest, closest, farthest, random, data };

  Estimand estimand = Estimand::att;  // att or atc
  int ratio = 1;
  int most_uses = 1;  // how many pairs a unit may be the match of; 0: any number
  std::optional<Order> order =
      std::nullopt;  // else largest for att, smallest for atc, data without a score
  PairRules rules = {};
  std::uint64_t seed = 0;  // of the order `random`
};

// Nearest by the score's difference, in O(n log n). Everybody gets a first match before anybody
// gets a second. Shortfalls: no_treated, no_controls, no_match, not_for_this_estimand.
Estimate<Matching> match_nearest(std::span<const char> treated,
                                 std::span<const double> scores,
                                 const NearestOptions& options);

// Nearest by the coordinates' distance; of equally near ones that of the lower row. `scores` orders
// and may be empty.
Estimate<Matching> match_nearest(std::span<const char> treated,
                                 const Coordinates& points,
                                 std::span<const double> scores,
                                 const NearestOptions& options);

}  // namespace enact::stats
