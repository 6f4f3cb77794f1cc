// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "imports/mapping.h"

namespace enact::imports {

// Where a mapping does not say in which order the dates of a column are written, the dates of the
// whole column that can be read in one way only say it. Reads through the file and rewinds it.
// Gives the sentences that say what was found.
std::string settle_date_orders(Mapping& mapping, const Target& target, TableFile& file);

}  // namespace enact::imports
