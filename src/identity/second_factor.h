// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "identity/signer.h"
#include "identity/user.h"
#include "store/database.h"

namespace enact::identity {

inline constexpr int kRecoveryCodes = 8;

// Turns it on once a code shows that the app holds the same secret; field "code" otherwise. Gives
// recovery codes, which are shown this one time: the database has their digests.
base::Result<std::vector<std::string>> turn_on_second_factor(store::Writer& writer,
                                                             const Signer& signer,
                                                             const User& user,
                                                             std::string_view secret,
                                                             std::string_view code,
                                                             const Event& by);

base::Result<void> turn_off_second_factor(store::Writer& writer, const User& user, const Event& by);

// Fresh ones; those before them stop working.
std::vector<std::string> new_recovery_codes(store::Writer& writer,
                                            const Signer& signer,
                                            const User& user,
                                            const Event& by);
int unused_recovery_codes(store::Reader& reader, std::string_view user_id);

// Whether the code opens this account now: the app's, or an unused recovery code. Either works
// once.
base::Result<void> use_second_factor(store::Writer& writer,
                                     const Signer& signer,
                                     const User& user,
                                     std::string_view code,
                                     const Event& by);

}  // namespace enact::identity
