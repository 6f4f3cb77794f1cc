// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"
#include "store/migrate.h"

namespace enact::store {

// What store_migrations holds.
struct AppliedMigration {
  std::string room;
  std::int64_t number;
  std::string name;
  std::string digest;
};

// The migrations of the rooms, in the order in which they run.
std::vector<Migration> migrations_of(std::span<const RoomSql> rooms);

// Empty also where the table is not there yet.
std::vector<AppliedMigration> applied_migrations(Reader& reader);

bool is_applied(const Migration& migration, const std::vector<AppliedMigration>& applied);

// `what` is "database" or "backup", for the sentence.
base::Result<SchemaState> compare(std::vector<Migration> known,
                                  const std::vector<AppliedMigration>& applied,
                                  std::string_view what = "database");

// Applies `migrations` except those that another process applied meanwhile, and names those that
// it applied.
std::vector<std::string> apply(Database& database,
                               const std::vector<Migration>& migrations,
                               base::Instant now);

}  // namespace enact::store
