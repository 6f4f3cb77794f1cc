// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "stats/model.h"

namespace enact::stats {

// How many pairs have each pattern, sorted by pattern, so that sums over them have one order.
struct PatternCount {
  Pattern pattern;
  double pairs;
};
using PatternCounts = std::vector<PatternCount>;

class PatternTally {
 public:
  void add(Pattern pattern, std::uint64_t pairs = 1) { pairs_[pattern.bits()] += pairs; }
  void add(const PatternTally& other);
  PatternCounts counts() const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> pairs_;
};

// Expected numbers of pairs, by comparison and level.
using LevelCounts = std::vector<std::vector<double>>;

// Shares of the levels, each count raised by half a pair, so that what was never seen is rare
// and not impossible.
std::vector<double> shares(const std::vector<double>& level_counts);

struct EmFit {
  double share = 0;      // of matches among all pairs
  double matches = 0;    // expected
  LevelCounts expected;  // of the class that is learnt, with what was believed
  int iterations = 0;
  bool converged = false;
};

// Pairs of which the patterns are known, and how many more there are that are sure not to match.
// `believed` counts beside what is expected of the class that is learnt; it may be empty.
struct Evidenced {
  PatternCounts counts;
  double others = 0;
  LevelCounts believed;
};

// Expectation maximisation (Dempster, Laird, Rubin 1977) of two classes of pairs: the share of
// matches and the rates of one class are learnt, those of the other are taken from `model` as they
// are. It begins with the prior and the rates of `model`, and has converged when nothing moves by
// more than a millionth, or a share by more than a thousandth of itself.
enum class Learn { m, u };
EmFit fit(const Evidenced& pairs, Model model, Learn learn);

}  // namespace enact::stats
