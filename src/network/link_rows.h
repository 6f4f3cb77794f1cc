// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/link.h"
#include "store/value.h"

namespace enact::network {

// A link from a row of its table, without the names of its ends.
Link link_from(const store::Row& row);

}  // namespace enact::network
