// SPDX-License-Identifier: Apache-2.0
// The body of gram.h's template.
#pragma once

#include <algorithm>

#include "stats/gram.h"
#include "stats/parallel.h"

namespace enact::stats {

// The sums of one block. The intercept and the numbers stand next to each other, so that what they
// add lies together; a 0/1 column adds where it is 1 and costs nothing where it is not.
class BlockSums {
 public:
  explicit BlockSums(const ScaledRows& rows)
      : rows_(&rows),
        p_(rows.columns()),
        m_(rows.numbers().size() + 1),
        values_(m_, 1.0),
        weighted_(m_, 0.0),
        active_(rows.dummies().size(), 0),
        numbers_(m_ * m_, 0.0),
        mixed_(p_ * m_, 0.0),
        dummies_(p_ * p_, 0.0),
        score_(p_, 0.0) {}

  // Loads a row; what the coefficients make of it.
  double load(std::size_t row, const double* coefficients) {
    double linear = coefficients[0];
    for (std::size_t i = 1; i < m_; ++i) {
      const auto& number = rows_->numbers()[i - 1];
      values_[i] = (number.values[row] - number.centre) * number.inverse_spread;
      linear += coefficients[number.at] * values_[i];
    }
    active_count_ = 0;
    for (const auto& each : rows_->dummies()) {
      if (each.codes[row] <= 0) continue;
      const std::size_t column = each.first + static_cast<std::size_t>(each.codes[row]) - 1;
      active_[active_count_++] = column;
      linear += coefficients[column];
    }
    return linear;
  }

  void add(const RowPart& adds) {
    deviance_ += adds.deviance;
    double* const to_numbers = numbers_.data();
    for (std::size_t i = 0; i < m_; ++i) {
      weighted_[i] = adds.weight * values_[i];
      for (std::size_t j = 0; j <= i; ++j) to_numbers[i * m_ + j] += weighted_[i] * values_[j];
      number_score_at(i) += adds.residual * values_[i];
    }
    for (std::size_t i = 0; i < active_count_; ++i) {
      const std::size_t column = active_[i];
      score_[column] += adds.residual;
      double* const line = mixed_.data() + column * m_;
      for (std::size_t j = 0; j < m_; ++j) line[j] += weighted_[j];
      double* const pairs = dummies_.data() + column * p_;
      for (std::size_t j = 0; j <= i; ++j) pairs[active_[j]] += adds.weight;
    }
  }

  // The block's sums as those of the whole matrix: below the diagonal or above, but only once.
  void add_to(Sums& all) const {
    for (std::size_t i = 0; i < m_; ++i) {
      for (std::size_t j = 0; j <= i; ++j) all.information(at(i), at(j)) += numbers_[i * m_ + j];
      for (std::size_t column = 0; column < p_; ++column)
        all.information(column, at(i)) += mixed_[column * m_ + i];
    }
    for (std::size_t i = 0; i < p_ * p_; ++i) all.information.values[i] += dummies_[i];
    for (std::size_t i = 0; i < p_; ++i) all.score[i] += score_[i];
    all.deviance += deviance_;
  }

 private:
  std::size_t at(std::size_t i) const { return i == 0 ? 0 : rows_->numbers()[i - 1].at; }
  double& number_score_at(std::size_t i) { return score_[at(i)]; }

  const ScaledRows* rows_;
  std::size_t p_, m_;
  std::vector<double> values_, weighted_;
  std::vector<std::size_t> active_;
  std::size_t active_count_ = 0;
  std::vector<double> numbers_, mixed_, dummies_, score_;
  double deviance_ = 0;
};

template <class Part>
Sums sum_rows(const ScaledRows& rows,
              std::size_t count,
              std::span<const double> coefficients,
              std::size_t stride,
              int threads,
              const Part& part) {
  const std::size_t p = rows.columns();
  const std::size_t blocks = (count + kBlockRows - 1) / kBlockRows;
  std::vector<BlockSums> of_block(blocks, BlockSums(rows));
  in_parallel(threads, blocks, [&](std::size_t block) {
    auto& sums = of_block[block];
    const std::size_t from = (block * kBlockRows + stride - 1) / stride * stride;
    const std::size_t to = std::min(count, (block + 1) * kBlockRows);
    for (std::size_t row = from; row < to; row += stride) {
      const RowPart adds = part(row, sums.load(row, coefficients.data()));
      if (adds.weight != 0 || adds.residual != 0) sums.add(adds);
    }
  });
  Sums all{Matrix(p, p), std::vector<double>(p, 0.0), 0};
  for (const auto& sums : of_block) sums.add_to(all);
  for (std::size_t i = 0; i < p; ++i)
    for (std::size_t j = i + 1; j < p; ++j)
      all.information(i, j) = all.information(j, i) = all.information(i, j) + all.information(j, i);
  return all;
}

}  // namespace enact::stats
