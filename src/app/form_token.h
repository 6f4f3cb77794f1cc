// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::app {

// The word that every form of a session carries, as it is written into one page: masked anew each
// time, so that the lengths of compressed pages tell nobody what it is (BREACH).
std::string masked_token(std::string_view token);

// Whether a form sent back this session's token, masked by us at any time.
bool is_token(std::string_view sent, std::string_view token);

}  // namespace enact::app
