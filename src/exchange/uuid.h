// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::exchange {

// The UUID of one of our things ("service", "riverbend-robotics"), the same on every day and every
// machine: of version 8 (RFC 9562), from SHA-256 of both names.
// Never change: others know our records by it.
std::string uuid_of(std::string_view kind, std::string_view id);

}  // namespace enact::exchange
