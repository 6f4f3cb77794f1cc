// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "imports/row_source.h"

namespace enact::imports {

// Opens UTF-8 text that is a list of records, a map with one list of records in it, or documents
// with a record each. All values are texts as they stand there. References (*name) are refused, so
// that a short file cannot grow into a large one; names that stand twice in a map are refused, too.
base::Result<Opened> open_yaml(std::string_view text,
                               Encoding encoding,
                               const ReadOptions& options,
                               const TableLimits& limits);

}  // namespace enact::imports
