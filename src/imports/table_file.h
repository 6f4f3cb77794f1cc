// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace enact::imports {

enum class Format { csv, yaml, json, vcard };
enum class Encoding { utf8, utf16, windows_1252, mac_roman };
enum class HeaderRow { present, absent };

// What a person says of a file where it is not to be guessed.
struct ReadOptions {
  std::optional<Format> format;
  std::optional<Encoding> encoding;
  std::optional<char> delimiter;  // comma, semicolon, tab or pipe; CSV only
  std::optional<HeaderRow> header_row;
  std::optional<int> first_line;  // where the table begins, when text stands before it; CSV only
  // Of nested records, see record_table.h; YAML and JSON only:
  std::string rows_in;     // the list of each record of which every item is a row
  std::string current_in;  // the list of each record of which only the current item is read
};

// What no file may exceed. A cell that is longer, and a row that has more cells, is cut there and
// handed on with a fault; anything else ends the reading with a sentence.
struct TableLimits {
  std::size_t file_bytes = std::size_t{64} << 20;
  std::size_t yaml_bytes = std::size_t{4} << 20;  // yaml-cpp takes seconds for more
  std::size_t rows = 1'000'000;
  std::size_t columns = 2'000;
  std::size_t cell_bytes = std::size_t{64} << 10;
};

struct TableFacts {
  Format format = Format::csv;
  Encoding encoding = Encoding::utf8;
  char delimiter = ',';  // CSV only
  HeaderRow header_row = HeaderRow::present;
  std::size_t rows = 0;  // that next() will hand on
  std::size_t faulty_rows = 0;
  std::string words;                  // "Comma-separated, Windows-1252, 73 columns, 6,256 rows"
  std::vector<base::Fault> warnings;  // in the order of lines; the first few of each kind
};

struct TableRow {
  int line = 0;                    // where the row begins, 1-based
  std::vector<std::string> cells;  // UTF-8 without NUL; one for each column unless there is a fault
  std::string fault;               // why the row cannot be used, a sentence; empty when it can
};

class RowSource;

// A file of rows and columns that a stranger hands in: CSV of any common kind, a YAML or JSON list
// of records, a stream of YAML documents, or contact cards. Opening looks through the whole file
// once, so that what is wrong with it is known before the first row is read; reading then makes no
// second copy of it. Empty rows are left out. How nested records become columns stands in
// record_columns.h.
class TableFile {
 public:
  // Refused with a sentence: what is no table, what is too large, and what cannot be read as told.
  static base::Result<TableFile> open(std::string bytes,
                                      const ReadOptions& options = {},
                                      const TableLimits& limits = {});

  TableFile(TableFile&&) noexcept;
  TableFile& operator=(TableFile&&) noexcept;
  ~TableFile();

  const TableFacts& facts() const { return facts_; }

  // Trimmed, never empty, no two alike: a column without a name is "column 5", a second "phone" is
  // "phone (2)".
  const std::vector<std::string>& header() const { return header_; }

  // The next row in the order of the file; false at its end. The row's memory is used again.
  bool next(TableRow& row);
  void rewind();

 private:
  TableFile();

  TableFacts facts_;
  std::vector<std::string> header_;
  std::unique_ptr<RowSource> rows_;
};

}  // namespace enact::imports
