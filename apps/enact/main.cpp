// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <exception>
#include <iostream>

#include "app/config.h"
#include "cli.h"
#include "program.h"

namespace {

using namespace enact;

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const auto equals = text.find('=');
    if (equals != std::string::npos) all[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return all;
}

// Every fault on a line of its own, with file and line where it has them.
int refuse(const base::Error& error) {
  if (error.faults.empty()) std::cerr << "enact: " << error.message << "\n";
  for (const auto& fault : error.faults) {
    std::cerr << (fault.file.empty() ? std::string("enact") : fault.file);
    if (fault.line > 0) std::cerr << ":" << fault.line;
    std::cerr << ": " << fault.message << "\n";
  }
  return 1;
}

int run(const Typed& typed) {
  const auto presence =
      typed.config_file.empty() ? app::ConfigFile::optional : app::ConfigFile::required;
  auto config = app::load_config(typed.config_file.empty() ? "enact.toml" : typed.config_file,
                                 presence, environment(), typed.settings);
  if (!config) return refuse(config.error());
  if (typed.command->command.name == "demo") {
    config->demo = true;
    config->smtp = {};  // what make-believe people write goes to nobody
  }
  if (typed.command->schema == Schema::any_existing) {
    if (auto there = require_database(*config); !there) return refuse(there.error());
  }
  Program program(*std::move(config));
  if (auto ready = program.prepare(typed.command->schema); !ready) return refuse(ready.error());
  const auto done =
      typed.command->command.run({.values = typed.values, .out = std::cout}, program.services());
  return done ? 0 : refuse(done.error());
}

}  // namespace

int main(int argc, char** argv) {
  const auto commands = all_commands();
  const auto typed = read_command_line(argc, argv, commands);
  if (typed.command == nullptr) return typed.exit_code;
  try {
    return run(typed);
  } catch (const std::exception& error) {
    std::cerr << "enact: " << error.what() << "\n";
    return 2;
  }
}
