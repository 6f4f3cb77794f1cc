// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace enact::network {

// Search finds a person only in the ecosystems at which the person is now, and visitors never do.
// To be called after every change of a person or of what the person is.
void index_person(store::Writer& writer, std::string_view person);

// Takes the entries of a person away, before affiliations move to another record.
void unindex_person(store::Writer& writer, std::string_view person);
// The same for many at once.
void index_people(store::Writer& writer, const std::vector<std::string>& people);

// Before they are taken away.
void forget_people(store::Writer& writer, const std::vector<std::string>& people);

// For everybody at `orgs` and their parts, after these moved or became another kind. `were_of` are
// the ecosystems that they were of before.
void reindex_people(store::Writer& writer,
                    const std::vector<std::string>& orgs,
                    const std::set<std::string>& were_of);

}  // namespace enact::network
