// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"
#include "web/needs.h"

// At which ecosystem the routes of this room ask for permission.
namespace enact::outreach::scopes {

// The one that `?ecosystem=` or the form names, else the first at which the viewer meets `needs`.
app::Scope ecosystem(web::Needs needs);
app::Scope candidate();  // of the candidate {id}

}  // namespace enact::outreach::scopes
