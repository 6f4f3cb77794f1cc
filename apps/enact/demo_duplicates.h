// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services.h"
#include "base/result.h"

namespace enact {

// Make-believe records that stand twice: a program and a person that are plainly the same, and two
// that look alike and that somebody already said are not.
base::Result<void> seed_demo_duplicates(app::Services& services);

}  // namespace enact
