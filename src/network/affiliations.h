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

// What people are and were at organizations.

// Current ones first, then the latest end first.
std::vector<Affiliation> affiliations_of(store::Reader& reader, std::string_view person);
std::vector<Affiliation> affiliations_at(store::Reader& reader, std::string_view org);
std::vector<Affiliation> affiliations_in(store::Reader& reader, std::string_view workspace);
std::vector<Affiliation> all_affiliations(store::Reader& reader);
std::optional<Affiliation> find_affiliation(store::Reader& reader, std::string_view id);

// The ecosystems at which the person is, or only was; each once.
enum class Which { current, any };
std::vector<std::string> workspaces_of_person(store::Reader& reader,
                                              std::string_view person,
                                              Which which);

// A person takes up a role at an organization.
base::Result<Affiliation> begin_affiliation(store::Writer& writer,
                                            Affiliation draft,
                                            identity::Event by);

// And leaves it. `until` may be a partial date.
base::Result<Affiliation> end_affiliation(store::Writer& writer,
                                          std::string_view affiliation,
                                          std::string_view until,
                                          identity::Event by);

}  // namespace enact::network
