// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/command.h"

namespace enact::exchange {

std::vector<app::Command> commands();

}  // namespace enact::exchange
