// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_database.h"

#include "store/pool.h"
#include "store/sqlite_connection.h"
#include "store/writer_thread.h"

namespace enact::store {
namespace {

class FileDatabase : public Database {
 public:
  explicit FileDatabase(Options options)
      : Database(std::move(options)),
        catalog_(options_.rooms, Backend::sqlite),
        writer_(connect_sqlite(options_.url, SqliteUse::writing, catalog_)),
        readers_(options_.connections,
                 [this] { return connect_sqlite(options_.url, SqliteUse::reading, catalog_); }) {}

  Backend backend() const override { return Backend::sqlite; }

  void check_queries() override { check_all(*readers_.borrow(), catalog_); }

 protected:
  void do_read(const std::function<void(Reader&)>& work) override {
    const NotNested guard(this);
    work(*readers_.borrow());
  }

  void do_write(const std::function<bool(Writer&)>& work) override {
    const NotNested guard(this);
    writer_.write([&](Writer& writer) {
      const NotNested in_writer_thread(this);
      return work(writer);
    });
  }

 private:
  Catalog catalog_;
  WriterThread writer_;
  Pool readers_;
};

// An in-memory database belongs to its one connection: whoever holds it, reads or writes.
class MemoryDatabase : public Database {
 public:
  explicit MemoryDatabase(Options options)
      : Database(std::move(options)),
        catalog_(options_.rooms, Backend::sqlite),
        connection_(1, [this] { return connect_sqlite(":memory:", SqliteUse::memory, catalog_); }) {
  }

  Backend backend() const override { return Backend::sqlite; }

  void check_queries() override { check_all(*connection_.borrow(), catalog_); }

 protected:
  void do_read(const std::function<void(Reader&)>& work) override {
    const NotNested guard(this);
    work(*connection_.borrow());
  }

  void do_write(const std::function<bool(Writer&)>& work) override {
    const NotNested guard(this);
    transact(*connection_.borrow(), work);
  }

 private:
  Catalog catalog_;
  Pool connection_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(Options options) {
  if (options.url == ":memory:") return std::make_unique<MemoryDatabase>(std::move(options));
  return std::make_unique<FileDatabase>(std::move(options));
}

}  // namespace enact::store
