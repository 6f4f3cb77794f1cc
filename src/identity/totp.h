// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace enact::identity {

// Codes that change every 30 seconds (RFC 6238 with HMAC-SHA-1 and six digits, what every
// authenticator app knows). A secret is 160 bits, written in base 32.
std::string new_totp_secret();

std::int64_t totp_step(base::Instant at);
// Empty when the secret is no base 32.
std::string totp_code(std::string_view secret, std::int64_t step);

// The step that the code belongs to, if it is now's or one beside it, and later than `last_step`,
// the last one that was used: a code works once.
std::optional<std::int64_t> matching_step(std::string_view secret,
                                          std::string_view code,
                                          base::Instant now,
                                          std::int64_t last_step);

// What the QR code says: otpauth://totp/Issuer:account?secret=...
std::string totp_address(std::string_view issuer,
                         std::string_view account,
                         std::string_view secret);

// The secret in groups of four, to be typed by hand.
std::string in_groups(std::string_view text);

// RFC 4648 section 6, without padding. Decoding skips spaces and hyphens and reads small letters;
// nonsense gives an empty text.
std::string base32(std::string_view bytes);
std::string from_base32(std::string_view text);

}  // namespace enact::identity
