// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// A list of people that Ana imported for Pittsburgh, and the mapping that she kept for the next.
base::Result<void> seed_demo_people(app::Services& services);

}  // namespace enact
