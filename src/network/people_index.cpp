// SPDX-License-Identifier: Apache-2.0
#include "network/people_index.h"

#include <fmt/format.h>

#include "app/search.h"
#include "network/affiliations.h"
#include "network/people.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::string search_id(std::string_view person, std::string_view workspace) {
  return fmt::format("{}@{}", person, workspace);
}

// Takes away the entries where the person is or was, and in `others`, and writes those where the
// person is.
void index_in(store::Writer& writer, std::string_view person, std::set<std::string> others) {
  for (auto& workspace : workspaces_of_person(writer, person, Which::any))
    others.insert(std::move(workspace));
  for (const auto& workspace : others)
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

}  // namespace

void index_person(store::Writer& writer, std::string_view person) {
  index_in(writer, person, {});
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
  for (const auto& person : people) index_in(writer, person, were_of);
}

}  // namespace enact::network
