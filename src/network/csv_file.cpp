// SPDX-License-Identifier: Apache-2.0
#include "network/csv_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

base::Fault fault_at(int line, std::string message) {
  return {.field = {}, .message = std::move(message), .file = {}, .line = line};
}

bool has(const base::CsvRow& row, std::string_view cell) {
  return std::find(row.begin(), row.end(), cell) != row.end();
}

std::vector<base::Fault> faults_of_header(const base::CsvRow& header, const Columns& columns) {
  std::vector<base::Fault> faults;
  base::CsvRow seen;
  for (const auto& name : header) {
    if (!has(columns.all, name))
      faults.push_back(
          fault_at(1, fmt::format("The column \"{}\" is not known. The columns are {}.",
                                  base::shorten(name, 60), base::join(columns.all, ", "))));
    else if (has(seen, name))
      faults.push_back(fault_at(1, fmt::format("The column \"{}\" stands there twice.", name)));
    seen.push_back(name);
  }
  for (const auto& name : columns.required)
    if (!has(header, name))
      faults.push_back(fault_at(1, fmt::format("The column \"{}\" is missing.", name)));
  return faults;
}

}  // namespace

base::Result<CsvFile> CsvFile::read(std::string_view text, const Columns& columns) {
  if (const auto at = base::invalid_utf8(text)) {
    const auto line = 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(*at), '\n');
    return base::invalid({fault_at(int(line),
                                   "This line is not in UTF-8. Save the file as \"CSV UTF-8\" and "
                                   "try again.")});
  }
  auto table = base::read_csv(text);
  if (!table) return tl::unexpected(table.error());
  for (auto& name : table->header) name = base::lower(base::trim(name));
  auto faults = faults_of_header(table->header, columns);
  if (!faults.empty()) return base::invalid(std::move(faults));
  return CsvFile(std::move(*table));
}

CsvFile::CsvFile(base::CsvTable table) : table_(std::move(table)) {
  for (std::size_t i = 0; i < table_.rows.size(); ++i) {
    const auto& row = table_.rows[i];
    if (std::any_of(row.begin(), row.end(), [](const auto& c) { return !base::trim(c).empty(); }))
      rows_.push_back(i);
  }
}

bool CsvFile::has(std::string_view column) const {
  return network::has(table_.header, column);
}

std::string CsvFile::one_line(std::size_t row, std::string_view column) const {
  return network::one_line(from_cell(table_.cell(rows_[row], column)));
}

std::string CsvFile::several_lines(std::size_t row, std::string_view column) const {
  return network::several_lines(from_cell(table_.cell(rows_[row], column)));
}

}  // namespace enact::network
