// SPDX-License-Identifier: Apache-2.0
// The body of gram.h's template.
#pragma once

#include <algorithm>

#include "stats/gram.h"
#include "stats/parallel.h"

namespace enact::stats {

template <class Part>
Sums sum_rows(const ScaledRows& rows,
              std::size_t count,
              std::span<const double> coefficients,
              std::size_t stride,
              int threads,
              const Part& part) {
  const std::size_t p = rows.columns();
  const std::size_t blocks = (count + kBlockRows - 1) / kBlockRows;
  std::vector<Sums> of_block(blocks);
  in_parallel(threads, blocks, [&](std::size_t block) {
    Sums sums{Matrix(p, p), std::vector<double>(p, 0.0), 0};
    std::vector<ScaledRows::Entry> buffer;
    buffer.reserve(p);
    const std::size_t from = (block * kBlockRows + stride - 1) / stride * stride;
    const std::size_t to = std::min(count, (block + 1) * kBlockRows);
    double* const information = sums.information.values.data();
    for (std::size_t row = from; row < to; row += stride) {
      const auto entries = rows.row(row, buffer);
      double linear = 0;
      for (const auto& entry : entries) linear += coefficients[entry.column] * entry.value;
      const RowPart adds = part(row, linear);
      if (adds.weight == 0 && adds.residual == 0) continue;
      sums.deviance += adds.deviance;
      for (std::size_t i = 0; i < entries.size(); ++i) {
        sums.score[entries[i].column] += adds.residual * entries[i].value;
        const double weighted = adds.weight * entries[i].value;
        double* const line = information + entries[i].column * p;
        for (std::size_t j = i; j < entries.size(); ++j)
          line[entries[j].column] += weighted * entries[j].value;
      }
    }
    of_block[block] = std::move(sums);
  });
  Sums all{Matrix(p, p), std::vector<double>(p, 0.0), 0};
  for (const auto& sums : of_block) {
    for (std::size_t i = 0; i < p * p; ++i) all.information.values[i] += sums.information.values[i];
    for (std::size_t i = 0; i < p; ++i) all.score[i] += sums.score[i];
    all.deviance += sums.deviance;
  }
  // A pair of columns was summed on one side of the diagonal or the other, by the order of entries.
  for (std::size_t i = 0; i < p; ++i)
    for (std::size_t j = i + 1; j < p; ++j)
      all.information(i, j) = all.information(j, i) = all.information(i, j) + all.information(j, i);
  return all;
}

}  // namespace enact::stats
