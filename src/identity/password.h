// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::identity {

inline constexpr std::size_t kShortestPassword = 8;
inline constexpr std::size_t kLongestPassword = 256;

// Whether a password may be chosen: length, not one of those that everybody tries, and not made of
// the `own_words` that anybody would guess (name, e-mail address, the network's name). No rule on
// what characters it holds. Field "password".
base::Result<void> check_new_password(std::string_view password,
                                      const std::vector<std::string>& own_words);

// Argon2id with libsodium's interactive limits, salt included in the text. One runs at a time,
// since each takes 64 MiB; others wait.
std::string hash_password(std::string_view password);

// False for an empty hash too, but after the same time: how long it takes tells nobody whether
// there is such an account, or whether it has a password.
bool is_password(std::string_view password, const std::string& hash);

}  // namespace enact::identity
