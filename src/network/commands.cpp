// SPDX-License-Identifier: Apache-2.0
#include "network/commands.h"

#include <fmt/format.h>

#include <fstream>
#include <ostream>
#include <sstream>

#include "base/text.h"
#include "network/duplicates.h"
#include "network/network.h"

namespace enact::network {
namespace {

using app::CommandLine;
using app::Services;

base::Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return base::not_found(fmt::format("There is no readable file {}.", path));
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

bool is_about_people(const CommandLine& line) {
  return line.has("people");
}

base::Result<void> import_file(const CommandLine& line, Services& services) {
  const auto path = line.text("file");
  const auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  identity::Event by;
  by.actor = "command";
  by.actor_name = "command";
  by.at = services.clock.now();
  auto count = services.db.write([&](store::Writer& writer) {
    return is_about_people(line) ? import_people(writer, *text, by)
                                 : import_orgs(writer, *text, by);
  });
  if (!count) {
    auto error = count.error();
    for (auto& fault : error.faults) fault.file = path;
    return tl::unexpected(std::move(error));
  }
  line.out << fmt::format("{} added, {} changed, {} as before.\n", count->created, count->updated,
                          count->unchanged);
  return {};
}

base::Result<void> export_file(const CommandLine& line, Services& services) {
  line.out << services.db.read([&](store::Reader& reader) {
    return is_about_people(line) ? export_people(reader) : export_orgs(reader);
  });
  return {};
}

base::Result<void> look_now(const CommandLine& line, Services& services) {
  const auto thing = is_about_people(line) ? Thing::person : Thing::organization;
  look_for_duplicates(services.db, thing, services.clock.now());
  const auto search =
      services.db.read([&](store::Reader& reader) { return last_search(reader, thing); });
  line.out << fmt::format("{} records looked through, {} pairs that may be the same.\n",
                          search->records, search->pairs);
  if (!search->message.empty()) line.out << search->message << "\n";
  return {};
}

}  // namespace

std::vector<app::Command> commands() {
  const app::Flag people{.name = "people", .help = "people instead of organizations", .value = {}};
  return {
      {.name = "network import",
       .summary = "Add and change organizations or people from a CSV file",
       .help = "Reads a file with the columns that `network export` writes; id, name and kind (for "
               "people id and name) must be there. Nothing is taken away. When anything in the "
               "file is wrong, every fault is named with its line and nothing is changed.\n\n"
               "  enact network import organizations.csv\n"
               "  enact network import --people people.csv",
       .arguments = {{.name = "file", .help = "a CSV file in UTF-8"}},
       .flags = {people},
       .run = import_file},
      {.name = "network export",
       .summary = "Write all organizations or people as CSV",
       .help = "Writes to standard output, sorted by id, so that two exports can be compared.\n\n"
               "  enact network export > organizations.csv",
       .flags = {people},
       .run = export_file},
      {.name = "network duplicates",
       .summary = "Look for organizations or people that are on record twice",
       .help = "The server does so each night. What is found stands under Network, Possible "
               "duplicates, for people to decide; nothing is merged.\n\n"
               "  enact network duplicates --people",
       .flags = {people},
       .run = look_now},
  };
}

}  // namespace enact::network
