// SPDX-License-Identifier: Apache-2.0
#include "network/people_index.h"

#include <fmt/format.h>

#include "app/search.h"
#include "network/affiliations.h"
#include "network/orgs_written.h"
#include "network/people_written.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::string search_id(std::string_view person, std::string_view workspace) {
  return fmt::format("{}@{}", person, workspace);
}

// The ecosystems at which the person is, or only was.
std::set<std::string> workspaces_of(const WholePerson& person,
                                    const OrgStandings& orgs,
                                    Which which) {
  std::set<std::string> workspaces;
  for (const auto& affiliation : person.affiliations) {
    if (which == Which::current && !affiliation.is_current()) continue;
    const auto org = orgs.find(affiliation.org);
    if (org != orgs.end() && !org->second.workspace.empty())
      workspaces.insert(org->second.workspace);
  }
  return workspaces;
}

OrgStandings orgs_of(store::Reader& reader, const WholePeople& people) {
  std::set<std::string> orgs;
  for (const auto& [id, person] : people)
    for (const auto& affiliation : person.affiliations) orgs.insert(affiliation.org);
  return standing_of(reader, {orgs.begin(), orgs.end()});
}

// Takes away the entries where the people are or were, and in `others`, and writes those where
// they are.
void index_in(store::Writer& writer,
              const std::vector<std::string>& ids,
              const std::set<std::string>& others) {
  const auto people = whole_people(writer, ids);
  const auto orgs = orgs_of(writer, people);
  std::vector<app::EntryName> gone;
  std::vector<app::SearchEntry> entries;
  for (const auto& [id, person] : people) {
    auto workspaces = workspaces_of(person, orgs, Which::any);
    workspaces.insert(others.begin(), others.end());
    const auto current = workspaces_of(person, orgs, Which::current);
    std::string roles;
    for (const auto& affiliation : person.affiliations)
      if (affiliation.is_current())
        roles += fmt::format("{}, {}\n", affiliation.role, affiliation.org_name);
    for (const auto& workspace : workspaces) {
      if (!current.contains(workspace)) {
        gone.push_back({"person", search_id(id, workspace)});
        continue;
      }
      entries.push_back({.kind = "person",
                         .id = search_id(id, workspace),
                         .url = fmt::format("/people/{}", id),
                         .title = person.record.name,
                         .body = roles,
                         .audience = workspace});
    }
  }
  app::remove_entries(writer, gone);
  app::index_entries(writer, entries);
}

}  // namespace

void index_person(store::Writer& writer, std::string_view person) {
  index_in(writer, {std::string(person)}, {});
}

void index_people(store::Writer& writer, const std::vector<std::string>& people) {
  index_in(writer, people, {});
}

void forget_people(store::Writer& writer, const std::vector<std::string>& people) {
  const auto whole = whole_people(writer, people);
  const auto orgs = orgs_of(writer, whole);
  std::vector<app::EntryName> gone;
  for (const auto& [id, person] : whole)
    for (const auto& workspace : workspaces_of(person, orgs, Which::any))
      gone.push_back({"person", search_id(id, workspace)});
  app::remove_entries(writer, gone);
}

void unindex_person(store::Writer& writer, std::string_view person) {
  for (const auto& workspace : workspaces_of_person(writer, person, Which::any))
    app::remove_entry(writer, "person", search_id(person, workspace));
}

void reindex_people(store::Writer& writer,
                    const std::vector<std::string>& orgs,
                    const std::set<std::string>& were_of) {
  std::set<std::string> people;
  for (const auto& org : orgs)
    for (const auto& row : writer.all(sql::people_below, {{"org", org}}))
      people.insert(row.text("person"));
  index_in(writer, {people.begin(), people.end()}, were_of);
}

}  // namespace enact::network
