// SPDX-License-Identifier: Apache-2.0
#include "stats/optimal.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "stats/line_flow.h"
#include "stats/network_flow.h"
#include "stats/sorting.h"

namespace enact::stats {
namespace {

enum class Kind { pairs, full };

using Joins = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // focal and other unit

bool is_focal(std::span<const char> treated, std::uint32_t unit, Estimand estimand) {
  return (treated[unit] != 0) == (estimand != Estimand::atc);
}

// The units of each exact group that take part; groups without both kinds are left out.
std::vector<std::vector<std::uint32_t>> groups_of(std::span<const char> treated,
                                                  const PairRules& rules) {
  std::vector<std::vector<std::uint32_t>> groups;
  for (std::uint32_t unit = 0; unit < treated.size(); ++unit) {
    if (!rules.discarded.empty() && rules.discarded[unit]) continue;
    const auto group = rules.exact.empty() ? 0 : rules.exact[unit];
    if (group < 0) continue;
    if (groups.size() <= static_cast<std::size_t>(group)) groups.resize(group + 1);
    groups[group].push_back(unit);
  }
  std::erase_if(groups, [&](const auto& units) {
    const auto count =
        std::count_if(units.begin(), units.end(), [&](auto unit) { return treated[unit] != 0; });
    return count == 0 || count == static_cast<std::ptrdiff_t>(units.size());
  });
  return groups;
}

Estimate<void> is_possible(std::span<const char> treated, Estimand estimand, Kind kind) {
  const bool is_one_sided = estimand == Estimand::att || estimand == Estimand::atc;
  if (estimand == Estimand::ato || (kind == Kind::pairs && !is_one_sided))
    return tl::unexpected(Shortfall{Shortfall::Reason::not_for_this_estimand, {}});
  const auto count = std::count(treated.begin(), treated.end(), 1);
  if (count == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  if (count == static_cast<std::ptrdiff_t>(treated.size()))
    return tl::unexpected(Shortfall{Shortfall::Reason::no_controls, {}});
  return {};
}

// A power of two, so that scaling a score is exact.
double grid_of(std::span<const double> scores) {
  const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
  const double range = *most - *least;
  return range > 0 ? std::ldexp(1, 49 - std::ilogb(range)) : 1;
}

// One group on a line.
bool join_on_line(std::span<const char> treated,
                  std::span<const double> scores,
                  const std::vector<std::uint32_t>& units,
                  const OptimalOptions& options,
                  Kind kind,
                  double grid,
                  Joins& joined,
                  Certificate& certificate) {
  std::vector<double> values;
  std::int64_t focal = 0;
  for (const auto unit : units) {
    values.push_back(scores[unit]);
    focal += is_focal(treated, unit, options.estimand);
  }
  const auto order = sorted_order(values);
  const auto others = static_cast<std::int64_t>(units.size()) - focal;
  const bool is_short = focal * options.ratio > others;
  const double origin = values[order[0]];
  std::vector<LinePoint> points;
  points.reserve(units.size());
  for (const auto at : order) {
    LinePoint point{.at = std::llround((values[at] - origin) * grid),
                    .least = 1,
                    .most = kAnyTimes,
                    .is_source = is_focal(treated, units[at], options.estimand)};
    if (kind == Kind::pairs) {
      point.most = point.is_source ? options.ratio : 1;
      point.least = point.is_source == is_short ? 0 : point.most;
    }
    points.push_back(point);
  }
  const auto flow = cheapest_flow(points);
  if (!flow.is_feasible) return false;
  certificate.cost += static_cast<double>(flow.cost) / grid;
  certificate.bound += static_cast<double>(flow.bound) / grid;
  for (const auto& [source, sink] : joins(points, flow.times))
    joined.emplace_back(units[order[source]], units[order[sink]]);
  return true;
}

// Full matching: a join between two that both have another one costs nothing, or it would not be
// there; without it the sets are stars.
Estimate<Matching> sets_of(std::span<const char> treated, const Joins& joined, Estimand estimand) {
  std::vector<std::uint32_t> times(treated.size(), 0);
  for (const auto& [a, b] : joined) {
    ++times[a];
    ++times[b];
  }
  Joins kept;
  for (const auto& [a, b] : joined) {
    if (times[a] > 1 && times[b] > 1) {
      --times[a];
      --times[b];
    } else {
      kept.emplace_back(a, b);
    }
  }
  std::vector<std::int32_t> sets(treated.size(), kNoSet);
  for (const auto& [a, b] : kept)
    sets[a] = sets[b] = static_cast<std::int32_t>(times[a] > 1 ? a : b);
  return matching_of_sets(treated, std::move(sets), estimand);
}

template <class Distance>
Estimate<OptimalMatching> finish(std::span<const char> treated,
                                 Joins joined,
                                 Certificate certificate,
                                 Estimand estimand,
                                 Kind kind,
                                 const Distance& distance) {
  std::sort(joined.begin(), joined.end());
  Estimate<Matching> matching;
  if (kind == Kind::full) {
    matching = sets_of(treated, joined, estimand);
  } else {
    std::vector<MatchedPair> pairs;
    for (const auto& [focal, other] : joined)
      pairs.push_back({focal, other, distance(focal, other)});
    std::stable_sort(pairs.begin(), pairs.end(), [](const MatchedPair& a, const MatchedPair& b) {
      return a.focal != b.focal ? a.focal < b.focal : a.distance < b.distance;
    });
    matching = matching_of(treated, std::move(pairs));
  }
  if (!matching) return tl::unexpected(matching.error());
  return OptimalMatching{std::move(*matching), certificate};
}

template <class Distance>
Estimate<OptimalMatching> by_network(std::span<const char> treated,
                                     const OptimalOptions& options,
                                     Kind kind,
                                     const Distance& distance) {
  Joins joined;
  Certificate certificate;
  for (const auto& units : groups_of(treated, options.rules)) {
    std::vector<std::uint32_t> focal, others;
    for (const auto unit : units)
      (is_focal(treated, unit, options.estimand) ? focal : others).push_back(unit);
    const FlowTask task{.sources = static_cast<std::uint32_t>(focal.size()),
                        .sinks = static_cast<std::uint32_t>(others.size()),
                        .cost =
                            [&](std::uint32_t source, std::uint32_t sink) {
                              return options.rules.allow(focal[source], others[sink])
                                         ? distance(focal[source], others[sink])
                                         : std::numeric_limits<double>::infinity();
                            },
                        .kind = kind == Kind::pairs ? FlowTask::Kind::pairs : FlowTask::Kind::cover,
                        .ratio = kind == Kind::pairs ? options.ratio : 1};
    const auto found = cheapest_joins(task);
    if (!found && found.error().reason != Shortfall::Reason::no_match)
      return tl::unexpected(found.error());
    if (!found) continue;
    certificate.cost += found->cost;
    certificate.bound += found->bound;
    for (const auto& [source, sink] : found->joins)
      joined.emplace_back(focal[source], others[sink]);
  }
  return finish(treated, std::move(joined), certificate, options.estimand, kind, distance);
}

Estimate<OptimalMatching> on_scores(std::span<const char> treated,
                                    std::span<const double> scores,
                                    const OptimalOptions& options,
                                    Kind kind) {
  if (auto possible = is_possible(treated, options.estimand, kind); !possible)
    return tl::unexpected(possible.error());
  const auto distance = [&](std::uint32_t a, std::uint32_t b) {
    return std::abs(scores[a] - scores[b]);
  };
  if (!options.rules.calipers.empty() || !options.rules.anti_exact.empty())
    return by_network(treated, options, kind, distance);
  const double grid = grid_of(scores);
  Joins joined;
  Certificate certificate;
  for (const auto& units : groups_of(treated, options.rules))
    if (!join_on_line(treated, scores, units, options, kind, grid, joined, certificate))
      return tl::unexpected(Shortfall{Shortfall::Reason::no_feasible_match, {}});
  return finish(treated, std::move(joined), certificate, options.estimand, kind, distance);
}

Estimate<OptimalMatching> on_points(std::span<const char> treated,
                                    const Coordinates& points,
                                    const OptimalOptions& options,
                                    Kind kind) {
  if (auto possible = is_possible(treated, options.estimand, kind); !possible)
    return tl::unexpected(possible.error());
  return by_network(treated, options, kind, [&](std::uint32_t a, std::uint32_t b) {
    return std::sqrt(points.squared_distance(a, b));
  });
}

}  // namespace

Estimate<OptimalMatching> match_optimal(std::span<const char> treated,
                                        std::span<const double> scores,
                                        const OptimalOptions& options) {
  return on_scores(treated, scores, options, Kind::pairs);
}

Estimate<OptimalMatching> match_optimal(std::span<const char> treated,
                                        const Coordinates& points,
                                        const OptimalOptions& options) {
  return on_points(treated, points, options, Kind::pairs);
}

Estimate<OptimalMatching> match_full(std::span<const char> treated,
                                     std::span<const double> scores,
                                     const OptimalOptions& options) {
  return on_scores(treated, scores, options, Kind::full);
}

Estimate<OptimalMatching> match_full(std::span<const char> treated,
                                     const Coordinates& points,
                                     const OptimalOptions& options) {
  return on_points(treated, points, options, Kind::full);
}

}  // namespace enact::stats
