// SPDX-License-Identifier: Apache-2.0
#include "imports/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace enact::imports {
namespace {

// The first fault is the one that explains the others.
void say(std::string& fault, std::string sentence) {
  if (fault.empty()) fault = std::move(sentence);
}

}  // namespace

CsvReader::CsvReader(std::string_view text,
                     const Dialect& dialect,
                     const TableLimits& limits,
                     int line)
    : text_(text), dialect_(dialect), limits_(limits), line_(line) {
  for (const char c : {dialect.delimiter, '\n', '\r'}) stops_[static_cast<unsigned char>(c)] = true;
}

bool CsvReader::next(TableRow& row) {
  row.fault.clear();
  row.line = line_;
  if (at_ >= text_.size()) return false;
  std::size_t count = 0;
  std::string beyond;  // cells that are read past and left out
  for (auto end = CellEnd::delimiter; end == CellEnd::delimiter;) {
    const bool fits = count < limits_.columns;
    if (fits && count == row.cells.size()) row.cells.emplace_back();
    auto& cell = fits ? row.cells[count] : beyond;
    cell.clear();
    if (fits) ++count;
    if (!fits && row.fault.empty())
      row.fault = fmt::format("This row has more than {} cells.", limits_.columns);
    end = read_cell(cell, row.fault, count);
  }
  row.cells.resize(count);
  return true;
}

CsvReader::CellEnd CsvReader::read_cell(std::string& cell, std::string& fault, std::size_t number) {
  const auto begin = at_;
  const auto line = line_;
  if (dialect_.quotes == Quotes::after_spaces)
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  if (at_ >= text_.size() || text_[at_] != '"') {
    at_ = begin;
    return read_plain(cell, fault, number);
  }
  std::string too_long;
  bool is_closed = read_quoted(cell, too_long, number);
  if (is_closed) {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ >= text_.size() || text_[at_] == dialect_.delimiter || is_line_end(at_)) {
      if (!too_long.empty()) say(fault, std::move(too_long));
      return read_plain(cell, fault, number);
    }
    is_closed = line_ == line;  // over several lines it is more likely a stray quote
  }
  if (is_closed) {
    say(fault,
        fmt::format("Cell {} goes on behind its closing quote. Write a quote within a quoted "
                    "cell twice.",
                    number));
    if (end_where_meant(cell, begin)) return read_plain(cell, fault, number);
  } else {
    ++unclosed_;
    say(fault,
        fmt::format("The quote that opens cell {} on line {} is never closed.", number, line));
  }
  at_ = begin;
  line_ = line;
  cell.clear();
  return read_plain(cell, fault, number);
}

// A cell such as "the "old" name": it is meant to end at the quote that a delimiter or the line's
// end follows. False when there is none on this line.
bool CsvReader::end_where_meant(std::string& cell, std::size_t begin) {
  const auto open = text_.find('"', begin);
  for (auto at = at_; at < text_.size() && at - begin < limits_.cell_bytes && !is_line_end(at);
       ++at) {
    if (text_[at] != '"') continue;
    const auto behind = at + 1;
    if (behind < text_.size() && text_[behind] != dialect_.delimiter && !is_line_end(behind))
      continue;
    cell.assign(text_, open + 1, at - open - 1);
    at_ = behind;
    return true;
  }
  return false;
}

// From the opening quote to behind the closing one; false when that never comes.
bool CsvReader::read_quoted(std::string& cell, std::string& fault, std::size_t number) {
  constexpr std::size_t kWidest = 2;  // how far the closing quote is looked for, in longest cells
  const auto begin = at_++;
  for (;;) {
    if (at_ - begin >= kWidest * limits_.cell_bytes) return false;
    const auto window = text_.substr(at_, begin + kWidest * limits_.cell_bytes - at_);
    const auto part = window.substr(0, window.find('"'));
    if (part.size() == window.size()) return false;
    line_ += line_ends_in(part);
    append(cell, part, fault, number);
    at_ += part.size() + 1;
    if (at_ >= text_.size() || text_[at_] != '"') return true;
    append(cell, "\"", fault, number);
    ++at_;
  }
}

CsvReader::CellEnd CsvReader::read_plain(std::string& cell,
                                         std::string& fault,
                                         std::size_t number) {
  for (;;) {
    const auto begin = at_;
    while (at_ < text_.size() && !stops_[static_cast<unsigned char>(text_[at_])]) ++at_;
    append(cell, text_.substr(begin, at_ - begin), fault, number);
    if (at_ >= text_.size()) return CellEnd::text;
    if (text_[at_] == dialect_.delimiter) {
      ++at_;
      return CellEnd::delimiter;
    }
    if (is_line_end(at_)) {
      at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
      ++line_;
      return CellEnd::line;
    }
    append(cell, text_.substr(at_++, 1), fault, number);
  }
}

void CsvReader::append(std::string& cell,
                       std::string_view part,
                       std::string& fault,
                       std::size_t number) {
  const auto room = limits_.cell_bytes - std::min(cell.size(), limits_.cell_bytes);
  cell.append(part.substr(0, room));
  if (part.size() > room)
    say(fault, fmt::format("Cell {} holds more than {} bytes; it is cut there.", number,
                           limits_.cell_bytes));
}

bool CsvReader::is_line_end(std::size_t at) const {
  if (text_[at] == '\n') return true;
  if (text_[at] != '\r') return false;
  return dialect_.line_ends == LineEnds::cr || (at + 1 < text_.size() && text_[at + 1] == '\n');
}

int CsvReader::line_ends_in(std::string_view part) const {
  auto count = std::count(part.begin(), part.end(), '\n');
  if (dialect_.line_ends == LineEnds::cr)
    for (std::size_t at = 0; at < part.size(); ++at)
      if (part[at] == '\r' && (at + 1 == part.size() || part[at + 1] != '\n')) ++count;
  return static_cast<int>(count);
}

}  // namespace enact::imports
