// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "store/connection.h"

namespace enact::store {

// Connections that are opened when first needed, lent to one thread at a time and replaced when
// they broke. Who finds all of them lent waits.
class Pool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;

  Pool(std::size_t size, Open open)
      : open_(std::move(open)), left_(std::max<std::size_t>(size, 1)) {
    idle_.push_back(open_());
  }

  class Loan {
   public:
    Loan(Pool& pool, std::unique_ptr<Connection> connection)
        : pool_(pool), connection_(std::move(connection)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { pool_.give_back(std::move(connection_)); }

    Connection& operator*() { return *connection_; }
    Connection* operator->() { return connection_.get(); }
    void reopen() {
      connection_.reset();
      connection_ = pool_.open_();
    }

   private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
  };

  Loan borrow() {
    std::unique_lock lock(mutex_);
    // Nothing that the server does takes this long, so somebody waits for himself.
    constexpr auto kPatience = std::chrono::seconds(60);
    if (!returned_.wait_for(lock, kPatience, [this] { return left_ > 0; }))
      throw Failure("all connections to the database were busy for a minute");
    --left_;
    std::unique_ptr<Connection> connection;
    if (!idle_.empty()) {
      connection = std::move(idle_.back());
      idle_.pop_back();
    }
    lock.unlock();
    try {
      if (!connection) connection = open_();
    } catch (...) {
      give_back(nullptr);
      throw;
    }
    return Loan(*this, std::move(connection));
  }

 private:
  void give_back(std::unique_ptr<Connection> connection) {
    if (connection && !connection->is_usable()) connection.reset();
    {
      const std::lock_guard lock(mutex_);
      if (connection) idle_.push_back(std::move(connection));
      ++left_;
    }
    returned_.notify_one();
  }

  Open open_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;  // the last one back goes out first: it is warm
  std::size_t left_;
};

// Held while a thread is inside read() or write() of a database: a second call from inside would
// wait for itself sooner or later, so it is refused at once.
class NotNested {
 public:
  explicit NotNested(const void* database) : database_(database) {
    if (std::find(inside().begin(), inside().end(), database) != inside().end())
      throw std::logic_error("read() or write() was called from inside read() or write()");
    inside().push_back(database_);
  }
  ~NotNested() { std::erase(inside(), database_); }
  NotNested(const NotNested&) = delete;
  NotNested& operator=(const NotNested&) = delete;

 private:
  static std::vector<const void*>& inside() {
    static thread_local std::vector<const void*> databases;
    return databases;
  }

  const void* database_;
};

}  // namespace enact::store
