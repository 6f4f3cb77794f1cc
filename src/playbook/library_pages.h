// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// The toolkit and its copies, the words explained, and each ecosystem's own notes.
void library_routes(app::Routes& routes);

}  // namespace enact::playbook
