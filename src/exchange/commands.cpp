// SPDX-License-Identifier: Apache-2.0
#include "exchange/commands.h"

#include <fmt/format.h>

#include <fstream>
#include <ostream>
#include <vector>

#include "exchange/package.h"

namespace enact::exchange {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;

base::Result<void> export_package(const app::CommandLine& line, app::Services& services) {
  const auto path = line.text("file");
  const auto network = services.network_name();
  const auto package = services.db.read(
      [&](store::Reader& reader) { return make_package(reader, network, services.clock.now()); });
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  std::vector<char> piece(kPiece);
  std::size_t from = 0;
  while (const auto count = package.file->read(from, piece.data(), piece.size())) {
    out.write(piece.data(), static_cast<std::streamsize>(count));
    from += count;
  }
  out.close();
  if (!out) return base::invalid("file", fmt::format("The file {} cannot be written.", path));
  line.out << fmt::format("{} programs, {} bytes.\n", package.services, from);
  return {};
}

}  // namespace

std::vector<app::Command> commands() {
  return {{.name = "hsds export",
           .summary = "Write the directory of programs as an HSDS data package",
           .help = "Writes a zip file with a CSV file for each table of the Human Services Data "
                   "Specification 3.1, and datapackage.json. It holds what visitors may read, and "
                   "no person.\n\n"
                   "  enact hsds export programs.zip",
           .arguments = {{.name = "file", .help = "the zip file to write"}},
           .run = export_package}};
}

}  // namespace enact::exchange
