// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// How the make-believe Pittsburgh supports its programs: plans in every state, one of them late;
// check-ins, some long ago; needs, things that are offered, and what came of both.
base::Result<void> seed_demo_programs(app::Services& services);

}  // namespace enact
