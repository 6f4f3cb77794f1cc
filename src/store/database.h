// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "base/result.h"
#include "store/query.h"
#include "store/value.h"

namespace enact::store {

// The world broke: disk full, server gone, constraint violated by a bug. The message names the
// query and what was being done, never a value.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Backend { sqlite, postgres };

// One connection with its prepared statements, lent for the length of a read or a write.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual Backend backend() const = 0;
  virtual Rows all(const Query& query, Params params = {}) = 0;

  // The first row, if there is one.
  std::optional<Row> one(const Query& query, Params params = {}) {
    auto rows = all(query, params);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }
};

class Writer : public Reader {
 public:
  // Runs a statement and says how many rows it touched.
  virtual std::int64_t run(const Query& query, Params params = {}) = 0;
};

struct Options {
  std::string url;              // "enact.db", ":memory:" or "postgresql://user@host:port/name"
  std::vector<RoomSql> rooms;   // in order of dependency: migrations run in this order
  std::size_t connections = 4;  // for reading; match the number of workers
};

// The one way to the database. Thread-safe.
//
// On SQLite all writes go through one writer thread, which commits everything that waits in one
// durable transaction (each piece in its own savepoint): 4 ms a commit is paid once for all. On
// PostgreSQL each write is a transaction of its own on a pooled connection, tried again when the
// server reports a serialisation failure or a deadlock.
class Database {
 public:
  // Connects and parses the queries. Throws Failure with a sentence when it cannot. An in-memory
  // database is shared by all connections of this object and ends with it.
  static std::unique_ptr<Database> open(Options options);
  virtual ~Database() = default;

  virtual Backend backend() const = 0;
  const std::string& url() const { return options_.url; }
  const std::vector<RoomSql>& rooms() const { return options_.rooms; }

  // Prepares every query on one connection; throws Failure naming each that the database refuses.
  virtual void check_queries() = 0;

  // Runs `work(Reader&)` on a borrowed connection and gives back what it gives back.
  template <class Work>
  auto read(Work&& work) {
    using Answer = std::invoke_result_t<Work, Reader&>;
    if constexpr (std::is_void_v<Answer>) {
      do_read([&](Reader& reader) { work(reader); });
    } else {
      std::optional<Answer> answer;
      do_read([&](Reader& reader) { answer.emplace(work(reader)); });
      return std::move(*answer);
    }
  }

  // Runs `work(Writer&)` as one transaction. When work gives a base::Result that holds an error,
  // or throws, nothing of it stays. Returns after the commit is durable. Work may run more than
  // once (a retry), so it must not touch anything outside except what it assigns. Do not call
  // read() or write() from inside.
  template <class Work>
  auto write(Work&& work) {
    using Answer = std::invoke_result_t<Work, Writer&>;
    if constexpr (std::is_void_v<Answer>) {
      do_write([&](Writer& writer) {
        work(writer);
        return true;
      });
    } else {
      std::optional<Answer> answer;
      do_write([&](Writer& writer) {
        answer.emplace(work(writer));
        return keep(*answer);
      });
      return std::move(*answer);
    }
  }

 protected:
  explicit Database(Options options) : options_(std::move(options)) {}
  virtual void do_read(const std::function<void(Reader&)>& work) = 0;
  // `work` returns false to roll back.
  virtual void do_write(const std::function<bool(Writer&)>& work) = 0;

  Options options_;

 private:
  template <class T>
  static bool keep(const T&) {
    return true;
  }
  template <class T>
  static bool keep(const base::Result<T>& result) {
    return result.has_value();
  }
};

}  // namespace enact::store
