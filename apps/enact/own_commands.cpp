// SPDX-License-Identifier: Apache-2.0
#include "own_commands.h"

#include <fmt/format.h>

#include <ostream>

#include "app/module.h"
#include "base/text.h"
#include "demo.h"
#include "doctor.h"
#include "serve.h"
#include "store/backup.h"
#include "store/migrate.h"

namespace enact {
namespace {

using app::CommandLine;
using app::Services;

base::Result<void> run_serve(const CommandLine& line, Services& services) {
  return serve(services, [&] {
    line.out << fmt::format("Serving {}\nStop with Ctrl-C.\n", services.config.public_url)
             << std::flush;
  });
}

base::Result<void> run_demo(const CommandLine& line, Services& services) {
  if (auto seeded = seed_demo(services, line.out); !seeded) return seeded;
  return serve(services, [&] { describe_demo(services, line.out); });
}

base::Result<void> run_migrate(const CommandLine& line, Services& services) {
  const auto applied = store::migrate(services.db, services.clock.now());
  if (!applied) return tl::unexpected(applied.error());
  for (const auto& name : *applied) line.out << "applied " << name << "\n";
  line.out << (applied->empty() ? "Nothing to do: the database is up to date.\n"
                                : "The database is up to date now.\n");
  return {};
}

void list_tables(const CommandLine& line, const std::vector<store::CopiedTable>& tables) {
  long long rows = 0;
  for (const auto& table : tables) rows += table.rows;
  line.out << fmt::format("{} in {}.\n", base::counted(rows, "row", "rows"),
                          base::counted(std::ssize(tables), "table", "tables"));
}

base::Result<void> run_backup(const CommandLine& line, Services& services) {
  const auto copied = store::backup(services.db, line.text("FILE"));
  if (!copied) return tl::unexpected(copied.error());
  line.out << "Wrote " << line.text("FILE") << ": ";
  list_tables(line, *copied);
  return {};
}

base::Result<void> run_restore(const CommandLine& line, Services& services) {
  const auto copied = store::restore(services.db, line.text("FILE"), services.clock.now());
  if (!copied) return tl::unexpected(copied.error());
  line.out << "Restored ";
  list_tables(line, *copied);
  return {};
}

}  // namespace

std::vector<ProgramCommand> all_commands() {
  std::vector<ProgramCommand> commands{
      {{.name = "serve",
        .summary = "Serve the network",
        .help = "Answers until it is stopped with Ctrl-C or SIGTERM, then finishes what is in "
                "flight. An empty database is set up.\n\nExample: enact serve --database "
                "network.db --port 8080",
        .run = run_serve}},
      {{.name = "demo",
        .summary = "Serve a make-believe network to try everything in",
        .help = "Fills an empty database with the shipped playbook, invented people and their "
                "runs, and serves it. Says which sign-ins work.\n\nExample: enact demo --database "
                "demo.db",
        .run = run_demo}},
      {{.name = "migrate",
        .summary = "Bring the database up to this version",
        .help = "Applies what is pending, in order. Make a backup first: there is no way back.",
        .run = run_migrate},
       Schema::any},
      {{.name = "backup",
        .summary = "Write a copy of the whole database into one file",
        .help = "Works while the network is being served. The file is a SQLite database, also when "
                "the network runs on PostgreSQL.\n\nExample: enact backup monday.backup",
        .arguments = {{.name = "FILE", .help = "a file that is not there yet"}},
        .run = run_backup},
       Schema::any_existing},
      {{.name = "restore",
        .summary = "Load a backup into an empty database",
        .help = "From SQLite to PostgreSQL and back as well.\n\nExample: enact restore "
                "monday.backup --database postgresql://localhost/enact",
        .arguments = {{.name = "FILE", .help = "a file that enact backup wrote"}},
        .run = run_restore},
       Schema::any},
      {{.name = "doctor",
        .summary = "Look whether everything is as it should be",
        .help = "Checks database, disk, mail settings, clock and what the rooms keep; says what is "
                "wrong and what to do. Exit code 1 when something is wrong.",
        .run = run_doctor},
       Schema::any_existing},
  };
  for (const auto* module : app::modules())
    if (module->commands != nullptr)
      for (auto& command : module->commands()) commands.push_back({std::move(command)});
  return commands;
}

}  // namespace enact
