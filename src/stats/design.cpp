// SPDX-License-Identifier: Apache-2.0
#include "stats/design.h"

#include <utility>

namespace enact::stats {
namespace {

std::string level_name(const Column& column, std::size_t level) {
  return column.name + ": " + column.levels[level];
}

Estimate<void> filled(const Column& column, std::size_t rows) {
  if (column.size() != rows)
    return tl::unexpected(Shortfall{Shortfall::Reason::unequal_lengths, column.name});
  for (std::size_t row = 0; row < rows; ++row)
    if (column.is_missing(row))
      return tl::unexpected(Shortfall{Shortfall::Reason::has_missing, column.name});
  return {};
}

}  // namespace

Design::Design(std::size_t rows) : rows_(rows), names_{"(intercept)"} {}

Estimate<Design> Design::of(std::size_t rows, std::span<const Column* const> columns) {
  Design design(rows);
  for (const auto* column : columns)
    if (auto added = design.add(*column); !added) return tl::unexpected(added.error());
  return design;
}

Estimate<void> Design::add(const Column& column) {
  if (auto is_filled = filled(column, rows_); !is_filled) return is_filled;
  if (column.kind == Column::Kind::numeric) {
    numbers_.push_back({names_.size(), column.numbers});
    names_.push_back(column.name);
  } else if (column.levels.size() > 1) {
    dummies_.push_back({names_.size(), column.levels.size() - 1, column.codes});
    for (std::size_t level = 1; level < column.levels.size(); ++level)
      names_.push_back(level_name(column, level));
  }
  return {};
}

void Design::add_numbers(std::string name, std::vector<double> values) {
  own_numbers_.push_back(std::move(values));
  numbers_.push_back({names_.size(), own_numbers_.back()});
  names_.push_back(std::move(name));
}

Estimate<void> Design::add_product(const Column& column,
                                   std::span<const double> zero_or_one,
                                   std::string_view with) {
  if (auto is_filled = filled(column, rows_); !is_filled) return is_filled;
  const std::string prefix = std::string(with) + " x ";
  if (column.kind == Column::Kind::numeric) {
    std::vector<double> products(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      products[row] = zero_or_one[row] * column.numbers[row];
    add_numbers(prefix + column.name, std::move(products));
  } else if (column.levels.size() > 1) {
    std::vector<std::int32_t> codes(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      codes[row] = zero_or_one[row] != 0 ? column.codes[row] : 0;
    own_codes_.push_back(std::move(codes));
    dummies_.push_back({names_.size(), column.levels.size() - 1, own_codes_.back()});
    for (std::size_t level = 1; level < column.levels.size(); ++level)
      names_.push_back(prefix + level_name(column, level));
  }
  return {};
}

Design Design::in_order(std::span<const std::uint32_t> order) const {
  Design result(order.size());
  result.names_ = names_;
  for (const auto& each : numbers_) {
    auto& values = result.own_numbers_.emplace_back();
    values.reserve(order.size());
    for (const auto row : order) values.push_back(each.values[row]);
    result.numbers_.push_back({each.at, values});
  }
  for (const auto& each : dummies_) {
    auto& codes = result.own_codes_.emplace_back();
    codes.reserve(order.size());
    for (const auto row : order) codes.push_back(each.codes[row]);
    result.dummies_.push_back({each.first, each.levels, codes});
  }
  return result;
}

double Design::at(std::size_t row, std::size_t column) const {
  if (column == 0) return 1;
  for (const auto& each : numbers_)
    if (each.at == column) return each.values[row];
  for (const auto& each : dummies_)
    if (column >= each.first && column < each.first + each.levels)
      return each.codes[row] == static_cast<std::int32_t>(column - each.first + 1) ? 1 : 0;
  return 0;
}

std::vector<double> Design::times(std::span<const double> coefficients) const {
  std::vector<double> sums(rows_, coefficients[0]);
  for (const auto& each : numbers_) {
    const double coefficient = coefficients[each.at];
    for (std::size_t row = 0; row < rows_; ++row) sums[row] += coefficient * each.values[row];
  }
  for (const auto& each : dummies_)
    for (std::size_t row = 0; row < rows_; ++row)
      if (each.codes[row] > 0) sums[row] += coefficients[each.first + each.codes[row] - 1];
  return sums;
}

std::vector<double> Design::weighted_sum(std::span<const double> weights) const {
  std::vector<double> sums(columns(), 0.0);
  for (std::size_t row = 0; row < rows_; ++row) sums[0] += weights[row];
  for (const auto& each : numbers_)
    for (std::size_t row = 0; row < rows_; ++row) sums[each.at] += weights[row] * each.values[row];
  for (const auto& each : dummies_)
    for (std::size_t row = 0; row < rows_; ++row)
      if (each.codes[row] > 0) sums[each.first + each.codes[row] - 1] += weights[row];
  return sums;
}

}  // namespace enact::stats
