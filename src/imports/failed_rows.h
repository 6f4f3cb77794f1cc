// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/csv.h"
#include "imports/table_file.h"

namespace enact::imports {

// The rows of a file that could not be taken over, as a CSV file of the same columns with the
// reason in a last one. It can be mended and brought in again: the reasons of the last time are a
// column that nobody needs to map. Formulas are defused (base/csv.h), which reading undoes.
class FailedRows {
 public:
  explicit FailedRows(const std::vector<std::string>& header);

  // Cells beyond the header, which a row with a fault may have, go into further columns of that
  // row.
  void add(const TableRow& row, const std::string& reason);

  std::size_t count() const { return count_; }
  const std::string& text() const { return writer_.text(); }  // UTF-8 with LF
  const std::string& reason_column() const { return reason_column_; }

 private:
  std::size_t columns_;
  std::string reason_column_;
  base::CsvWriter writer_;
  std::size_t count_ = 0;
};

}  // namespace enact::imports
