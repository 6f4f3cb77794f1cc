// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command.h"

namespace enact {

// enact doctor: a line for each thing looked at, with what to do about it.
base::Result<void> run_doctor(const app::CommandLine& line, app::Services& services);

}  // namespace enact
