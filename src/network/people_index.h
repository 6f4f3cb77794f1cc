// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "store/database.h"

namespace enact::network {

// Search finds a person only in the ecosystems at which the person is now, and visitors never do.
// To be called after every change of a person or of what the person is.
void index_person(store::Writer& writer, std::string_view person);

// For everybody at `org` and its parts, after that moved or became another kind.
void reindex_people(store::Writer& writer, std::string_view org);

}  // namespace enact::network
