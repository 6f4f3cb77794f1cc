// SPDX-License-Identifier: Apache-2.0
// The sandwich: inverse information, times the spread of what each row or cluster pulls at the
// coefficients, times inverse information.
#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "stats/cholesky.h"
#include "stats/distributions.h"
#include "stats/gram.h"
#include "stats/linear_model.h"

namespace enact::stats {
namespace {

using Kind = Robust::Kind;
using Dense = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

Dense dense(const Matrix& matrix) {
  return Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
      matrix.values.data(), static_cast<Eigen::Index>(matrix.rows),
      static_cast<Eigen::Index>(matrix.columns));
}

Matrix plain(const Dense& matrix) {
  Matrix result(static_cast<std::size_t>(matrix.rows()), static_cast<std::size_t>(matrix.cols()));
  for (Eigen::Index i = 0; i < matrix.rows(); ++i)
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) result(i, j) = matrix(i, j);
  return result;
}

// How hard a row pulls (its score is this times its x), and its working weight.
struct Pull {
  double residual;
  double weight;
};

Pull pull_of(const Fit& fit, std::size_t row, double outcome, double weight) {
  const double p = fit.fitted[row], residual = outcome - p;
  switch (fit.link) {
    case Link::identity:
      return {weight * residual, weight};
    case Link::logit:
      return {weight * residual, weight * p * (1 - p)};
    case Link::probit: {
      const double density = normal_density(fit.linear[row]);
      const double spread = std::max(p * (1 - p), 1e-300);
      return {weight * residual * density / spread, weight * density * density / spread};
    }
  }
  return {0, 0};
}

double weight_at(std::span<const double> weights, std::size_t row) {
  return weights.empty() ? 1 : weights[row];
}

// The rows of each cluster, in order; those with weight 0 are nowhere.
std::vector<std::vector<std::size_t>> members(std::span<const std::int32_t> clusters,
                                              std::span<const double> weights) {
  std::vector<std::vector<std::size_t>> found;
  for (std::size_t row = 0; row < clusters.size(); ++row) {
    if (clusters[row] < 0 || weight_at(weights, row) == 0) continue;
    if (found.size() <= static_cast<std::size_t>(clusters[row])) found.resize(clusters[row] + 1);
    found[clusters[row]].push_back(row);
  }
  std::erase_if(found, [](const auto& rows) { return rows.empty(); });
  return found;
}

Matrix outer_sum(const std::vector<std::vector<double>>& vectors, std::size_t p) {
  Matrix sum(p, p);
  for (const auto& vector : vectors)
    for (std::size_t i = 0; i < p; ++i)
      if (vector[i] != 0)
        for (std::size_t j = 0; j < p; ++j) sum(i, j) += vector[i] * vector[j];
  return sum;
}

Matrix sandwich(const Fit& fit, const Matrix& meat, double factor) {
  const Dense bread = dense(fit.scaled_inverse);
  const Dense all = factor * (bread * dense(meat) * bread);
  return unscaled(fit.scaling, plain(0.5 * (all + all.transpose())));
}

Matrix by_rows(const Design& design,
               std::span<const double> outcome,
               std::span<const double> weights,
               const Fit& fit,
               Kind kind) {
  const ScaledRows rows(design, fit.scaling);
  const std::vector<double> nothing(design.columns(), 0.0);
  const auto sums =
      sum_rows(rows, design.rows(), nothing, 1, 1, [&](std::size_t row, double) -> RowPart {
        const double w = weight_at(weights, row);
        if (w == 0) return {0, 0, 0};
        const auto pull = pull_of(fit, row, outcome[row], w);
        double shrink = 1;
        if (kind == Kind::hc2 || kind == Kind::hc3) {
          std::vector<ScaledRows::Entry> buffer;
          double leverage = 0;
          const auto entries = rows.row(row, buffer);
          for (const auto& a : entries)
            for (const auto& b : entries)
              leverage += a.value * fit.scaled_inverse(a.column, b.column) * b.value;
          shrink = std::max(1 - pull.weight * leverage, 1e-12);
        }
        const double square = pull.residual * pull.residual;
        return {kind == Kind::hc3   ? square / (shrink * shrink)
                : kind == Kind::hc2 ? square / shrink
                                    : square,
                0, 0};
      });
  const double factor = kind == Kind::hc1 ? static_cast<double>(fit.rows) / fit.degrees() : 1.0;
  return sandwich(fit, sums.information, factor);
}

