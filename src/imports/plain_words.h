// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::imports {

// What was meant by a cell, trimmed: without the apostrophe by which an export keeps a spreadsheet
// from running it, and without the `="01.00"` by which others do.
std::string meant_by_cell(std::string_view cell);

// Control characters become spaces, and several spaces one.
std::string one_line(std::string_view text);

// The same, but line ends stay, at most two together.
std::string several_lines(std::string_view text);

}  // namespace enact::imports
