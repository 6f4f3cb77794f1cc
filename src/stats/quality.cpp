// SPDX-License-Identifier: Apache-2.0
#include "stats/quality.h"

#include <string_view>
#include <unordered_map>

namespace enact::stats {
namespace {

using Rows = std::unordered_map<std::string_view, std::uint64_t>;

Rows rows_of(Truth truth) {
  Rows rows;
  for (const auto& each : truth) ++rows[each];
  return rows;
}

Quality quality(std::span<const Pair> pairs, Truth a, Truth b, std::uint64_t matches) {
  Quality quality;
  for (const auto& pair : pairs) ++(a[pair.a] == b[pair.b] ? quality.right : quality.wrong);
  quality.missed = matches - quality.right;
  return quality;
}

double share(std::uint64_t part, std::uint64_t rest) {
  return part + rest == 0 ? 1 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double Quality::precision() const {
  return share(right, wrong);
}
double Quality::recall() const {
  return share(right, missed);
}
double Quality::f1() const {
  return share(2 * right, wrong + missed);
}

Quality quality_of_dedupe(std::span<const Pair> pairs, Truth truth) {
  std::uint64_t matches = 0;
  for (const auto& [whom, rows] : rows_of(truth)) matches += rows * (rows - 1) / 2;
  return quality(pairs, truth, truth, matches);
}

Quality quality_of_link(std::span<const Pair> pairs, Truth a, Truth b) {
  const auto rows_b = rows_of(b);
  std::uint64_t matches = 0;
  for (const auto& [whom, rows] : rows_of(a))
    if (const auto found = rows_b.find(whom); found != rows_b.end())
      matches += rows * found->second;
  return quality(pairs, a, b, matches);
}

}  // namespace enact::stats
