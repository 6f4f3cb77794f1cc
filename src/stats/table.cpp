// SPDX-License-Identifier: Apache-2.0
#include "stats/table.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace enact::stats {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The run of digits at the front, without leading zeros; `text` goes on behind it.
std::string_view take_digits(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  auto digits = text.substr(0, end);
  text.remove_prefix(end);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

Shortfall about(Shortfall::Reason reason, std::string what) {
  return {reason, std::move(what)};
}

}  // namespace

int natural_order(std::string_view a, std::string_view b) {
  auto x = a, y = b;
  while (!x.empty() && !y.empty()) {
    if (is_digit(x.front()) && is_digit(y.front())) {
      const auto m = take_digits(x), n = take_digits(y);
      if (m.size() != n.size()) return m.size() < n.size() ? -1 : 1;
      if (const int order = m.compare(n); order != 0) return order;
    } else {
      if (x.front() != y.front())
        return static_cast<unsigned char>(x.front()) < static_cast<unsigned char>(y.front()) ? -1
                                                                                             : 1;
      x.remove_prefix(1);
      y.remove_prefix(1);
    }
  }
  if (x.empty() != y.empty()) return x.empty() ? -1 : 1;
  return a.compare(b);
}

std::size_t Column::missing() const {
  std::size_t count = 0;
  for (std::size_t row = 0; row < size(); ++row) count += is_missing(row);
  return count;
}

Column numeric(std::string name, std::vector<double> values) {
  return {.name = std::move(name), .kind = Column::Kind::numeric, .numbers = std::move(values)};
}

Column categorical(std::string name, std::span<const std::string_view> values) {
  Column column{.name = std::move(name), .kind = Column::Kind::categorical};
  std::unordered_map<std::string_view, std::int32_t> seen;
  std::vector<std::string_view> levels;
  column.codes.reserve(values.size());
  for (const auto value : values) {
    if (value.empty()) {
      column.codes.push_back(kNoLevel);
      continue;
    }
    const auto [at, is_new] = seen.try_emplace(value, static_cast<std::int32_t>(levels.size()));
    if (is_new) levels.push_back(value);
    column.codes.push_back(at->second);
  }
  std::vector<std::int32_t> order(levels.size()), place(levels.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](auto a, auto b) { return natural_order(levels[a], levels[b]) < 0; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = static_cast<std::int32_t>(i);
    column.levels.emplace_back(levels[order[i]]);
  }
  for (auto& code : column.codes)
    if (code != kNoLevel) code = place[code];
  return column;
}

Column categorical(std::string name, std::initializer_list<std::string_view> values) {
  return categorical(std::move(name),
                     std::span<const std::string_view>(values.begin(), values.size()));
}

Column rows_of(const Column& column, std::span<const std::uint32_t> places) {
  Column chosen{.name = column.name, .kind = column.kind, .levels = column.levels};
  if (column.kind == Column::Kind::numeric) {
    chosen.numbers.reserve(places.size());
    for (const auto place : places) chosen.numbers.push_back(column.numbers[place]);
  } else {
    chosen.codes.reserve(places.size());
    for (const auto place : places) chosen.codes.push_back(column.codes[place]);
  }
  return chosen;
}

Estimate<Table> Table::make(std::vector<std::string> keys, std::vector<Column> columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& column = columns[i];
    if (column.size() != keys.size())
      return tl::unexpected(about(Shortfall::Reason::unequal_lengths, column.name));
    for (std::size_t j = 0; j < i; ++j)
      if (columns[j].name == column.name)
        return tl::unexpected(about(Shortfall::Reason::duplicate_column, column.name));
    for (const double number : column.numbers)
      if (std::isinf(number))
        return tl::unexpected(about(Shortfall::Reason::not_finite, column.name));
  }
  Table table;
  auto& order = table.came_as_;
  order.resize(keys.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto before = [&](auto a, auto b) { return natural_order(keys[a], keys[b]) < 0; };
  const bool is_sorted = std::is_sorted(order.begin(), order.end(), before);
  if (!is_sorted) std::sort(order.begin(), order.end(), before);
  for (std::size_t i = 1; i < order.size(); ++i)
    if (keys[order[i - 1]] == keys[order[i]])
      return tl::unexpected(about(Shortfall::Reason::duplicate_keys, {}));
  if (is_sorted) {
    table.keys_ = std::move(keys);
    table.columns_ = std::move(columns);
    return table;
  }
  table.keys_.reserve(keys.size());
  for (const auto place : order) table.keys_.push_back(std::move(keys[place]));
  for (const auto& column : columns) table.columns_.push_back(rows_of(column, order));
  return table;
}

const Column* Table::find_column(std::string_view name) const {
  const auto at = std::find_if(columns_.begin(), columns_.end(),
                               [&](const Column& column) { return column.name == name; });
  return at == columns_.end() ? nullptr : &*at;
}

Table Table::rows(std::span<const std::uint32_t> places) const {
  Table chosen;
  for (const auto place : places) {
    chosen.keys_.push_back(keys_[place]);
    chosen.came_as_.push_back(came_as_[place]);
  }
  for (const auto& column : columns_) chosen.columns_.push_back(rows_of(column, places));
  return chosen;
}

}  // namespace enact::stats
