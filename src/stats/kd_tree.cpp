// SPDX-License-Identifier: Apache-2.0
#include "stats/kd_tree.h"

#include <algorithm>
#include <utility>

namespace enact::stats {
namespace {

constexpr std::uint32_t kLeaf = 16;

}  // namespace

KdTree::KdTree(const Coordinates& points, std::vector<std::uint32_t> units, const PairRules& rules)
    : points_(&points), dimensions_(points.dimensions), units_(std::move(units)) {
  for (const auto& caliper : rules.calipers)
    if (caliper.width >= 0) calipers_.push_back(caliper);
  if (units_.empty()) return;
  is_alive_.assign(units_.size(), 1);
  leaf_.assign(units_.size(), -1);
  build(0, static_cast<std::uint32_t>(units_.size()), -1);
  const auto [least, most] = std::minmax_element(units_.begin(), units_.end());
  lowest_ = *least;
  place_.assign(*most - *least + 1, 0);
  here_.reserve(units_.size() * dimensions_);
  for (std::uint32_t i = 0; i < units_.size(); ++i) {
    place_[units_[i] - lowest_] = i;
    here_.insert(here_.end(), points.of(units_[i]), points.of(units_[i]) + dimensions_);
  }
}

std::int32_t KdTree::build(std::uint32_t from, std::uint32_t to, std::int32_t parent) {
  const auto at = static_cast<std::int32_t>(nodes_.size());
  nodes_.push_back({from, to, to - from, parent});
  const std::size_t sides = dimensions_ + calipers_.size();
  boxes_.resize(boxes_.size() + 2 * sides);
  const auto value = [&](std::uint32_t unit, std::size_t side) {
    return side < dimensions_ ? points_->of(unit)[side]
                              : calipers_[side - dimensions_].values[unit];
  };
  double* const box = boxes_.data() + static_cast<std::size_t>(at) * 2 * sides;
  std::size_t widest = 0;
  for (std::size_t side = 0; side < sides; ++side) {
    box[2 * side] = box[2 * side + 1] = value(units_[from], side);
    for (std::uint32_t i = from + 1; i < to; ++i) {
      const double each = value(units_[i], side);
      box[2 * side] = std::min(box[2 * side], each);
      box[2 * side + 1] = std::max(box[2 * side + 1], each);
    }
    if (side < dimensions_ &&
        box[2 * side + 1] - box[2 * side] > box[2 * widest + 1] - box[2 * widest])
      widest = side;
  }
  if (to - from <= kLeaf || box[2 * widest + 1] == box[2 * widest]) {
    for (std::uint32_t i = from; i < to; ++i) leaf_[i] = at;
    return at;
  }
  const std::uint32_t middle = from + (to - from) / 2;
  std::nth_element(units_.begin() + from, units_.begin() + middle, units_.begin() + to,
                   [&](std::uint32_t a, std::uint32_t b) {
                     const double x = points_->of(a)[widest], y = points_->of(b)[widest];
                     return x != y ? x < y : a < b;
                   });
  const auto low = build(from, middle, at);
  const auto high = build(middle, to, at);
  nodes_[at].low = low;
  nodes_[at].high = high;
  return at;
}

double KdTree::box_distance(std::int32_t node, std::uint32_t of) const {
  const std::size_t sides = dimensions_ + calipers_.size();
  const double* box = boxes_.data() + static_cast<std::size_t>(node) * 2 * sides;
  const double* query = points_->of(of);
  for (std::size_t i = 0; i < calipers_.size(); ++i) {
    const double value = calipers_[i].values[of];
    const double* side = box + 2 * (dimensions_ + i);
    if (side[0] - value > calipers_[i].width || value - side[1] > calipers_[i].width) return kFar;
  }
  double sum = 0;
  for (std::size_t k = 0; k < dimensions_; ++k) {
    const double below = box[2 * k] - query[k], above = query[k] - box[2 * k + 1];
    const double by = below > 0 ? below : above > 0 ? above : 0;
    sum += by * by;
  }
  return sum;
}

void KdTree::remove(std::uint32_t unit) {
  const std::uint32_t place = place_[unit - lowest_];
  if (!is_alive_[place]) return;
  is_alive_[place] = 0;
  for (std::int32_t node = leaf_[place]; node >= 0; node = nodes_[node].parent)
    --nodes_[node].alive;
}

}  // namespace enact::stats
