// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/person.h"
#include "store/database.h"

namespace enact::network {

// The collection of people. What other rooms may call of it is declared in network.h.

std::optional<PersonRecord> find_person_record(store::Reader& reader, std::string_view id);

// Everybody who is or was at the ecosystem or one of its parts; by name.
std::vector<PersonRecord> people_in(store::Reader& reader, std::string_view workspace);
std::vector<PersonRecord> all_people(store::Reader& reader);

base::Result<PersonRecord> add_person(store::Writer& writer,
                                      PersonRecord draft,
                                      identity::Event by);

// A conflict naming who, when somebody saved since the form with `draft.version` was opened.
base::Result<PersonRecord> change_person(store::Writer& writer,
                                         PersonRecord draft,
                                         identity::Event by);

}  // namespace enact::network
