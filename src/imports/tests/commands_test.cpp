// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "imports/imports.h"
#include "imports/progress_line.h"
#include "imports/tests/members.h"
#include "support/program.h"

namespace enact::imports {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Setup& setup() {
  static const Members members;
  static const Setup all{.targets = {&members}};
  return all;
}

// A file that is gone at the end.
class File {
 public:
  explicit File(const std::string& text)
      : path_(testing::TempDir() + "imports-" + std::to_string(++made_) + ".csv") {
    std::ofstream(path_) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  const std::string& path() const { return path_; }

 private:
  static inline int made_ = 0;
  std::string path_;
};

struct Terminal {
  // What the command prints, or the sentence with which it ends.
  std::string run(const std::string& name, std::map<std::string, std::string> values) {
    std::ostringstream out;
    for (const auto& command : commands(setup())) {
      if (command.name != name) continue;
      const auto done = command.run({.values = std::move(values), .out = out}, program.services());
      return done ? out.str() : out.str() + done.error().message;
    }
    throw std::logic_error("there is no such command");
  }
  std::vector<Values> members() { return program.db().read(all_members); }

  support::Program program{support::Backend::sqlite_memory, {.rooms = {Members::room()}}};
};

constexpr const char* kTwo = "number,name\n1,Ana\n2,Ben\n";

TEST(ImportCommand, OnlySaysWhatWouldHappenInADryRun) {
  Terminal terminal;
  const File file(kTwo);
  EXPECT_THAT(
      terminal.run("import", {{"file", file.path()}, {"as", "members"}, {"dry-run", "yes"}}),
      AllOf(HasSubstr("2 new, 0 changed"), HasSubstr("Nothing was imported.")));
  EXPECT_THAT(terminal.members(), IsEmpty());
}

TEST(ImportCommand, ImportsAndTakesBack) {
  Terminal terminal;
  const File file(kTwo);
  const auto said = terminal.run("import", {{"file", file.path()}, {"as", "members"}});
  EXPECT_THAT(terminal.members(), SizeIs(2));
  const auto id = said.substr(said.rfind(' ') + 1, 25);
  EXPECT_THAT(terminal.run("imports list", {}), AllOf(HasSubstr(id), HasSubstr("imported")));
  EXPECT_EQ(terminal.run("imports undo", {{"id", id}}), "Taken back.\n");
  EXPECT_THAT(terminal.members(), IsEmpty());
  EXPECT_THAT(terminal.run("imports undo", {{"id", id}}), HasSubstr("It cannot be taken back"));
}

TEST(ImportCommand, NamesRowsThatAskAndLetsThemBeAnsweredAtOnce) {
  Terminal terminal;
  const File file("number,name\n1,Ana\n1,Ana A.\n");
  EXPECT_THAT(terminal.run("import", {{"file", file.path()}, {"as", "members"}}),
              AllOf(HasSubstr("line 2: Ana Line 3 is about the same member."),
                    HasSubstr("Nothing was imported: 2 rows are to be decided.")));
  EXPECT_THAT(terminal.members(), IsEmpty());
  EXPECT_THAT(
      terminal.run("import", {{"file", file.path()}, {"as", "members"}, {"decide", "last"}}),
      HasSubstr("Imported."));
  ASSERT_THAT(terminal.members(), SizeIs(1));
  EXPECT_EQ(terminal.members()[0].text("name"), "Ana A.");
}

TEST(ImportCommand, SaysWhatItMisses) {
  Terminal terminal;
  const File file("a,b\n1,2\n");
  EXPECT_THAT(terminal.run("import", {{"file", file.path()}, {"as", "dragons"}}),
              HasSubstr("Say with --as what the rows are: members."));
  EXPECT_THAT(terminal.run("import", {{"file", file.path()}, {"as", "members"}}),
              HasSubstr("No column is chosen for \"Name\""));
  EXPECT_THAT(
      terminal.run("import", {{"file", file.path()}, {"as", "members"}, {"mapping", "Nothing"}}),
      HasSubstr("There are: Club's own list."));
  EXPECT_THAT(terminal.run("import", {{"file", file.path() + "x"}, {"as", "members"}}),
              HasSubstr("There is no readable file"));
}

TEST(ImportCommand, SaysHowFarItIsInWordsAndABar) {
  EXPECT_EQ(progress_words("Importing", 5'000, 10'000),
            "Importing [###############...............] 50%, 5,000 of 10,000 rows");
  EXPECT_THAT(progress_words("Importing", 0, 0), HasSubstr("0%"));
}

}  // namespace
}  // namespace enact::imports
