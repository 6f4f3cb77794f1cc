// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// Make-believe work with admissions offices: two colleges with their people, what they committed
// to, how they read applications, and a list of thirty people who were invited to a happy hour.
base::Result<void> seed_demo_admissions(app::Services& services);

}  // namespace enact
