// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_connection.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

#include "store/sql_text.h"

namespace enact::store {
namespace {

using namespace sqlite_api;

// Longer than any group of writes of another process takes.
constexpr int kBusyMilliseconds = 10'000;

std::string connect_string(const std::string& file, SqliteUse use) {
  if (file.find('"') != std::string::npos)
    throw Failure("the database file's name must not hold a quotation mark");
  return fmt::format("db=\"{}\"{}", file, use == SqliteUse::archive ? " readonly=true" : "");
}

// SOCI hides the type information of its sessions, by which the sanitizer would check the cast.
__attribute__((no_sanitize("vptr"))) sqlite3* native(soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

// A prepared statement; finalized with its owner, which must go before the connection.
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3_stmt, Finalize>;

class ResetAtEnd {
 public:
  explicit ResetAtEnd(sqlite3_stmt* statement) : statement_(statement) {}
  ~ResetAtEnd() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  ResetAtEnd(const ResetAtEnd&) = delete;
  ResetAtEnd& operator=(const ResetAtEnd&) = delete;

 private:
  sqlite3_stmt* statement_;
};

// The text is not copied: it must outlive the step.
void bind(sqlite3_stmt* statement, int at, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, at, *integer);
  } else if (const auto* number = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement, at, *number);
  } else {
    sqlite3_bind_null(statement, at);
  }
}

Value column(sqlite3_stmt* statement, int at) {
  switch (sqlite3_column_type(statement, at)) {
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, at)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, at);
    case SQLITE_NULL:
      return std::monostate{};
    default: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, at));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, at));
      return size == 0 ? std::string() : std::string(bytes, size);
    }
  }
}

void read_row(sqlite3_stmt* statement, std::vector<Value>& values) {
  const int count = sqlite3_column_count(statement);
  values.reserve(static_cast<std::size_t>(count));
  for (int at = 0; at < count; ++at) values.push_back(column(statement, at));
}

