// SPDX-License-Identifier: Apache-2.0
#include "imports/csv_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "imports/dialect.h"
#include "imports/encoding.h"
#include "imports/header_row.h"
#include "imports/warnings.h"

namespace enact::imports {
namespace {

class CsvRows : public RowSource {
 public:
  CsvRows(std::string bytes, const TableLimits& limits)
      : bytes_(std::move(bytes)), limits_(limits), reader_({}, {}, limits) {}

  void start(std::size_t begin, const Dialect& dialect, int line) {
    begin_ = begin;
    dialect_ = dialect;
    line_ = line;
    rewind();
  }
  void rewind() override {
    reader_ = CsvReader(text(), dialect_, limits_, line_);
    TableRow header;
    if (has_header) next(header);
  }
  std::string_view text() const { return std::string_view(bytes_).substr(begin_); }

  bool next(TableRow& row) override { return read(row, nullptr); }

  // The next row that is not empty; what deserves a warning is noted.
  bool read(TableRow& row, Warnings* warnings) {
    while (reader_.next(row)) {
      finish(row, warnings);
      if (!is_blank(row)) return true;
    }
    return false;
  }

  void finish(TableRow& row, Warnings* warnings) const;

  EncodingFacts encoding;
  bool is_told = false;
  bool has_header = false;
  std::size_t columns = 0;  // 0: not known yet
  std::size_t unclosed_quotes() const { return reader_.unclosed_quotes(); }

 private:
  std::string bytes_;
  TableLimits limits_;
  std::size_t begin_ = 0;
  Dialect dialect_;
  int line_ = 1;
  CsvReader reader_;
};

void CsvRows::finish(TableRow& row, Warnings* warnings) const {
  using Kind = Warnings::Kind;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto& cell = row.cells[i];
    if (!encoding.is_clean) {
      const auto before = warnings != nullptr ? cell : std::string();
      const auto decoded =
          is_told ? decode_as_told(cell, encoding.encoding) : decode(cell, encoding.encoding);
      if (warnings != nullptr && decoded == Decoded::as_another)
        warnings->note(before.find('\0') != std::string::npos ? Kind::nul : Kind::mixed, row.line,
                       i, cell);
      else if (warnings != nullptr && before != cell)
        warnings->note(Kind::turned, row.line, i, cell);
    }
    const bool is_formula = cell.starts_with('=');
    if (undo_spreadsheet_marks(cell) && is_formula && warnings != nullptr)
      warnings->note(Kind::text_formula, row.line, i, cell);
  }
  if (columns == 0) return;
  while (row.cells.size() > columns && base::trim(row.cells.back()).empty()) row.cells.pop_back();
  if (row.fault.empty() && row.cells.size() != columns)
    row.fault = fmt::format("This row has {} where the header has {}.",
                            base::counted(std::ssize(row.cells), "cell", "cells"), columns);
}

std::string_view name_of(char delimiter) {
  return delimiter == ';'    ? "Semicolon-separated"
         : delimiter == '\t' ? "Tab-separated"
         : delimiter == '|'  ? "Pipe-separated"
                             : "Comma-separated";
}

// One line of digits with groups, such as "6,256".
std::string grouped(std::size_t n) {
  auto text = std::to_string(n);
  for (auto at = std::ssize(text) - 3; at > 0; at -= 3) text.insert(std::size_t(at), ",");
  return text;
}

// Rows that do not fit their header are listed one by one; a file in which they are the rule was
// cut wrongly, and a list of all its lines would help nobody.
bool is_hopeless(const TableFacts& facts) {
  constexpr std::size_t kEnough = 20;
  return facts.rows >= kEnough && facts.faulty_rows * 2 > facts.rows;
}

base::Failure hopeless(const TableFacts& facts, std::size_t columns) {
  return base::invalid(
      "", fmt::format("This file does not look like a table: {} of its first {} rows do not have "
                      "the {} of its header. Save the sheet as \"CSV UTF-8\" and bring that file.",
                      grouped(facts.faulty_rows), grouped(facts.rows),
                      base::counted(std::int64_t(columns), "cell", "cells")));
}

base::Result<void> survey(CsvRows& rows, const TableLimits& limits, Opened& opened) {
  constexpr std::size_t kLookAgain = 5'000;  // rows, so that a long file is refused early
  constexpr std::size_t kMostUnclosed = 100;
  auto& facts = opened.facts;
  Warnings warnings(opened.header);
  for (TableRow row; rows.read(row, &warnings);) {
    ++facts.rows;
    if (!row.fault.empty()) {
      ++facts.faulty_rows;
      warnings.note_fault(row);
    }
    if (facts.rows > limits.rows)
      return base::invalid("", fmt::format("This file has more than {} rows. Split it, and bring "
                                           "the parts one after another.",
                                           grouped(limits.rows)));
    if (rows.unclosed_quotes() > kMostUnclosed)
      return base::invalid("", fmt::format("More than {} quotes are never closed, the last of them "
                                           "on line {}. Write quotes within a cell twice, or leave "
                                           "them out.",
                                           kMostUnclosed, row.line));
    if (facts.rows % kLookAgain == 0 && is_hopeless(facts))
      return hopeless(facts, opened.header.size());
  }
  if (is_hopeless(facts)) return hopeless(facts, opened.header.size());
  rows.rewind();
  warnings.say(facts);
  return {};
}

void warn_of_preface(const Layout& layout, const CsvRows& rows, TableFacts& facts) {
  if (layout.preface.empty()) return;
  auto first = layout.preface.front();
  rows.finish(first, nullptr);
  facts.warnings.push_back(
      {.field = {},
       .message = fmt::format(
           "The table begins on line {}. What stands above it is left out, from \"{}\" on.",
           layout.first_line, base::shorten(base::join(first.cells, " "), 80)),
       .file = {},
       .line = first.line});
}

}  // namespace

