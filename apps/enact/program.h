// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/services.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"

namespace enact {

// What a command needs of the schema before it runs.
enum class Schema {
  any,           // looks for itself: migrate, restore
  any_existing,  // the same, but makes no file where there is none: doctor, backup
  made_if_empty  // an empty database is set up; an older one is refused with what to do
};

// Refuses a SQLite file that is not there: opening it would make an empty one.
base::Result<void> require_database(const app::Config& config);

// Everything between the settings and the rooms, in the order in which it is made. Services lend
// its members out, so it stays where it is until the program ends.
class Program {
 public:
  // Throws store::Failure or std::runtime_error with a sentence when the world is not as needed.
  explicit Program(app::Config config);

  base::Result<void> prepare(Schema schema);

  app::Services& services() { return *services_; }
  const app::Config& config() const { return config_; }

 private:
  void load_secrets();

  app::Config config_;
  base::SystemClock clock_;
  web::Metrics metrics_;
  std::unique_ptr<store::Database> database_;
  std::unique_ptr<web::Templates> templates_;
  std::unique_ptr<identity::Signer> signer_;
  std::unique_ptr<identity::Sessions> sessions_;
  std::unique_ptr<app::Services> services_;
};

}  // namespace enact
