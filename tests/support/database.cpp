// SPDX-License-Identifier: Apache-2.0
#include "support/database.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>

#include "store/migrate.h"

namespace enact::support {
namespace {

std::string server() {
  const char* url = std::getenv("ENACT_TEST_POSTGRES");
  return url ? url : "";
}

// "postgresql://host/postgres?x=y" with another database in the place of "postgres".
std::string with_database(const std::string& url, const std::string& name) {
  const auto host = url.find("://") + 3;
  const auto options = std::min(url.find('?', host), url.size());
  const auto path = std::min(url.find('/', host), options);
  return fmt::format("{}/{}{}", url.substr(0, path), name, url.substr(options));
}

class Server {
 public:
  explicit Server(const std::string& url) : connection_(PQconnectdb(url.c_str()), PQfinish) {
    run("set client_min_messages = warning");
  }

  void run(const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(connection_.get(), sql.c_str()), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
      throw std::runtime_error(PQerrorMessage(connection_.get()));
  }

 private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

// One database for all tests of this process, in which each test has a schema of its own: a
// database takes a tenth of a second to make, a schema a thousandth.
class TestPlace {
 public:
  static TestPlace& instance() {
    static TestPlace place;
    return place;
  }

  std::string url() const { return with_database(server(), name_); }
  void run(const std::string& sql) { schemas_->run(sql); }

 private:
  TestPlace() {
    Server main(server());
    main.run("drop database if exists " + name_ + " with (force)");
    main.run("create database " + name_ + " template template0");
    schemas_.emplace(url());
  }

  ~TestPlace() {
    schemas_.reset();
    try {
      Server(server()).run("drop database " + name_ + " with (force)");
    } catch (const std::runtime_error& error) {
      std::cerr << error.what();
    }
  }

  std::string name_ = fmt::format("enact_test_{}", ::getpid());
  std::optional<Server> schemas_;
};

// Unique among the tests that run beside this one.
std::string fresh_name() {
  static std::atomic<int> made = 0;
  return fmt::format("enact_test_{}_{}", ::getpid(), ++made);
}

}  // namespace

std::vector<Backend> backends() {
  std::vector<Backend> found{Backend::sqlite_file, Backend::sqlite_memory};
  if (!server().empty()) {
    found.push_back(Backend::postgres);
    return found;
  }
  static const bool said [[maybe_unused]] = [] {
    std::cerr << "The tests on PostgreSQL do not run, because ENACT_TEST_POSTGRES names no server. "
                 "Put tools/with-postgres before the command to run them.\n";
    return true;
  }();
  return found;
}

std::string backend_name(const testing::TestParamInfo<Backend>& info) {
  switch (info.param) {
    case Backend::sqlite_file:
      return "sqlite_file";
    case Backend::sqlite_memory:
      return "sqlite_memory";
    case Backend::postgres:
      break;
  }
  return "postgres";
}

TestDatabase::Place::Place(Backend backend) {
  const auto name = fresh_name();
  switch (backend) {
    case Backend::sqlite_memory:
      url = ":memory:";
      break;
    case Backend::sqlite_file:
      folder = (std::filesystem::temp_directory_path() / name).string();
      std::filesystem::remove_all(folder);
      std::filesystem::create_directory(folder);
      url = folder + "/test.db";
      break;
    case Backend::postgres: {
      auto& place = TestPlace::instance();
      place.run("create schema " + name);
      schema = name;
      url = place.url();
      url += url.find('?') == std::string::npos ? '?' : '&';
      url += "options=-csearch_path%3D" + name;
      break;
    }
  }
}

TestDatabase::Place::~Place() {
  if (!folder.empty()) std::filesystem::remove_all(folder);
  if (!schema.empty()) TestPlace::instance().run(fmt::format("drop schema {} cascade", schema));
}

TestDatabase::TestDatabase(Backend backend, TestDatabaseOptions options) : place_(backend) {
  database_ = store::Database::open({place_.url, std::move(options.rooms), options.connections});
  if (options.schema == Schema::empty) return;
  const auto migrated = store::migrate(*database_, base::Instant());
  if (!migrated) throw std::logic_error(migrated.error().message);
  database_->check_queries();
}

}  // namespace enact::support
