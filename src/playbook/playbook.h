// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

// The public face of the room: what other rooms may ask about plays and their runs.
namespace enact::playbook {

// "4-1 Put the network into the channels you already run", for lists of other rooms; the id
// itself where there is no such play.
std::string play_title(store::Reader& reader, std::string_view play_id);

}  // namespace enact::playbook
