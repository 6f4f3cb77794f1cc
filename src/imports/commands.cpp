// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

#include "base/text.h"
#include "imports/deciding.h"
#include "imports/guess.h"
#include "imports/jobs.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/numbers.h"
#include "imports/progress_line.h"
#include "imports/rows.h"

namespace enact::imports {
namespace {

using app::CommandLine;
using app::Services;
using Done = base::Result<void>;

Deed by_command(const Services& services) {
  return {"command", "command", services.clock.now()};
}

base::Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return base::not_found(fmt::format("There is no readable file {}.", path));
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

base::Result<const Target*> target_named(const Setup& setup, const std::string& name) {
  if (const auto* target = find_target(setup, name)) return target;
  std::vector<std::string> names;
  for (const auto* target : setup.targets) names.emplace_back(target->name());
  return base::invalid(
      "as", fmt::format("Say with --as what the rows are: {}.", base::join(names, ", ")));
}

base::Result<Mapping> mapping_for(const CommandLine& line,
                                  Services& services,
                                  const Target& target,
                                  const std::string& bytes) {
  const auto name = line.text("mapping");
  if (!name.empty()) {
    auto found = services.db.read([&](store::Reader& reader) {
      return find_mapping(reader, target, line.text("for"), name);
    });
    if (found) return *std::move(found);
    std::vector<std::string> names;
    for (const auto& named : services.db.read(
             [&](store::Reader& reader) { return mappings_for(reader, target, line.text("for")); }))
      names.push_back(named.mapping.name);
    return base::not_found(fmt::format(
        "There is no mapping \"{}\" for {}. {}", base::shorten(name, 80), target.plural(),
        names.empty() ? "None has a name yet." : "There are: " + base::join(names, ", ") + "."));
  }
  const auto file = TableFile::open(bytes);
  if (!file) return tl::unexpected(file.error());
  auto mapping = guessed_mapping(target, file->header());
  auto faults = faults_of(mapping, target, file->header());
  if (!faults.empty()) return base::invalid(std::move(faults));
  return mapping;
}

void print_plan(const CommandLine& line, Services& services, const std::string& id) {
  constexpr int kMostNamed = 20;
  const auto counts =
      services.db.read([&](store::Reader& reader) { return count_actions(reader, id); });
  line.out << fmt::format(
      "{} new, {} changed, {} as before, {} left out, {} to decide, {} faulty.\n",
      grouped(counts.at(Action::create)), grouped(counts.at(Action::update)),
      grouped(counts.at(Action::unchanged)), grouped(counts.at(Action::skipped)),
      grouped(counts.at(Action::ask)), grouped(counts.at(Action::failed)));
  for (const auto action : {Action::failed, Action::ask}) {
    const auto rows = services.db.read(
        [&](store::Reader& reader) { return rows_from(reader, id, action, 0, kMostNamed); });
    for (const auto& row : rows)
      line.out << fmt::format("  line {}: {} {}\n", row.line, row.label, row.reason);
    if (counts.at(action) > kMostNamed)
      line.out << fmt::format("  and {} more\n", grouped(counts.at(action) - kMostNamed));
  }
}

// Answers every question by what --decide says.
Done decide_by_flag(const CommandLine& line,
                    Services& services,
                    const Target& target,
                    const std::string& id) {
  const auto said = line.text("decide");
  if (said.empty()) return {};
  const auto answer = answer_named(said);
  if (!answer) return base::invalid("decide", "--decide is skip, new, best, first or last.");
  return services.db.write([&](store::Writer& writer) -> Done {
    const auto import = find_import(writer, id);
    for (const auto& [question, rows] : count_questions(writer, id)) {
      const auto allowed = answers_to(question);
      if (std::find(allowed.begin(), allowed.end(), *answer) == allowed.end()) continue;
      const auto settled =
          decide_alike(writer, *import, target, question, *answer, by_command(services));
      if (!settled) return tl::unexpected(settled.error());
    }
    return {};
  });
}

Done commit_planned(const CommandLine& line,
                    Services& services,
                    const Target& target,
                    const std::string& id) {
  const auto counts =
      services.db.read([&](store::Reader& reader) { return count_actions(reader, id); });
  if (counts.at(Action::ask) > 0)
    return base::conflict(fmt::format(
        "Nothing was imported: {} to be decided. Decide them at {}/imports/{}, or say --decide.",
        counts.at(Action::ask) == 1 ? "1 row is" : rows_words(counts.at(Action::ask)) + " are",
        services.config.public_url, id));
  services.db.write([&](store::Writer& writer) {
    ask_for_commit(writer, *find_import(writer, id), services.clock.now());
  });
  ProgressLine progress("Importing");
  auto done = commit_import(services.db, services.clock, target, id, by_command(services),
                            progress.shown());
  if (!done) return done;
  line.out << fmt::format("Imported. To take it back: enact imports undo {}\n", id);
  return {};
}

Done import_file(const CommandLine& line, Services& services, const Setup& setup) {
  const auto target = target_named(setup, line.text("as"));
  if (!target) return tl::unexpected(target.error());
  const auto org = line.text("for");
  const bool is_known = services.db.read(
      [&](store::Reader& reader) { return org.empty() || setup.org_name(reader, org); });
  if (!is_known)
    return base::not_found(fmt::format("There is no ecosystem \"{}\".", base::shorten(org, 80)));
  const auto path = line.text("file");
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto own =
      services.db.read([&](store::Reader& reader) { return TargetOf(reader, **target, org); });
  const auto mapping = mapping_for(line, services, own, *bytes);
  if (!mapping) return tl::unexpected(mapping.error());
  const auto id = begin_import(
      services.db, {.org = org, .file_name = path.substr(path.rfind('/') + 1), .mapping = *mapping},
      *bytes, by_command(services));
  if (!id) return tl::unexpected(id.error());
  services.db.write(
      [&](store::Writer& writer) { ask_for_plan(writer, *id, services.clock.now()); });
  {
    ProgressLine progress("Looking through the file");
    plan_import(services.db, services.clock, own, *id, progress.shown());
  }
  const auto import =
      services.db.read([&](store::Reader& reader) { return *find_import(reader, *id); });
  if (import.state != State::planned) return base::invalid("file", import.message);
  line.out << import.facts << '\n';
  if (!import.message.empty()) line.out << import.message << '\n';
  if (const auto others = columns_not_imported(import.mapping, import.header); !others.empty())
    line.out << fmt::format("Not imported: {}.\n", base::join(others, ", "));
  if (auto decided = decide_by_flag(line, services, own, *id); !decided) return decided;
  print_plan(line, services, *id);
  if (!line.has("dry-run")) return commit_planned(line, services, own, *id);
  line.out << fmt::format("Nothing was imported. The plan: {}/imports/{}\n",
                          services.config.public_url, *id);
  return {};
}

Done list(const CommandLine& line, Services& services) {
  for (const auto& import : services.db.read(all_imports))
    line.out << fmt::format("{}  {}  {}  {}  {}\n", import.id, import.begun.at.day().iso(),
                            import.target, import.file_name, words_for(import.state));
  return {};
}

Done undo(const CommandLine& line, Services& services, const Setup& setup) {
  const auto id = line.text("id");
  const auto import =
      services.db.read([&](store::Reader& reader) { return find_import(reader, id); });
  const auto* target = import ? find_target(setup, import->target) : nullptr;
  if (target == nullptr)
    return base::not_found("There is no such import; `enact imports list` names them.");
  const bool is_asked = services.db.write(
      [&](store::Writer& writer) { return ask_for_undo(writer, id, services.clock.now()); });
  if (!is_asked)
    return base::conflict(
        fmt::format("It cannot be taken back: the import {}.", words_for(import->state)));
  ProgressLine progress("Taking back");
  const auto own = services.db.read(
      [&](store::Reader& reader) { return TargetOf(reader, *target, import->org); });
  auto done = undo_import(services.db, services.clock, own, id, by_command(services),
                          line.has("leave-changed") ? ChangedSince::leave : ChangedSince::refuse,
                          progress.shown());
  if (!done) return done;
  line.out << "Taken back.\n";
  return {};
}

}  // namespace

std::vector<app::Command> commands(const Setup& setup) {
  return {
      {.name = "import",
       .summary = "Import a file of people, organizations or the like",
       .help =
           "Looks through the file, says what each row would add and change, and imports it, all "
           "of it or nothing. Faulty rows are named and stay out. Rows that need a person's "
           "decision keep the file from going in; decide them on the import's page or with "
           "--decide.\n\n"
           "  enact import people.csv --as people --for lakeside --dry-run\n"
           "  enact import hd2022.csv --as organizations --mapping \"IPEDS HD2022\"",
       .arguments = {{.name = "file", .help = "CSV, YAML, JSON or contact cards"}},
       .flags = {{.name = "as", .help = "what the rows are", .value = "KIND"},
                 {.name = "for",
                  .help = "the ecosystem that it is for; without it the whole network",
                  .value = "ECOSYSTEM"},
                 {.name = "mapping",
                  .help = "a mapping that has a name; without it the column names say it",
                  .value = "NAME"},
                 {.name = "decide",
                  .help = "one answer for all rows that ask: skip, new, best, first, last",
                  .value = "ANSWER"},
                 {.name = "dry-run", .help = "only say what would happen", .value = {}}},
       .run = [&setup](const CommandLine& line,
                       Services& services) { return import_file(line, services, setup); }},
      {.name = "imports list",
       .summary = "List the files that were imported",
       .help = "One line for each, the newest first: id, day, kind, file, state.",
       .run = list},
      {.name = "imports undo",
       .summary = "Take an import back",
       .help = "Removes what it added and gives back what it changed, all or nothing.\n\n"
               "  enact imports undo 0abc...",
       .arguments = {{.name = "id", .help = "the import, as `enact imports list` names it"}},
       .flags = {{.name = "leave-changed",
                  .help = "leave what was changed since, and take back the rest",
                  .value = {}}},
       .run = [&setup](const CommandLine& line,
                       Services& services) { return undo(line, services, setup); }},
  };
}

}  // namespace enact::imports