Estimate<Matrix> by_clusters(const Design& design,
                             std::span<const double> outcome,
                             std::span<const double> weights,
                             const Fit& fit,
                             const Robust& robust) {
  const std::size_t p = design.columns();
  const ScaledRows rows(design, fit.scaling);
  std::int32_t most = -1;
  for (const auto cluster : robust.clusters) most = std::max(most, cluster);
  const std::size_t known = static_cast<std::size_t>(most + 1);
  std::vector<double> scores(known * p, 0.0);
  std::vector<char> is_there(known, 0);
  std::vector<ScaledRows::Entry> buffer;
  for (std::size_t row = 0; row < design.rows(); ++row) {
    const double w = weight_at(weights, row);
    if (w == 0 || robust.clusters[row] < 0) continue;
    is_there[robust.clusters[row]] = 1;
    const double residual = pull_of(fit, row, outcome[row], w).residual;
    double* const score = scores.data() + static_cast<std::size_t>(robust.clusters[row]) * p;
    for (const auto& entry : rows.row(row, buffer)) score[entry.column] += residual * entry.value;
  }
  const auto groups = std::count(is_there.begin(), is_there.end(), 1);
  if (groups < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_clusters, {}});
  Matrix meat(p, p);
  for (std::size_t cluster = 0; cluster < known; ++cluster) {
    const double* const score = scores.data() + cluster * p;
    for (std::size_t i = 0; i < p; ++i)
      if (score[i] != 0)
        for (std::size_t j = 0; j < p; ++j) meat(i, j) += score[i] * score[j];
  }
  double factor = 1;
  if (robust.kind == Kind::cr1) {
    factor = static_cast<double>(groups) / static_cast<double>(groups - 1);
    if (robust.small_sample == Robust::SmallSample::clusters_and_rows)
      factor *= static_cast<double>(fit.rows - 1) / fit.degrees();
  }
  return sandwich(fit, meat, factor);
}

// What CR2 needs of one cluster. With M the inverse of X'WX, the residuals of the cluster are
// (I - H)e, H = X M X'W, and their covariance, if all rows vary alike, is
// B = I - X_g M X_g'W_g - W_g X_g M X_g' + X_g M X'WWX M X_g'. Residuals times B^(-1/2) vary as the
// errors do.
struct Cluster {
  Dense x;
  Vector weights;
  Dense adjustment;  // B^(-1/2), where it is there at all
};

// The symmetric matrix's power -1/2, without directions in which it is nothing.
Dense inverse_root(const Dense& matrix) {
  const Eigen::SelfAdjointEigenSolver<Dense> solver(0.5 * (matrix + matrix.transpose()));
  Vector roots = solver.eigenvalues();
  for (Eigen::Index i = 0; i < roots.size(); ++i)
    roots(i) = roots(i) > 1e-10 ? 1 / std::sqrt(roots(i)) : 0;
  return solver.eigenvectors() * roots.asDiagonal() * solver.eigenvectors().transpose();
}

class Cr2 {
 public:
  Cr2(const Design& design, std::span<const double> weights, const Fit& fit)
      : design_(design), weights_(weights), fit_(fit), rows_(design, fit.scaling) {
    inverse_ = dense(fit.scaled_inverse);
    // X'WWX
    const std::vector<double> nothing(design.columns(), 0.0);
    squares_ = dense(
        sum_rows(rows_, design.rows(), nothing, 1, 1, [&](std::size_t row, double) -> RowPart {
          const double w = weight_at(weights_, row);
          return {w * w, 0, 0};
        }).information);
  }

  const Dense& inverse() const { return inverse_; }
  const Dense& squares() const { return squares_; }

  Cluster cluster(const std::vector<std::size_t>& rows) const {
    const auto m = static_cast<Eigen::Index>(rows.size());
    const auto p = static_cast<Eigen::Index>(design_.columns());
    Cluster cluster{Dense::Zero(m, p), Vector(m), {}};
    std::vector<ScaledRows::Entry> buffer;
    for (Eigen::Index i = 0; i < m; ++i) {
      cluster.weights(i) = weight_at(weights_, rows[i]);
      for (const auto& entry : rows_.row(rows[i], buffer))
        cluster.x(i, static_cast<Eigen::Index>(entry.column)) = entry.value;
    }
    const Dense wx = cluster.weights.asDiagonal() * cluster.x;
    const Dense middle = inverse_ * squares_ * inverse_;
    if (m <= 2 * p) {
      const Dense half = cluster.x * inverse_ * wx.transpose();
      cluster.adjustment = inverse_root(Dense::Identity(m, m) - half - half.transpose() +
                                        cluster.x * middle * cluster.x.transpose());
    } else {
      // B differs from I only within the columns of X and WX.
      Dense both(m, 2 * p);
      both << cluster.x, wx;
      const Eigen::ColPivHouseholderQR<Dense> qr(both);
      const Dense q = qr.householderQ() * Dense::Identity(m, qr.rank());
      const Dense qx = q.transpose() * cluster.x, qwx = q.transpose() * wx;
      const Dense half = qx * inverse_ * qwx.transpose();
      const Dense core = Dense::Identity(qr.rank(), qr.rank()) - half - half.transpose() +
                         qx * middle * qx.transpose();
      cluster.adjustment =
          Dense::Identity(m, m) +
          q * (inverse_root(core) - Dense::Identity(qr.rank(), qr.rank())) * q.transpose();
    }
    return cluster;
  }

