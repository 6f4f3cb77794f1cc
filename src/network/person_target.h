// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imports/imports.h"

namespace enact::network {

// How people are imported, with where they work and what is known of them. An ecosystem imports
// people of its own organizations; the hub everybody. What people said about being contacted has no
// field here, and nothing that is done here writes to it.
const imports::Target& person_target();

}  // namespace enact::network
