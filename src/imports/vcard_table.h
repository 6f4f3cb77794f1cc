// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "imports/row_source.h"

namespace enact::imports {

// Opens UTF-8 text of contact cards (vCard 2.1, 3.0 and 4.0), a card a row. Columns are "name",
// "family name", "given name", "organization", "role", "email", "email 2", "phone", "street",
// "city" and so on; of what a card says more often, the first three are taken. Pictures, sounds and
// keys are left out. A card without an end, or without a name, is a faulty row with its line.
base::Result<Opened> open_vcards(std::string_view text,
                                 Encoding encoding,
                                 const TableLimits& limits);

}  // namespace enact::imports
