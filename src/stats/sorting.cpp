// SPDX-License-Identifier: Apache-2.0
#include "stats/sorting.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace enact::stats {
namespace {

constexpr int kBits = 11;
constexpr std::uint32_t kMask = (1u << kBits) - 1;
constexpr std::size_t kFew = 2048;

// Where a value lies between the least and the most, in so many steps that few share one. It never
// falls when the value rises, so only within a step must values themselves be compared.
struct Item {
  std::uint32_t step;
  std::uint32_t place;
};

constexpr double kSteps = 4294967040.0;  // the largest float below 2^32

}  // namespace

std::vector<std::uint32_t> sorted_order(std::span<const double> values) {
  const std::size_t n = values.size();
  std::vector<std::uint32_t> order(n);
  if (n < kFew) {
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return values[a] < values[b]; });
    return order;
  }
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double from = *least, range = *most - from;
  // A range too small or too large to divide by leaves one step, in which all are compared.
  const double scale = range > 1e-290 && range < 1e290 ? kSteps / range : 0;
  std::vector<Item> items(n), other(n);
  std::array<std::vector<std::uint32_t>, 3> counts;
  for (auto& each : counts) each.assign(1 << kBits, 0);
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto step = static_cast<std::uint32_t>((values[i] - from) * scale);
    items[i] = {step, i};
    for (int pass = 0; pass < 3; ++pass) ++counts[pass][step >> (pass * kBits) & kMask];
  }
  for (int pass = 0; pass < 3; ++pass) {
    auto& count = counts[pass];
    std::uint32_t sum = 0;
    for (auto& each : count) sum += std::exchange(each, sum);
    for (const auto& item : items) other[count[item.step >> (pass * kBits) & kMask]++] = item;
    items.swap(other);
  }
  for (std::size_t i = 0; i < n; ++i) order[i] = items[i].place;
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i + 1;
    bool is_sorted = true;
    for (; end < n && items[end].step == items[i].step; ++end)
      is_sorted = is_sorted && !(values[order[end]] < values[order[end - 1]]);
    if (!is_sorted)
      std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(i),
                       order.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](auto a, auto b) { return values[a] < values[b]; });
    i = end;
  }
  return order;
}

}  // namespace enact::stats
