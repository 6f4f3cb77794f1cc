// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// What somebody vouched for, and a question by e-mail that waits for its answer.
base::Result<void> seed_demo_still_right(app::Services& services);

}  // namespace enact
