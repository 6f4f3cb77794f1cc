// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::base {

using CsvRow = std::vector<std::string>;

// Writes RFC 4180 with LF line ends. A cell that a spreadsheet would run as a formula (it starts
// with = + - @, a tab or a carriage return, and is no plain number) gets a leading apostrophe.
class CsvWriter {
 public:
  explicit CsvWriter(const CsvRow& header) { add(header); }
  void add(const CsvRow& cells);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Reads RFC 4180 text: quoted cells may hold commas, quotes and newlines; CRLF or LF; a leading
// byte-order mark is dropped. Faults name the line.
struct CsvTable {
  CsvRow header;
  std::vector<CsvRow> rows;
  std::vector<int> lines;  // where each row began, 1-based

  // The cell of a row under a header name, or nothing where the column is missing.
  std::string_view cell(std::size_t row, std::string_view column) const;
};

Result<CsvTable> read_csv(std::string_view text);

}  // namespace enact::base
