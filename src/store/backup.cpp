// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/copy.h"
#include "store/migrations.h"
#include "store/sql_text.h"
#include "store/sqlite_connection.h"
#include "store/unfinished_file.h"

namespace enact::store {
namespace {

namespace fs = std::filesystem;

// How many rows a finished file holds.
std::vector<CopiedTable> contents(const fs::path& file, std::span<const Migration> migrations) {
  const Catalog catalog({}, Backend::sqlite);
  const auto archive = connect_sqlite(file.string(), SqliteUse::archive, catalog);
  std::vector<CopiedTable> tables;
  for (const auto& shape : shape_of(*archive, migrations)) {
    CopiedTable counted{shape.table, 0};
    archive->each(fmt::format("select count(*) from {}", quoted_name(shape.table)),
                  [&](const auto& row) { counted.rows = std::get<std::int64_t>(row.front()); });
    tables.push_back(std::move(counted));
  }
  return tables;
}

// One moment of the whole database, however long the copy takes.
void begin_snapshot(Connection& postgres) {
  postgres.begin();
  postgres.script(
      "set transaction isolation level repeatable read, read only; set local statement_timeout = "
      "0");
}

// The file gets the migrations that PostgreSQL got, so that a database which awaits an upgrade can
// be saved too.
base::Result<void> copy_postgres(Connection& source,
                                 std::span<const RoomSql> rooms,
                                 const fs::path& file) {
  const auto applied = applied_migrations(source);
  auto migrations = migrations_of(rooms);
  const auto state = compare(migrations, applied);
  if (!state) return tl::unexpected(state.error());
  std::erase_if(migrations, [&](const auto& each) { return !is_applied(each, applied); });

  const auto target = Database::open({file.string(), {rooms.begin(), rooms.end()}, 1});
  apply(*target, migrations, base::Instant());
  target->write([&](Writer& writer) {
    auto& connection = connection_of(writer);
    const auto shape = shape_of(connection, migrations);
    require_shape(source, shape, migrations);
    connection.script("pragma defer_foreign_keys = on; delete from store_migrations");
    for (const auto& table : shape)
      connection.script(fmt::format("delete from {}", quoted_name(table.table)));
    copy_rows(source, connection, shape);
    if (!applied.empty())
      copy_rows(source, connection,
                {"store_migrations", columns_of(connection, "store_migrations")});
  });
  return {};
}

}  // namespace

base::Result<std::vector<CopiedTable>> backup(Database& database, const fs::path& to) {
  if (fs::exists(to)) {
    return base::conflict(
        "A file of this name exists already, and a backup never overwrites. Choose another name.");
  }
  if (!to.parent_path().empty() && !fs::is_directory(to.parent_path())) {
    return base::invalid("to", "The folder for the backup does not exist. Make it first.");
  }
  UnfinishedFile file(to.string() + ".tmp");
  const auto copied = database.read([&](Reader& reader) -> base::Result<void> {
    auto& source = connection_of(reader);
    file.clear();
    if (database.backend() == Backend::sqlite) {
      copy_sqlite(source, file.path());
      return {};
    }
    begin_snapshot(source);
    const auto result = copy_postgres(source, database.rooms(), file.path());
    source.rollback();
    return result;
  });
  if (!copied) return tl::unexpected(copied.error());
  detach_log(file.path());
  auto tables = contents(file.path(), migrations_of(database.rooms()));
  file.publish(to);
  return tables;
}

}  // namespace enact::store
