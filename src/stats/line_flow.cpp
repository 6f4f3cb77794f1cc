// SPDX-License-Identifier: Apache-2.0
#include "stats/line_flow.h"

#include <algorithm>
#include <functional>

namespace enact::stats {
namespace {

constexpr std::int64_t kFarAway = std::int64_t{1} << 60;

struct Kink {
  std::int64_t at;
  std::int64_t drop;  // by how much the slope falls here

  friend bool operator<(const Kink& a, const Kink& b) { return a.at < b.at; }
  friend bool operator>(const Kink& a, const Kink& b) { return a.at > b.at; }
};

// A heap whose items all move together. `Order` is std::less for the largest on top.
template <class Order>
class Heap {
 public:
  bool is_empty() const { return items_.empty(); }
  std::int64_t top() const { return items_.front().at + moved_; }
  void move(std::int64_t by) { moved_ += by; }
  void push(Kink kink) {
    kink.at -= moved_;
    items_.push_back(kink);
    std::push_heap(items_.begin(), items_.end(), Order());
  }
  // At most so much of the top one.
  Kink take(std::int64_t most) {
    const Kink kink{top(), std::min(most, items_.front().drop)};
    items_.front().drop -= kink.drop;
    if (items_.front().drop == 0) {
      std::pop_heap(items_.begin(), items_.end(), Order());
      items_.pop_back();
    }
    return kink;
  }

 private:
  std::vector<Kink> items_;
  std::int64_t moved_ = 0;
};

// The most that the prices of the points so far can prove, as a function of the last one's price: a
// concave function of straight pieces, of which we keep where the slope falls, on the left and on
// the right of its maximum.
class Proof {
 public:
  // Adds `below` times the price where it is negative, `above` times where it is positive.
  void add(std::int64_t below, std::int64_t above) {
    const std::int64_t drop = below - above;
    if (!right_.is_empty() && right_.top() <= 0) {
      if (drop > 0) right_.push({0, drop});
      tilt(below);
    } else {
      if (drop > 0) left_.push({0, drop});
      tilt(above);
    }
  }
  // The next point's price may differ by so much.
  void widen(std::int64_t by) {
    left_.move(-by);
    right_.move(by);
  }
  std::pair<std::int64_t, std::int64_t> maximum() const {
    return {left_.is_empty() ? -kFarAway : left_.top(),
            right_.is_empty() ? kFarAway : right_.top()};
  }

 private:
  void tilt(std::int64_t slope) {
    while (slope > 0) {
      const Kink kink = right_.is_empty() ? Kink{kFarAway, slope} : right_.take(slope);
      left_.push(kink);
      slope -= kink.drop;
    }
    while (slope < 0) {
      const Kink kink = left_.is_empty() ? Kink{-kFarAway, -slope} : left_.take(-slope);
      right_.push(kink);
      slope += kink.drop;
    }
  }

  Heap<std::less<>> left_;
  Heap<std::greater<>> right_;
};

std::vector<std::int64_t> best_prices(std::span<const LinePoint> points) {
  std::vector<std::pair<std::int64_t, std::int64_t>> maxima;
  maxima.reserve(points.size());
  Proof proof;
  for (std::size_t j = 0; j < points.size(); ++j) {
    const auto& point = points[j];
    if (j > 0) proof.widen(point.at - points[j - 1].at);
    if (point.is_source)
      proof.add(point.most, point.least);
    else
      proof.add(-point.least, -point.most);
    maxima.push_back(proof.maximum());
  }
  std::vector<std::int64_t> prices(points.size());
  for (std::size_t j = points.size(); j-- > 0;) {
    const auto [low, high] = maxima[j];
    if (j + 1 == points.size()) {
      prices[j] = std::clamp<std::int64_t>(0, low, high);
      continue;
    }
    const std::int64_t gap = points[j + 1].at - points[j].at, next = prices[j + 1];
    prices[j] = std::clamp(std::clamp(next, low, high), next - gap, next + gap);
  }
  return prices;
}

// What may flow over a place of the line, to the right if positive.
struct Range {
  std::int64_t from, to;
};

// How often a point may be joined at its price: one that pays is joined no more than it must be.
Range times_at(const LinePoint& point, std::int64_t price) {
  const std::int64_t pays = point.is_source ? price : -price;
  return {pays < 0 ? point.most : point.least, pays > 0 ? point.least : point.most};
}

}  // namespace

LineFlow cheapest_flow(std::span<const LinePoint> points) {
  LineFlow flow;
  const std::size_t n = points.size();
  if (n == 0) return flow;
  flow.prices = best_prices(points);
  const auto& prices = flow.prices;
  for (const auto price : prices)
    if (price > kFarAway / 2 || price < -kFarAway / 2) return flow;

  // What may have flowed out of each point to the right, if all so far is as the prices ask.
  std::vector<Range> out(n);
  Range in{0, 0};
  for (std::size_t j = 0; j < n; ++j) {
    const Range times = times_at(points[j], prices[j]);
    out[j] = points[j].is_source ? Range{in.from + times.from, in.to + times.to}
                                 : Range{in.from - times.to, in.to - times.from};
    in = out[j];
    if (j + 1 == n) break;
    const std::int64_t gap = points[j + 1].at - points[j].at, fall = prices[j] - prices[j + 1];
    if (fall != -gap) in.from = std::max<std::int64_t>(in.from, 0);
    if (fall != gap) in.to = std::min<std::int64_t>(in.to, 0);
    if (in.from > in.to) return flow;
    out[j] = in;
  }
  if (out.back().from > 0 || out.back().to < 0) return flow;

  flow.times.resize(n);
  std::int64_t after = 0;
  for (std::size_t j = n; j-- > 0;) {
    const Range before = j == 0 ? Range{0, 0} : out[j - 1];
    const Range times = times_at(points[j], prices[j]);
    std::int64_t& chosen = flow.times[j];
    if (points[j].is_source) {
      chosen = std::max(times.from, after - before.to);
      after -= chosen;
      flow.bound += static_cast<Wide>(prices[j]) * (prices[j] > 0 ? points[j].least : chosen);
    } else {
      chosen = std::max(times.from, before.from - after);
      after += chosen;
      flow.bound -= static_cast<Wide>(prices[j]) * (prices[j] < 0 ? points[j].least : chosen);
    }
    if (j > 0) {
      const Wide gap = points[j].at - points[j - 1].at;
      flow.cost += gap * (after < 0 ? -after : after);
    }
  }
  flow.is_feasible = after == 0;
  return flow;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> joins(std::span<const LinePoint> points,
                                                           std::span<const std::int64_t> times) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  std::uint32_t sink = 0;
  std::int64_t left = 0;
  const auto next_sink = [&] {
    while (left == 0 && sink < points.size()) {
      if (!points[sink].is_source && times[sink] > 0) {
        left = times[sink];
        return;
      }
      ++sink;
    }
  };
  for (std::uint32_t source = 0; source < points.size(); ++source) {
    if (!points[source].is_source) continue;
    for (std::int64_t k = 0; k < times[source]; ++k) {
      next_sink();
      found.emplace_back(source, sink);
      if (--left == 0) ++sink;
    }
  }
  return found;
}

}  // namespace enact::stats
