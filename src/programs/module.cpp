// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "programs/assets.h"
#include "programs/overview.h"
#include "programs/pages.h"
#include "programs/references.h"
#include "programs/reminders.h"

namespace enact::programs {
namespace {

void routes(app::Routes& routes) {
  overview_routes(routes);
  plan_routes(routes);
  step_routes(routes);
  check_in_routes(routes);
  need_list_routes(routes);
  need_routes(routes);
  asset_list_routes(routes);
  asset_routes(routes);
  agreement_routes(routes);
}

std::vector<app::Job> jobs() {
  return {reminder_job()};
}

void start(app::Services& services) {
  for (auto& reference : references()) services.references.push_back(std::move(reference));
  const auto& clock = services.clock;
  using Ecosystem = const std::string&;
  services.tools.push_back({.id = "support",
                            .label = "Checking in with programs",
                            .path = "/support",
                            .standing =
                                [&clock](store::Reader& reader, Ecosystem workspace) {
                                  return check_in_standing(reader, workspace, clock.today());
                                },
                            .waiting =
                                [&clock](store::Reader& reader, Ecosystem workspace) {
                                  return waiting_programs(reader, workspace, clock.today());
                                }});
  services.tools.push_back({.id = "plans",
                            .label = "Plans with programs",
                            .path = "/support",
                            .standing = [&clock](store::Reader& reader, Ecosystem workspace) {
                              return plan_standing(reader, workspace, clock.today());
                            }});
  services.tools.push_back({.id = "needs",
                            .label = "Needs of programs",
                            .path = "/support/needs",
                            .standing = need_standing});
  services.tools.push_back({.id = "assets",
                            .label = "What the region has",
                            .path = "/support/assets",
                            .standing = asset_standing});
  services.record_pages.push_back(
      {app::RecordPage::Record::org, {"pcsp"}, "Plan, needs and check-ins", "/plan"});
}

}  // namespace

const app::Module& module() {
  static const app::Module m{.name = "programs",
                             .assets = assets,
                             .routes = routes,
                             .jobs = jobs,
                             .navigation = {{.section = "support",
                                             .label = "Support",
                                             .url = "/support",
                                             .needs = web::Needs::participant,
                                             .order = 46}},
                             .start = start};
  return m;
}

}  // namespace enact::programs
