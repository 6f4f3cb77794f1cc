// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "store/database.h"

namespace enact::store {

struct CopiedTable {
  std::string table;
  std::int64_t rows = 0;
};

// Writes a consistent copy of the whole database, while it is in use, as one SQLite file, whatever
// the database is: a backup of PostgreSQL restores into SQLite and the other way round. The file
// appears under its name only when it is complete. Refuses to overwrite.
base::Result<std::vector<CopiedTable>> backup(Database& database, const std::filesystem::path& to);

// Loads a backup into a database that holds nothing yet (it is migrated first); one transaction.
base::Result<std::vector<CopiedTable>> restore(Database& database,
                                               const std::filesystem::path& from,
                                               base::Instant now);

// What the database says about itself: integrity_check and foreign keys on SQLite, a round trip
// and the server's version on PostgreSQL. Empty when all is well, else a sentence for each fault.
std::vector<std::string> check_integrity(Database& database);

}  // namespace enact::store
