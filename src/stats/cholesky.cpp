// SPDX-License-Identifier: Apache-2.0
#include "stats/cholesky.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>

namespace enact::stats {

std::vector<char> redundant_columns(const Matrix& information) {
  const std::size_t p = information.rows;
  std::vector<char> redundant(p, 0);
  Matrix lower(p, p);
  for (std::size_t j = 0; j < p; ++j) {
    double left = information(j, j);
    for (std::size_t k = 0; k < j; ++k) left -= lower(j, k) * lower(j, k);
    if (!(left > 1e-12 * information(j, j))) {
      redundant[j] = 1;
      continue;
    }
    lower(j, j) = std::sqrt(left);
    for (std::size_t i = j + 1; i < p; ++i) {
      double sum = information(i, j);
      for (std::size_t k = 0; k < j; ++k) sum -= lower(i, k) * lower(j, k);
      lower(i, j) = sum / lower(j, j);
    }
  }
  return redundant;
}

Matrix inverse_without(const Matrix& information, std::span<const char> left_out) {
  std::vector<std::size_t> kept;
  for (std::size_t j = 0; j < information.rows; ++j)
    if (!left_out[j]) kept.push_back(j);
  const auto n = static_cast<Eigen::Index>(kept.size());
  Eigen::MatrixXd part(n, n);
  Eigen::VectorXd scale(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const double diagonal = information(kept[i], kept[i]);
    if (!(diagonal > 0)) return {};
    scale(i) = 1 / std::sqrt(diagonal);
  }
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      part(i, j) = information(kept[i], kept[j]) * scale(i) * scale(j);
  const Eigen::LLT<Eigen::MatrixXd> factor(part);
  if (factor.info() != Eigen::Success) return {};
  const Eigen::MatrixXd inverse = factor.solve(Eigen::MatrixXd::Identity(n, n));
  Matrix result(information.rows, information.rows);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      result(kept[i], kept[j]) = 0.5 * (inverse(i, j) + inverse(j, i)) * scale(i) * scale(j);
  return result;
}

std::vector<double> product(const Matrix& matrix, std::span<const double> vector) {
  std::vector<double> result(matrix.rows, 0.0);
  for (std::size_t i = 0; i < matrix.rows; ++i)
    for (std::size_t j = 0; j < matrix.columns; ++j) result[i] += matrix(i, j) * vector[j];
  return result;
}

}  // namespace enact::stats
