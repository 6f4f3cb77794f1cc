// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "store/backup.h"
#include "store/connection.h"
#include "store/migrate.h"

namespace enact::store {

struct TableShape {
  std::string table;
  std::vector<std::string> columns;
};

// The tables that can be computed from the others (see derived_tables), with their rooms.
std::map<std::string, std::string> derived_by(std::span<const Migration> migrations,
                                              Backend backend);

// What a backup holds, read from a SQLite database: every table with the columns that are stored,
// each table after those that it refers to.
std::vector<TableShape> shape_of(Reader& sqlite, std::span<const Migration> migrations);

// Throws Failure where `reader` has a table or column that `shape` lacks, or the other way round,
// so that a copy cannot lose anything silently.
void require_shape(Reader& reader,
                   const std::vector<TableShape>& shape,
                   std::span<const Migration> migrations);

// The columns that are stored, without those that the database computes.
std::vector<std::string> columns_of(Reader& reader, const std::string& table);

// Copies the rows of one table, or of all of them.
CopiedTable copy_rows(Connection& from, Connection& to, const TableShape& table);
std::vector<CopiedTable> copy_rows(Connection& from,
                                   Connection& to,
                                   const std::vector<TableShape>& shape);

}  // namespace enact::store
