// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "stats/hash.h"

namespace enact::stats {

// Random numbers that a seed repeats on every machine: the standard fixes what the generator gives,
// but not what its distributions make of it, so those are ours. Each step of a method draws from a
// stream of its own, so that a step that is added does not change the others.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view stream) : generator_(hash_of(stream, seed)) {}

  // In [0, 1), a multiple of 2^-53.
  double uniform() { return static_cast<double>(generator_() >> 11) * 0x1p-53; }

  // One of 0 ... n-1, all equally likely. n must not be 0.
  std::uint64_t below(std::uint64_t n) {
    const std::uint64_t fair = generator_.max() - generator_.max() % n;  // a multiple of n
    std::uint64_t drawn = generator_();
    while (drawn >= fair) drawn = generator_();
    return drawn % n;
  }

  // Mean 0, variance 1: the polar method (Marsaglia, Bray 1964), whose second number is thrown
  // away.
  double normal() {
    for (;;) {
      const double x = 2 * uniform() - 1, y = 2 * uniform() - 1, radius = x * x + y * y;
      if (radius > 0 && radius < 1) return x * std::sqrt(-2 * std::log(radius) / radius);
    }
  }

  // All orders equally likely (Durstenfeld 1964).
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t left = items.size(); left > 1; --left)
      std::swap(items[left - 1], items[below(left)]);
  }

 private:
  std::mt19937_64 generator_;
};

}  // namespace enact::stats
