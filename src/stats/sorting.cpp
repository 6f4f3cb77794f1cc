// SPDX-License-Identifier: Apache-2.0
#include "stats/sorting.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace enact::stats {
namespace {

constexpr int kBits = 11;
constexpr int kPasses = 6;
constexpr std::size_t kFew = 2048;

// Bits that as a whole number are in the order of the doubles; -0 is 0.
std::uint64_t ordered_bits(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
  return bits >> 63 ? ~bits : bits | std::uint64_t{1} << 63;
}

struct Item {
  std::uint64_t bits;
  std::uint32_t place;
};

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
  std::vector<Item> items(n), other(n);
  std::array<std::vector<std::uint32_t>, kPasses> counts;
  for (auto& each : counts) each.assign(1 << kBits, 0);
  constexpr std::uint64_t mask = (1 << kBits) - 1;
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto bits = ordered_bits(values[i]);
    items[i] = {bits, i};
    for (int pass = 0; pass < kPasses; ++pass) ++counts[pass][bits >> (pass * kBits) & mask];
  }
  for (int pass = 0; pass < kPasses; ++pass) {
    auto& count = counts[pass];
    if (count[items[0].bits >> (pass * kBits) & mask] == n) continue;
    std::uint32_t sum = 0;
    for (auto& each : count) sum += std::exchange(each, sum);
    for (const auto& item : items) other[count[item.bits >> (pass * kBits) & mask]++] = item;
    items.swap(other);
  }
  for (std::size_t i = 0; i < n; ++i) order[i] = items[i].place;
  return order;
}

}  // namespace enact::stats
