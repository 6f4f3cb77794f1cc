// SPDX-License-Identifier: Apache-2.0
#include "stats/gram.h"

#include <cmath>

namespace enact::stats {
namespace {

// A sum in blocks: its error grows with the number of blocks and of rows in one, not with all rows.
template <class Term>
double block_sum(std::size_t count, const Term& term) {
  double sum = 0;
  for (std::size_t from = 0; from < count; from += kBlockRows) {
    double part = 0;
    const std::size_t to = std::min(count, from + kBlockRows);
    for (std::size_t row = from; row < to; ++row) part += term(row);
    sum += part;
  }
  return sum;
}

}  // namespace

Scaling scaling_of(const Design& design, std::span<const double> weights) {
  Scaling scaling{std::vector<double>(design.columns(), 0.0),
                  std::vector<double>(design.columns(), 1.0)};
  const auto weight = [&](std::size_t row) { return weights.empty() ? 1.0 : weights[row]; };
  const double total = block_sum(design.rows(), weight);
  for (const auto& each : design.numbers()) {
    const double mean =
        block_sum(design.rows(), [&](auto row) { return weight(row) * each.values[row]; }) / total;
    const double squares = block_sum(design.rows(), [&](auto row) {
      const double from_mean = each.values[row] - mean;
      return weight(row) * from_mean * from_mean;
    });
    const double spread = std::sqrt(squares / total);
    scaling.centre[each.at] = mean;
    // What is left of a constant by rounding is no variation.
    scaling.spread[each.at] = spread > 1e-13 * std::abs(mean) ? spread : 0;
  }
  return scaling;
}

ScaledRows::ScaledRows(const Design& design, const Scaling& scaling) : design_(&design) {
  for (const auto& each : design.numbers()) {
    const double spread = scaling.spread[each.at];
    numbers_.push_back(
        {each.at, each.values.data(), scaling.centre[each.at], spread > 0 ? 1 / spread : 0});
  }
}

std::vector<double> unscaled(const Scaling& scaling, std::span<const double> coefficients) {
  std::vector<double> result(coefficients.begin(), coefficients.end());
  for (std::size_t j = 1; j < result.size(); ++j) {
    if (scaling.spread[j] <= 0) continue;
    result[j] /= scaling.spread[j];
    result[0] -= result[j] * scaling.centre[j];
  }
  return result;
}

Matrix unscaled(const Scaling& scaling, const Matrix& covariance) {
  const std::size_t p = covariance.rows;
  // T covariance T', where T divides each column by its spread and takes centre/spread off the
  // first.
  std::vector<double> scale(p, 1.0), shift(p, 0.0);
  for (std::size_t j = 1; j < p; ++j) {
    if (scaling.spread[j] <= 0) continue;
    scale[j] = 1 / scaling.spread[j];
    shift[j] = scaling.centre[j] / scaling.spread[j];
  }
  Matrix half(p, p), result(p, p);
  for (std::size_t k = 0; k < p; ++k) {
    double first = covariance(0, k);
    for (std::size_t j = 1; j < p; ++j) {
      half(j, k) = scale[j] * covariance(j, k);
      first -= shift[j] * covariance(j, k);
    }
    half(0, k) = first;
  }
  for (std::size_t i = 0; i < p; ++i) {
    double first = half(i, 0);
    for (std::size_t j = 1; j < p; ++j) {
      result(i, j) = half(i, j) * scale[j];
      first -= half(i, j) * shift[j];
    }
    result(i, 0) = first;
  }
  return result;
}

}  // namespace enact::stats
