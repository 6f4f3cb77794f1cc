// SPDX-License-Identifier: Apache-2.0
#include "stats/network_flow.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace enact::stats {
namespace {

using Network = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Network, std::int64_t, std::int64_t>;

constexpr double kMostPairs = 4e8;
constexpr std::uint32_t kNearest = 12;

class Search {
 public:
  explicit Search(const FlowTask& task) : task_(task) {}

  Estimate<FlowResult> run() {
    if (static_cast<double>(task_.sources) * task_.sinks > kMostPairs)
      return tl::unexpected(Shortfall{Shortfall::Reason::too_large, {}});
    choose_first_pairs();
    if (pairs_.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_match, {}});
    scale_ = largest_ > 0 ? std::ldexp(1, 36 - std::ilogb(largest_)) : 1;
    for (;;) {
      if (!solve()) return tl::unexpected(Shortfall{Shortfall::Reason::no_feasible_match, {}});
      if (!add_what_would_help()) break;
    }
    return result();
  }

 private:
  // The nearest of each, from both sides; who has none may not be joined.
  void choose_first_pairs() {
    std::vector<std::vector<std::pair<double, std::uint32_t>>> of_sink(task_.sinks);
    is_joinable_source_.assign(task_.sources, 0);
    is_joinable_sink_.assign(task_.sinks, 0);
    std::vector<std::pair<double, std::uint32_t>> near;
    const auto keep_nearest = [&](auto& list, std::uint32_t most) {
      if (list.size() <= most) return;
      std::nth_element(list.begin(), list.begin() + most, list.end());
      list.resize(most);
    };
    const std::uint32_t of_source = kNearest * static_cast<std::uint32_t>(task_.ratio);
    for (std::uint32_t source = 0; source < task_.sources; ++source) {
      near.clear();
      for (std::uint32_t sink = 0; sink < task_.sinks; ++sink) {
        const double cost = task_.cost(source, sink);
        if (!std::isfinite(cost)) continue;
        largest_ = std::max(largest_, cost);
        is_joinable_source_[source] = is_joinable_sink_[sink] = 1;
        near.emplace_back(cost, sink);
        of_sink[sink].emplace_back(cost, source);
        if (of_sink[sink].size() > 4 * kNearest) keep_nearest(of_sink[sink], kNearest);
      }
      keep_nearest(near, of_source);
      for (const auto& [cost, sink] : near) add_pair(source, sink);
    }
    for (std::uint32_t sink = 0; sink < task_.sinks; ++sink) {
      keep_nearest(of_sink[sink], kNearest);
      for (const auto& [cost, source] : of_sink[sink]) add_pair(source, sink);
    }
  }

  bool add_pair(std::uint32_t source, std::uint32_t sink) {
    const auto key = static_cast<std::uint64_t>(source) << 32 | sink;
    if (!known_.insert(key).second) return false;
    pairs_.emplace_back(source, sink);
    return true;
  }

  std::int64_t whole(double cost) const { return std::llround(cost * scale_); }