bool undo_spreadsheet_marks(std::string& cell) {
  if (cell.starts_with("=\"") && cell.ends_with('"') && cell.size() > 2) {
    if (cell.find('"', 2) != cell.size() - 1) return false;  // a formula with texts in it
    cell = cell.substr(2, cell.size() - 3);
    return true;
  }
  if (!cell.starts_with('\'')) return false;
  const auto written = [](std::string text) {
    return base::CsvWriter(base::CsvRow{std::move(text)}).text();
  };
  auto rest = cell.substr(1);
  if (written(rest) != written(cell)) return false;
  cell = std::move(rest);
  return true;
}

base::Result<Opened> open_csv(std::string bytes,
                              std::size_t begin,
                              const ReadOptions& options,
                              const TableLimits& limits) {
  Opened opened;
  auto rows = std::make_unique<CsvRows>(std::move(bytes), limits);
  rows->start(begin, {}, 1);
  rows->encoding = detect_encoding(rows->text());
  if (options.encoding && *options.encoding != Encoding::utf16) {
    rows->is_told = true;
    rows->encoding.encoding = *options.encoding;
    if (*options.encoding != Encoding::utf8)
      rows->encoding.is_clean = rows->encoding.is_clean && rows->encoding.beyond_ascii == 0;
  }
  auto layout = detect_layout(rows->text(), options, limits);
  if (!layout) return tl::unexpected(layout.error());
  for (auto& row : layout->sample) rows->finish(row, nullptr);

  auto& facts = opened.facts;
  facts.encoding = rows->encoding.encoding;
  facts.delimiter = layout->dialect.delimiter;
  facts.header_row = options.header_row.value_or(detect_header(layout->sample));
  warn_of_preface(*layout, *rows, facts);
  rows->start(begin + layout->begin, layout->dialect, layout->first_line);
  std::vector<std::string> names;
  if (facts.header_row == HeaderRow::present) {
    TableRow header;
    rows->next(header);
    if (!header.fault.empty())
      return base::invalid({{.field = {},
                             .message = "The header cannot be read. " + header.fault,
                             .file = {},
                             .line = header.line}});
    names = std::move(header.cells);
    rows->has_header = true;
  } else {
    names.resize(layout->cells);
  }
  opened.header = column_names(names, layout->first_line, facts.warnings);
  rows->columns = opened.header.size();
  if (auto done = survey(*rows, limits, opened); !done) return tl::unexpected(done.error());
  facts.words = fmt::format(
      "{}, {}, {}, {}{}", opened.header.size() == 1 ? "One column" : name_of(facts.delimiter),
      words(facts.encoding), base::counted(std::ssize(opened.header), "column", "columns"),
      facts.rows == 1 ? "1 row" : grouped(facts.rows) + " rows",
      facts.header_row == HeaderRow::absent ? ", no header" : "");
  opened.rows = std::move(rows);
  return opened;
}

}  // namespace enact::imports
