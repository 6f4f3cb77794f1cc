// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "imports/table_file.h"

namespace enact::imports {

enum class LineEnds { lf, cr };  // CRLF counts as LF; CR alone is what old Macintoshes wrote
enum class Quotes { at_once, after_spaces };

// How a CSV file is written down.
struct Dialect {
  char delimiter = ',';
  LineEnds line_ends = LineEnds::lf;
  Quotes quotes = Quotes::at_once;  // `a, "b, c"` is meant as two cells in some files
};

// Cuts a text into rows of cells, as they stand in the bytes. Never fails: a row whose quotes are
// wrong gets a fault, and the next row begins on the next line as if the quote were a letter, so
// that one stray quote does not swallow the rest of a file.
class CsvReader {
 public:
  // `text` must outlive the reader.
  CsvReader(std::string_view text, const Dialect& dialect, const TableLimits& limits, int line = 1);

  bool next(TableRow& row);
  std::size_t unclosed_quotes() const { return unclosed_; }

 private:
  enum class CellEnd { delimiter, line, text };

  CellEnd read_cell(std::string& cell, std::string& fault, std::size_t number);
  bool read_quoted(std::string& cell, std::string& fault, std::size_t number);
  bool end_where_meant(std::string& cell, std::size_t begin);
  CellEnd read_plain(std::string& cell, std::string& fault, std::size_t number);
  void append(std::string& cell, std::string_view part, std::string& fault, std::size_t number);
  bool is_line_end(std::size_t at) const;
  int line_ends_in(std::string_view part) const;

  std::string_view text_;
  Dialect dialect_;
  TableLimits limits_;
  std::array<bool, 256> stops_{};  // bytes at which a cell may end
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t unclosed_ = 0;
};

}  // namespace enact::imports
