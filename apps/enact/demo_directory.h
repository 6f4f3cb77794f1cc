// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// What the make-believe network knows: criteria for programs, make-believe programs with facts, a
// list of candidates on its way, and people who know each other.
base::Result<void> seed_demo_directory(app::Services& services);

}  // namespace enact
