// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "imports/row_source.h"

namespace enact::imports {

// Opens UTF-8 text that is a list of records, an object with one list of records in it, or records
// one after another (JSON Lines). Records are parsed one at a time, so that a file costs no tree,
// and one that is broken is a faulty row with its line.
base::Result<Opened> open_json(std::string_view text,
                               Encoding encoding,
                               const ReadOptions& options,
                               const TableLimits& limits);

}  // namespace enact::imports
