// SPDX-License-Identifier: Apache-2.0
#include "playbook/commands.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "playbook/offline.h"
#include "playbook/run_counts.h"
#include "playbook/transfer.h"

namespace enact::playbook {
namespace {

using app::CommandLine;
using app::Services;

base::Result<CheckedPlaybook> checked_folder(const std::string& folder) {
  const auto files = read_folder(folder);
  if (!files) return tl::unexpected(files.error());
  return check_files(*files);
}

base::Result<void> check(const CommandLine& line, Services&) {
  const auto checked = checked_folder(line.text("FOLDER"));
  if (!checked) return tl::unexpected(checked.error());
  line.out << fmt::format("{} are in order.\n",
                          base::counted(std::ssize(checked->documents), "document", "documents"));
  return {};
}

base::Result<void> import(const CommandLine& line, Services& services) {
  const auto checked = checked_folder(line.text("FOLDER"));
  if (!checked) return tl::unexpected(checked.error());
  identity::Event by;
  by.actor = "command";
  by.actor_name = "playbook import";
  by.at = services.clock.now();
  const auto done = services.db.write(
      [&](store::Writer& writer) { return import_playbook(writer, *checked, by); });
  if (!done) return tl::unexpected(done.error());
  line.out << fmt::format("{} new, {} changed, {} as before.\n", done->created, done->updated,
                          done->unchanged);
  return {};
}

base::Result<void> export_(const CommandLine& line, Services& services) {
  const std::string folder = line.text("FOLDER");
  if (line.has("offline")) {
    const auto pages = export_offline(services, folder);
    if (!pages) return tl::unexpected(pages.error());
    line.out << fmt::format("{} written. Open {}/index.html.\n",
                            base::counted(*pages, "page", "pages"), folder);
    return {};
  }
  const auto files =
      services.db.read([](store::Reader& reader) { return export_playbook(reader); });
  if (auto written = write_folder(folder, files); !written) return written;
  line.out << fmt::format("{} written to {}.\n", base::counted(std::ssize(files), "file", "files"),
                          folder);
  return {};
}

}  // namespace

std::vector<app::Command> commands() {
  return {
      {.name = "playbook check",
       .summary = "Look for faults in a folder of playbook files",
       .help = "Reads every Markdown file of the folder and names file and line of each fault, all "
               "at once. Changes nothing.\n\nExample: enact playbook check my-playbook",
       .arguments = {{.name = "FOLDER", .help = "folder with playbook.md"}},
       .run = check},
      {.name = "playbook import",
       .summary = "Publish a folder of playbook files",
       .help =
           "Checks the folder first and changes nothing when a fault is found. Items whose text "
           "is published already are left alone; others become a new revision.\n\nExample: "
           "enact playbook import my-playbook",
       .arguments = {{.name = "FOLDER", .help = "folder with playbook.md"}},
       .run = import},
      {.name = "playbook export",
       .summary = "Write the playbook into a folder",
       .help =
           "One Markdown file an item, as it was imported or saved, so that the folder can live "
           "in git. With --offline, pages that open from the disk, with search.\n\nExample: "
           "enact playbook export --offline playbook-on-a-stick",
       .arguments = {{.name = "FOLDER", .help = "folder to write to; made when it is not there"}},
       .flags = {{.name = "offline", .help = "static pages instead of Markdown", .value = {}}},
       .run = export_},
      recount_command(),
  };
}

}  // namespace enact::playbook
