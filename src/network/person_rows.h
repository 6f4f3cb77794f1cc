// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "identity/audit.h"
#include "network/person.h"
#include "store/database.h"

// From rows to people and back, for the collection and the import.
namespace enact::network {

PersonRecord person_from(const store::Row& row);
std::vector<Affiliation> affiliations_from(const store::Rows& rows);

// Write the row and the event. False where the id is taken or another version is stored.
bool save_row(store::Writer& writer, const PersonRecord& person, identity::Event by);
void insert_row(store::Writer& writer, const Affiliation& affiliation, identity::Event by);
bool end_row(store::Writer& writer, const Affiliation& affiliation, identity::Event by);

}  // namespace enact::network
