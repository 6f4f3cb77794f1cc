// SPDX-License-Identifier: Apache-2.0
// A k-d tree from which points can be taken away: the nearest of those that are left, of equally
// near ones the lowest unit. Bentley (1975), CACM 18:509. Every node knows the box of its points,
// in the coordinates and in the variables that have a caliper.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "stats/nearest.h"

namespace enact::stats {

class KdTree {
 public:
  struct Found {
    std::uint32_t unit = 0;
    double squared = std::numeric_limits<double>::infinity();
    bool is_any = false;
  };

  KdTree(const Coordinates& points, std::vector<std::uint32_t> units, const PairRules& rules);

  void remove(std::uint32_t unit);
  bool is_empty() const { return nodes_.empty() || nodes_[0].alive == 0; }

  // allow(unit) is asked only of units that would be the nearest.
  template <class Allow>
  Found nearest(std::uint32_t of, const Allow& allow) const {
    Found best;
    if (!is_empty()) search(0, of, allow, best);
    return best;
  }

 private:
  struct Node {
    std::uint32_t from, to;  // in units_
    std::uint32_t alive;
    std::int32_t parent;
    std::int32_t low = -1, high = -1;
  };

  std::int32_t build(std::uint32_t from, std::uint32_t to, std::int32_t parent);
  double box_distance(std::int32_t node, std::uint32_t of) const;

  template <class Allow>
  void search(std::int32_t at, std::uint32_t of, const Allow& allow, Found& best) const {
    const Node& node = nodes_[at];
    if (node.low < 0) {
      const double* query = points_->of(of);
      for (std::uint32_t i = node.from; i < node.to; ++i) {
        if (!is_alive_[i]) continue;
        const double* point = here_.data() + static_cast<std::size_t>(i) * dimensions_;
        double squared = 0;
        for (std::size_t k = 0; k < dimensions_ && squared <= best.squared; ++k) {
          const double by = query[k] - point[k];
          squared += by * by;
        }
        const bool is_better =
            squared < best.squared || (squared == best.squared && units_[i] < best.unit);
        if (is_better && allow(units_[i])) best = {units_[i], squared, true};
      }
      return;
    }
    const double low = nodes_[node.low].alive ? box_distance(node.low, of) : kFar;
    const double high = nodes_[node.high].alive ? box_distance(node.high, of) : kFar;
    const bool low_first = low <= high;
    const double first = low_first ? low : high, second = low_first ? high : low;
    if (first < kFar && first <= best.squared)
      search(low_first ? node.low : node.high, of, allow, best);
    if (second < kFar && second <= best.squared)
      search(low_first ? node.high : node.low, of, allow, best);
  }

  static constexpr double kFar = std::numeric_limits<double>::infinity();

  const Coordinates* points_;
  std::vector<Caliper> calipers_;  // those that bound a box: with a positive width
  std::size_t dimensions_;
  std::vector<std::uint32_t> units_;
  std::vector<double> here_;  // the points, in the order of units_
  std::vector<char> is_alive_;
  std::vector<Node> nodes_;
  std::vector<double> boxes_;  // by node: least and most of each dimension, then of each caliper
  std::vector<std::uint32_t> place_;  // of a unit in units_, by unit less the lowest
  std::vector<std::int32_t> leaf_;    // by place
  std::uint32_t lowest_ = 0;
};

}  // namespace enact::stats
