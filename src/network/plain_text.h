// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/plain_text.h"

namespace enact::network {

using base::one_line;
using base::several_lines;

// The parts of a text between its empty lines.
std::vector<std::string> paragraphs(std::string_view text);

bool is_web_address(std::string_view text);

// Who overtook a form; "Somebody else" where no name was kept.
std::string name_or_somebody(const std::string& name);

// The sense of a cell that CsvWriter wrote: without the apostrophe that keeps a spreadsheet from
// running it as a formula.
std::string from_cell(std::string_view cell);

}  // namespace enact::network
