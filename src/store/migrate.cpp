// SPDX-License-Identifier: Apache-2.0
#include "store/migrate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "store/migrations.h"
#include "store/queries.h"
#include "store/sql_text.h"

namespace enact::store {
namespace {

std::string full_name(const Migration& migration) {
  return fmt::format("{}/{}", migration.room, migration.name);
}

std::vector<Migration> migrations_of(const RoomSql& room) {
  std::vector<Migration> found;
  for (const auto& asset : room.assets) {
    if (!asset.path.starts_with("sql/") || !asset.path.ends_with(".sql")) continue;
    const auto name = asset.path.substr(4);
    const auto digits = name.substr(0, name.find_first_not_of("0123456789"));
    if (digits.empty()) continue;
    const auto number = static_cast<int>(base::to_integer(digits).value_or(0));
    found.push_back({std::string(room.room), number, std::string(name),
                     base::sha256_hex(asset.content), std::string(asset.content)});
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.number < b.number; });
  const auto twins =
      std::adjacent_find(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.number == b.number; });
  if (twins != found.end()) {
    throw Failure(fmt::format("the migrations {} and {} have the same number", full_name(*twins),
                              full_name(*(twins + 1))));
  }
  return found;
}

// One process at a time gets past this until its transaction ends. A migration may also take
// longer than a page may.
void lock(Writer& writer) {
  writer.all(sql::lock_migrations);
  if (writer.backend() == Backend::postgres)
    connection_of(writer).script("set local statement_timeout = 0");
}

void run(Connection& connection, const Migration& migration) {
  try {
    connection.script(part_for(migration.text, connection.backend()));
  } catch (const Failure& failure) {
    throw Failure(fmt::format("{}: {}", full_name(migration), failure.what()));
  }
}

}  // namespace

std::vector<Migration> migrations_of(std::span<const RoomSql> rooms) {
  std::vector<Migration> all;
  for (const auto& room : rooms) {
    auto found = migrations_of(room);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

std::vector<AppliedMigration> applied_migrations(Reader& reader) {
  std::vector<AppliedMigration> applied;
  if (reader.one(sql::has_migrations)->integer("n") == 0) return applied;
  for (const auto& row : reader.all(sql::applied_migrations)) {
    applied.push_back(
        {row.text("room"), row.integer("number"), row.text("name"), row.text("digest")});
  }
  return applied;
}

bool is_applied(const Migration& migration, const std::vector<AppliedMigration>& applied) {
  return std::any_of(applied.begin(), applied.end(), [&](const auto& each) {
    return each.room == migration.room && each.number == migration.number;
  });
}

base::Result<SchemaState> compare(std::vector<Migration> known,
                                  const std::vector<AppliedMigration>& applied,
                                  std::string_view what) {
  for (const auto& done : applied) {
    const auto migration = std::find_if(known.begin(), known.end(), [&](const auto& each) {
      return each.room == done.room && each.number == done.number;
    });
    const auto name = fmt::format("{}/{}", done.room, done.name);
    if (migration == known.end()) {
      return base::conflict(fmt::format(
          "The {} is newer than this program: it holds {}, which the program does not know. "
          "Install the newer program, or take a backup from before it.",
          what, name));
    }
    if (migration->digest != done.digest) {
      return base::conflict(fmt::format(
          "The migration {} was changed after it had been applied to this {}. Install the program "
          "that the {} was made with, and change the schema by a new migration.",
          name, what, what));
    }
  }
  SchemaState state;
  state.empty = applied.empty();
  for (auto& migration : known) {
    if (!is_applied(migration, applied)) state.pending.push_back(std::move(migration));
  }
  return state;
}

std::vector<std::string> apply(Database& database,
                               const std::vector<Migration>& migrations,
                               base::Instant now) {
  database.write([](Writer& writer) {
    lock(writer);
    writer.run(sql::create_migrations);
  });
  std::vector<std::string> names;
  for (const auto& migration : migrations) {
    const bool ran = database.write([&](Writer& writer) {
      lock(writer);
      if (is_applied(migration, applied_migrations(writer))) return false;
      run(connection_of(writer), migration);
      writer.run(sql::record_migration, {{"room", migration.room},
                                         {"number", migration.number},
                                         {"name", migration.name},
                                         {"digest", migration.digest},
                                         {"applied_at", now.iso()}});
      return true;
    });
    if (ran) names.push_back(full_name(migration));
  }
  return names;
}

base::Result<SchemaState> schema_state(Database& database) {
  return compare(migrations_of(database.rooms()), database.read(applied_migrations));
}

base::Result<std::vector<std::string>> migrate(Database& database, base::Instant now) {
  const auto state = schema_state(database);
  if (!state) return tl::unexpected(state.error());
  if (state->pending.empty()) return std::vector<std::string>{};
  return apply(database, state->pending, now);
}

}  // namespace enact::store
