// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_database.h"

#include <chrono>
#include <random>
#include <thread>

#include "store/pool.h"
#include "store/postgres_connection.h"

namespace enact::store {
namespace {

constexpr int kTries = 5;

// Two transactions that met must not meet again.
void wait_before_try(int number) {
  static thread_local std::minstd_rand dice(std::random_device{}());
  std::this_thread::sleep_for(
      std::chrono::milliseconds(std::uniform_int_distribution(1, 5 << number)(dice)));
}

class PostgresDatabase : public Database {
 public:
  explicit PostgresDatabase(Options options)
      : Database(std::move(options)),
        catalog_(options_.rooms, Backend::postgres),
        readers_(options_.connections, opener(PostgresUse::reading)),
        writers_(options_.connections, opener(PostgresUse::writing)) {}

  Backend backend() const override { return Backend::postgres; }

  void check_queries() override { check_all(*readers_.borrow(), catalog_); }

 protected:
  // A server that was restarted is noticed only by the failure of a statement.
  void do_read(const std::function<void(Reader&)>& work) override {
    const NotNested guard(this);
    auto loan = readers_.borrow();
    try {
      return work(*loan);
    } catch (const ConnectionLost&) {
      loan.reopen();
    }
    work(*loan);
  }

  void do_write(const std::function<bool(Writer&)>& work) override {
    const NotNested guard(this);
    auto loan = writers_.borrow();
    for (int number = 1;; ++number) {
      try {
        return transact(*loan, work);
      } catch (const TryAgain&) {
        if (number == kTries) throw;
        wait_before_try(number);
      } catch (const ConnectionLost&) {
        if (number == kTries) throw;
        loan.reopen();
      }
    }
  }

 private:
  Pool::Open opener(PostgresUse use) {
    return [this, use] { return connect_postgres(options_.url, use, catalog_); };
  }

  Catalog catalog_;
  Pool readers_;
  Pool writers_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(Options options) {
  return std::make_unique<PostgresDatabase>(std::move(options));
}

}  // namespace enact::store
