// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "imports/imports.h"
#include "network/field.h"

namespace enact::network {

// The fields of an import as a network and an ecosystem have them: those that come with the
// program, as they are called there, without what is retired, and then those that were added.
std::vector<imports::Field> with_own_fields(std::vector<imports::Field> shipped,
                                            const std::vector<Field>& known);

}  // namespace enact::network
