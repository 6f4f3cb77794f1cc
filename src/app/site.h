// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

namespace enact::app {

// What the network that is served calls itself. Said by its playbook's cover; the frame of every
// page, mails and feeds repeat it.
std::string network_name(store::Reader& reader);  // "Enact" until a playbook says otherwise
void name_network(store::Writer& writer, std::string_view name);

// Whether this database was filled by the demo. A real network's never is.
bool is_demo(store::Reader& reader);
void mark_as_demo(store::Writer& writer);

}  // namespace enact::app
