// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// Search over everything, what is new (with its feed), and the pages about this program.
void finding_routes(app::Routes& routes);

}  // namespace enact::playbook
