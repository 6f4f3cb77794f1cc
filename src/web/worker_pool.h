// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace enact::web {

// Threads that run tasks in the order in which they came. The queue is bounded: what does not fit
// is the caller's to refuse.
class WorkerPool {
 public:
  using Task = std::function<void()>;  // must not throw

  WorkerPool(std::size_t threads, std::size_t most_waiting);
  ~WorkerPool();  // lets running tasks end and drops those that wait
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Takes tasks from the front as far as there is room and says how many. One call for many tasks
  // costs one lock and wakes each thread at most once.
  std::size_t submit(std::span<Task> tasks);

  std::size_t waiting() const;

 private:
  void work();

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Task> queue_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace enact::web
