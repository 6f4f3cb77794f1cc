// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "imports/imports.h"
#include "network/person.h"

namespace enact::network {

// What a file can say of a person: the columns of the record, where the person is or was, then the
// facts that come with the program, under their ids. There is no field for what people said about
// being contacted: that is never imported.
const std::vector<imports::Field>& person_fields();

// Fields that a row may have and a record does not: the planner makes names and places of them.
inline constexpr const char* kGivenName = "given_name";
inline constexpr const char* kFamilyName = "family_name";
inline constexpr const char* kOrg = "org";
inline constexpr const char* kOrgNumber = "org_number";
inline constexpr const char* kRole = "role";
inline constexpr const char* kFrom = "from";
inline constexpr const char* kUntil = "until";

inline constexpr const char* kPlaces = "places";  // places.h says how it is written

// As what somebody stands with an ecosystem whom a file places nowhere.
inline constexpr const char* kContact = "Contact";

// By which people are known elsewhere: the facts that are certain, and the one that is unique
// within its source only.
inline constexpr const char* kNumbers[] = {"bioguide", "open_states"};
inline constexpr const char* kNumberInSource = "person_number";

// The columns of a record as texts, and back: fields that `said` does not have stay.
void write_columns(imports::Values& values, const PersonRecord& person);
void read_columns(PersonRecord& person, const imports::Values& said);

}  // namespace enact::network
