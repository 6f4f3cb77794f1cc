// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imports/imports.h"

namespace enact::network {

// How organizations are imported: their own columns and, as further fields, the facts that the
// network asks for. An ecosystem imports what belongs to it; the hub everything.
const imports::Target& org_target();

}  // namespace enact::network
