// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "stats/estimate.h"
#include "stats/records.h"

namespace enact::stats {

// How alike two texts are; more is more alike. Nothing is said about the scale.
using Similarity = std::function<double(std::string_view, std::string_view)>;

// Reached only by two values that are equal, whatever the similarity says.
inline constexpr double kEqual = std::numeric_limits<double>::infinity();

struct Level {
  std::string label;  // for the explanation: "similar name"; empty: not worth a word
  double at_least;    // of the similarity, or kEqual
};

// Whether agreeing on a rare value tells more than agreeing on a common one (Winkler 1989).
enum class TermFrequency { ignored, adjusted };

// What is asked of two rows about one column. Equal values are on the first level, others on the
// first one that their similarity reaches, or on the last, `otherwise`. Where either row has no
// value, the comparison is missing and counts neither for nor against.
struct Comparison {
  std::string column;
  Similarity similarity;
  std::vector<Level> levels;  // strictest first, at least one and at most kMostLevels - 1
  std::string otherwise;      // label of the level below all of them: "other city"
  TermFrequency term_frequency = TermFrequency::ignored;
  std::vector<double> guess;  // of m, where learning begins; empty: nine of ten on the first level

  const std::string& label(int level) const;
  int level_count() const { return static_cast<int>(levels.size()) + 1; }
};

// The level of each comparison for one pair of rows, four bits each.
class Pattern {
 public:
  static constexpr int kMissing = 15;
  static constexpr int kMostLevels = 15;
  static constexpr std::size_t kMostComparisons = 16;

  Pattern() = default;  // everything missing
  explicit Pattern(std::uint64_t bits) : bits_(bits) {}
  std::uint64_t bits() const { return bits_; }

  int operator[](std::size_t comparison) const {
    return static_cast<int>(bits_ >> 4 * comparison & 15);
  }
  void set(std::size_t comparison, int level) {
    bits_ &= ~(std::uint64_t{15} << 4 * comparison);
    bits_ |= static_cast<std::uint64_t>(level) << 4 * comparison;
  }
  bool operator==(const Pattern&) const = default;
  bool operator<(const Pattern& other) const { return bits_ < other.bits_; }

 private:
  std::uint64_t bits_ = ~std::uint64_t{0};
};

// The level that two values are on, or Pattern::kMissing.
int level_of(const Comparison& comparison, std::string_view a, std::string_view b);

// Compares rows of a table, which must outlive it. The compared values of a row stand side by side.
class Comparer {
 public:
  static Estimate<Comparer> make(const Records& records,
                                 const std::vector<Comparison>& comparisons);

  std::size_t count() const { return comparisons_->size(); }
  Texts::Number value(std::size_t comparison, Row row) const {
    return values_[row * count() + comparison];
  }
  int level(std::size_t comparison, Row a, Row b) const;
  Pattern pattern(Row a, Row b) const;

 private:
  Comparer() = default;

  const std::vector<Comparison>* comparisons_ = nullptr;
  std::vector<const Texts*> texts_;    // by comparison
  std::vector<Texts::Number> values_;  // by row, then by comparison
};

}  // namespace enact::stats
