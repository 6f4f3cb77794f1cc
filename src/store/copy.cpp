// SPDX-License-Identifier: Apache-2.0
#include "store/copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "store/queries.h"
#include "store/sql_text.h"

namespace enact::store {
namespace {

std::vector<std::string> names(Reader& reader, const Query& query) {
  std::vector<std::string> found;
  for (const auto& row : reader.all(query)) found.push_back(row.text("name"));
  return found;
}

std::vector<std::string> names(Reader& reader, const Query& query, const std::string& table) {
  std::vector<std::string> found;
  for (const auto& row : reader.all(query, {{"table", table}})) found.push_back(row.text("name"));
  return found;
}

// Parents first. Tables that refer to each other in a circle come in the order of their names.
class Ordering {
 public:
  Ordering(Reader& reader, std::set<std::string> wanted)
      : reader_(reader), wanted_(std::move(wanted)) {
    for (const auto& table : wanted_) visit(table);
  }

  std::vector<std::string> tables() && { return std::move(ordered_); }

 private:
  void visit(const std::string& table) {
    if (!wanted_.contains(table) || !visited_.insert(table).second) return;
    for (const auto& parent : names(reader_, sql::referenced_tables, table)) visit(parent);
    ordered_.push_back(table);
  }

  Reader& reader_;
  std::set<std::string> wanted_;
  std::set<std::string> visited_;
  std::vector<std::string> ordered_;
};

// Derived on either database: a search index may be a table on one and a column on the other.
std::set<std::string> derived_anywhere(std::span<const Migration> migrations) {
  std::set<std::string> tables;
  for (const auto backend : {Backend::sqlite, Backend::postgres}) {
    for (const auto& [table, room] : derived_by(migrations, backend)) tables.insert(table);
  }
  return tables;
}

void require_same(const std::vector<std::string>& found,
                  const std::vector<std::string>& wanted,
                  std::string_view of) {
  const std::set<std::string> here(found.begin(), found.end());
  const std::set<std::string> there(wanted.begin(), wanted.end());
  std::vector<std::string> odd;
  std::set_symmetric_difference(here.begin(), here.end(), there.begin(), there.end(),
                                std::back_inserter(odd));
  if (odd.empty()) return;
  throw Failure(
      fmt::format("SQLite and PostgreSQL do not have the same {}, so they cannot be copied: {}", of,
                  base::join(odd, ", ")));
}

std::string column_list(const std::vector<std::string>& columns) {
  std::vector<std::string> quoted_names;
  for (const auto& column : columns) quoted_names.push_back(quoted_name(column));
  return base::join(quoted_names, ", ");
}

}  // namespace

std::map<std::string, std::string> derived_by(std::span<const Migration> migrations,
                                              Backend backend) {
  std::map<std::string, std::string> rooms;
  for (const auto& migration : migrations) {
    for (const auto& table : derived_tables(part_for(migration.text, backend)))
      rooms.emplace(table, migration.room);
  }
  return rooms;
}

std::vector<TableShape> shape_of(Reader& sqlite, std::span<const Migration> migrations) {
  const auto derived = derived_anywhere(migrations);
  for (const auto& table : names(sqlite, sql::virtual_tables)) {
    if (!derived.contains(table))
      throw Failure(fmt::format("the virtual table {} has no line '-- derived' above it", table));
  }
  std::set<std::string> wanted;
  for (const auto& table : names(sqlite, sql::tables)) {
    if (!derived.contains(table)) wanted.insert(table);
  }
  std::vector<TableShape> shape;
  for (const auto& table : Ordering(sqlite, std::move(wanted)).tables())
    shape.push_back({table, columns_of(sqlite, table)});
  return shape;
}

void require_shape(Reader& reader,
                   const std::vector<TableShape>& shape,
                   std::span<const Migration> migrations) {
  const auto derived = derived_anywhere(migrations);
  std::vector<std::string> wanted;
  for (const auto& table : shape) wanted.push_back(table.table);
  auto found = names(reader, sql::tables);
  std::erase_if(found, [&](const auto& table) { return derived.contains(table); });
  require_same(found, wanted, "tables");
  for (const auto& table : shape) {
    require_same(columns_of(reader, table.table), table.columns,
                 fmt::format("columns in {}", table.table));
  }
}

std::vector<std::string> columns_of(Reader& reader, const std::string& table) {
  return names(reader, sql::columns, table);
}

CopiedTable copy_rows(Connection& from, Connection& to, const TableShape& table) {
  const auto loader = to.load(table.table, table.columns);
  from.each(fmt::format("select {} from {}", column_list(table.columns), quoted_name(table.table)),
            [&](const std::vector<Value>& row) { loader->add(row); });
  return {table.table, loader->finish()};
}

std::vector<CopiedTable> copy_rows(Connection& from,
                                   Connection& to,
                                   const std::vector<TableShape>& shape) {
  std::vector<CopiedTable> copied;
  for (const auto& table : shape) copied.push_back(copy_rows(from, to, table));
  return copied;
}

}  // namespace enact::store
