// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/json.h"
#include "store/database.h"

namespace enact::identity {

// When two organizations become one: the roles in force and the open invitations at `from` are held
// at `to`; one that the same person holds there too stays where it is. What was moved comes back as
// a journal.
base::Json move_roles(store::Writer& writer, std::string_view from, std::string_view to);

// And back. Says how many were taken back or moved elsewhere meanwhile, and stay so.
int move_roles_back(store::Writer& writer,
                    const base::Json& journal,
                    std::string_view from,
                    std::string_view to);

}  // namespace enact::identity
