// SPDX-License-Identifier: Apache-2.0
#include "imports/dialect.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"

namespace enact::imports {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{256} << 10;
constexpr std::size_t kSampleRows = 300;
constexpr std::string_view kDelimiters = ",;\t|";

struct Fit {
  double share = 0;  // of rows that have `cells` cells
  std::size_t cells = 1;
  std::vector<TableRow> rows;
};

// What a text of many lines ends them with; those within quotes do not count.
LineEnds line_ends_of(std::string_view text) {
  std::size_t lf = 0;
  std::size_t cr = 0;
  bool in_quotes = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (text[at] == '\n') ++lf;
    if (text[at] == '\r' && !text.substr(at + 1).starts_with('\n')) ++cr;
  }
  return cr > lf ? LineEnds::cr : LineEnds::lf;
}

std::vector<TableRow> rows_of(std::string_view text,
                              const Dialect& dialect,
                              const TableLimits& limits,
                              int line) {
  const auto sample = text.substr(0, kSampleBytes);
  CsvReader reader(sample, dialect, limits, line);
  std::vector<TableRow> rows;
  for (TableRow row; rows.size() < kSampleRows && reader.next(row);)
    if (!is_blank(row)) rows.push_back(row);
  // The last row of a sample that was cut may be cut itself.
  const bool is_cut = sample.size() < text.size() && rows.size() < kSampleRows;
  if (is_cut && rows.size() > 1) rows.pop_back();
  return rows;
}

Fit fit_of(std::string_view text, const Dialect& dialect, const TableLimits& limits, int line) {
  Fit fit;
  fit.rows = rows_of(text, dialect, limits, line);
  std::map<std::size_t, std::size_t> counts;
  std::size_t faults = 0;
  for (const auto& row : fit.rows) {
    if (row.cells.size() > 1) ++counts[row.cells.size()];
    if (!row.fault.empty()) ++faults;
  }
  std::size_t most = 0;
  for (const auto& [cells, count] : counts) {
    if (count < most) continue;
    most = count;
    fit.cells = cells;
  }
  if (most == 0) return fit;
  // A first row that fits speaks for a delimiter: commas in every text do not stand in the header.
  const bool first_fits = fit.rows.front().cells.size() == fit.cells;
  fit.share = (double(most) - double(faults)) / double(fit.rows.size()) + (first_fits ? 0.1 : 0);
  return fit;
}

bool has_spaced_quotes(std::string_view text, char delimiter) {
  return text.substr(0, kSampleBytes).find(std::string{delimiter, ' ', '"'}) !=
         std::string_view::npos;
}

// The names of people or places, one a line, are a table of one column; a letter is not.
bool is_list_of_short_texts(const std::vector<TableRow>& rows) {
  constexpr std::size_t kLongLine = 80;
  std::size_t long_lines = 0;
  std::size_t sentences = 0;
  for (const auto& row : rows) {
    const auto cell = base::trim(row.cells.front());
    if (cell.size() > kLongLine) ++long_lines;
    if (cell.size() > kLongLine / 2 && (cell.ends_with('.') || cell.ends_with(','))) ++sentences;
  }
  return (long_lines + sentences) * 5 < rows.size();
}

// The byte at which a line begins, or nothing when the text has fewer.
std::optional<std::size_t> begin_of(std::string_view text, int line, LineEnds line_ends) {
  const char end = line_ends == LineEnds::cr ? '\r' : '\n';
  std::size_t at = 0;
  for (int behind = 1; behind < line; ++behind) {
    const auto found = text.find(end, at);
    if (found == std::string_view::npos) return std::nullopt;
    at = found + 1;
  }
  return at < text.size() ? std::optional(at) : std::nullopt;
}

// "sep=;", by which Excel tells itself the delimiter.
std::optional<char> stated_delimiter(std::string_view text) {
  const auto line = base::trim(text.substr(0, text.find_first_of("\r\n")));
  if (!base::lower(line).starts_with("sep=") || line.size() > 5) return std::nullopt;
  const char last = line.size() == 5 ? line[4] : '\t';  // trim took the tab
  return kDelimiters.find(last) != std::string_view::npos ? std::optional(last) : std::nullopt;
}

// What stands above a table is far narrower than it; a header that lacks a name or two is not.
void cut_preface(Layout& layout, std::string_view text) {
  constexpr std::size_t kLongest = 30;
  auto& rows = layout.sample;
  if (rows.front().cells.size() * 2 > layout.cells) return;
  std::size_t above = 1;
  while (above < rows.size() && rows[above].cells.size() != layout.cells) ++above;
  if (above == rows.size() || above > kLongest) return;
  const auto begin = begin_of(text, rows[above].line, layout.dialect.line_ends);
  if (!begin) return;
  layout.first_line = rows[above].line;
  layout.begin = *begin;
  layout.preface.assign(rows.begin(), rows.begin() + std::ptrdiff_t(above));
  rows.erase(rows.begin(), rows.begin() + std::ptrdiff_t(above));
}

}  // namespace

bool is_blank(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return base::trim(cell).empty(); });
}

base::Result<Layout> detect_layout(std::string_view text,
                                   const ReadOptions& options,
                                   const TableLimits& limits) {
  Layout layout;
  layout.dialect.line_ends = line_ends_of(text.substr(0, kSampleBytes));
  auto delimiter = options.delimiter;
  const auto stated = stated_delimiter(text);
  if (stated && !delimiter) delimiter = stated;
  layout.first_line = options.first_line.value_or(stated ? 2 : 1);
  const auto begin = begin_of(text, layout.first_line, layout.dialect.line_ends);
  if (!begin || layout.first_line < 1)
    return base::invalid("", "The table is said to begin on a line that the file does not have.");
  layout.begin = *begin;
  text.remove_prefix(*begin);

  Fit best;
  for (const char each : delimiter ? std::string_view(&*delimiter, 1) : kDelimiters) {
    for (const auto quotes : {Quotes::at_once, Quotes::after_spaces}) {
      if (quotes == Quotes::after_spaces && !has_spaced_quotes(text, each)) continue;
      const Dialect dialect{each, layout.dialect.line_ends, quotes};
      auto fit = fit_of(text, dialect, limits, layout.first_line);
      if (fit.share <= best.share && !best.rows.empty()) continue;
      best = std::move(fit);
      layout.dialect = dialect;
    }
  }
  layout.cells = best.cells;
  layout.sample = std::move(best.rows);
  if (layout.sample.empty()) return base::invalid("", "The file is empty.");
  const bool is_table = best.share >= 0.5 || delimiter;
  if (!is_table) {
    // One column: no delimiter cuts it, so one is taken that the lines do not hold.
    layout.dialect = {'\t', layout.dialect.line_ends, Quotes::at_once};
    layout.cells = 1;
    layout.sample = rows_of(text, layout.dialect, limits, layout.first_line);
    const bool is_cut = std::any_of(layout.sample.begin(), layout.sample.end(),
                                    [](const auto& row) { return row.cells.size() > 1; });
    if (is_cut || !is_list_of_short_texts(layout.sample))
      return base::invalid(
          "",
          "This file does not look like a table: its lines have no comma, semicolon, tab or "
          "pipe at which all of them could be cut into the same number of cells. Save the "
          "sheet as \"CSV UTF-8\" and bring that file.");
  }
  if (!options.first_line) {
    const auto before = layout.begin;
    cut_preface(layout, std::string_view(text.data() - before, text.size() + before));
  }
  return layout;
}

}  // namespace enact::imports
