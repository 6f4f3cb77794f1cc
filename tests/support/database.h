// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "store/database.h"

namespace enact::support {

// What a collection is tested on.
enum class Backend { sqlite_file, sqlite_memory, postgres };

// For INSTANTIATE_TEST_SUITE_P. PostgreSQL only when ENACT_TEST_POSTGRES is the address of a server
// on which databases may be made (tools/with-postgres sets it).
std::vector<Backend> backends();

// The last argument of INSTANTIATE_TEST_SUITE_P.
std::string backend_name(const testing::TestParamInfo<Backend>& info);

enum class Schema { migrated, empty };

struct TestDatabaseOptions {
  std::vector<store::RoomSql> rooms;
  Schema schema = Schema::migrated;
  std::size_t connections = 4;
};

// A database of its own for one test, migrated and with all queries checked; gone at the end.
class TestDatabase {
 public:
  explicit TestDatabase(Backend backend, TestDatabaseOptions options = {});

  store::Database& operator*() { return *database_; }
  store::Database* operator->() { return database_.get(); }

  // For a second Database on the same data; not with sqlite_memory.
  const std::string& url() const { return place_.url; }

 private:
  // Where the data are; removes them at the end.
  struct Place {
    explicit Place(Backend backend);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    std::string url;
    std::string schema;  // on the PostgreSQL server
    std::string folder;  // of the SQLite file
  };

  Place place_;
  std::unique_ptr<store::Database> database_;
};

}  // namespace enact::support
