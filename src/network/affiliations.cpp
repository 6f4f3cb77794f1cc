// SPDX-License-Identifier: Apache-2.0
#include "network/affiliations.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "network/network.h"
#include "network/people.h"
#include "network/people_index.h"
#include "network/person_rows.h"
#include "network/queries.h"

namespace enact::network {

std::vector<Affiliation> affiliations_of(store::Reader& reader, std::string_view person) {
  return affiliations_from(reader.all(sql::affiliations_of_person, {{"person", person}}));
}

std::vector<Affiliation> affiliations_at(store::Reader& reader, std::string_view org) {
  return affiliations_from(reader.all(sql::affiliations_at_org, {{"org", org}}));
}

std::vector<Affiliation> affiliations_in(store::Reader& reader, std::string_view workspace) {
  return affiliations_from(reader.all(sql::affiliations_in_workspace, {{"workspace", workspace}}));
}

std::vector<Affiliation> all_affiliations(store::Reader& reader) {
  return affiliations_from(reader.all(sql::all_affiliations));
}

std::optional<Affiliation> find_affiliation(store::Reader& reader, std::string_view id) {
  auto found = affiliations_from(reader.all(sql::find_affiliation, {{"id", id}}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<std::string> workspaces_of_person(store::Reader& reader,
                                              std::string_view person,
                                              Which which) {
  std::vector<std::string> workspaces;
  for (const auto& affiliation : affiliations_of(reader, person)) {
    if (which == Which::current && !affiliation.is_current()) continue;
    auto workspace = workspace_of(reader, affiliation.org);
    const bool is_new =
        std::find(workspaces.begin(), workspaces.end(), workspace) == workspaces.end();
    if (!workspace.empty() && is_new) workspaces.push_back(std::move(workspace));
  }
  return workspaces;
}

base::Result<Affiliation> begin_affiliation(store::Writer& writer,
                                            Affiliation draft,
                                            identity::Event by) {
  auto affiliation = tidied(std::move(draft));
  const auto person = find_person_record(writer, affiliation.person);
  if (!person) return base::not_found("There is nobody at this address.");
  const auto org = find_org(writer, affiliation.org);
  auto faults = faults_of(affiliation);
  if (!org && !affiliation.org.empty())
    faults.push_back({.field = "org", .message = "There is no such organization.", .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));

  for (const auto& other : affiliations_of(writer, person->id))
    if (other.is_current() && other.org == affiliation.org && other.role == affiliation.role)
      return base::invalid("role", fmt::format("{} is already {} at {}.", person->name,
                                               affiliation.role, org->name));
  affiliation.id = base::new_id();
  affiliation.person_name = person->name;
  affiliation.org_name = org->name;
  affiliation.until.clear();
  affiliation.has_ended = false;
  insert_row(writer, affiliation, std::move(by));
  index_person(writer, person->id);
  return affiliation;
}

base::Result<Affiliation> end_affiliation(store::Writer& writer,
                                          std::string_view id,
                                          std::string_view until,
                                          identity::Event by) {
  auto affiliation = find_affiliation(writer, id);
  if (!affiliation) return base::not_found("This is not on record.");
  constexpr std::string_view kEnded = "This was ended before, so there is nothing left to end.";
  if (affiliation->has_ended) return base::conflict(std::string(kEnded));
  affiliation->until = until;
  *affiliation = tidied(*affiliation);
  auto faults = faults_of_end(*affiliation, by.at.day());
  if (!faults.empty()) return base::invalid(std::move(faults));
  affiliation->has_ended = true;
  if (!end_row(writer, *affiliation, std::move(by))) return base::conflict(std::string(kEnded));
  index_person(writer, affiliation->person);
  return *affiliation;
}

}  // namespace enact::network
