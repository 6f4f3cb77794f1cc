// SPDX-License-Identifier: Apache-2.0
#include "app/job.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>

#include "app/queries.h"
#include "base/id.h"
#include "base/log.h"

namespace enact::app {
namespace {

using std::chrono::minutes;

// How long to wait after the first, second... failure: a mail server that is down is often back
// within minutes, and sometimes only in the morning.
constexpr std::array<minutes, kMostTries - 1> kPauses{minutes(1), minutes(5), minutes(30),
                                                      minutes(240)};

struct Claimed {
  std::string id;
  std::string kind;
  std::string payload;
  int tries;
  std::string claim;
};

bool is_due(const Job& job, const store::Rows& known, const std::string& now) {
  if (!job.every) return false;
  const auto row = std::find_if(known.begin(), known.end(),
                                [&](const auto& each) { return each.text("kind") == job.kind; });
  return row == known.end() || row->text("next_run") <= now;
}

// Queues the periodic jobs whose time has come, unless one of the kind waits or runs already.
void queue_periodic(store::Database& db, const std::vector<Job>& jobs, base::Instant now) {
  const auto known = db.read([](store::Reader& reader) { return reader.all(sql::periodic_jobs); });
  for (const auto& job : jobs) {
    if (!is_due(job, known, now.iso())) continue;
    db.write([&](store::Writer& writer) {
      writer.run(sql::know_periodic, {{"kind", job.kind}, {"now", now.iso()}});
      const auto claimed = writer.one(
          sql::claim_periodic,
          {{"kind", job.kind}, {"now", now.iso()}, {"next_run", (now + *job.every).iso()}});
      if (claimed && !writer.one(sql::has_job_of_kind, {{"kind", job.kind}}))
        enqueue(writer, job.kind, base::Json::object(), now);
    });
  }
}

std::optional<Claimed> claim_next(store::Database& db, base::Instant now) {
  // Looking first keeps an idle program from asking for the write lock every second.
  const bool anything_due = db.read([&](store::Reader& reader) {
    const auto next = reader.one(sql::next_due);
    return next && !next->is_null("run_at") && next->text("run_at") <= now.iso();
  });
  if (!anything_due) return {};
  const auto claim = base::new_id();
  return db.write([&](store::Writer& writer) -> std::optional<Claimed> {
    const auto row =
        writer.one(sql::claim_job,
                   {{"claim", claim}, {"now", now.iso()}, {"lease_ends", (now + kLease).iso()}});
    if (!row) return {};
    return Claimed{row->text("id"), row->text("kind"), row->text("payload"),
                   static_cast<int>(row->integer("tries")), claim};
  });
}

base::Result<void> run(const Claimed& claimed, const std::vector<Job>& jobs, Services& services) {
  if (claimed.tries > kMostTries)
    return base::conflict("The program ended each time while it ran this job.");
  const auto job = std::find_if(jobs.begin(), jobs.end(),
                                [&](const auto& each) { return each.kind == claimed.kind; });
  if (job == jobs.end())
    return base::not_found(fmt::format("This program knows no job '{}'.", claimed.kind));
  const auto payload = base::Json::parse(claimed.payload);
  if (!payload) return tl::unexpected(payload.error());
  try {
    return job->run(*payload, services);
  } catch (const std::exception& failure) {
    return base::conflict(failure.what());
  }
}

void note_failure(store::Database& db,
                  const Claimed& claimed,
                  const std::string& message,
                  base::Instant now) {
  const bool is_last = claimed.tries >= kMostTries;
  // The message may hold what a person typed, so it goes into the database and not into the log.
  base::log_warning(
      is_last ? "job given up" : "job failed, will be tried again",
      {{"kind", claimed.kind}, {"job", claimed.id}, {"tries", std::to_string(claimed.tries)}});
  db.write([&](store::Writer& writer) {
    if (is_last) {
      writer.run(sql::give_up_job,
                 {{"id", claimed.id}, {"claim", claimed.claim}, {"failure", message}});
    } else {
      const auto pause = kPauses[static_cast<std::size_t>(claimed.tries - 1)];
      writer.run(sql::retry_job, {{"id", claimed.id},
                                  {"claim", claimed.claim},
                                  {"failure", message},
                                  {"run_at", (now + pause).iso()}});
    }
  });
}

}  // namespace

void enqueue(store::Writer& writer,
             const std::string& kind,
             const base::Json& payload,
             base::Instant at) {
  writer.run(
      sql::add_job,
      {{"id", base::new_id()}, {"kind", kind}, {"payload", payload.dump()}, {"run_at", at.iso()}});
}

bool run_one_job(Services& services, const std::vector<Job>& jobs) {
  queue_periodic(services.db, jobs, services.clock.now());
  const auto claimed = claim_next(services.db, services.clock.now());
  if (!claimed) return false;
  const auto done = run(*claimed, jobs, services);
  if (done) {
    services.db.write([&](store::Writer& writer) {
      writer.run(sql::finish_job, {{"id", claimed->id}, {"claim", claimed->claim}});
    });
  } else {
    note_failure(services.db, *claimed, done.error().message, services.clock.now());
  }
  return true;
}

JobCounts job_counts(store::Reader& reader) {
  JobCounts counts;
  for (const auto& row : reader.all(sql::job_counts))
    (row.text("state") == "failed" ? counts.failed : counts.waiting) += row.integer("jobs");
  return counts;
}

std::vector<FailedJobs> failed_jobs(store::Reader& reader) {
  std::vector<FailedJobs> found;
  for (const auto& row : reader.all(sql::failed_jobs))
    found.push_back({row.text("kind"), row.integer("jobs"), row.text("failure")});
  return found;
}

}  // namespace enact::app
