// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::base {

// What a person typed, as it is kept: control characters become spaces, outer spaces go.
std::string one_line(std::string_view text);
std::string several_lines(std::string_view text);  // line ends stay, as LF

}  // namespace enact::base
