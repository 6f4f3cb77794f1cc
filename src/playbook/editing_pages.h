// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// Writing the playbook: editor, history, changes, review, and an ecosystem's own notes.
void editing_routes(app::Routes& routes);

}  // namespace enact::playbook
