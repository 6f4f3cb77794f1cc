// SPDX-License-Identifier: Apache-2.0
// What can be read can be written and read again, and is then the same.
#include "base/csv.h"
#include "fuzz.h"

namespace {

std::string written(const enact::base::CsvTable& table) {
  enact::base::CsvWriter writer(table.header);
  for (const auto& row : table.rows) writer.add(row);
  return writer.text();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace enact;
  const auto table = base::read_csv(fuzz::text_of(data, size));
  if (!table) {
    fuzz::must(!table.error().message.empty());
    return 0;
  }
  fuzz::must(table->lines.size() == table->rows.size());
  for (const auto& row : table->rows) fuzz::must(row.size() == table->header.size());
  // A second byte-order mark is part of a name, which a new file cannot begin with.
  if (table->header.at(0).starts_with("\xEF\xBB\xBF")) return 0;
  const auto text = written(*table);
  const auto again = base::read_csv(text);
  fuzz::must(again.has_value());
  fuzz::must(written(*again) == text);
  return 0;
}
