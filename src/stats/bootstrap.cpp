// SPDX-License-Identifier: Apache-2.0
#include "stats/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "stats/parallel.h"
#include "stats/random.h"
#include "stats/strata.h"

namespace enact::stats {

Estimate<Bootstrap> bootstrap(
    std::size_t units,
    const std::function<std::optional<double>(std::span<const std::uint32_t> times)>& estimate,
    const BootstrapOptions& options) {
  if (units < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  std::vector<std::optional<double>> found(static_cast<std::size_t>(options.draws));
  in_parallel(options.threads, found.size(), [&](std::size_t draw) {
    Random random(options.seed, "bootstrap " + std::to_string(draw));
    std::vector<std::uint32_t> times(units, 0);
    for (std::size_t i = 0; i < units; ++i) ++times[random.below(units)];
    found[draw] = estimate(times);
  });
  Bootstrap result;
  for (const auto& each : found)
    if (each && std::isfinite(*each)) result.draws.push_back(*each);
  result.failed = options.draws - static_cast<int>(result.draws.size());
  if (result.draws.size() < 2 || result.failed * 10 >= options.draws)
    return tl::unexpected(Shortfall{Shortfall::Reason::not_converged,
                                    std::to_string(result.failed) + " draws had no answer"});
  double mean = 0, squares = 0;
  const auto n = static_cast<double>(result.draws.size());
  for (const double each : result.draws) mean += each / n;
  for (const double each : result.draws) squares += (each - mean) * (each - mean);
  result.standard_error = std::sqrt(squares / (n - 1));
  auto sorted = result.draws;
  std::sort(sorted.begin(), sorted.end());
  result.low = quantile(sorted, (1 - options.level) / 2);
  result.high = quantile(sorted, (1 + options.level) / 2);
  return result;
}

}  // namespace enact::stats
