// SPDX-License-Identifier: Apache-2.0
#include "network/people_written.h"

#include <algorithm>

#include "base/text.h"
#include "network/many.h"
#include "network/person_rows.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::string number_key(std::string_view field, std::string_view value) {
  return std::string(field) + '\n' + std::string(value);
}

}  // namespace

WholePeople whole_people(store::Reader& reader, const std::vector<std::string>& ids) {
  WholePeople all;
  if (ids.empty()) return all;
  const auto list = json_list(ids);
  for (const auto& row : reader.all(sql::people_of_ids, {{"ids", list}})) {
    auto record = person_from(row);
    auto id = record.id;
    all.emplace(std::move(id), WholePerson{std::move(record), {}, {}});
  }
  if (all.empty()) return all;
  for (auto& affiliation :
       affiliations_from(reader.all(sql::affiliations_of_people, {{"ids", list}})))
    if (const auto person = all.find(affiliation.person); person != all.end())
      person->second.affiliations.push_back(std::move(affiliation));
  for (const auto& row : reader.all(sql::facts_of_people, {{"ids", list}}))
    if (const auto person = all.find(row.text("subject")); person != all.end())
      person->second.facts.emplace(row.text("field"), fact_from(row));
  return all;
}

PeopleWritten::PeopleWritten(store::Reader& reader, const Hints& hints) {
  auto ids = hints.ids;
  if (!hints.emails.empty())
    for (const auto& row :
         reader.all(sql::people_of_emails, {{"emails", json_list(hints.emails)}})) {
      ids.push_back(row.text("id"));
      by_email_.emplace(base::lower(row.text("written")), row.text("id"));
    }
  if (!hints.names.empty())
    for (const auto& row : reader.all(sql::people_of_names, {{"names", json_list(hints.names)}})) {
      ids.push_back(row.text("id"));
      by_name_.emplace(base::lower(row.text("written")), row.text("id"));
    }
  if (!hints.numbers.empty()) {
    auto pairs = base::Json::array();
    for (const auto& [field, value] : hints.numbers)
      pairs.add(base::Json(base::Json::Array{field, value}));
    for (const auto& row : reader.all(sql::people_of_numbers, {{"rows", pairs.dump()}})) {
      ids.push_back(row.text("id"));
      by_number_.emplace(number_key(row.text("field"), row.text("value")), row.text("id"));
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  people_ = whole_people(reader, ids);
}

const WholePerson* PeopleWritten::by_id(const std::string& id) const {
  const auto found = people_.find(id);
  return found == people_.end() ? nullptr : &found->second;
}

std::vector<const WholePerson*> PeopleWritten::found_in(const Ids& ids,
                                                        const std::string& key) const {
  std::vector<const WholePerson*> found;
  const auto [begin, last] = ids.equal_range(key);
  for (auto each = begin; each != last; ++each)
    if (const auto* person = by_id(each->second);
        person != nullptr && std::find(found.begin(), found.end(), person) == found.end())
      found.push_back(person);
  std::sort(found.begin(), found.end(),
            [](const auto* a, const auto* b) { return a->record.id < b->record.id; });
  return found;
}

std::vector<const WholePerson*> PeopleWritten::by_email(std::string_view email) const {
  return found_in(by_email_, base::lower(email));
}

std::vector<const WholePerson*> PeopleWritten::by_name(std::string_view name) const {
  return found_in(by_name_, base::lower(name));
}

std::vector<const WholePerson*> PeopleWritten::by_number(const std::string& field,
                                                         const std::string& value) const {
  return found_in(by_number_, number_key(field, value));
}

}  // namespace enact::network
