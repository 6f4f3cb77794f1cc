// SPDX-License-Identifier: Apache-2.0
// How an estimate would vary if other units had been drawn: it is made again and again from units
// (or clusters) drawn with replacement. Page: docs/method/effects.md. Efron (1979), Annals of
// Statistics 7:1. Not for nearest neighbour matching with replacement, where it fails (Abadie,
// Imbens 2008); for matched sets draw whole sets.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "stats/estimate.h"

namespace enact::stats {

struct BootstrapOptions {
  int draws = 1000;
  std::uint64_t seed = 0;
  double level = 0.95;
  int threads = 1;
};

struct Bootstrap {
  std::vector<double> draws;  // in the order in which they were made; failed ones left out
  int failed = 0;
  double standard_error = 0;
  double low = 0;  // percentiles
  double high = 0;
};

// `estimate` is called with how often each unit (0 ... units-1) was drawn, by several threads at
// once; nothing means that this draw has no answer. Every draw has a stream of its own, so that the
// number of threads shows nowhere. Shortfall: not_converged when a tenth of the draws or more fail.
Estimate<Bootstrap> bootstrap(
    std::size_t units,
    const std::function<std::optional<double>(std::span<const std::uint32_t> times)>& estimate,
    const BootstrapOptions& options);

}  // namespace enact::stats
