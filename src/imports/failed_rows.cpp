// SPDX-License-Identifier: Apache-2.0
#include "imports/failed_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace enact::imports {
namespace {

// "Reason", unless the file has such a column of its own.
std::string free_name(const std::vector<std::string>& header) {
  std::string name = "Reason";
  for (int n = 2; std::find(header.begin(), header.end(), name) != header.end(); ++n)
    name = fmt::format("Reason ({})", n);
  return name;
}

base::CsvRow with(base::CsvRow cells, const std::string& last) {
  cells.push_back(last);
  return cells;
}

}  // namespace

FailedRows::FailedRows(const std::vector<std::string>& header)
    : columns_(header.size()),
      reason_column_(free_name(header)),
      writer_(with(header, reason_column_)) {}

void FailedRows::add(const TableRow& row, const std::string& reason) {
  const auto own = std::min(row.cells.size(), columns_);
  base::CsvRow cells(row.cells.begin(), row.cells.begin() + std::ptrdiff_t(own));
  cells.resize(columns_);
  cells.push_back(row.line == 0 ? reason : fmt::format("Line {}: {}", row.line, reason));
  cells.insert(cells.end(), row.cells.begin() + std::ptrdiff_t(own), row.cells.end());
  writer_.add(cells);
  ++count_;
}

}  // namespace enact::imports
