// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/org.h"
#include "store/database.h"

namespace enact::network {

// In the order in which pages show them.
std::vector<Kind> kinds(store::Reader& reader);
// The label of the kind, or its id where the network no longer has it.
std::string label_of(const std::vector<Kind>& kinds, std::string_view id);

// Adds a kind or words one anew.
base::Result<void> save_kind(store::Writer& writer, Kind kind, identity::Event by);

}  // namespace enact::network
