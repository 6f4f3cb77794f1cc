// SPDX-License-Identifier: Apache-2.0
#include "programs/references.h"

#include "programs/queries.h"

namespace enact::programs {

// The plan comes before its steps: those of a plan that stays behind stay with it.
std::vector<app::Reference> references() {
  using Record = app::RecordPage::Record;
  const auto column = [](std::string name, Record record, std::string one, std::string many,
                         const store::Query& rows, const store::Query& move) {
    return app::reference_of("programs." + name, {.record = record,
                                                  .singular = std::move(one),
                                                  .plural = std::move(many),
                                                  .rows = rows,
                                                  .move = move});
  };
  return {
      column("settings", Record::org, "rhythm of check-ins", "rhythms of check-ins",
             sql::ids_of_settings, sql::move_settings),
      column("plans", Record::org, "plan", "plans", sql::ids_of_plans_with, sql::move_plan),
      column("steps", Record::org, "step of a plan", "steps of plans", sql::ids_of_steps_with,
             sql::move_step_program),
      column("owners", Record::person, "step of a plan", "steps of plans", sql::ids_of_steps_owned,
             sql::move_step_owner),
      column("check_ins", Record::org, "check-in", "check-ins", sql::ids_of_check_ins_with,
             sql::move_check_in),
      column("needs", Record::org, "need", "needs", sql::ids_of_needs_of, sql::move_need_program),
      column("org_assets", Record::org, "asset", "assets", sql::ids_of_assets_by_org,
             sql::move_asset),
      column("person_assets", Record::person, "asset", "assets", sql::ids_of_assets_by_person,
             sql::move_asset)};
}

}  // namespace enact::programs
