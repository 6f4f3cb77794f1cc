// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// Beginning a run from its play, the run's own page, and everything that is done on it.
void run_routes(app::Routes& routes);

// Parts of them, for run_routes alone.
void run_paper_routes(app::Routes& routes);  // evidence, and who was involved
void write_up_routes(app::Routes& routes);
void note_link_routes(app::Routes& routes);  // asking for a note, and the link that was sent

}  // namespace enact::playbook
