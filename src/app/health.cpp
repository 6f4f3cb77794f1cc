// SPDX-License-Identifier: Apache-2.0
#include "app/health.h"

#include "app/job.h"
#include "app/mail.h"
#include "app/queries.h"

namespace enact::app {
namespace {

void add_gauge(Services& services,
               const char* name,
               const char* help,
               long long (*count)(store::Reader&)) {
  services.metrics.gauge(name, help, [&db = services.db, count] {
    return static_cast<double>(db.read([&](store::Reader& reader) { return count(reader); }));
  });
}

}  // namespace

std::optional<base::Instant> database_time(store::Reader& reader) {
  return base::Instant::parse(reader.one(sql::database_time)->text("now"));
}

void add_gauges(Services& services) {
  add_gauge(services, "enact_jobs_waiting", "Jobs that wait or run.",
            [](store::Reader& reader) { return job_counts(reader).waiting; });
  add_gauge(services, "enact_jobs_failed", "Jobs given up after five tries.",
            [](store::Reader& reader) { return job_counts(reader).failed; });
  add_gauge(services, "enact_mail_queued", "Messages that wait to be sent.",
            [](store::Reader& reader) { return mail_count(reader, StoredMail::State::queued); });
  add_gauge(services, "enact_mail_failed", "Messages that could not be sent.",
            [](store::Reader& reader) { return mail_count(reader, StoredMail::State::failed); });
}

}  // namespace enact::app
