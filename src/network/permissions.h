// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "network/permission.h"
#include "store/database.h"

namespace enact::network {

// All that a person ever said about being contacted, the latest first.
std::vector<Permission> permissions_of(store::Reader& reader, std::string_view person);

// Notes what the person said. `today` is the day of the one who notes it.
base::Result<void> note_permission(store::Writer& writer,
                                   Permission draft,
                                   base::Day today,
                                   identity::Event by);

}  // namespace enact::network
