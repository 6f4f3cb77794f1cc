// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/connection.h"

namespace enact::store {

// The one thread that writes to a SQLite file. A durable commit takes milliseconds whatever it
// holds, so everything that waits is committed together; each piece has a savepoint of its own
// and fails alone.
class WriterThread {
 public:
  explicit WriterThread(std::unique_ptr<Connection> connection);
  ~WriterThread();  // finishes what waits

  // Returns when `work` is durable, or when it was rolled back because it gave false. Throws what
  // `work` threw, and Failure when the common commit failed.
  void write(const std::function<bool(Writer&)>& work);

  WriterThread(const WriterThread&) = delete;
  WriterThread& operator=(const WriterThread&) = delete;

 private:
  // Shared, because the caller may be gone before its promise has finished waking it.
  struct Piece {
    const std::function<bool(Writer&)>* work;
    std::promise<void> done;
    bool is_told = false;

    void tell();
    void tell(const std::exception_ptr& failure);
  };
  using Group = std::vector<std::shared_ptr<Piece>>;

  void serve();
  Group next_group();
  void commit_group(const Group& group);
  bool run_piece(Piece& piece);

  std::unique_ptr<Connection> connection_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::shared_ptr<Piece>> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace enact::store
