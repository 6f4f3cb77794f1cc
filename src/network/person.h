// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"

namespace enact::network {

// What is on record about a person. Only people who take part may read it.
struct PersonRecord {
  std::string id;
  std::string name;
  std::string email;
  std::string phone;
  std::string note;
  bool make_believe = false;  // invented for a demo, and said so wherever the person is shown

  std::int64_t version = 0;
  std::string updated_at;
  std::string updated_by;
};

// What somebody is or was at an organization. An end is recorded, never a removal.
struct Affiliation {
  std::string id;
  std::string person;
  std::string person_name;
  std::string org;
  std::string org_name;
  std::string role;
  std::string from;   // partial date, or empty: unknown
  std::string until;  // partial date, or empty
  bool has_ended = false;

  bool is_current() const { return !has_ended; }
};

PersonRecord tidied(PersonRecord person);
bool says_the_same(const PersonRecord& a, const PersonRecord& b);
std::vector<base::Fault> faults_of(const PersonRecord& person);
base::Json to_json(const PersonRecord& person);

Affiliation tidied(Affiliation affiliation);
std::vector<base::Fault> faults_of(const Affiliation& affiliation);
base::Json to_json(const Affiliation& affiliation);

// Whether the end fits: not before the beginning, not after `today`. Only the parts of the dates
// that both give are compared.
std::vector<base::Fault> faults_of_end(const Affiliation& affiliation, base::Day today);

// "since 2021", "March 2019 to 2021", "until 2020": for pages.
std::string span_words(const Affiliation& affiliation);

}  // namespace enact::network
