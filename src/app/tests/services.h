// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/assets.h"
#include "app/job.h"
#include "app/services.h"
#include "base/log.h"
#include "support/database.h"

namespace enact::app {

// This room alone on a database of its own.
struct World {
  explicit World(support::Backend backend)
      : database(backend, {.rooms = {{"app", assets()}}}),
        templates({}),
        signer("a secret of the tests"),
        sessions(*database, signer) {
    base::set_log_level(base::LogLevel::off);
  }

  // Runs jobs until none is due, and says how many ran.
  int run_jobs(const std::vector<Job>& jobs) {
    int ran = 0;
    while (run_one_job(services, jobs)) ++ran;
    return ran;
  }

  template <class Work>
  auto read(Work work) {
    return database->read(work);
  }
  template <class Work>
  auto write(Work work) {
    return database->write(work);
  }

  support::TestDatabase database;
  Config config;
  base::FixedClock clock{*base::Instant::parse("2026-11-22T09:30:00.000Z")};
  web::Templates templates;
  identity::Signer signer;
  identity::Sessions sessions;
  web::Metrics metrics;
  Services services{config, *database, clock, templates, signer, sessions, metrics};
};

}  // namespace enact::app
