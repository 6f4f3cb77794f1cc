// SPDX-License-Identifier: Apache-2.0
#include "stats/distance.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace enact::stats {
namespace {

using Dense = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

bool is_kept(std::span<const char> discarded, std::size_t unit) {
  return discarded.empty() || !discarded[unit];
}

// Numbers as they are; of a categorical column every level, so that two units of different levels
// are one apart.
std::vector<std::vector<double>> spread_out(std::span<const Column* const> columns) {
  std::vector<std::vector<double>> wide;
  for (const auto* column : columns) {
    if (column->kind == Column::Kind::numeric) {
      wide.push_back(column->numbers);
      continue;
    }
    for (std::size_t level = 0; level < column->levels.size(); ++level) {
      auto& values = wide.emplace_back(column->size(), 0.0);
      for (std::size_t unit = 0; unit < values.size(); ++unit)
        if (column->codes[unit] == static_cast<std::int32_t>(level)) values[unit] = std::sqrt(0.5);
    }
  }
  std::erase_if(wide, [](const auto& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return *most - *least < 1.5e-8;
  });
  return wide;
}

// Ranks from 1 among what is kept, equal values the mean of theirs; 0 for what is not.
std::vector<double> ranks(const std::vector<double>& values, std::span<const char> discarded) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t unit = 0; unit < values.size(); ++unit)
    if (is_kept(discarded, unit)) order.push_back(unit);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
  std::vector<double> result(values.size(), 0.0);
  for (std::size_t i = 0; i < order.size();) {
    std::size_t j = i;
    while (j < order.size() && values[order[j]] == values[order[i]]) ++j;
    for (std::size_t k = i; k < j; ++k) result[order[k]] = 0.5 * static_cast<double>(i + 1 + j);
    i = j;
  }
  return result;
}

// By group the mean of what is kept; pooled takes off each group's own, else that of all.
enum class Centre { pooled, overall };

Dense covariance(const std::vector<std::vector<double>>& wide,
                 std::span<const char> treated,
                 std::span<const char> discarded,
                 Centre centre) {
  const auto p = static_cast<Eigen::Index>(wide.size());
  std::vector<double> count(2, 0.0);
  std::vector<Vector> mean(2, Vector::Zero(p));
  const auto group = [&](std::size_t unit) { return centre == Centre::pooled && treated[unit]; };
  for (std::size_t unit = 0; unit < treated.size(); ++unit) {
    if (!is_kept(discarded, unit)) continue;
    ++count[group(unit)];
    for (Eigen::Index j = 0; j < p; ++j) mean[group(unit)](j) += wide[j][unit];
  }
  double groups = 0;
  for (int g = 0; g < 2; ++g)
    if (count[g] > 0) {
      mean[g] /= count[g];
      ++groups;
    }
  Dense sum = Dense::Zero(p, p);
  Vector from_mean(p);
  for (std::size_t unit = 0; unit < treated.size(); ++unit) {
    if (!is_kept(discarded, unit)) continue;
    for (Eigen::Index j = 0; j < p; ++j) from_mean(j) = wide[j][unit] - mean[group(unit)](j);
    sum.selfadjointView<Eigen::Lower>().rankUpdate(from_mean);
  }
  const Dense whole = sum.selfadjointView<Eigen::Lower>();
  return whole / (count[0] + count[1] - groups);
}

// A matrix L with L L' the inverse of the covariance, within the directions in which there is any
// variation. The result does not depend on the columns' units.
Dense whitening(const Dense& covariance) {
  const Vector scale =
      covariance.diagonal().cwiseSqrt().unaryExpr([](double sd) { return sd > 0 ? 1 / sd : 0.0; });
  const Eigen::SelfAdjointEigenSolver<Dense> solver(scale.asDiagonal() * covariance *
                                                    scale.asDiagonal());
  Vector roots = solver.eigenvalues();
  const double least = 1e-10 * roots.maxCoeff();
  Eigen::Index dropped = 0;
  for (Eigen::Index i = 0; i < roots.size(); ++i) {
    dropped += roots(i) <= least;  // eigenvalues ascend
    roots(i) = roots(i) > least ? 1 / std::sqrt(roots(i)) : 0;
  }
  const Dense all = scale.asDiagonal() * solver.eigenvectors() * roots.asDiagonal();
  return all.rightCols(all.cols() - dropped);
}

