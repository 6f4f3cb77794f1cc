// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "network/facts.h"
#include "network/person.h"
#include "store/database.h"

namespace enact::network {

// A person with all that an import compares.
struct WholePerson {
  PersonRecord record;
  std::vector<Affiliation> affiliations;  // in no order
  FactsByField facts;
};
using WholePeople = std::unordered_map<std::string, WholePerson>;

// Those that exist, by id; three queries for any number.
WholePeople whole_people(store::Reader& reader, const std::vector<std::string>& ids);

// What some rows of a file say by which people are known.
struct Hints {
  std::vector<std::string> ids;
  std::vector<std::string> emails;
  std::vector<std::string> names;
  std::vector<std::pair<std::string, std::string>> numbers;  // field and value
};

// Everybody on record whom these rows may be about.
class PeopleWritten {
 public:
  PeopleWritten(store::Reader& reader, const Hints& hints);

  const WholePerson* by_id(const std::string& id) const;
  std::vector<const WholePerson*> by_email(std::string_view email) const;
  std::vector<const WholePerson*> by_name(std::string_view name) const;
  std::vector<const WholePerson*> by_number(const std::string& field,
                                            const std::string& value) const;
  const WholePeople& all() const { return people_; }

 private:
  using Ids = std::multimap<std::string, std::string, std::less<>>;

  std::vector<const WholePerson*> found_in(const Ids& ids, const std::string& key) const;

  WholePeople people_;
  Ids by_email_;
  Ids by_name_;
  Ids by_number_;
};

}  // namespace enact::network
