// SPDX-License-Identifier: Apache-2.0
#include "network/people_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "app/search.h"
#include "network/affiliations.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/people.h"

namespace enact::network {
namespace {

std::string search_id(std::string_view person, std::string_view workspace) {
  return fmt::format("{}@{}", person, workspace);
}

void index_in(store::Writer& writer,
              std::string_view person,
              const std::vector<std::string>& no_longer) {
  for (const auto& workspace : no_longer)
    app::remove_entry(writer, "person", search_id(person, workspace));
  const auto record = find_person_record(writer, person);
  if (!record) return;
  std::string roles;
  for (const auto& affiliation : affiliations_of(writer, person))
    if (affiliation.is_current())
      roles += fmt::format("{}, {}\n", affiliation.role, affiliation.org_name);
  for (const auto& workspace : workspaces_of_person(writer, person, Which::current))
    app::index_entry(writer, {.kind = "person",
                              .id = search_id(person, workspace),
                              .url = fmt::format("/people/{}", person),
                              .title = record->name,
                              .body = roles,
                              .audience = workspace});
}

std::vector<std::string> all_ecosystems(store::Reader& reader) {
  std::vector<std::string> ids;
  for (const auto& ecosystem : ecosystems(reader)) ids.push_back(ecosystem.id);
  return ids;
}

}  // namespace

void index_person(store::Writer& writer, std::string_view person) {
  index_in(writer, person, all_ecosystems(writer));
}

void reindex_people(store::Writer& writer, std::string_view org) {
  auto workspaces = all_ecosystems(writer);
  workspaces.emplace_back(org);  // it may have been an ecosystem until now
  const auto orgs = tree(writer);
  std::set<std::string> people;
  for (const auto& affiliation : all_affiliations(writer)) {
    const auto parents = orgs.parents_of(affiliation.org);
    const bool is_below = std::any_of(parents.begin(), parents.end(),
                                      [&](const Org* parent) { return parent->id == org; });
    if (affiliation.org == org || is_below) people.insert(affiliation.person);
  }
  for (const auto& person : people) index_in(writer, person, workspaces);
}

}  // namespace enact::network
