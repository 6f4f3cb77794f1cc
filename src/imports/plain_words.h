// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::imports {

// Control characters become spaces, and several spaces one.
std::string one_line(std::string_view text);

// The same, but line ends stay, at most two together.
std::string several_lines(std::string_view text);

}  // namespace enact::imports