 private:
  const Design& design_;
  std::span<const double> weights_;
  const Fit& fit_;
  ScaledRows rows_;
  Dense inverse_;
  Dense squares_;
};

constexpr std::size_t kLargestCluster = 4000;

Estimate<std::vector<std::vector<std::size_t>>> clusters_for_cr2(
    const Fit& fit, std::span<const std::int32_t> clusters, std::span<const double> weights) {
  if (fit.link != Link::identity)
    return tl::unexpected(Shortfall{Shortfall::Reason::not_for_this_estimand, {}});
  auto found = members(clusters, weights);
  if (found.size() < 2) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_clusters, {}});
  for (const auto& rows : found)
    if (rows.size() > kLargestCluster)
      return tl::unexpected(Shortfall{Shortfall::Reason::too_large, {}});
  return found;
}

Estimate<Matrix> by_cr2(const Design& design,
                        std::span<const double> outcome,
                        std::span<const double> weights,
                        const Fit& fit,
                        std::span<const std::int32_t> clusters) {
  const auto found = clusters_for_cr2(fit, clusters, weights);
  if (!found) return tl::unexpected(found.error());
  const Cr2 cr2(design, weights, fit);
  std::vector<std::vector<double>> scores;
  for (const auto& rows : *found) {
    const auto cluster = cr2.cluster(rows);
    Vector residuals(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
      residuals(static_cast<Eigen::Index>(i)) = outcome[rows[i]] - fit.fitted[rows[i]];
    const Vector score =
        cluster.x.transpose() * (cluster.weights.asDiagonal() * (cluster.adjustment * residuals));
    scores.emplace_back(score.data(), score.data() + score.size());
  }
  return sandwich(fit, outer_sum(scores, design.columns()), 1);
}

}  // namespace

Estimate<Matrix> robust_covariance(const Design& design,
                                   std::span<const double> outcome,
                                   std::span<const double> weights,
                                   const Fit& fit,
                                   const Robust& robust) {
  if (fit.rows <= fit.rank) return tl::unexpected(Shortfall{Shortfall::Reason::too_few_rows, {}});
  switch (robust.kind) {
    case Kind::hc0:
    case Kind::hc1:
    case Kind::hc2:
    case Kind::hc3:
      return by_rows(design, outcome, weights, fit, robust.kind);
    case Kind::cr0:
    case Kind::cr1:
      return by_clusters(design, outcome, weights, fit, robust);
    case Kind::cr2:
      return by_cr2(design, outcome, weights, fit, robust.clusters);
  }
  return Matrix();
}

// The estimate of the contrast's variance is a sum of squares of p_g'e over clusters g;
// Satterthwaite gives it the degrees of the chi-square with the same mean and variance, if all rows
// vary alike. p_g'p_h = [g is h] s_g + z_g' K z_h with z_g = (u_g, v_g) needs no n by n matrix.
Estimate<double> cr2_degrees(const Design& design,
                             std::span<const double> weights,
                             const Fit& fit,
                             std::span<const std::int32_t> clusters,
                             std::span<const double> contrast) {
  const auto found = clusters_for_cr2(fit, clusters, weights);
  if (!found) return tl::unexpected(found.error());
  const Cr2 cr2(design, weights, fit);
  const auto p = static_cast<Eigen::Index>(design.columns());
  // The contrast of scaled columns: T'contrast.
  Vector scaled(p);
  scaled(0) = contrast[0];
  for (Eigen::Index j = 1; j < p; ++j) {
    const double spread = fit.scaling.spread[j], centre = fit.scaling.centre[j];
    scaled(j) = spread > 0 ? (contrast[j] - contrast[0] * centre) / spread : contrast[j];
  }
  Dense k = Dense::Zero(2 * p, 2 * p);
  k.topLeftCorner(p, p) = cr2.squares();
  k.topRightCorner(p, p) = -Dense::Identity(p, p);
  k.bottomLeftCorner(p, p) = -Dense::Identity(p, p);
  Dense z_squares = Dense::Zero(2 * p, 2 * p);
  double mean = 0, own = 0;
  for (const auto& rows : *found) {
    const auto cluster = cr2.cluster(rows);
    const Vector a = cluster.adjustment.transpose() *
                     (cluster.weights.asDiagonal() * (cluster.x * (cr2.inverse() * scaled)));
    Vector z(2 * p);
    z.head(p) = cr2.inverse() * (cluster.x.transpose() * a);
    z.tail(p) = cluster.x.transpose() * (cluster.weights.asDiagonal() * a);
    const double s = a.squaredNorm(), low = z.dot(k * z);
    mean += s + low;
    own += s * s + 2 * s * low;
    z_squares += z * z.transpose();
  }
  const Dense zk = z_squares * k;
  const double squares = own + (zk * zk).trace();
  return mean * mean / squares;
}

}  // namespace enact::stats
