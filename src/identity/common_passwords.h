// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace enact::identity {

// Whether a password is one that everybody tries: a common word (common_passwords.txt) with
// digits or signs before or after it and letters written as digits ("P@ssw0rd2024!"), the same
// word twice, one character over and over, or keys in a row.
bool is_common_password(std::string_view password);

// Whether nothing is left but digits and signs when the words are taken out of the password.
// Each word is looked for whole and in its parts ("Ana Duarte", "ana.duarte@lakeside.example").
bool is_made_of(std::string_view password, const std::vector<std::string>& words);

}  // namespace enact::identity
