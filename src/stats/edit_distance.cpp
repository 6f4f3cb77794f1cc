// SPDX-License-Identifier: Apache-2.0
// Damerau, F. J. (1964), CACM 7:171; Dice, L. R. (1945), Ecology 26:297.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "stats/code_points.h"
#include "stats/comparators.h"

namespace enact::stats {
namespace {

std::size_t osa_distance(const CodePoints& a, const CodePoints& b) {
  // distance[i][j] between the first i characters of a and the first j of b; three rows suffice.
  std::vector<std::size_t> before_last, last(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, std::exchange(current, std::move(before_last)));
    current.assign(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] != b[j - 1]);
      current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
  }
  return current[b.size()];
}

std::vector<std::uint64_t> bigrams(std::string_view text) {
  const CodePoints points(text);
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 1; i < points.size(); ++i)
    pairs.push_back(std::uint64_t{points[i - 1]} << 32 | points[i]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::size_t osa_distance(std::string_view a, std::string_view b) {
  return osa_distance(CodePoints(a), CodePoints(b));
}

double osa_similarity(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  const CodePoints points_a(a);
  const CodePoints points_b(b);
  return 1 - static_cast<double>(osa_distance(points_a, points_b)) /
                 static_cast<double>(std::max(points_a.size(), points_b.size()));
}

double bigram_dice(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  const auto in_a = bigrams(a);
  const auto in_b = bigrams(b);
  if (in_a.empty() || in_b.empty()) return 0;
  std::vector<std::uint64_t> both;
  std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                        std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(in_a.size() + in_b.size());
}

}  // namespace enact::stats
