// SPDX-License-Identifier: Apache-2.0
// The design matrix of a model: an intercept, numbers, and for each categorical column one 0/1
// column for each level but the first. A categorical column is kept as its codes, so that a row
// costs as many steps as there are columns in the table, however many levels they have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats/estimate.h"
#include "stats/matrix.h"
#include "stats/table.h"

namespace enact::stats {

class Design {
 public:
  struct Numbers {
    std::size_t at;  // which column of the matrix
    std::span<const double> values;
  };
  struct Dummies {
    std::size_t first;  // code 1 is this column, code 2 the next; code 0 or less is none of them
    std::size_t levels;
    std::span<const std::int32_t> codes;
  };

  // A matrix with the intercept alone.
  explicit Design(std::size_t rows);
  Design(const Design&) = delete;
  Design(Design&&) = default;
  Design& operator=(Design&&) = default;

  // The intercept and these columns. They are borrowed and must outlive the design. A missing value
  // is refused.
  static Estimate<Design> of(std::size_t rows, std::span<const Column* const> columns);

  // Borrows the column.
  Estimate<void> add(const Column& column);
  // Takes the values over; `name` is what the column is called in a result.
  void add_numbers(std::string name, std::vector<double> values);
  // The products of a column with numbers that are 0 or 1: an interaction. `with` names the
  // numbers.
  Estimate<void> add_product(const Column& column,
                             std::span<const double> zero_or_one,
                             std::string_view with);

  // The same columns with their rows in another order: row i is row order[i] of this one.
  Design in_order(std::span<const std::uint32_t> order) const;

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return names_.size(); }
  // "(intercept)", "age", "race: white", "treated x age".
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<Numbers>& numbers() const { return numbers_; }
  const std::vector<Dummies>& dummies() const { return dummies_; }

  double at(std::size_t row, std::size_t column) const;
  // The matrix times the coefficients: a number for each row.
  std::vector<double> times(std::span<const double> coefficients) const;
  // The sum of the rows, each times its weight.
  std::vector<double> weighted_sum(std::span<const double> weights) const;

 private:
  std::size_t rows_;
  std::vector<std::string> names_;
  std::vector<Numbers> numbers_;  // without the intercept, which is column 0
  std::vector<Dummies> dummies_;
  std::deque<std::vector<double>> own_numbers_;
  std::deque<std::vector<std::int32_t>> own_codes_;
};

}  // namespace enact::stats
