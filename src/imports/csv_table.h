// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "imports/row_source.h"

namespace enact::imports {

// Opens a CSV file: see TableFile. `begin` is where its text begins, behind a byte-order mark.
base::Result<Opened> open_csv(std::string bytes,
                              std::size_t begin,
                              const ReadOptions& options,
                              const TableLimits& limits);

// A cell as it was meant: without the apostrophe that keeps a spreadsheet from running it
// (base::CsvWriter writes it), and without the ="..." that keeps one from dropping leading zeros.
// False when nothing was to be done.
bool undo_spreadsheet_marks(std::string& cell);

}  // namespace enact::imports
