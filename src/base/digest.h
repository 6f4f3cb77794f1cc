// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace enact::base {

// SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// HMAC-SHA-256 (RFC 2104) as URL-safe base64 without padding. The key may have any length.
std::string hmac(std::string_view key, std::string_view message);

// Takes the same time whatever the texts hold, so that a secret cannot be guessed letter by letter.
bool equal_in_constant_time(std::string_view a, std::string_view b);

// From the operating system's generator.
std::string random_bytes(std::size_t count);

// 32 URL-safe characters, 192 bits: for sessions, links and invitations.
std::string random_token();

// URL-safe base64 without padding (RFC 4648 section 5). Decoding nonsense gives an empty text.
std::string base64url(std::string_view bytes);
std::string from_base64url(std::string_view text);

}  // namespace enact::base
