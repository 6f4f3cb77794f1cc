// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/services.h"
#include "base/json.h"
#include "store/database.h"

namespace enact::app {

// Work done after the answer was sent: mail, reminders. `run` may be called again after a failure
// (at most five times, later each time) or when its process died, so it must bear that. It takes
// less than kLease: after that another process takes the job to be lost and runs it again.
struct Job {
  std::string kind;  // "mail.send"
  std::function<base::Result<void>(const base::Json& payload, Services&)> run;
  // Runs by itself this often, once for all processes together.
  std::optional<std::chrono::minutes> every = {};
};

inline constexpr int kMostTries = 5;
inline constexpr std::chrono::minutes kLease{5};

// Adds a job to the queue, inside the transaction that asks for it. It runs as soon as a worker of
// any process is free, not before `at`.
void enqueue(store::Writer& writer,
             const std::string& kind,
             const base::Json& payload,
             base::Instant at);

// Claims and runs one waiting job; false when nothing waits. `enact serve` calls this in a thread.
// A job that failed is only noted; throws store::Failure when the queue itself cannot be read.
bool run_one_job(Services& services, const std::vector<Job>& jobs);

struct FailedJobs {
  std::string kind;
  long long jobs = 0;
  std::string failure;  // of one of them
};

struct JobCounts {
  long long waiting = 0;  // and running
  long long failed = 0;   // given up after kMostTries
};

JobCounts job_counts(store::Reader& reader);
std::vector<FailedJobs> failed_jobs(store::Reader& reader);

}  // namespace enact::app
