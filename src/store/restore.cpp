// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/log.h"
#include "store/backup.h"
#include "store/copy.h"
#include "store/migrations.h"
#include "store/queries.h"
#include "store/sql_text.h"
#include "store/sqlite_connection.h"
#include "store/unfinished_file.h"

namespace enact::store {
namespace {

namespace fs = std::filesystem;

base::Failure no_backup() {
  return base::invalid("from", "This file is not a backup that this program made.");
}

// What is pending in the backup; an error where it cannot be restored.
base::Result<SchemaState> examine(const fs::path& from,
                                  const Catalog& catalog,
                                  const std::vector<Migration>& migrations) {
  if (!fs::is_regular_file(from)) {
    return base::invalid("from", "There is no file of this name.");
  }
  std::vector<AppliedMigration> applied;
  try {
    const auto archive = connect_sqlite(from.string(), SqliteUse::archive, catalog);
    applied = applied_migrations(*archive);
    if (applied.empty()) return no_backup();
    if (!archive->all(sql::damages).empty()) {
      return base::invalid("from", "The backup is damaged. Take another one.");
    }
  } catch (const Failure&) {
    return no_backup();
  }
  return compare(migrations, applied, "backup");
}

// A copy of an older backup, brought to the schema of this program; the backup stays as it is.
void upgrade(const fs::path& from,
             UnfinishedFile& copy,
             const Database& database,
             const std::vector<Migration>& pending,
             base::Instant now) {
  fs::copy_file(from, copy.path(), fs::copy_options::overwrite_existing);
  // Copied along were the permissions, which may say read-only or let everybody read.
  fs::permissions(copy.path(), fs::perms::owner_read | fs::perms::owner_write);
  const auto upgraded = Database::open({copy.path().string(), database.rooms(), 1});
  apply(*upgraded, pending, now);
}

void begin_bulk(Connection& connection) {
  connection.script(connection.backend() == Backend::sqlite ? "pragma defer_foreign_keys = on"
                                                            : "set local statement_timeout = 0");
}

bool holds_rows(Connection& connection, const std::vector<TableShape>& shape) {
  return std::any_of(shape.begin(), shape.end(), [&](const auto& table) {
    bool found = false;
    connection.each(fmt::format("select 1 from {} limit 1", quoted_name(table.table)),
                    [&](const auto&) { found = true; });
    return found;
  });
}

void rebuild_derived(Writer& writer, const Catalog& catalog, std::span<const Migration> all) {
  for (const auto& [table, room] : derived_by(all, writer.backend())) {
    const auto name = "rebuild_" + table;
    if (catalog.find({room, name})) writer.run({room, name});
  }
}

void require_references(Reader& reader) {
  if (reader.backend() != Backend::sqlite) return;  // PostgreSQL checks them as they come
  const auto dangling = reader.all(sql::dangling_references);
  if (!dangling.empty()) {
    throw Failure(fmt::format("the backup is inconsistent: {} refers to missing rows of {}",
                              dangling.front().text("child"), dangling.front().text("parent")));
  }
}

}  // namespace

base::Result<std::vector<CopiedTable>> restore(Database& database,
                                               const fs::path& from,
                                               base::Instant now) {
  const auto migrations = migrations_of(database.rooms());
  const Catalog archive_catalog({}, Backend::sqlite);
  const auto backup_state = examine(from, archive_catalog, migrations);
  if (!backup_state) return tl::unexpected(backup_state.error());
  const auto state = schema_state(database);
  if (!state) return tl::unexpected(state.error());
  apply(database, state->pending, now);

  auto file = from;
  std::optional<UnfinishedFile> upgraded;
  if (!backup_state->pending.empty()) {
    base::log_info("The backup is older than the program: a copy of it is migrated first.",
                   {{"migrations", std::to_string(backup_state->pending.size())}});
    upgraded.emplace(fs::temp_directory_path() / ("enact-restore-" + base::new_id() + ".tmp"));
    upgrade(from, *upgraded, database, backup_state->pending, now);
    file = upgraded->path();
  }

  const auto source = connect_sqlite(file.string(), SqliteUse::archive, archive_catalog);
  source->begin();
  const auto shape = shape_of(*source, migrations);
  const Catalog catalog(database.rooms(), database.backend());
  return database.write([&](Writer& writer) -> base::Result<std::vector<CopiedTable>> {
    auto& target = connection_of(writer);
    begin_bulk(target);
    require_shape(target, shape, migrations);
    // What the migrations themselves put into a new database is in the backup too.
    if (state->empty) {
      for (auto table = shape.rbegin(); table != shape.rend(); ++table)
        target.script(fmt::format("delete from {}", quoted_name(table->table)));
    }
    if (holds_rows(target, shape)) {
      return base::conflict(
          "This database holds data already, and a backup is only loaded into an empty one. Name a "
          "new database.");
    }
    auto copied = copy_rows(*source, target, shape);
    rebuild_derived(writer, catalog, migrations);
    require_references(writer);
    return copied;
  });
}

}  // namespace enact::store
