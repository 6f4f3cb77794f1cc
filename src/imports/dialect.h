// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "imports/csv_reader.h"

namespace enact::imports {

// How a CSV file is written down, and where its table begins.
struct Layout {
  Dialect dialect;
  int first_line = 1;             // of the table
  std::size_t begin = 0;          // the byte at which that line begins
  std::size_t cells = 1;          // that most rows have
  std::vector<TableRow> sample;   // the first rows of the table, as they stand in the bytes
  std::vector<TableRow> preface;  // rows that stand before it: the title of a report, its filters
};

// From the beginning of the text: the delimiter with which most rows have the same number of cells.
// Refused: what has none and is no list of short texts either, such as a letter or a log.
base::Result<Layout> detect_layout(std::string_view text,
                                   const ReadOptions& options,
                                   const TableLimits& limits);

bool is_blank(const TableRow& row);

}  // namespace enact::imports
