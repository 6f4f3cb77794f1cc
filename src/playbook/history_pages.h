// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// Revisions, what changed between them, review, and bringing an earlier text back. Visitors see
// what was published; drafts and reviews are for reviewers.
void history_routes(app::Routes& routes);

}  // namespace enact::playbook
