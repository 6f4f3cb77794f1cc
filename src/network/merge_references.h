// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/reference.h"
#include "network/facts.h"

namespace enact::network {

// What of this room and of those below it points to organizations and people.
std::vector<app::Reference> own_references();

// The record that stands where `id` was: itself, or the one that it was merged into; empty where
// there is none.
std::string standing_id(store::Reader& reader, Thing thing, std::string_view id);

Thing thing_of(const app::Merging& merging);

}  // namespace enact::network
