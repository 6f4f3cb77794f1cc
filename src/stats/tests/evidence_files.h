// SPDX-License-Identifier: Apache-2.0
// The public reference of matching: data on 614 people and what other programs make of them. The
// files lie beside the project, in ../shared/evidence or where ENACT_SHARED says; without them the
// tests that use them are skipped.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/csv.h"
#include "stats/table.h"

namespace enact::stats::evidence {

inline std::optional<std::filesystem::path> folder() {
  const char* told = std::getenv("ENACT_SHARED");
  const auto project = std::filesystem::path(ENACT_ROOM_DIR) / ".." / "..";
  const auto shared = told != nullptr ? std::filesystem::path(told) : project / ".." / "shared";
  const auto evidence = shared / "evidence";
  return std::filesystem::exists(evidence / "lalonde.csv") ? std::optional(evidence) : std::nullopt;
}

inline base::CsvTable read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  auto table = base::read_csv(text.str());
  if (!table) throw std::runtime_error(file.string() + ": " + table.error().message);
  return std::move(*table);
}

inline std::vector<double> numbers(const base::CsvTable& file, std::string_view column) {
  std::vector<double> values;
  for (std::size_t row = 0; row < file.rows.size(); ++row) {
    const std::string cell(file.cell(row, column));
    values.push_back(cell.empty() ? kMissing : std::stod(cell));
  }
  return values;
}

inline std::vector<std::string> texts(const base::CsvTable& file, std::string_view column) {
  std::vector<std::string> values;
  for (std::size_t row = 0; row < file.rows.size(); ++row)
    values.emplace_back(file.cell(row, column));
  return values;
}

// The people, in the order of their keys, which is that of the file.
struct Lalonde {
  Table table;
  std::vector<char> treated;
  std::vector<const Column*> covariates;

  const Column& column(std::string_view name) const { return *table.find_column(name); }
};

inline Lalonde lalonde(const std::filesystem::path& evidence) {
  const auto file = read(evidence / "lalonde.csv");
  std::vector<Column> columns;
  const auto race = texts(file, "race");
  for (const char* name : {"age", "educ", "race", "married", "nodegree", "re74", "re75", "re78",
                           "employed78", "treat"})
    columns.push_back(
        std::string_view(name) == "race"
            ? categorical("race", std::vector<std::string_view>(race.begin(), race.end()))
            : numeric(name, numbers(file, name)));
  Lalonde data{*Table::make(texts(file, "id"), std::move(columns)), {}, {}};
  for (const double each : data.column("treat").numbers) data.treated.push_back(each == 1);
  for (const char* name : {"age", "educ", "race", "married", "nodegree", "re74", "re75"})
    data.covariates.push_back(data.table.find_column(name));
  return data;
}

// A column of a file of units, put in the order of the table's keys.
inline std::vector<double> by_key(const Lalonde& data,
                                  const base::CsvTable& file,
                                  std::string_view column) {
  std::map<std::string, double> found;
  const auto keys = texts(file, "id");
  const auto values = numbers(file, column);
  for (std::size_t i = 0; i < keys.size(); ++i) found[keys[i]] = values[i];
  std::vector<double> result;
  for (const auto& key : data.table.keys()) result.push_back(found.at(key));
  return result;
}

}  // namespace enact::stats::evidence

#define SKIP_WITHOUT_EVIDENCE(folder)                                           \
  if (!(folder))                                                                \
  GTEST_SKIP() << "The public reference of matching is not here; ENACT_SHARED " \
                  "says where the folder is that holds evidence/."
