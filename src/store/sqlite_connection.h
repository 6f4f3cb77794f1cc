// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "store/connection.h"

namespace enact::store {

enum class SqliteUse {
  reading,  // one of a server's many: refuses to write
  writing,  // the one that writes
  memory,   // the only connection of an in-memory database
  archive,  // a finished file that nobody changes
};

// `catalog` must outlive the connection. Throws Failure when the file cannot be opened.
std::unique_ptr<Connection> connect_sqlite(const std::string& file,
                                           SqliteUse use,
                                           const Catalog& catalog);

// Copies the whole database behind `connection`, as it is at this moment, into the file `to`.
// Nobody has to wait for it.
void copy_sqlite(Connection& connection, const std::filesystem::path& to);

// Makes `file` a database in one file, without a log beside it, so that it can be moved and read
// from a read-only place.
void detach_log(const std::filesystem::path& file);

}  // namespace enact::store
