// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/command.h"
#include "program.h"

namespace enact {

// A command and what it needs of the database before it runs.
struct ProgramCommand {
  app::Command command;
  Schema schema = Schema::made_if_empty;
};

// serve, demo, migrate, backup, restore, doctor, and those of all rooms.
std::vector<ProgramCommand> all_commands();

}  // namespace enact
