// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

// At which ecosystem the routes of this room ask for permission.
namespace enact::admissions::scopes {

// The one that `?ecosystem=` names; without it the viewer's own, or all of them ("") for those who
// read across the network.
app::Scope own_or_all();

app::Scope commitment();  // of the commitment {id}
app::Scope note();        // of the process note {id}
app::Scope plan();        // of the plan {id}
app::Scope list();        // of the prospect list {id}

}  // namespace enact::admissions::scopes
