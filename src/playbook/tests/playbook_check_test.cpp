// SPDX-License-Identifier: Apache-2.0
#include "playbook/playbook_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "written_world.h"

namespace enact::playbook {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

// "file:line field" of each fault.
std::vector<std::string> faults_in(const Files& files) {
  std::vector<std::string> faults;
  if (const auto checked = check_files(files); !checked)
    for (const auto& fault : checked.error().faults)
      faults.push_back(fault.file + ":" + std::to_string(fault.line) + " " + fault.field);
  return faults;
}

Files sound() {
  return {
      {"playbook.md", "---\nkind: playbook\nid: cover\ntitle: T\nnetwork: N\n---\n\nX.\n"},
      {"purposes/reach.md",
       "---\nkind: purpose\nid: reach\nposition: \"1\"\ntitle: Reach\n---\n\nX.\n"},
      {"strategies/4.md",
       "---\nkind: strategy\nid: \"4\"\npurpose: reach\ntitle: Spread\nsummary: S.\n---\n\nX.\n"},
      {"plays/4-1.md", play_text("4-1", "Channels")},
      {"vignettes/told.md", vignette_text("told", "4-1")},
      {"network/organizations.csv", "id,name,kind\nlakeside,Lakeside,ecosystem\n"}};
}

TEST(CheckFiles, FindsNoPlaybookInAnEmptyFolder) {
  EXPECT_THAT(faults_in({}), ElementsAre(":0 "));
  EXPECT_THAT(faults_in({{"README.md", "# Notes"}}), ElementsAre(":0 "));
}

TEST(CheckFiles, AsksForTheCover) {
  auto files = sound();
  files.erase("playbook.md");
  EXPECT_THAT(faults_in(files), ElementsAre("playbook.md:1 "));
}

TEST(CheckFiles, NamesFileAndLineOfEveryFaultAtOnce) {
  auto files = sound();
  files["plays/4-1.md"] =
      "---\nkind: play\nid: \"4-1\"\nstrategy: \"4\"\ntitle: \nweeks: x\n---\n\nX.\n";
  files["purposes/reach.md"] = "no head\n";
  files["notes.md"] = "---\nkind: recipe\n---\n";
  files["network/organizations.csv"] = "id,name,kind\nlakeside,Lakeside\n";
  EXPECT_THAT(
      faults_in(files),
      UnorderedElementsAre("plays/4-1.md:1 summary", "plays/4-1.md:5 title", "plays/4-1.md:6 weeks",
                           "plays/4-1.md:9 body", "purposes/reach.md:1 ", "notes.md:2 kind",
                           "network/organizations.csv:2 "));
}

TEST(CheckFiles, NamesEveryReferenceThatLeadsNowhere) {
  auto files = sound();
  files.erase("purposes/reach.md");
  files["plays/4-1.md"] = play_text("4-1", "Channels", "5", "toolkit: [\"none\", \"neither\"]\n");
  files["vignettes/told.md"] = vignette_text("told", "4-9", "nowhere");
  EXPECT_THAT(faults_in(files),
              UnorderedElementsAre("strategies/4.md:4 purpose", "plays/4-1.md:4 strategy",
                                   "plays/4-1.md:7 toolkit", "plays/4-1.md:7 toolkit",
                                   "vignettes/told.md:4 play", "vignettes/told.md:5 ecosystem"));
}

TEST(CheckFiles, RefusesAFileUnderAnotherNameAndAnIdThatIsTakenTwice) {
  auto files = sound();
  files["plays/copy.md"] = files["plays/4-1.md"];
  EXPECT_THAT(faults_in(files), ElementsAre("plays/copy.md:3 id"));
  files = sound();
  files["plays/4-2.md"] = play_text("4-3", "Elsewhere");
  files["definitions/x.md"] = play_text("4-4", "In the wrong folder");
  EXPECT_THAT(faults_in(files), UnorderedElementsAre("plays/4-2.md:3 id", "definitions/x.md:3 id"));
}

TEST(CheckFiles, PutsParentsBeforeWhatHangsOnThem) {
  const auto checked = check_files(sound());
  ASSERT_TRUE(checked) << checked.error().message;
  std::vector<std::string> ids;
  for (const auto& document : checked->documents) ids.push_back(document.id());
  EXPECT_THAT(ids, ElementsAre("playbook", "purposes/reach", "strategies/4", "plays/4-1",
                               "vignettes/told"));
}

TEST(CheckFiles, FindsTheShippedPlaybooksInOrder) {
  for (const auto* name : {"stem-push", "example-network"}) {
    const auto files = read_folder(shipped_folder(name));
    ASSERT_TRUE(files);
    EXPECT_THAT(faults_in(*files), testing::IsEmpty()) << name;
  }
}

}  // namespace
}  // namespace enact::playbook
