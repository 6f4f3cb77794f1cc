// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "imports/table_file.h"

namespace enact::imports {

// Whether the first of these rows names the columns. It does when it differs from what stands below
// it (words above numbers), and does not when it has a number, a date or an address itself.
HeaderRow detect_header(const std::vector<TableRow>& sample);

// Names that can be told apart, made from the cells of a header; see TableFile::header(). What had
// to be changed is added to the warnings.
std::vector<std::string> column_names(const std::vector<std::string>& cells,
                                      int line,
                                      std::vector<base::Fault>& warnings);

std::string unnamed_column(std::size_t index);  // 0-based; "column 5"

}  // namespace enact::imports
