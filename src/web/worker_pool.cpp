// SPDX-License-Identifier: Apache-2.0
#include "web/worker_pool.h"

#include <pthread.h>

#include <algorithm>
#include <csignal>

namespace enact::web {

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(most_waiting) {
  // Signals are for the thread that waits for them, not for one in the middle of a handler.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i)
    threads_.emplace_back([this] { work(); });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  for (auto& thread : threads_) thread.join();
}

std::size_t WorkerPool::submit(std::span<Task> tasks) {
  std::size_t taken = 0, wake = 0;
  {
    const std::lock_guard lock(mutex_);
    // A thread that sleeps, or has been woken but not yet run, will take one: that is not waiting.
    const auto room = most_waiting_ + idle_ - std::min(queue_.size(), most_waiting_ + idle_);
    taken = std::min(room, tasks.size());
    for (auto& task : tasks.first(taken)) queue_.push_back(std::move(task));
    wake = std::min(taken, idle_);
  }
  for (; wake > 0; --wake) arrived_.notify_one();
  return taken;
}

std::size_t WorkerPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    --idle_;
    if (stopping_) return;
    {
      const Task task = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      task();
    }
    lock.lock();
  }
}

}  // namespace enact::web
