// SPDX-License-Identifier: Apache-2.0
#include "admissions/references.h"

#include "admissions/queries.h"

namespace enact::admissions {

std::vector<app::Reference> references() {
  using Record = app::RecordPage::Record;
  const auto column = [](std::string name, Record record, std::string one, std::string many,
                         const store::Query& rows, const store::Query& move) {
    return app::reference_of("admissions." + name, {.record = record,
                                                    .singular = std::move(one),
                                                    .plural = std::move(many),
                                                    .rows = rows,
                                                    .move = move});
  };
  return {column("commitments", Record::org, "commitment", "commitments", sql::ids_of_commitments,
                 sql::move_commitment_org),
          column("commitment_programs", Record::org, "commitment for it", "commitments for it",
                 sql::ids_of_commitments_for, sql::move_commitment_for),
          column("notes", Record::org, "note on how it works", "notes on how it works",
                 sql::ids_of_notes_at, sql::move_note_org),
          column("plans", Record::org, "next step", "next steps", sql::ids_of_plans_at,
                 sql::move_plan_org),
          column("prospect_people", Record::person, "place on a list", "places on lists",
                 sql::ids_of_prospect_people, sql::move_prospect_person),
          column("prospect_orgs", Record::org, "place on a list", "places on lists",
                 sql::ids_of_prospect_orgs, sql::move_prospect_org)};
}

}  // namespace enact::admissions
