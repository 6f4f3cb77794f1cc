// SPDX-License-Identifier: Apache-2.0
#include "cli.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/setting.h"
#include "base/text.h"

namespace enact {
namespace {

// "playbook import" is the subcommand "import" of the group "playbook".
CLI::App* place_of(CLI::App& app, const std::string& name) {
  const auto space = name.find(' ');
  if (space == std::string::npos) return app.add_subcommand(name);
  const auto group = name.substr(0, space);
  const auto all = app.get_subcommands([&](CLI::App* sub) { return sub->get_name() == group; });
  auto* parent = all.empty() ? nullptr : all.front();
  if (parent == nullptr) {
    parent =
        app.add_subcommand(group, "Commands on the " + group + " (enact " + group + " --help)");
    parent->require_subcommand(1);
    parent->fallthrough();
  }
  return parent->add_subcommand(name.substr(space + 1));
}

std::string_view type_of(app::SettingShape shape) {
  constexpr std::string_view kWords[] = {"TEXT", "NUMBER", "true|false", "A,B"};
  return kWords[static_cast<int>(shape)];
}

void add_settings(CLI::App& app, Typed& typed) {
  app.add_option("--config", typed.config_file,
                 "file of settings; without it, enact.toml in this folder if it is there")
      ->type_name("FILE")
      ->group("Settings");
  for (const auto& setting : app::setting_rules()) {
    const std::string name(setting.name);
    app.add_option_function<std::string>(
           app::flag_name(name),
           [&typed, name](const std::string& value) { typed.settings[name] = value; },
           std::string(setting.help))
        ->type_name(std::string(type_of(setting.shape)))
        ->group("Settings");
  }
}

void add_command(CLI::App& app, const ProgramCommand& command, Typed& typed) {
  auto* sub = place_of(app, command.command.name);
  sub->description(command.command.summary + "\n\n" + command.command.help);
  sub->fallthrough();  // settings may stand behind the command
  sub->footer("Settings such as --database may stand behind it; enact --help lists them.");
  for (const auto& argument : command.command.arguments) {
    auto* option = sub->add_option_function<std::string>(
        argument.name,
        [&typed, name = argument.name](const std::string& value) { typed.values[name] = value; },
        argument.help);
    if (argument.presence == app::Argument::Presence::required) option->required();
  }
  for (const auto& flag : command.command.flags) {
    const auto set = [&typed, name = flag.name](const std::string& value) {
      typed.values[name] = value;
    };
    if (flag.value.empty())
      sub->add_flag_callback(
          "--" + flag.name, [set] { set("yes"); }, flag.help);
    else
      sub->add_option_function<std::string>("--" + flag.name, set, flag.help)
          ->type_name(flag.value);
  }
  sub->callback([&typed, &command] { typed.command = &command; });
}

// What CLI11 calls a missing command is most often a mistyped one.
bool names_no_command(CLI::App& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return false;
  return app.get_subcommands([&](CLI::App* sub) { return sub->get_name() == argv[1]; }).empty();
}

}  // namespace

Typed read_command_line(int argc, char** argv, const std::vector<ProgramCommand>& commands) {
  Typed typed;
  CLI::App app(
      "Enact: a network reads its playbook, does what it says, and tells what came of it.\n"
      "Try it: enact demo. Serve your own: enact serve.");
  app.name("enact");
  app.set_version_flag("--version", std::string("enact ") + ENACT_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  app.footer(
      "Exit codes: 0 done, 1 refused with a sentence, 2 the machine failed, 100 and up a "
      "mistyped command line.");
  add_settings(app, typed);
  for (const auto& command : commands) add_command(app, command, typed);
  // In the list, one line for each; the whole text under enact COMMAND --help.
  if (argc <= 1 || std::string(argv[1]) == "--help" || std::string(argv[1]) == "-h")
    for (const auto& command : commands)
      if (command.command.name.find(' ') == std::string::npos)
        app.get_subcommand(command.command.name)->description(command.command.summary);
  if (names_no_command(app, argc, argv)) {
    std::cerr << "enact: There is no command '" << argv[1] << "'; enact --help lists them.\n";
    typed.exit_code = static_cast<int>(CLI::ExitCodes::ExtrasError);
    return typed;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    typed.command = nullptr;
    typed.exit_code = app.exit(error);
  }
  return typed;
}

}  // namespace enact
