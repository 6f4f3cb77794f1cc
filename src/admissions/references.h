// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/reference.h"

namespace enact::admissions {

// What of this room points to organizations and people.
std::vector<app::Reference> references();

}  // namespace enact::admissions
