// SPDX-License-Identifier: Apache-2.0
#include "stats/nearest.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <queue>
#include <utility>

#include "stats/kd_tree.h"
#include "stats/random.h"
#include "stats/sorting.h"

namespace enact::stats {
namespace {

using Order = NearestOptions::Order;

constexpr std::uint32_t kNobody = ~std::uint32_t{0};

struct Candidate {
  std::uint32_t unit = kNobody;
  double distance = 0;
};

struct Task {
  std::span<const char> treated;
  std::span<const double> scores;
  const NearestOptions& options;

  bool is_focal(std::uint32_t unit) const {
    return (treated[unit] != 0) == (options.estimand == Estimand::att);
  }
  bool takes_part(std::uint32_t unit) const {
    const auto& rules = options.rules;
    return (rules.discarded.empty() || !rules.discarded[unit]) &&
           (rules.exact.empty() || rules.exact[unit] >= 0);
  }
  std::int32_t group(std::uint32_t unit) const {
    return options.rules.exact.empty() ? 0 : options.rules.exact[unit];
  }
  std::int32_t groups() const {
    std::int32_t most = 0;
    for (const auto group : options.rules.exact) most = std::max(most, group);
    return most + 1;
  }
  bool is_reused() const { return options.most_uses != 1; }
};

// Looks outward from a unit's place in the order of scores, among those of its group that are free.
// A step is a place in the order of all units, used or not: of two that are equally near, the one
// fewer steps away is taken, and of those the left one.
class OnLine {
 public:
  explicit OnLine(const Task& task) : task_(task) {
    const auto units = static_cast<std::uint32_t>(task.treated.size());
    const auto order = sorted_order(task.scores);
    place_.resize(units);
    first_.assign(static_cast<std::size_t>(task.groups()) + 1, 0);
    for (std::uint32_t unit = 0; unit < units; ++unit)
      if (is_candidate(unit)) ++first_[static_cast<std::size_t>(task.group(unit)) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    // Seats are numbered from 1, group by group in the order of scores; 0 and the one after the
    // last are walls.
    auto next = first_;
    seats_.assign(first_.back() + 2, {});
    seat_.assign(units, 0);
    for (std::uint32_t place = 0; place < units; ++place) {
      const auto unit = order[place];
      if (!task.takes_part(unit)) continue;
      auto& seat = next[task.group(unit)];
      seat_[unit] = seat + 1;  // of a focal unit: the first candidate right of it
      if (task.is_focal(unit))
        place_[unit] = place;
      else
        seats_[++seat] = {task.scores[unit], unit, place};
    }
    left_.resize(seats_.size());
    std::iota(left_.begin(), left_.end(), 0u);
    right_ = left_;
  }

  // The nearest that is free and allowed, farther out than what it has already.
  Candidate find(std::uint32_t focal, std::span<const MatchedPair> has, std::uint32_t turned_down) {
    std::uint32_t left = seat_[focal] - 1, right = seat_[focal];
    std::uint32_t left_place = place_[focal], right_place = left_place;
    const auto look_beyond = [&](std::uint32_t unit) {
      const std::uint32_t place = seats_[seat_[unit]].place;
      if (place < left_place) {
        left_place = place;
        left = seat_[unit] - 1;
      } else if (place > right_place) {
        right_place = place;
        right = seat_[unit] + 1;
      }
    };
    if (!task_.is_reused())
      for (const auto& pair : has) look_beyond(pair.other);
    if (turned_down != kNobody) look_beyond(turned_down);
    const std::uint32_t wall = first_[task_.group(focal)];
    const std::uint32_t other_wall = first_[static_cast<std::size_t>(task_.group(focal)) + 1] + 1;
    const double score = task_.scores[focal];
    left = free_left(left);
    right = free_right(right);
    for (;;) {
      const bool has_left = left > wall, has_right = right < other_wall;
      if (!has_left && !has_right) return {};
      const double to_left = has_left ? score - seats_[left].score : HUGE_VAL;
      const double to_right = has_right ? seats_[right].score - score : HUGE_VAL;
      bool goes_left = to_left < to_right;
      if (to_left == to_right && has_left)
        goes_left = left_place - seats_[left].place <= seats_[right].place - right_place;
      const std::uint32_t unit = seats_[goes_left ? left : right].unit;
      const double distance = goes_left ? to_left : to_right;
      if (distance > bound_) return {};
      if (is_allowed(focal, unit, has)) return {unit, distance};
      if (goes_left)
        left = free_left(left - 1);
      else
        right = free_right(right + 1);
    }
  }

  void remove(std::uint32_t unit) {
    left_[seat_[unit]] = seat_[unit] - 1;
    right_[seat_[unit]] = seat_[unit] + 1;
  }

  // Beyond this the search may end, because a caliper on the score itself forbids the rest.
  void stop_at(double distance) { bound_ = distance; }

 private:
  bool is_candidate(std::uint32_t unit) const {
    return !task_.is_focal(unit) && task_.takes_part(unit);
  }

  bool is_allowed(std::uint32_t focal, std::uint32_t unit, std::span<const MatchedPair> has) const {
    if (task_.is_reused())
      for (const auto& pair : has)
        if (pair.other == unit) return false;
    return task_.options.rules.allow(focal, unit);
  }

  // The next free seat on this side, itself included; what was walked over is remembered.
  std::uint32_t free_left(std::uint32_t seat) {
    while (left_[seat] != seat) seat = left_[seat] = left_[left_[seat]];
    return seat;
  }
  std::uint32_t free_right(std::uint32_t seat) {
    while (right_[seat] != seat) seat = right_[seat] = right_[right_[seat]];
    return seat;
  }

  const Task& task_;
  struct Seat {
    double score = 0;
    std::uint32_t unit = kNobody;
    std::uint32_t place = 0;  // among all units by score
  };
  std::vector<std::uint32_t> place_;  // of focal units
  std::vector<std::uint32_t> first_;  // by group, the seat before its first
  std::vector<Seat> seats_;
  std::vector<std::uint32_t> seat_;  // by unit
  std::vector<std::uint32_t> left_, right_;
  double bound_ = HUGE_VAL;
};

// Looks in a tree for each group.
class InSpace {
 public:
  InSpace(const Task& task, const Coordinates& points) : task_(task) {
    std::vector<std::vector<std::uint32_t>> members(static_cast<std::size_t>(task.groups()));
    for (std::uint32_t unit = 0; unit < task.treated.size(); ++unit)
      if (!task.is_focal(unit) && task.takes_part(unit))
        members[static_cast<std::size_t>(task.group(unit))].push_back(unit);
    for (auto& units : members)
      trees_.push_back(std::make_unique<KdTree>(points, std::move(units), task.options.rules));
  }

