// SPDX-License-Identifier: Apache-2.0
#include "web/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace enact::web {
namespace {

TEST(WorkerPool, TakesWhatItsThreadsAndItsQueueHold) {
  std::latch go(1), running(2);
  WorkerPool pool(2, 3);
  std::vector<WorkerPool::Task> busy(2, [&] {
    running.count_down();
    go.wait();
  });
  while (!busy.empty()) {  // a thread counts as free only once it has begun to wait
    const auto taken = pool.submit(busy);
    busy.erase(busy.begin(), busy.begin() + static_cast<std::ptrdiff_t>(taken));
  }
  running.wait();

  std::atomic<int> done{0};
  std::vector<WorkerPool::Task> more(5, [&] { ++done; });
  EXPECT_EQ(pool.submit(more), 3u);
  EXPECT_EQ(pool.waiting(), 3u);
  EXPECT_EQ(pool.submit(more), 0u);

  go.count_down();
  while (done < 3) std::this_thread::yield();
  EXPECT_EQ(pool.waiting(), 0u);
}

TEST(WorkerPool, WithoutAQueueStillServesAsManyAsItHasThreads) {
  WorkerPool pool(1, 0);
  std::latch done(1);
  std::vector<WorkerPool::Task> one(1, [&] { done.count_down(); });
  while (pool.submit(one) == 0) std::this_thread::yield();
  done.wait();
}

TEST(WorkerPool, WaitsForARunningTaskBeforeItEnds) {
  std::atomic<bool> ended = false;
  {
    std::latch running(1);
    WorkerPool pool(1, 10);
    std::vector<WorkerPool::Task> tasks;
    tasks.emplace_back([&] {
      running.count_down();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      ended = true;
    });
    EXPECT_EQ(pool.submit(tasks), 1u);
    running.wait();
  }
  EXPECT_TRUE(ended);
}

}  // namespace
}  // namespace enact::web
