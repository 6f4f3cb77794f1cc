// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "app/job.h"

namespace enact::app {

// A thread that runs jobs as they come due, beside the server. Any number of runners, in any
// number of processes, may share one database.
class JobRunner {
 public:
  JobRunner(Services& services, std::vector<Job> jobs);
  ~JobRunner();  // stops

  void start();
  // Lets the job that runs now finish, and returns when it has.
  void stop();

  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

 private:
  void serve();
  void pause(std::chrono::milliseconds span);
  bool is_stopping();

  Services& services_;
  std::vector<Job> jobs_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace enact::app
