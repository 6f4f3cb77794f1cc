// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "network/network.h"
#include "network/org_rows.h"
#include "support/program.h"

namespace enact::network {

const app::Module& module();

namespace {

using testing::HasSubstr;

class NetworkModule : public testing::Test {
 protected:
  // What the command printed, or the sentence of its error with every fault.
  std::string run(const std::string& name, std::map<std::string, std::string> values) {
    const auto all = module().commands();
    const auto command =
        std::find_if(all.begin(), all.end(), [&](const app::Command& c) { return c.name == name; });
    std::ostringstream out;
    const auto done = command->run({.values = std::move(values), .out = out}, program.services());
    if (done) return out.str();
    std::string faults = done.error().message;
    for (const auto& fault : done.error().faults)
      faults += "\n" + std::to_string(fault.line) + ": " + fault.message;
    return faults;
  }

  std::string file_with(const std::string& text) const {
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  void TearDown() override { std::filesystem::remove(path); }

  std::vector<app::Diagnosis> examine() { return module().doctor(program.services()); }

  const std::string path =
      std::filesystem::temp_directory_path() / ("enact_network_" + std::to_string(::getpid()));
  support::Program program;
};

constexpr const char* kLakeside = "id,name,kind\nlakeside,Lakeside,ecosystem\n";

TEST_F(NetworkModule, ImportsAFileAndExportsItAgain) {
  EXPECT_EQ(run("network import", {{"file", file_with(kLakeside)}}),
            "1 added, 0 changed, 0 as before.\n");
  const auto csv = run("network export", {});
  EXPECT_THAT(csv, HasSubstr("\nlakeside,Lakeside,,ecosystem,"));
  EXPECT_EQ(run("network import", {{"file", file_with(csv)}}),
            "0 added, 0 changed, 1 as before.\n");
}

TEST_F(NetworkModule, ImportsAndExportsPeople) {
  run("network import", {{"file", file_with(kLakeside)}});
  const auto file = file_with("id,name,org,role\neve,Eve,lakeside,Lead\n");
  EXPECT_EQ(run("network import", {{"file", file}, {"people", "yes"}}),
            "1 added, 0 changed, 0 as before.\n");
  EXPECT_THAT(run("network export", {{"people", "yes"}}),
              HasSubstr("eve,Eve,,,,,lakeside,Lead,,\n"));
}

TEST_F(NetworkModule, NamesTheLineOfAFileThatCannotBeImported) {
  EXPECT_THAT(run("network import", {{"file", file_with("id,name,kind\na,A,club\n")}}),
              HasSubstr("2: The network has no kind \"club\"."));
  EXPECT_THAT(run("network import", {{"file", "nowhere.csv"}}),
              HasSubstr("There is no readable file nowhere.csv."));
}

TEST_F(NetworkModule, FindsNothingWrongWithASoundNetwork) {
  run("network import", {{"file", file_with(kLakeside)}});
  for (const auto& diagnosis : examine())
    EXPECT_EQ(diagnosis.verdict, app::Diagnosis::Verdict::fine) << diagnosis.finding;
}

TEST_F(NetworkModule, FindsACircleAndAMissingParentThatWereMadePastTheRules) {
  program.db().write([&](store::Writer& writer) {
    for (const auto& [id, parent] : {std::pair{"a", "b"}, {"b", "a"}, {"c", "gone"}}) {
      OrgRecord org;
      org.id = org.name = id;
      org.kind = "ecosystem";
      org.parent = parent;
      save_row(writer, org, program.by("a hand at the database"));
    }
  });
  std::string findings;
  for (const auto& diagnosis : examine()) findings += diagnosis.finding + "\n";
  EXPECT_EQ(findings, "a belongs to b, and b belongs to a.\nc (parent gone)\nnone\n");
}

TEST_F(NetworkModule, TellsEverybodyWhichEcosystemAnOrganizationBelongsTo) {
  run("network import", {{"file", file_with("id,name,kind,parent\nlakeside,Lakeside,ecosystem,\n"
                                            "robots,Robots,pcsp,lakeside\n")}});
  const auto workspace = program.db().read(
      [&](store::Reader& reader) { return program.services().workspace_of(reader, "robots"); });
  EXPECT_EQ(workspace, "lakeside");
}

}  // namespace
}  // namespace enact::network
