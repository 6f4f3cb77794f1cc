// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/field.h"
#include "store/database.h"

namespace enact::network {

// To be called in every transaction that changes what the directory knows of an organization or a
// person: words, facts, affiliations. Every process then reads it anew before it next answers.
void note_change(store::Writer& writer, Thing thing, std::string_view subject);

// The same for many at once.
void note_changes(store::Writer& writer, Thing thing, const std::vector<std::string>& subjects);

// For an organization that moved or became another kind: everything below it may now be of another
// ecosystem, and so may everybody there.
void note_changes_below(store::Writer& writer, std::string_view org);

}  // namespace enact::network
