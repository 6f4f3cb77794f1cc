// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "identity/signer.h"

namespace enact::identity {

// Texts that the database keeps but a copy of one table must not give away: encrypted and
// authenticated (XChaCha20-Poly1305) under a key derived from the signer's secret. `context`, such
// as whose it is, must be the same to open it, so that one row's text is worthless in another.
std::string seal(const Signer& signer,
                 std::string_view purpose,
                 std::string_view context,
                 std::string_view plain);

// Nothing when it was sealed otherwise, or was changed since.
std::optional<std::string> unseal(const Signer& signer,
                                  std::string_view purpose,
                                  std::string_view context,
                                  std::string_view sealed);

}  // namespace enact::identity
