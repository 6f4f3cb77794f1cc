// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"

// At which ecosystem the routes of this room ask for permission.
namespace enact::programs::scopes {

app::Scope program();  // of the program {id}
app::Scope goal();     // of the plan of the goal {id}
app::Scope step();
app::Scope need();
app::Scope asset();
app::Scope match();

}  // namespace enact::programs::scopes
