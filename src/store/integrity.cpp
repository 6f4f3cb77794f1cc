// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "store/backup.h"
#include "store/queries.h"

namespace enact::store {
namespace {

// The oldest PostgreSQL that its makers still mend.
constexpr std::int64_t kOldestServer = 13;

std::vector<std::string> check_sqlite(Reader& reader) {
  std::vector<std::string> faults;
  for (const auto& row : reader.all(sql::thorough_damages))
    faults.push_back(fmt::format("The database file is damaged: {}.", row.text("damage")));
  for (const auto& row : reader.all(sql::dangling_references)) {
    faults.push_back(fmt::format("{} of the table {} refer to missing rows of {}.",
                                 base::counted(row.integer("n"), "row", "rows"), row.text("child"),
                                 row.text("parent")));
  }
  return faults;
}

std::vector<std::string> check_postgres(Reader& reader) {
  const auto version = reader.one(sql::server_version)->integer("number") / 10'000;
  if (version >= kOldestServer) return {};
  return {fmt::format("The PostgreSQL server is version {}; at least {} is needed.", version,
                      kOldestServer)};
}

}  // namespace

std::vector<std::string> check_integrity(Database& database) {
  try {
    return database.read(database.backend() == Backend::sqlite ? check_sqlite : check_postgres);
  } catch (const Failure& failure) {
    return {fmt::format("The database does not answer: {}.", failure.what())};
  }
}

}  // namespace enact::store
