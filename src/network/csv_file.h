// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/result.h"

namespace enact::network {

struct Columns {
  base::CsvRow all;  // in the order of an export
  std::vector<std::string> required;
};

// A table of known columns, read for an import. Empty rows, which spreadsheets like to add, are
// left out.
class CsvFile {
 public:
  // Every fault of the file as a table: not UTF-8, unknown, doubled or missing columns.
  static base::Result<CsvFile> read(std::string_view text, const Columns& columns);

  std::size_t size() const { return rows_.size(); }
  int line(std::size_t row) const { return table_.lines[rows_[row]]; }
  bool has(std::string_view column) const;
  // What was meant by the cell: tidied, and without the mark that keeps it from being a formula.
  std::string one_line(std::size_t row, std::string_view column) const;
  std::string several_lines(std::size_t row, std::string_view column) const;

 private:
  explicit CsvFile(base::CsvTable table);

  base::CsvTable table_;
  std::vector<std::size_t> rows_;
};

}  // namespace enact::network
