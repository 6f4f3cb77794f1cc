// SPDX-License-Identifier: Apache-2.0
// Tables of which it is known how they were made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stats/comparators.h"
#include "stats/linkage.h"
#include "stats/random.h"

namespace enact::stats::simulated {

// One column: how many values there are, all equally common, so that u is one in so many; how often
// a match keeps its value, and how often a value is missing.
struct Column {
  std::uint64_t values;
  double kept;
  double missing = 0;
};

struct Table {
  Records records;
  std::vector<std::string> truth;
};

inline std::vector<std::string> names(std::size_t columns) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < columns; ++i) all.push_back("c" + std::to_string(i));
  return all;
}

// `size` rows "p0", "p1" ..., and a second row "q0", "q1" ... about each of the first `matches`.
inline std::vector<std::vector<std::string>> rows(const std::vector<Column>& columns,
                                                  std::size_t size,
                                                  std::size_t matches,
                                                  std::uint64_t seed = 1) {
  Random random(seed, "simulated");
  std::vector<std::vector<std::string>> all;
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<std::string> row{"p" + std::to_string(i), std::to_string(i)};
    for (const auto& column : columns)
      row.push_back("v" + std::to_string(random.below(column.values)));
    all.push_back(row);
  }
  for (std::size_t i = 0; i < matches; ++i) {
    auto row = all[i];
    row[0][0] = 'q';
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const auto before = row[k + 2];
      if (random.uniform() >= columns[k].kept)
        while (row[k + 2] == before)
          row[k + 2] = "v" + std::to_string(random.below(columns[k].values));
    }
    all.push_back(row);
  }
  for (auto& row : all)
    for (std::size_t k = 0; k < columns.size(); ++k)
      if (random.uniform() < columns[k].missing) row[k + 2].clear();
  return all;
}

// From rows of key, truth and values.
inline Table table(const std::vector<std::vector<std::string>>& rows) {
  Table table{Records(names(rows.at(0).size() - 2)), {}};
  for (const auto& row : rows) {
    const std::vector<std::string_view> values(row.begin() + 2, row.end());
    if (!table.records.add(row[0], values)) throw std::runtime_error("bad row");
    table.truth.push_back(row[1]);
  }
  return table;
}

inline Comparison same(const std::string& column, TermFrequency term_frequency = {}) {
  return {.column = column,
          .similarity = exact,
          .levels = {{"same " + column, kEqual}},
          .otherwise = "other " + column,
          .term_frequency = term_frequency};
}

// Compares every column, and every pair of rows that share two neighbouring columns.
inline LinkagePlan plan(std::size_t columns) {
  LinkagePlan plan;
  for (const auto& name : names(columns)) plan.comparisons.push_back(same(name));
  for (std::size_t i = 0; i < columns; ++i)
    plan.rules.push_back({{BlockingKey::whole(names(columns)[i]),
                           BlockingKey::whole(names(columns)[(i + 1) % columns])}});
  return plan;
}

}  // namespace enact::stats::simulated