  Candidate find(std::uint32_t focal,
                 std::span<const MatchedPair> has,
                 std::uint32_t /*turned_down*/) {
    const auto found = trees_[task_.group(focal)]->nearest(focal, [&](std::uint32_t unit) {
      for (const auto& pair : has)
        if (pair.other == unit) return false;
      return task_.options.rules.allow(focal, unit);
    });
    if (!found.is_any) return {};
    return {found.unit, std::sqrt(found.squared)};
  }

  void remove(std::uint32_t unit) { trees_[task_.group(unit)]->remove(unit); }

 private:
  const Task& task_;
  std::vector<std::unique_ptr<KdTree>> trees_;
};

// Who is served, in which order. Equal scores keep the order of rows.
std::vector<std::uint32_t> queue_of(const Task& task, Order order) {
  std::vector<std::uint32_t> queue;
  for (std::uint32_t unit = 0; unit < task.treated.size(); ++unit)
    if (task.is_focal(unit) && task.takes_part(unit)) queue.push_back(unit);
  if (order == Order::random) {
    Random random(task.options.seed, "order of matching");
    random.shuffle(queue);
  } else if (order == Order::largest || order == Order::smallest) {
    std::vector<double> scores;
    scores.reserve(queue.size());
    for (const auto unit : queue)
      scores.push_back(order == Order::largest ? -task.scores[unit] : task.scores[unit]);
    const auto sorted = sorted_order(scores);
    std::vector<std::uint32_t> result;
    result.reserve(queue.size());
    for (const auto at : sorted) result.push_back(queue[at]);
    return result;
  }
  return queue;
}

// The matches taken so far, each focal unit's next to each other.
class Taken {
 public:
  Taken(const Task& task, std::size_t ratio)
      : ratio_(ratio), row_(task.treated.size(), kNobody), uses_(task.treated.size(), 0) {}

  void open(std::uint32_t focal) {
    row_[focal] = static_cast<std::uint32_t>(counts_.size());
    counts_.push_back(0);
    pairs_.resize(pairs_.size() + ratio_);
  }
  std::span<const MatchedPair> of(std::uint32_t focal) const {
    return {pairs_.data() + row_[focal] * ratio_, counts_[row_[focal]]};
  }
  // Whether the match is used up by it.
  bool take(std::uint32_t focal, const Candidate& match, int most_uses) {
    pairs_[row_[focal] * ratio_ + counts_[row_[focal]]++] = {focal, match.unit, match.distance};
    return ++uses_[match.unit] == most_uses;
  }
  std::vector<MatchedPair> all() const {
    std::vector<MatchedPair> result;
    for (std::size_t row = 0; row < counts_.size(); ++row)
      result.insert(result.end(), pairs_.begin() + static_cast<std::ptrdiff_t>(row * ratio_),
                    pairs_.begin() + static_cast<std::ptrdiff_t>(row * ratio_ + counts_[row]));
    return result;
  }

