// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "accounts/assets.h"
#include "accounts/common.h"
#include "identity/access.h"
#include "identity/attempts.h"

namespace enact::accounts {
namespace {

void routes(app::Routes& routes) {
  sign_in_routes(routes);
  account_routes(routes);
  session_routes(routes);
  two_factor_routes(routes);
  access_routes(routes);
  invitation_routes(routes);
  audit_routes(routes);
  outbox_routes(routes);
}

std::vector<app::Job> jobs() {
  return {{.kind = "accounts.tidy",
           .run = [](const base::Json&, app::Services& services) -> base::Result<void> {
             services.db.write(
                 [&](store::Writer& writer) { identity::tidy(writer, services.clock.now()); });
             return {};
           },
           .every = std::chrono::hours(24)}};
}

std::vector<app::Diagnosis> doctor(app::Services& services) {
  const auto held =
      services.db.read([](store::Reader& reader) { return identity::held_roles(reader, ""); });
  int hubs = 0;
  for (const auto& role : held)
    hubs += role.role == identity::Role::hub && !role.user_is_disabled ? 1 : 0;
  using Verdict = app::Diagnosis::Verdict;
  if (hubs == 0)
    return {{Verdict::wrong, "Accounts", "nobody can run the network",
             "Add somebody: enact user add --email ... --name ... --role hub"}};
  if (hubs == 1)
    return {{Verdict::worrying, "Accounts", "one person alone can run the network",
             "Give a second person the hub's role, for when the first is away"}};
  return {{Verdict::fine, "Accounts", std::to_string(hubs) + " people can run the network", ""}};
}

}  // namespace

const app::Module& module() {
  static const app::Module all{.name = "accounts",
                               .assets = assets,
                               .routes = routes,
                               .commands = commands,
                               .jobs = jobs,
                               .navigation = {{.section = "account.people",
                                               .label = "People with access",
                                               .url = "/people-with-access",
                                               .needs = web::Needs::lead,
                                               .order = 900},
                                              {.section = "account.audit",
                                               .label = "What was done",
                                               .url = "/audit",
                                               .needs = web::Needs::lead,
                                               .order = 910},
                                              {.section = "account.outbox",
                                               .label = "Messages sent",
                                               .url = "/outbox",
                                               .needs = web::Needs::hub,
                                               .order = 920}},
                               .doctor = doctor};
  return all;
}

}  // namespace enact::accounts