Row::Names column_names(sqlite3_stmt* statement) {
  std::vector<std::string> names;
  for (int at = 0; at < sqlite3_column_count(statement); ++at)
    names.emplace_back(sqlite3_column_name(statement, at));
  return std::make_shared<const std::vector<std::string>>(std::move(names));
}

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& file, SqliteUse use, const Catalog& catalog)
      : session_(soci::sqlite3, connect_string(file, use)),
        db_(native(session_)),
        use_(use),
        catalog_(catalog),
        prepared_(catalog.all().size()) {
    set_up();
  }

  Backend backend() const override { return Backend::sqlite; }

  Rows all(const Query& query, Params params) override {
    const auto& text = catalog_.query(query);
    auto& statement = ready(text, params);
    auto* handle = statement.handle.get();
    const ResetAtEnd reset(handle);
    Rows rows;
    while (step(handle, text.name)) {
      // Another process may have changed a table under a `select *`.
      if (statement.names->size() != static_cast<std::size_t>(sqlite3_column_count(handle)))
        statement.names = column_names(handle);
      std::vector<Value> values;
      read_row(handle, values);
      rows.emplace_back(statement.names, std::move(values));
    }
    return rows;
  }

  std::int64_t run(const Query& query, Params params) override {
    const auto& text = catalog_.query(query);
    auto* handle = ready(text, params).handle.get();
    const ResetAtEnd reset(handle);
    while (step(handle, text.name)) continue;
    return sqlite3_stmt_readonly(handle) ? 0 : sqlite3_changes64(db_);
  }

  void prepare(const CatalogQuery& query) override { prepared(query); }

  void script(std::string_view sql) override {
    if (sqlite3_exec(db_, std::string(sql).c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
    spoiled_ = true;
    throw Failure(sqlite3_errmsg(db_));
  }

  void each(const std::string& sql, const EachRow& row) override {
    const auto handle = compile(sql, "a copy");
    std::vector<Value> values;
    while (step(handle.get(), "a copy")) {
      values.clear();
      read_row(handle.get(), values);
      row(values);
    }
  }

  std::unique_ptr<Loader> load(const std::string& table,
                               const std::vector<std::string>& columns) override;

  void begin() override {
    spoiled_ = false;
    writes_ = use_ == SqliteUse::writing || use_ == SqliteUse::memory;
    script(writes_ ? "begin immediate" : "begin");
  }

  void commit() override {
    script("commit");
    writes_ = false;
  }

  void rollback() override {
    if (in_transaction()) sqlite3_exec(db_, "rollback", nullptr, nullptr, nullptr);
    writes_ = false;
  }

  bool in_transaction() const override { return sqlite3_get_autocommit(db_) == 0; }
  bool is_usable() const override { return true; }

  sqlite3* db() { return db_; }

  Handle compile(const std::string& sql, std::string_view name) {
    sqlite3_stmt* statement = nullptr;
    const auto size = static_cast<int>(sql.size());
    if (sqlite3_prepare_v3(db_, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK) {
      spoiled_ = true;
      throw Failure(fmt::format("{}: {}", name, sqlite3_errmsg(db_)));
    }
    return Handle(statement);
  }

  // True while there are rows.
  bool step(sqlite3_stmt* handle, std::string_view name) {
    const int code = sqlite3_step(handle);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    spoiled_ = true;
    // Only a constraint's own message is sure not to repeat a value.
    const bool is_constraint = (code & 0xff) == SQLITE_CONSTRAINT;
    throw Failure(
        fmt::format("{}: {}", name, is_constraint ? sqlite3_errmsg(db_) : sqlite3_errstr(code)));
  }

 private:
  struct Prepared {
    Handle handle;
    Row::Names names;
  };

  void set_up() {
    sqlite3_busy_timeout(db_, kBusyMilliseconds);
    sqlite3_extended_result_codes(db_, 1);
    // What a statement may have to take back goes to a file when it is long: in memory, SQLite
    // walks through all of it at the end of every statement of a large transaction.
    script("pragma foreign_keys = on; pragma temp_store = file");
    if (use_ == SqliteUse::writing) turn_on_log();
    if (use_ == SqliteUse::writing || use_ == SqliteUse::memory) {
      script(
          "pragma synchronous = full; pragma cache_size = -4096;"
          "pragma journal_size_limit = 67108864");
    } else {
      script("pragma query_only = on; pragma cache_size = -1024");
    }
  }

  // SQLite does not wait for the lock that this takes when two processes start at once.
  void turn_on_log() {
    for (int tries = 1;; ++tries) {
      try {
        return script("pragma journal_mode = wal");
      } catch (const Failure&) {
        if (tries == 200 || (sqlite3_errcode(db_) & 0xff) != SQLITE_BUSY) throw;
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
      }
    }
  }

  Prepared& prepared(const CatalogQuery& query) {
    auto& statement = prepared_[query.index];
    if (!statement.handle) {
      statement.handle = compile(query.text, query.name);
      statement.names = column_names(statement.handle.get());
    }
    return statement;
  }

  Prepared& ready(const CatalogQuery& query, Params params) {
    const auto values = arrange(query, params);
    auto& statement = prepared(query);
    if (!writes_ && !sqlite3_stmt_readonly(statement.handle.get()))
      throw std::logic_error(fmt::format("{} writes, but was run inside read()", query.name));
    for (std::size_t at = 0; at < values.size(); ++at)
      bind(statement.handle.get(), static_cast<int>(at + 1), *values[at]);
    return statement;
  }

  soci::session session_;
  sqlite3* db_;
  SqliteUse use_;
  bool writes_ = false;
  const Catalog& catalog_;
  std::vector<Prepared> prepared_;  // after session_: statements go before their connection
};

class SqliteLoader : public Loader {
 public:
  SqliteLoader(SqliteConnection& connection, const std::string& sql, std::string table)
      : connection_(connection),
        table_(std::move(table)),
        handle_(connection.compile(sql, table_)) {}

  void add(const std::vector<Value>& row) override {
    const ResetAtEnd reset(handle_.get());
    for (std::size_t at = 0; at < row.size(); ++at)
      bind(handle_.get(), static_cast<int>(at + 1), row[at]);
    connection_.step(handle_.get(), table_);
    ++rows_;
  }

  std::int64_t finish() override { return rows_; }

 private:
  SqliteConnection& connection_;
  std::string table_;
  Handle handle_;
  std::int64_t rows_ = 0;
};

std::unique_ptr<Loader> SqliteConnection::load(const std::string& table,
                                               const std::vector<std::string>& columns) {
  std::string names;
  std::string places;
  for (const auto& name : columns) {
    if (!names.empty()) names += ", ", places += ", ";
    names += quoted_name(name);
    places += '?';
  }
  const auto sql =
      fmt::format("insert into {} ({}) values ({})", quoted_name(table), names, places);
  return std::make_unique<SqliteLoader>(*this, sql, table);
}

// A new database is for the eyes of its owner; SQLite gives its log the same permissions. An
// existing one must not be opened here: closing it again would drop the locks that SQLite holds.
void make_private(const std::string& file) {
  const int made = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (made >= 0) ::close(made);
}

// A file opened for the length of one maintenance step.
class File {
 public:
  explicit File(const std::filesystem::path& file)
      : session_(soci::sqlite3, connect_string(file.string(), SqliteUse::writing)) {}

  sqlite3* db() { return native(session_); }

 private:
  soci::session session_;
};

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const std::string& file,
                                           SqliteUse use,
                                           const Catalog& catalog) {
  if (use == SqliteUse::writing) make_private(file);
  try {
    return std::make_unique<SqliteConnection>(file, use, catalog);
  } catch (const soci::soci_error& error) {
    throw Failure(fmt::format("the database file cannot be opened: {}", error.what()));
  }
}

void copy_sqlite(Connection& connection, const std::filesystem::path& to) {
  File target(to);
  auto* from = dynamic_cast<SqliteConnection&>(connection).db();
  auto* copy = sqlite3_backup_init(target.db(), "main", from, "main");
  if (!copy) throw Failure(sqlite3_errmsg(target.db()));
  const int code = sqlite3_backup_step(copy, -1);
  sqlite3_backup_finish(copy);
  if (code != SQLITE_DONE) throw Failure(sqlite3_errstr(code));
}

void detach_log(const std::filesystem::path& file) {
  File opened(file);
  if (sqlite3_exec(opened.db(), "pragma journal_mode = delete", nullptr, nullptr, nullptr) !=
      SQLITE_OK)
    throw Failure(sqlite3_errmsg(opened.db()));
}

}  // namespace enact::store
