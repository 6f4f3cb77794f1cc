// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "own_commands.h"

namespace enact {

// What was typed: which command, its values, and the settings given as flags.
struct Typed {
  const ProgramCommand* command = nullptr;  // nullptr: help or a fault was printed
  int exit_code = 0;
  std::map<std::string, std::string> values;    // of the command
  std::map<std::string, std::string> settings;  // "smtp.url" -> value
  std::string config_file;                      // empty: ./enact.toml if it is there
};

// Reads the command line; prints help, the version, or what is wrong with it.
Typed read_command_line(int argc, char** argv, const std::vector<ProgramCommand>& commands);

}  // namespace enact
