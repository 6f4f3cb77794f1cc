// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// Where and when the make-believe programs take place, and who pays for them.
base::Result<void> seed_demo_sites(app::Services& services);

}  // namespace enact
