// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace enact::store {

// A statement as a database takes it: `:name` is replaced by ?1 (SQLite) or $1 (PostgreSQL), one
// number for each name, in the order of `parameters`.
struct Statement {
  std::string text;
  std::vector<std::string> parameters;
};

// Finds `:name` outside of literals, quoted names and comments; `::type` is a cast. Cuts the text
// at its `;` and throws Failure when there is no statement or more than one.
Statement parse_statement(std::string_view sql, Backend backend);

// One `-- name: x` block of a query file; no variant means that it serves both databases.
struct QueryBlock {
  std::string name;
  std::optional<Backend> variant;
  std::string_view sql;
};

// Throws Failure with a sentence when the file has another shape.
std::vector<QueryBlock> parse_query_file(std::string_view text);

// The lines of a migration that are meant for `backend` (see migrate.h).
std::string part_for(std::string_view migration, Backend backend);

// The tables of a migration that stand directly under a line `-- derived`: they can be computed
// from the others, so a backup leaves them out.
std::vector<std::string> derived_tables(std::string_view migration);

// A table's or column's name, as both databases quote it.
std::string quoted_name(std::string_view name);

std::string_view words(Backend backend);  // "SQLite", "PostgreSQL"

}  // namespace enact::store
