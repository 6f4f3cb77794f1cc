// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "store/database.h"

namespace enact::store {

// One numbered file of a room, "playbook/001_items.sql". Forward only; never edited once released:
// the digest of what was applied is kept and compared. A line `-- [sqlite]` or `-- [postgres]`
// begins a part for that database alone, `-- [both]` ends it. Statements end with `;` at the end
// of a line.
struct Migration {
  std::string room;
  int number;
  std::string name;    // "001_items.sql"
  std::string digest;  // SHA-256 of the file
  std::string text;
};

struct SchemaState {
  std::vector<Migration> pending;  // in the order in which they will run
  bool empty = false;              // nothing was ever applied here
};

// What has to be done to bring the database to this program. An error when the database is newer
// than the program, or when an applied migration was changed since.
base::Result<SchemaState> schema_state(Database& database);

// Applies what is pending, each migration in one transaction, and names what it applied. Safe
// when several processes start at once: the others wait and find nothing left to do.
base::Result<std::vector<std::string>> migrate(Database& database, base::Instant now);

}  // namespace enact::store
