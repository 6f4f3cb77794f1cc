// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "store/postgres_database.h"
#include "store/sqlite_database.h"

namespace enact::store {

std::unique_ptr<Database> Database::open(Options options) {
  if (options.url.empty()) throw Failure("no database is named");
  if (options.url.starts_with("postgresql://") || options.url.starts_with("postgres://"))
    return open_postgres(std::move(options));
  return open_sqlite(std::move(options));
}

}  // namespace enact::store