Coordinates transformed(const std::vector<std::vector<double>>& wide, const Dense& by) {
  const auto d = static_cast<std::size_t>(by.cols());
  const std::size_t units = wide.front().size();
  Coordinates points{d, std::vector<double>(units * d, 0.0)};
  for (std::size_t j = 0; j < wide.size(); ++j)
    for (std::size_t unit = 0; unit < units; ++unit)
      for (std::size_t k = 0; k < d; ++k)
        points.values[unit * d + k] +=
            wide[j][unit] * by(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k));
  return points;
}

// The pooled standard deviation; that of a 0/1 column from its shares, without n-1.
double pooled_deviation(const std::vector<double>& values,
                        std::span<const char> treated,
                        std::span<const char> discarded) {
  double count[2] = {}, sum[2] = {}, squares = 0;
  bool is_binary = true;
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (!is_kept(discarded, unit)) continue;
    const int group = treated[unit] ? 1 : 0;
    ++count[group];
    sum[group] += values[unit];
    is_binary = is_binary && (values[unit] == 0 || values[unit] == 1);
  }
  const double all = count[0] + count[1];
  if (is_binary) {
    double variance = 0;
    for (int g = 0; g < 2; ++g) variance += sum[g] * (1 - sum[g] / count[g]) / all;
    return std::sqrt(variance);
  }
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (!is_kept(discarded, unit)) continue;
    const int group = treated[unit] ? 1 : 0;
    const double from_mean = values[unit] - sum[group] / count[group];
    squares += from_mean * from_mean;
  }
  return std::sqrt(squares / (all - 2));
}

}  // namespace

Estimate<Coordinates> coordinates(std::span<const Column* const> columns,
                                  std::span<const char> treated,
                                  std::span<const char> discarded,
                                  Metric metric) {
  for (const auto* column : columns)
    if (column->missing() > 0)
      return tl::unexpected(Shortfall{Shortfall::Reason::has_missing, column->name});
  auto wide = spread_out(columns);
  if (wide.empty()) return tl::unexpected(Shortfall{Shortfall::Reason::no_variation, {}});
  const auto p = static_cast<Eigen::Index>(wide.size());
  switch (metric) {
    case Metric::mahalanobis:
      return transformed(wide, whitening(covariance(wide, treated, discarded, Centre::pooled)));
    case Metric::robust_mahalanobis: {
      for (auto& values : wide) values = ranks(values, discarded);
      auto of_ranks = covariance(wide, treated, discarded, Centre::overall);
      // Ties lower the variance of ranks; each column gets that of ranks without ties.
      double n = 0;
      for (std::size_t unit = 0; unit < treated.size(); ++unit) n += is_kept(discarded, unit);
      const Vector up =
          (std::sqrt(n * (n + 1) / 12) * of_ranks.diagonal().cwiseSqrt().cwiseInverse());
      of_ranks = up.asDiagonal() * of_ranks * up.asDiagonal();
      return transformed(wide, whitening(of_ranks));
    }
    case Metric::scaled_euclidean: {
      Dense scale = Dense::Zero(p, p);
      for (Eigen::Index j = 0; j < p; ++j) {
        const double deviation = pooled_deviation(wide[j], treated, discarded);
        scale(j, j) = deviation > 0 ? 1 / deviation : 0;
      }
      return transformed(wide, scale);
    }
    case Metric::euclidean:
      break;
  }
  return transformed(wide, Dense::Identity(p, p));
}

double standard_deviation(std::span<const double> values, std::span<const char> discarded) {
  double count = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (is_kept(discarded, i)) {
      ++count;
      sum += values[i];
    }
  const double mean = sum / count;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (is_kept(discarded, i)) squares += (values[i] - mean) * (values[i] - mean);
  return std::sqrt(squares / (count - 1));
}

std::vector<char> outside_support(std::span<const char> treated,
                                  std::span<const double> scores,
                                  Support discard) {
  double least[2] = {HUGE_VAL, HUGE_VAL}, most[2] = {-HUGE_VAL, -HUGE_VAL};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const int group = treated[i] ? 1 : 0;
    least[group] = std::min(least[group], scores[i]);
    most[group] = std::max(most[group], scores[i]);
  }
  double from = -HUGE_VAL, to = HUGE_VAL;
  if (discard == Support::both) {
    from = std::max(least[0], least[1]);
    to = std::min(most[0], most[1]);
  } else if (discard != Support::keep_all) {
    const int other = discard == Support::treated ? 0 : 1;
    from = least[other];
    to = most[other];
  }
  std::vector<char> outside(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) outside[i] = scores[i] < from || scores[i] > to;
  return outside;
}

}  // namespace enact::stats
