// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

namespace enact::playbook {

// The cover: what the playbook is for and its strategies.
base::Result<web::Response> show_cover(app::Visit& visit);

// The cover, strategies, plays and vignettes, for everybody.
void reading_routes(app::Routes& routes);

}  // namespace enact::playbook
