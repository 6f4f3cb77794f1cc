// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// More people whom Pittsburgh's people know, and introductions among them in every state.
base::Result<void> seed_demo_introductions(app::Services& services);

}  // namespace enact
