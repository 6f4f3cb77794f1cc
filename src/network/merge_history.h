// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/reference.h"

// What people said, when the records that they said it of become one.
namespace enact::network {

// The whole history of both stays. Where one said no to what the other allowed, no is noted again
// as the last word, so that the strictest answer remains in force.
app::Moved move_permissions(store::Writer& writer, const app::Merging& merging);
std::vector<std::string> move_permissions_back(store::Writer& writer,
                                               const app::Merging& merging,
                                               const base::Json& journal);

// Whoever is not the merged record is not the one that stays either. The pair of the two is
// settled.
app::Moved move_decisions(store::Writer& writer, const app::Merging& merging);
std::vector<std::string> move_decisions_back(store::Writer& writer,
                                             const app::Merging& merging,
                                             const base::Json& journal);

}  // namespace enact::network
