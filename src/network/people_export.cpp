// SPDX-License-Identifier: Apache-2.0
#include "network/people_export.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "network/affiliations.h"
#include "network/network.h"
#include "network/people.h"

namespace enact::network {

const base::CsvRow& people_columns() {
  static const base::CsvRow columns{"id",           "name", "email", "phone", "note",
                                    "make_believe", "org",  "role",  "from",  "until"};
  return columns;
}

std::string export_people(store::Reader& reader) {
  std::map<std::string, std::vector<Affiliation>> by_person;
  for (auto& affiliation : all_affiliations(reader))
    by_person[affiliation.person].push_back(std::move(affiliation));
  auto people = all_people(reader);
  std::sort(people.begin(), people.end(),
            [](const PersonRecord& a, const PersonRecord& b) { return a.id < b.id; });

  base::CsvWriter csv(people_columns());
  for (const auto& person : people) {
    auto& affiliations = by_person[person.id];
    std::sort(affiliations.begin(), affiliations.end(),
              [](const Affiliation& a, const Affiliation& b) {
                return std::tie(a.org, a.role, a.from, a.until) <
                       std::tie(b.org, b.role, b.from, b.until);
              });
    if (affiliations.empty()) affiliations.emplace_back();
    for (const auto& at : affiliations)
      csv.add({person.id, person.name, person.email, person.phone, person.note,
               person.make_believe ? "yes" : "", at.org, at.role, at.from, at.until});
  }
  return csv.text();
}

}  // namespace enact::network
