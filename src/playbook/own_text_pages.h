// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// What an ecosystem writes for itself: its notes beside the hub's text, and its copies of toolkit
// documents.
void own_text_routes(app::Routes& routes);

}  // namespace enact::playbook
