// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

// At which ecosystem the routes of this room ask for permission.
namespace enact::outreach::scopes {

app::Scope candidate();  // of the candidate {id}

}  // namespace enact::outreach::scopes
