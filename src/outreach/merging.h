// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reference.h"

namespace enact::outreach {

// What of this room points to organizations.
app::Reference candidates_reference();

}  // namespace enact::outreach
