// SPDX-License-Identifier: Apache-2.0
// A study's data: one row for each unit, typed columns, missing as a value of its own. Everything
// that is calculated from a table goes through its rows in the order of their keys, so that the
// order in which rows came can show neither in a tie nor in the last digit of a sum.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats/estimate.h"

namespace enact::stats {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::int32_t kNoLevel = -1;

struct Column {
  enum class Kind { numeric, categorical };

  std::string name;
  Kind kind = Kind::numeric;
  std::vector<double> numbers;      // numeric: finite, or kMissing
  std::vector<std::int32_t> codes;  // categorical: which level, or kNoLevel
  std::vector<std::string> levels;  // categorical: in order; the first is the reference

  std::size_t size() const { return kind == Kind::numeric ? numbers.size() : codes.size(); }
  bool is_missing(std::size_t row) const {
    return kind == Kind::numeric ? std::isnan(numbers[row]) : codes[row] == kNoLevel;
  }
  std::size_t missing() const;

  friend bool operator==(const Column&, const Column&) = default;
};

Column numeric(std::string name, std::vector<double> values);

// An empty text is missing. Levels are put in natural order, whatever the order of the rows.
Column categorical(std::string name, std::span<const std::string_view> values);
Column categorical(std::string name, std::initializer_list<std::string_view> values);

// Below zero when a comes before b. Runs of digits count as numbers, so that "s9" comes before
// "s10"; what is equal that way ("s01", "s1") is decided by bytes.
int natural_order(std::string_view a, std::string_view b);

class Table {
 public:
  // Puts the rows in natural order of their keys. Refuses keys that stand twice, columns of another
  // length or with a name that stands twice, and numbers that are infinite.
  static Estimate<Table> make(std::vector<std::string> keys, std::vector<Column> columns);

  std::size_t size() const { return keys_.size(); }
  const std::vector<std::string>& keys() const { return keys_; }
  const std::vector<Column>& columns() const { return columns_; }
  const Column* find_column(std::string_view name) const;

  // Where each row stood in what was given to make().
  const std::vector<std::uint32_t>& came_as() const { return came_as_; }

  // The rows at these places, which must ascend.
  Table rows(std::span<const std::uint32_t> places) const;

 private:
  std::vector<std::string> keys_;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> came_as_;
};

// The column's values at these places.
Column rows_of(const Column& column, std::span<const std::uint32_t> places);

}  // namespace enact::stats
