// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "imports/cell.h"

namespace enact::imports {

// The two letters of a state, the District of Columbia or a territory, from its name or its code:
// "Illinois", "IL", "N.Y.".
Read<std::string> read_state(std::string_view cell);

// Five digits, or nine as "20774-2199". Four digits get their leading zero back, with a warning,
// when `state` (a code, or empty) is one whose codes begin with 0; else they are refused.
Read<std::string> read_zip(std::string_view cell, std::string_view state = {});

}  // namespace enact::imports
