// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace enact::web {

// CRLF and lone CR become LF.
std::string with_lf(std::string_view text);

// Bytes that are not UTF-8, and NUL, which PostgreSQL cannot keep, become U+FFFD.
std::string with_valid_utf8(std::string_view text);

// Whether with_valid_utf8() would leave it alone.
bool is_clean_text(std::string_view text);

}  // namespace enact::web