  // All flows from one node through a source, a sink, and back.
  bool solve() {
    Network network;
    const auto node = [&](std::uint32_t i) { return network.nodeFromId(static_cast<int>(i)); };
    const std::uint32_t start = task_.sources + task_.sinks, stop = start + 1;
    for (std::uint32_t i = 0; i <= stop; ++i) network.addNode();
    std::vector<std::int64_t> lower, upper, cost;
    const auto arc = [&](std::uint32_t from, std::uint32_t to, std::int64_t least,
                         std::int64_t most, std::int64_t price) {
      network.addArc(node(from), node(to));
      lower.push_back(least);
      upper.push_back(most);
      cost.push_back(price);
    };
    const auto joinable_sources =
        std::count(is_joinable_source_.begin(), is_joinable_source_.end(), 1);
    const bool is_cover = task_.kind == FlowTask::Kind::cover;
    const std::int64_t any = static_cast<std::int64_t>(task_.sources) + task_.sinks;
    // Leaving a source alone costs more than any detour that would join it.
    const std::int64_t alone = (whole(largest_) + 1) * (std::min<std::int64_t>(any, 1 << 18) + 1);
    for (const auto& [source, sink] : pairs_)
      arc(source, task_.sources + sink, 0, 1, whole(task_.cost(source, sink)));
    for (std::uint32_t source = 0; source < task_.sources; ++source) {
      if (!is_joinable_source_[source]) continue;
      if (is_cover) {
        arc(start, source, 1, any, 0);
      } else {
        arc(start, source, task_.ratio, task_.ratio, 0);
        arc(source, stop, 0, task_.ratio, alone);
      }
    }
    for (std::uint32_t sink = 0; sink < task_.sinks; ++sink)
      if (is_joinable_sink_[sink])
        arc(task_.sources + sink, stop, is_cover ? 1 : 0, is_cover ? any : 1, 0);
    arc(stop, start, 0, any * std::max<std::int64_t>(task_.ratio, 1) + joinable_sources, 0);

    Network::ArcMap<std::int64_t> lowers(network), uppers(network), costs(network);
    for (std::size_t i = 0; i < cost.size(); ++i) {
      const auto each = network.arcFromId(static_cast<int>(i));
      lowers[each] = lower[i];
      uppers[each] = upper[i];
      costs[each] = cost[i];
    }
    Simplex simplex(network);
    simplex.lowerMap(lowers).upperMap(uppers).costMap(costs);
    if (simplex.run() != Simplex::OPTIMAL) return false;
    prices_.resize(stop + 1);
    for (std::uint32_t i = 0; i <= stop; ++i) prices_[i] = simplex.potential(node(i));
    joined_.clear();
    for (std::size_t i = 0; i < pairs_.size(); ++i)
      if (simplex.flow(network.arcFromId(static_cast<int>(i))) > 0) joined_.push_back(i);
    return true;
  }

  // What joining this pair would save by the present prices: above 0 only while the proof fails.
  std::int64_t saving(std::uint32_t source, std::uint32_t sink, double cost) const {
    return -(whole(cost) + prices_[source] - prices_[task_.sources + sink]);
  }

  bool add_what_would_help() {
    bool has_any = false;
    std::vector<std::pair<std::int64_t, std::uint32_t>> best;
    for (std::uint32_t source = 0; source < task_.sources; ++source) {
      if (!is_joinable_source_[source]) continue;
      best.clear();
      for (std::uint32_t sink = 0; sink < task_.sinks; ++sink) {
        const double cost = task_.cost(source, sink);
        if (!std::isfinite(cost)) continue;
        const std::int64_t saved = saving(source, sink, cost);
        if (saved > 0 && !known_.contains(static_cast<std::uint64_t>(source) << 32 | sink))
          best.emplace_back(-saved, sink);
      }
      std::sort(best.begin(), best.end());
      if (best.size() > 2 * kNearest) best.resize(2 * kNearest);
      for (const auto& [saved, sink] : best) has_any = add_pair(source, sink) || has_any;
    }
    return has_any;
  }

  // The joins cost `cost`; every pair not looked at costs at least what the prices say it is worth,
  // so nothing is cheaper than `bound`, but for what rounding took.
  Estimate<FlowResult> result() const {
    FlowResult result;
    for (const auto at : joined_) {
      result.joins.push_back(pairs_[at]);
      result.cost += task_.cost(pairs_[at].first, pairs_[at].second);
    }
    if (result.joins.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_match, {}});
    std::sort(result.joins.begin(), result.joins.end());
    result.bound = std::max(
        0.0, result.cost - static_cast<double>(task_.sources + task_.sinks) * task_.ratio / scale_);
    return result;
  }

  const FlowTask& task_;
  std::vector<char> is_joinable_source_, is_joinable_sink_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
  std::unordered_set<std::uint64_t> known_;
  std::vector<std::int64_t> prices_;
  std::vector<std::size_t> joined_;
  double largest_ = 0;
  double scale_ = 1;
};

}  // namespace

Estimate<FlowResult> cheapest_joins(const FlowTask& task) {
  return Search(task).run();
}

}  // namespace enact::stats
