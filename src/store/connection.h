// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/catalog.h"
#include "store/database.h"

namespace enact::store {

// Fills a table row by row, the fastest way that its database has.
class Loader {
 public:
  virtual ~Loader() = default;
  virtual void add(const std::vector<Value>& row) = 0;
  virtual std::int64_t finish() = 0;  // how many rows went in; without it nothing is promised
};

// What this room itself needs of an open connection beyond what it lends out: every Reader and
// Writer that a Database lends is one. Used by one thread at a time.
class Connection : public Writer {
 public:
  using EachRow = std::function<void(const std::vector<Value>&)>;

  // Statements without parameters and without an answer, such as a migration.
  virtual void script(std::string_view sql) = 0;
  // Streams the answer, so that a table of any size can be copied. Inside a transaction only.
  virtual void each(const std::string& sql, const EachRow& row) = 0;
  virtual std::unique_ptr<Loader> load(const std::string& table,
                                       const std::vector<std::string>& columns) = 0;
  virtual void prepare(const CatalogQuery& query) = 0;

  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() = 0;  // never throws Failure
  virtual bool in_transaction() const = 0;
  virtual bool is_usable() const = 0;  // false when only a new connection can help

  // A statement failed since begin(). PostgreSQL then refuses the rest of the transaction; the
  // same is asked of SQLite, so that work which swallows a Failure is found out on both.
  bool is_spoiled() const { return spoiled_; }
  void clear_spoiled() { spoiled_ = false; }

 protected:
  bool spoiled_ = false;
};

inline Connection& connection_of(Reader& reader) {
  return static_cast<Connection&>(reader);
}

// Runs `work` as one transaction of this connection.
void transact(Connection& connection, const std::function<bool(Writer&)>& work);

// Prepares every query, and throws one Failure that names each that the database refuses.
void check_all(Connection& connection, const Catalog& catalog);

// Throws where the work went on after a failed statement.
void refuse_spoiled(const Connection& connection);

}  // namespace enact::store
