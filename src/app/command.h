// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "app/services.h"
#include "base/result.h"

namespace enact::app {

struct Argument {
  std::string name;
  std::string help;
  enum class Presence { required, optional } presence = Presence::required;
};

struct Flag {
  std::string name;  // "email"
  std::string help;
  std::string value;  // what its value is called in the help; empty for a flag that is just set
};

// What was typed after the command's name.
struct CommandLine {
  std::map<std::string, std::string> values;  // arguments and flags by name; a set flag is "yes"
  std::ostream& out;

  std::string text(const std::string& name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  }
  bool has(const std::string& name) const { return values.contains(name); }
};

// A command of the program, "playbook import". An error ends the program with exit code 1 and its
// sentence (all its faults, one a line).
struct Command {
  std::string name;
  std::string summary;  // one line, for the list
  std::string help;     // what a person needs to know, with an example
  std::vector<Argument> arguments = {};
  std::vector<Flag> flags = {};
  std::function<base::Result<void>(const CommandLine&, Services&)> run;
};

}  // namespace enact::app
