// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::base {
namespace {

bool is_number(std::string_view cell) {
  const auto digits = cell.substr(cell.starts_with('-') || cell.starts_with('+') ? 1 : 0);
  return !digits.empty() && std::all_of(digits.begin(), digits.end(),
                                        [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

bool is_formula(std::string_view cell) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  return !cell.empty() && kStarts.find(cell.front()) != std::string_view::npos && !is_number(cell);
}

std::string quoted(std::string_view cell) {
  std::string text = is_formula(cell) ? "'" + std::string(cell) : std::string(cell);
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return '"' + replace_all(std::move(text), "\"", "\"\"") + '"';
}

// Reads one row starting at `at`, which is left behind its line end. False: a quote never closes.
bool read_row(std::string_view text, std::size_t& at, int& line, CsvRow& row) {
  std::string cell;
  bool in_quotes = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') ++line;
    if (in_quotes) {
      if (c != '"')
        cell += c;
      else if (at + 1 < text.size() && text[at + 1] == '"')
        cell += text[++at];
      else
        in_quotes = false;
    } else if (c == '"' && cell.empty()) {
      in_quotes = true;
    } else if (c == ',') {
      row.push_back(std::move(cell));
      cell.clear();
    } else if (c == '\n') {
      ++at;
      break;
    } else if (c != '\r' || at + 1 >= text.size() || text[at + 1] != '\n') {
      cell += c;
    }
  }
  row.push_back(std::move(cell));
  return !in_quotes;
}

}  // namespace

void CsvWriter::add(const CsvRow& cells) {
  for (const auto& cell : cells) {
    if (&cell != &cells.front()) text_ += ',';
    text_ += quoted(cell);
  }
  text_ += '\n';
}

std::string_view CsvTable::cell(std::size_t row, std::string_view column) const {
  const auto found = std::find(header.begin(), header.end(), column);
  const auto index = static_cast<std::size_t>(found - header.begin());
  return index < rows[row].size() ? std::string_view(rows[row][index]) : std::string_view{};
}

Result<CsvTable> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CsvTable table;
  std::vector<Fault> faults;
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const int start = line;
    CsvRow row;
    if (!read_row(text, at, line, row))
      faults.push_back({.field = {},
                        .message = "A quoted cell that starts here is never closed.",
                        .file = {},
                        .line = start});
    if (row.size() == 1 && row[0].empty()) continue;
    if (table.header.empty()) {
      table.header = std::move(row);
      continue;
    }
    if (row.size() != table.header.size())
      faults.push_back(
          {.field = {},
           .message = fmt::format("This row has {} where the header has {}.",
                                  counted(std::ssize(row), "cell", "cells"), table.header.size()),
           .file = {},
           .line = start});
    table.rows.push_back(std::move(row));
    table.lines.push_back(start);
  }
  if (table.header.empty())
    faults.push_back({.field = {}, .message = "The file is empty.", .file = {}, .line = 1});
  if (!faults.empty()) return invalid(std::move(faults));
  return table;
}

}  // namespace enact::base
