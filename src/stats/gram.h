// SPDX-License-Identifier: Apache-2.0
// The sums over rows that every model here is made of: X'WX and X'u, with X centred and scaled.
// Rows are summed in blocks of fixed size and blocks in order, so that neither the number of
// threads nor the number of rows before a block can show in a sum.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "stats/design.h"
#include "stats/linear_model.h"
#include "stats/matrix.h"

namespace enact::stats {

inline constexpr std::size_t kBlockRows = 1 << 14;

// Means and standard deviations of the numbers, by weight; dummies and the intercept stay as they
// are. Without variation the spread is 0.
Scaling scaling_of(const Design& design, std::span<const double> weights);

// The nonzero entries of scaled rows.
class ScaledRows {
 public:
  struct Entry {
    std::size_t column;
    double value;
  };

  ScaledRows(const Design& design, const Scaling& scaling);

  struct Number {
    std::size_t at;
    const double* values;
    double centre;
    double inverse_spread;
  };

  std::size_t columns() const { return design_->columns(); }
  const std::vector<Number>& numbers() const { return numbers_; }
  const std::vector<Design::Dummies>& dummies() const { return design_->dummies(); }
  // Valid until the next call with the same buffer.
  std::span<const Entry> row(std::size_t row, std::vector<Entry>& buffer) const {
    buffer.clear();
    buffer.push_back({0, 1});
    for (const auto& each : numbers_)
      buffer.push_back({each.at, (each.values[row] - each.centre) * each.inverse_spread});
    for (const auto& each : design_->dummies())
      if (each.codes[row] > 0) buffer.push_back({each.first + each.codes[row] - 1, 1});
    return buffer;
  }

 private:
  const Design* design_;
  std::vector<Number> numbers_;
};

// Sums of one pass. `information` is symmetric and whole.
struct Sums {
  Matrix information;
  std::vector<double> score;
  double deviance = 0;
};

// What a row adds: a weight to X'WX, a residual to X'u, and something to the deviance.
struct RowPart {
  double weight;
  double residual;
  double deviance;
};

// part(row, linear predictor) -> RowPart, called for each row by several threads at once. Only
// every `stride`-th row is looked at.
template <class Part>
Sums sum_rows(const ScaledRows& rows,
              std::size_t count,
              std::span<const double> coefficients,
              std::size_t stride,
              int threads,
              const Part& part);

// Coefficients of scaled columns as those of the columns as they are, and their covariance.
std::vector<double> unscaled(const Scaling& scaling, std::span<const double> coefficients);
Matrix unscaled(const Scaling& scaling, const Matrix& covariance);

}  // namespace enact::stats

#include "stats/gram_inl.h"
