// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "network/field.h"
#include "store/database.h"

namespace enact::network {

// The id of whom or what a person typed, by name or id; empty for nothing. A sentence when there
// is none of that name, or more than one. `field` is where the fault belongs.
base::Result<std::string> id_written(store::Reader& reader,
                                     Thing thing,
                                     std::string_view written,
                                     std::string_view field);

}  // namespace enact::network
