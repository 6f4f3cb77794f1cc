// SPDX-License-Identifier: Apache-2.0
#include "network/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/id.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/network.h"
#include "network/people_index.h"
#include "network/person_rows.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

template <class T>
void sort_people(std::vector<T>& people) {
  std::sort(people.begin(), people.end(), [](const T& a, const T& b) {
    return std::tuple(base::lower(a.name), a.id) < std::tuple(base::lower(b.name), b.id);
  });
}

std::vector<PersonRecord> people_from(const store::Rows& rows) {
  std::vector<PersonRecord> people;
  people.reserve(rows.size());
  for (const auto& row : rows) people.push_back(person_from(row));
  sort_people(people);
  return people;
}

base::Failure saved_meanwhile(const PersonRecord& stored) {
  return base::conflict(
      fmt::format("{} saved this while you were writing. Your text is kept below; nothing of "
                  "theirs was changed.",
                  name_or_somebody(stored.updated_by)));
}

}  // namespace

std::optional<Person> find_person(store::Reader& reader, std::string_view id) {
  const auto record = find_person_record(reader, id);
  if (!record) return std::nullopt;
  Person person{
      .id = record->id, .name = record->name, .org = {}, .role = {}, .email = record->email};
  const auto affiliations = affiliations_of(reader, id);
  if (!affiliations.empty() && affiliations.front().is_current()) {
    person.org = affiliations.front().org;
    person.role = affiliations.front().role;
  }
  return person;
}

std::vector<Person> people_of(store::Reader& reader, std::string_view workspace) {
  std::vector<Person> people;
  std::set<std::string_view> seen;
  const auto affiliations = affiliations_in(reader, workspace);
  std::map<std::string, std::string> emails;
  for (auto& record : people_in(reader, workspace)) emails[record.id] = record.email;
  for (const auto& affiliation : affiliations) {
    if (!affiliation.is_current() || !seen.insert(affiliation.person).second) continue;
    people.push_back({.id = affiliation.person,
                      .name = affiliation.person_name,
                      .org = affiliation.org,
                      .role = affiliation.role,
                      .email = emails[affiliation.person]});
  }
  sort_people(people);
  return people;
}

std::optional<PersonRecord> find_person_record(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_person, {{"id", id}});
  return row ? std::optional(person_from(*row)) : std::nullopt;
}

std::vector<PersonRecord> people_in(store::Reader& reader, std::string_view workspace) {
  return people_from(reader.all(sql::people_in_workspace, {{"workspace", workspace}}));
}

std::vector<PersonRecord> all_people(store::Reader& reader) {
  return people_from(reader.all(sql::all_people));
}

base::Result<PersonRecord> add_person(store::Writer& writer,
                                      PersonRecord draft,
                                      identity::Event by) {
  auto person = tidied(std::move(draft));
  if (person.id.empty()) person.id = base::new_id();
  person.version = 0;
  if (auto faults = faults_of(person); !faults.empty()) return base::invalid(std::move(faults));
  if (!save_row(writer, person, std::move(by)))
    return base::conflict("This person is already on record.");
  index_person(writer, person.id);
  return *find_person_record(writer, person.id);
}

base::Result<PersonRecord> change_person(store::Writer& writer,
                                         PersonRecord draft,
                                         identity::Event by) {
  auto person = tidied(std::move(draft));
  const auto stored = find_person_record(writer, person.id);
  if (!stored) return base::not_found("There is nobody at this address.");
  if (stored->version != person.version) return saved_meanwhile(*stored);
  if (says_the_same(*stored, person)) return *stored;
  if (auto faults = faults_of(person); !faults.empty()) return base::invalid(std::move(faults));
  if (!save_row(writer, person, std::move(by))) return saved_meanwhile(*stored);
  index_person(writer, person.id);
  return *find_person_record(writer, person.id);
}

}  // namespace enact::network