 private:
  std::size_t ratio_;
  std::vector<std::uint32_t> row_;
  std::vector<std::size_t> counts_;
  std::vector<MatchedPair> pairs_;
  std::vector<int> uses_;
};

// One round in a fixed order. A unit that finds nothing is not served again.
template <class Finder>
void serve_in_turn(const Task& task,
                   Finder& finder,
                   std::vector<std::uint32_t>& queue,
                   Taken& taken) {
  std::vector<std::uint32_t> still;
  still.reserve(queue.size());
  for (const auto focal : queue) {
    const auto match = finder.find(focal, taken.of(focal), kNobody);
    if (match.unit == kNobody) continue;
    if (taken.take(focal, match, task.options.most_uses)) finder.remove(match.unit);
    still.push_back(focal);
  }
  queue = std::move(still);
}

// One round, the closest (or farthest) pair of all first. Who finds the nearest gone looks again
// and goes before others that are equally far.
template <class Finder>
void serve_by_distance(const Task& task,
                       Finder& finder,
                       Order order,
                       std::vector<std::uint32_t>& queue,
                       Taken& taken) {
  struct Waiting {
    double rank;
    std::int64_t turn;
    std::uint32_t focal;
    Candidate match;
    bool operator<(const Waiting& other) const {  // the top of the heap is the largest
      return rank != other.rank ? rank > other.rank : turn > other.turn;
    }
  };
  std::vector<char> is_gone(task.treated.size(), 0);
  std::priority_queue<Waiting> heap;
  const auto wait = [&](std::uint32_t focal, const Candidate& match, std::int64_t turn) {
    heap.push({order == Order::closest ? match.distance : -match.distance, turn, focal, match});
  };
  std::int64_t turn = 0;
  for (const auto focal : queue) {
    const auto match = finder.find(focal, taken.of(focal), kNobody);
    if (match.unit != kNobody) wait(focal, match, turn++);
  }
  std::vector<std::uint32_t> still;
  std::int64_t again = 0;
  while (!heap.empty()) {
    const Waiting next = heap.top();
    heap.pop();
    if (is_gone[next.match.unit]) {
      const auto match = finder.find(next.focal, taken.of(next.focal), next.match.unit);
      if (match.unit != kNobody) wait(next.focal, match, --again);
      continue;
    }
    if (taken.take(next.focal, next.match, task.options.most_uses)) {
      is_gone[next.match.unit] = 1;
      finder.remove(next.match.unit);
    }
    still.push_back(next.focal);
  }
  std::sort(still.begin(), still.end());
  queue = std::move(still);
}

template <class Finder>
Estimate<Matching> serve(const Task& task, Finder& finder) {
  const auto& options = task.options;
  Order order = Order::data;
  if (!task.scores.empty())
    order = options.estimand == Estimand::att ? Order::largest : Order::smallest;
  order = options.order.value_or(order);
  if (task.scores.empty() && (order == Order::largest || order == Order::smallest))
    order = Order::data;
  auto queue = queue_of(task, order);
  Taken taken(task, static_cast<std::size_t>(std::max(options.ratio, 1)));
  for (const auto focal : queue) taken.open(focal);
  for (int round = 0; round < options.ratio; ++round) {
    if (order == Order::closest || order == Order::farthest)
      serve_by_distance(task, finder, order, queue, taken);
    else
      serve_in_turn(task, finder, queue, taken);
  }
  return matching_of(task.treated, taken.all());
}

Estimate<void> is_possible(const Task& task) {
  if (task.options.estimand != Estimand::att && task.options.estimand != Estimand::atc)
    return tl::unexpected(Shortfall{Shortfall::Reason::not_for_this_estimand, {}});
  const auto treated = std::count(task.treated.begin(), task.treated.end(), 1);
  if (treated == 0) return tl::unexpected(Shortfall{Shortfall::Reason::no_treated, {}});
  if (treated == static_cast<std::ptrdiff_t>(task.treated.size()))
    return tl::unexpected(Shortfall{Shortfall::Reason::no_controls, {}});
  return {};
}

}  // namespace

Estimate<Matching> match_nearest(std::span<const char> treated,
                                 std::span<const double> scores,
                                 const NearestOptions& options) {
  const Task task{treated, scores, options};
  if (auto possible = is_possible(task); !possible) return tl::unexpected(possible.error());
  OnLine finder(task);
  for (const auto& caliper : options.rules.calipers)
    if (caliper.width >= 0 && caliper.values.data() == scores.data()) finder.stop_at(caliper.width);
  return serve(task, finder);
}

Estimate<Matching> match_nearest(std::span<const char> treated,
                                 const Coordinates& points,
                                 std::span<const double> scores,
                                 const NearestOptions& options) {
  const Task task{treated, scores, options};
  if (auto possible = is_possible(task); !possible) return tl::unexpected(possible.error());
  InSpace finder(task, points);
  return serve(task, finder);
}

}  // namespace enact::stats
