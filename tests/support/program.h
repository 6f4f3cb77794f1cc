// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/dispatch.h"
#include "app/module.h"
#include "app/services.h"
#include "base/clock.h"
#include "support/database.h"
#include "web/router.h"
#include "web/templates.h"

namespace enact::support {

// Whose rooms, in the order in which their migrations run.
std::vector<store::RoomSql> all_room_sql();

// What a test plugs in beside the program's own modules, such as a thing that only it imports.
struct Plugs {
  std::vector<store::RoomSql> rooms = {};
  std::function<void(app::Routes&)> routes = {};
  std::vector<app::Job> jobs = {};
  // The module whose routes and jobs stay out, because these would be the same twice.
  std::string_view instead_of = {};
};

// The whole program on a database of its own, without a socket: what `enact serve` sets up. The
// clock stands at 2026-05-04 09:00 UTC, a Monday, until a test moves it; templates are strict.
class Program {
 public:
  explicit Program(Backend backend = Backend::sqlite_memory, Plugs plugs = {});

  store::Database& db() { return *database_; }
  app::Services& services() { return *services_; }
  base::FixedClock& clock() { return clock_; }
  const web::Router& router() const { return router_; }
  app::Dispatcher& dispatcher() { return *dispatcher_; }

  // Makes an account that holds a role at an organization and gives its id. An empty `org` is for
  // roles of the whole network.
  std::string add_user(const std::string& name, identity::Role role, const std::string& org = "");

  // Runs one waiting job after another until none waits.
  void run_jobs();

  // An event by this user, now: what collections want to be told.
  identity::Event by(const std::string& user_name = "Ana");

 private:
  Plugs plugs_;
  TestDatabase database_;
  base::FixedClock clock_;
  app::Config config_;
  std::unique_ptr<web::Templates> templates_;
  std::unique_ptr<identity::Signer> signer_;
  std::unique_ptr<identity::Sessions> sessions_;
  web::Metrics metrics_;
  std::unique_ptr<app::Services> services_;
  web::Router router_;
  std::unique_ptr<app::Dispatcher> dispatcher_;
};

}  // namespace enact::support
