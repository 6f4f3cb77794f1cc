// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imports/table_file.h"

namespace enact::imports {

// What a file that holds no rows is, and what to do about it: "This is an Excel workbook. ..."
// Nothing where the beginning gives no such sign.
std::optional<std::string> why_no_table(std::string_view bytes);

// By how the text begins; CSV where it begins like neither of the others.
Format detect_format(std::string_view text);

}  // namespace enact::imports
