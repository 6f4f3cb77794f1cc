// SPDX-License-Identifier: Apache-2.0
// Jaro, M. A. (1989), JASA 84:414; Winkler, W. E. (1990), Proc. Survey Research Methods, 354.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "stats/code_points.h"
#include "stats/comparators.h"

namespace enact::stats {
namespace {

// Flags of the characters of a text, which are none at first.
class Marks {
 public:
  explicit Marks(std::size_t size) : many_(size > 64 ? size : 0) {}
  bool operator[](std::size_t i) const { return many_.empty() ? few_ >> i & 1 : many_[i]; }
  void set(std::size_t i) {
    if (many_.empty())
      few_ |= std::uint64_t{1} << i;
    else
      many_[i] = true;
  }

 private:
  std::uint64_t few_ = 0;
  std::vector<bool> many_;
};

// Of the characters that both texts share, in the order of each text, how many differ; halved.
double transpositions(const CodePoints& a,
                      const Marks& in_a,
                      const CodePoints& b,
                      const Marks& in_b) {
  std::size_t out_of_order = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!in_a[i]) continue;
    while (!in_b[j]) ++j;
    out_of_order += a[i] != b[j++];
  }
  const std::size_t half = out_of_order / 2;  // rounded down, as in Winkler's own program
  return static_cast<double>(half);
}

double jaro(const CodePoints& a, const CodePoints& b) {
  if (a.size() == 0 || b.size() == 0) return a.size() == b.size() ? 1 : 0;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  Marks in_a(a.size());
  Marks in_b(b.size());
  std::size_t shared = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + reach + 1);
    for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
      if (a[i] != b[j] || in_b[j]) continue;
      in_a.set(i);
      in_b.set(j);
      ++shared;
      break;
    }
  }
  if (shared == 0) return 0;
  const auto m = static_cast<double>(shared);
  return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
          (m - transpositions(a, in_a, b, in_b)) / m) /
         3;
}

std::size_t common_start(const CodePoints& a, const CodePoints& b, std::size_t most) {
  most = std::min({most, a.size(), b.size()});
  std::size_t common = 0;
  while (common < most && a[common] == b[common]) ++common;
  return common;
}

}  // namespace

double jaro(std::string_view a, std::string_view b) {
  return jaro(CodePoints(a), CodePoints(b));
}

double jaro_winkler(std::string_view a, std::string_view b) {
  constexpr std::size_t kMostPrefix = 4;
  constexpr double kPrefixScale = 0.1;
  const CodePoints points_a(a);
  const CodePoints points_b(b);
  const double similarity = jaro(points_a, points_b);
  const auto prefix = static_cast<double>(common_start(points_a, points_b, kMostPrefix));
  return similarity + prefix * kPrefixScale * (1 - similarity);
}

double same_start(std::string_view a, std::string_view b) {
  constexpr double kHighest = 0.9;
  if (a == b) return 1;
  const CodePoints points_a(a);
  const CodePoints points_b(b);
  const std::size_t shorter = std::min(points_a.size(), points_b.size());
  if (shorter == 0) return 0;
  return kHighest * static_cast<double>(common_start(points_a, points_b, shorter)) /
         static_cast<double>(shorter);
}

double exact(std::string_view a, std::string_view b) {
  return a == b ? 1 : 0;
}

}  // namespace enact::stats
