// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"
#include "network/pages.h"
#include "network/person.h"

namespace enact::network {

// The pages of one person.
void person_routes(app::Routes& routes, const SharedDirectory& directory);

// A sentence when the affiliation is at an organization for which the viewer does not work.
base::Result<void> check_reach(store::Reader& reader,
                               const app::Visit& visit,
                               const Affiliation& affiliation);

}  // namespace enact::network
