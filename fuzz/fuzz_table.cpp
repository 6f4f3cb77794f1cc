// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, they are refused with a sentence or become rows of UTF-8 under names that can
// be told apart; what was read is read again the same after it was written as CSV.
#include <algorithm>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "fuzz.h"
#include "imports/table_file.h"

namespace {

using namespace enact;
using Rows = std::vector<std::vector<std::string>>;

void must_be_text(const std::string& text) {
  fuzz::must(!base::invalid_utf8(text));
  fuzz::must(text.find('\0') == std::string::npos);
}

Rows rows_of(imports::TableFile& file) {
  Rows rows;
  std::size_t all = 0;
  std::size_t faulty = 0;
  int line = 0;
  for (imports::TableRow row; file.next(row); ++all) {
    for (const auto& cell : row.cells) must_be_text(cell);
    must_be_text(row.fault);
    fuzz::must(row.line >= line);
    line = row.line;
    if (!row.fault.empty()) ++faulty;
    if (!row.fault.empty()) continue;
    fuzz::must(row.cells.size() == file.header().size());
    rows.push_back(row.cells);
  }
  fuzz::must(all == file.facts().rows && faulty == file.facts().faulty_rows);
  return rows;
}

// An apostrophe before a formula is what writing adds and reading takes away.
bool is_ambiguous(const std::string& cell) {
  return cell.size() > 1 && cell[0] == '\'' &&
         std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos;
}

bool is_ambiguous_row(const std::vector<std::string>& row) {
  return std::any_of(row.begin(), row.end(), is_ambiguous);
}

void must_be_read_again(const imports::TableFile& file, const Rows& rows) {
  base::CsvWriter writer(file.header());
  for (const auto& row : rows) writer.add(row);
  if (is_ambiguous_row(file.header()) || std::any_of(rows.begin(), rows.end(), is_ambiguous_row))
    return;
  auto again = imports::TableFile::open(writer.text(), {.format = imports::Format::csv,
                                                        .encoding = imports::Encoding::utf8,
                                                        .delimiter = ',',
                                                        .header_row = imports::HeaderRow::present,
                                                        .first_line = 1});
  // A text may begin like another kind of file, which no CSV does.
  if (!again) return;
  fuzz::must(again->header().size() == file.header().size());
  fuzz::must(rows_of(*again) == rows);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = fuzz::text_of(data, size);
  imports::ReadOptions options;
  // "!csv", "!yaml", "!json" and "!vcard" on the first line say what to read the rest as.
  if (text.starts_with('!')) {
    const auto told = fuzz::cut_line(text);
    if (told == "!csv") options.format = imports::Format::csv;
    if (told == "!yaml") options.format = imports::Format::yaml;
    if (told == "!json") options.format = imports::Format::json;
    if (told == "!vcard") options.format = imports::Format::vcard;
    if (told == "!utf16") options.encoding = imports::Encoding::utf16;
  }
  auto file = imports::TableFile::open(std::string(text), options);
  if (!file) {
    fuzz::must(!file.error().message.empty());
    must_be_text(file.error().message);
    return 0;
  }
  must_be_text(file->facts().words);
  for (const auto& warning : file->facts().warnings) must_be_text(warning.message);
  const std::set<std::string> names(file->header().begin(), file->header().end());
  fuzz::must(names.size() == file->header().size() && !names.contains(""));
  for (const auto& name : names) must_be_text(name);
  const auto rows = rows_of(*file);
  file->rewind();
  fuzz::must(rows_of(*file) == rows);
  must_be_read_again(*file, rows);
  return 0;
}
