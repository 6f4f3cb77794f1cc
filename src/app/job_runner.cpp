// SPDX-License-Identifier: Apache-2.0
#include "app/job_runner.h"

#include <exception>

#include "base/log.h"

namespace enact::app {
namespace {

// How soon after it was queued a job runs, at the latest; one look costs two index look-ups.
constexpr std::chrono::milliseconds kBetweenLooks{1'000};
constexpr std::chrono::milliseconds kAfterFailure{10'000};

}  // namespace

JobRunner::JobRunner(Services& services, std::vector<Job> jobs)
    : services_(services), jobs_(std::move(jobs)) {}

JobRunner::~JobRunner() {
  stop();
}

void JobRunner::start() {
  thread_ = std::thread([this] { serve(); });
}

void JobRunner::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void JobRunner::serve() {
  while (!is_stopping()) {
    try {
      if (!run_one_job(services_, jobs_)) pause(kBetweenLooks);
    } catch (const std::exception& failure) {
      base::log_error("the job queue cannot be read", {{"failure", failure.what()}});
      pause(kAfterFailure);
    }
  }
}

void JobRunner::pause(std::chrono::milliseconds span) {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, span, [this] { return stopping_; });
}

bool JobRunner::is_stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

}  // namespace enact::app
