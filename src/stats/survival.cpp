// SPDX-License-Identifier: Apache-2.0
#include "stats/survival.h"

#include <algorithm>
#include <cmath>

#include "stats/distributions.h"
#include "stats/sorting.h"

namespace enact::stats {
namespace {

double weight(const Followed& followed, std::size_t row) {
  return followed.weights.empty() ? 1 : followed.weights[row];
}

// Calls visit(from, to) for each time, rising: the rows order[from] ... order[to-1] end there.
template <class Visit>
void each_time(const Followed& followed,
               const std::vector<std::uint32_t>& order,
               const Visit& visit) {
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from;
    while (to < order.size() && followed.times[order[to]] == followed.times[order[from]]) ++to;
    visit(from, to);
    from = to;
  }
}

}  // namespace

Estimate<std::vector<CurvePoint>> kaplan_meier(const Followed& followed, double level) {
  if (followed.times.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  const double z = critical_value(level, HUGE_VAL);
  double at_risk = 0, survival = 1, spread = 0;
  for (std::size_t i = 0; i < followed.times.size(); ++i) at_risk += weight(followed, i);
  std::vector<CurvePoint> curve;
  const auto order = sorted_order(followed.times);
  each_time(followed, order, [&](std::size_t from, std::size_t to) {
    double events = 0, leaving = 0;
    for (std::size_t i = from; i < to; ++i) {
      leaving += weight(followed, order[i]);
      if (followed.events[order[i]] != 0) events += weight(followed, order[i]);
    }
    survival *= std::max(0.0, 1 - events / at_risk);
    if (events > 0 && at_risk > events) spread += events / (at_risk * (at_risk - events));
    const double error = survival * std::sqrt(spread), reach = z * std::sqrt(spread);
    curve.push_back({followed.times[order[from]], at_risk, events, survival, error,
                     survival * std::exp(-reach), std::min(1.0, survival * std::exp(reach))});
    at_risk -= leaving;
  });
  return curve;
}

Estimate<RestrictedMean> restricted_mean(const Followed& followed, double horizon) {
  const auto curve = kaplan_meier(followed);
  if (!curve) return tl::unexpected(curve.error());
  if (curve->back().time < horizon && curve->back().survival > 0)
    return tl::unexpected(Shortfall{Shortfall::Reason::too_few_events, {}});
  RestrictedMean result;
  // The area beyond each event, from the right, weighs its share of Greenwood's sum.
  std::vector<double> area(curve->size() + 1, 0.0);
  for (std::size_t i = curve->size(); i-- > 0;) {
    const double from = std::min((*curve)[i].time, horizon);
    const double to = i + 1 < curve->size() ? std::min((*curve)[i + 1].time, horizon) : horizon;
    area[i] = area[i + 1] + (*curve)[i].survival * (to - from);
  }
  result.mean = area[0] + std::min(curve->front().time, horizon);
  double variance = 0;
  for (std::size_t i = 0; i < curve->size(); ++i) {
    const auto& point = (*curve)[i];
    if (point.time > horizon || point.events == 0 || point.at_risk <= point.events) continue;
    variance += area[i] * area[i] * point.events / (point.at_risk * (point.at_risk - point.events));
  }
  result.standard_error = std::sqrt(variance);
  return result;
}

Estimate<LogRank> log_rank(const Followed& followed,
                           std::span<const char> group,
                           std::span<const std::int32_t> strata) {
  std::int32_t most = 0;
  for (const auto stratum : strata) most = std::max(most, stratum);
  struct AtRisk {
    double all = 0, first = 0;
  };
  std::vector<AtRisk> at_risk(static_cast<std::size_t>(most) + 1), leaving(at_risk.size()),
      events(at_risk.size());
  const auto of = [&](std::uint32_t row) { return strata.empty() ? 0 : strata[row]; };
  for (std::uint32_t row = 0; row < followed.times.size(); ++row) {
    at_risk[of(row)].all += weight(followed, row);
    if (group[row]) at_risk[of(row)].first += weight(followed, row);
  }
  LogRank result;
  double variance = 0;
  const auto order = sorted_order(followed.times);
  each_time(followed, order, [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) leaving[of(order[i])] = events[of(order[i])] = {};
    for (std::size_t i = from; i < to; ++i) {
      const auto row = order[i];
      const double w = weight(followed, row);
      leaving[of(row)].all += w;
      if (group[row]) leaving[of(row)].first += w;
      if (followed.events[row] == 0) continue;
      events[of(row)].all += w;
      if (group[row]) events[of(row)].first += w;
    }
    for (std::size_t i = from; i < to; ++i) {
      const auto stratum = of(order[i]);
      auto& now = at_risk[stratum];
      auto& here = events[stratum];
      if (here.all > 0 && now.all > 0) {
        const double share = now.first / now.all;
        result.observed += here.first;
        result.expected += here.all * share;
        if (now.all > 1)
          variance += here.all * share * (1 - share) * (now.all - here.all) / (now.all - 1);
      }
      // Once for each stratum: what comes again adds nothing and takes nothing away.
      now.all -= leaving[stratum].all;
      now.first -= leaving[stratum].first;
      here = leaving[stratum] = {};
    }
  });
  if (!(variance > 0)) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_events, {}});
  const double apart = result.observed - result.expected;
  result.chi_square = apart * apart / variance;
  result.p = chi_square_tail(result.chi_square, 1);
  return result;
}

std::vector<IncidencePoint> cumulative_incidence(const Followed& followed, std::int32_t event) {
  double at_risk = 0, survival = 1, incidence = 0;
  for (std::size_t i = 0; i < followed.times.size(); ++i) at_risk += weight(followed, i);
  std::vector<IncidencePoint> curve;
  const auto order = sorted_order(followed.times);
  each_time(followed, order, [&](std::size_t from, std::size_t to) {
    double any = 0, of_this = 0, leaving = 0;
    for (std::size_t i = from; i < to; ++i) {
      const double w = weight(followed, order[i]);
      leaving += w;
      if (followed.events[order[i]] != 0) any += w;
      if (followed.events[order[i]] == event) of_this += w;
    }
    incidence += survival * of_this / at_risk;
    survival *= std::max(0.0, 1 - any / at_risk);
    curve.push_back({followed.times[order[from]], incidence});
    at_risk -= leaving;
  });
  return curve;
}

}  // namespace enact::stats
