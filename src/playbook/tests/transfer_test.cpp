// SPDX-License-Identifier: Apache-2.0
#include "playbook/transfer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "app/edition.h"
#include "base/id.h"
#include "written_world.h"

namespace enact::playbook {
namespace {

using testing::HasSubstr;

class TransferTest : public testing::TestWithParam<support::Backend> {
 protected:
  TransferTest()
      : database(GetParam(),
                 {.rooms = {{"identity", identity::assets()},
                            {"app", app::assets()},
                            {"network", network::assets()},
                            {"playbook", assets()}}}) {
    by.actor = "command";
    by.actor_name = "playbook import";
    by.at = base::Instant::parse("2026-05-04T09:00:00.000Z").value();
  }

  base::Result<PlaybookImport> import_files(const Files& files) {
    const auto checked = check_files(files);
    if (!checked) return tl::unexpected(checked.error());
    return database->write(
        [&](store::Writer& writer) { return import_playbook(writer, *checked, by); });
  }
  Files exported() {
    return database->read([](store::Reader& r) { return export_playbook(r); });
  }
  std::size_t events() {
    return database
        ->read([](store::Reader& reader) {
          return identity::events(reader, {.org = {}, .limit = 100'000});
        })
        .size();
  }
  std::int64_t edition() {
    return database->read([](store::Reader& r) { return app::public_edition(r); });
  }

  support::TestDatabase database;
  identity::Event by;
};

Files shipped(const std::string& name) {
  auto files = read_folder(shipped_folder(name));
  EXPECT_TRUE(files) << files.error().message;
  return files.value_or(Files{});
}

Files only_documents(Files files) {
  files.erase("README.md");
  files.erase("network/organizations.csv");
  return files;
}

TEST_P(TransferTest, AnImportWithAFaultInItsOrganizationsChangesNothing) {
  auto files = shipped("stem-push");
  files["network/organizations.csv"] += "broken,Broken,,no-such-kind\n";
  auto import = import_files(files);
  ASSERT_FALSE(import);
  EXPECT_EQ(import.error().faults.front().file, "network/organizations.csv");

  files = shipped("stem-push");
  const auto& csv = files["network/organizations.csv"];
  const auto columns = std::count(csv.begin(), csv.begin() + long(csv.find('\n')), ',');
  files["network/organizations.csv"] +=
      "broken,Broken,,no-such-kind" + std::string(std::size_t(columns) - 3, ',') + "\n";
  import = import_files(files);
  ASSERT_FALSE(import);
  EXPECT_EQ(import.error().faults.front().file, "network/organizations.csv");
  EXPECT_GT(import.error().faults.front().line, 1);
  EXPECT_TRUE(exported().empty());
  EXPECT_EQ(events(), 0u);
}

TEST_P(TransferTest, TheShippedPlaybooksComeOutAsTheyWentIn) {
  for (const auto* name : {"stem-push", "example-network"}) {
    const auto files = shipped(name);
    const auto import = import_files(files);
    ASSERT_TRUE(import) << import.error().message;
    EXPECT_EQ(import->created + import->updated, std::ssize(only_documents(files)));
    const auto out = exported();
    for (const auto& [path, text] : only_documents(files)) EXPECT_EQ(out.at(path), text) << path;
  }
}

TEST_P(TransferTest, ASecondImportChangesNothing) {
  ASSERT_TRUE(import_files(shipped("stem-push")));
  const auto out = exported();
  const auto events_before = events();
  const auto edition_before = edition();
  for (const auto& files : {shipped("stem-push"), out}) {
    const auto again = import_files(files);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->created, 0);
    EXPECT_EQ(again->updated, 0);
    EXPECT_EQ(again->unchanged, std::ssize(only_documents(out)));
  }
  EXPECT_EQ(exported(), out);
  EXPECT_EQ(events(), events_before);
  EXPECT_EQ(edition(), edition_before);
}

TEST_P(TransferTest, AnImportIntoAnotherDatabaseGivesTheSameExport) {
  ASSERT_TRUE(import_files(shipped("example-network")));
  const auto out = exported();
  support::TestDatabase other(GetParam(), {.rooms = {{"identity", identity::assets()},
                                                     {"app", app::assets()},
                                                     {"network", network::assets()},
                                                     {"playbook", assets()}}});
  const auto checked = check_files(out);
  ASSERT_TRUE(checked) << checked.error().message;
  ASSERT_TRUE(other->write([&](store::Writer& w) { return import_playbook(w, *checked, by); }));
  EXPECT_EQ(other->read([](store::Reader& r) { return export_playbook(r); }), out);
}

TEST_P(TransferTest, AChangedFileBecomesANewRevisionAndOthersStay) {
  auto files = shipped("stem-push");
  ASSERT_TRUE(import_files(files));
  auto& play = files["plays/4-1.md"];
  play += "\nOne line more.\n";
  files.erase("definitions/nic.md");
  const auto import = import_files(files);
  ASSERT_TRUE(import) << import.error().message;
  EXPECT_EQ(import->updated, 1);
  EXPECT_EQ(import->created, 0);
  EXPECT_EQ(exported().at("plays/4-1.md"), play);
  EXPECT_TRUE(exported().contains("definitions/nic.md")) << "what the folder lacks stays";
  EXPECT_EQ(
      database->read([](store::Reader& r) { return find_item(r, "plays/4-1"); })->latest_revision,
      2);
}

TEST_P(TransferTest, ImportsAtTheSameMomentEndInOnePlaybook) {
  const auto files = shipped("example-network");
  std::vector<std::string> ends(3);
  std::vector<std::thread> threads;
  for (auto& end : ends)
    threads.emplace_back([&] {
      try {
        const auto import = import_files(files);
        end = import ? "done" : import.error().message;
      } catch (const std::exception& error) {
        end = std::string("broke: ") + error.what();
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_GE(std::count(ends.begin(), ends.end(), "done"), 1);
  for (const auto& end : ends)
    EXPECT_TRUE(end == "done" || end.find("again") != std::string::npos) << end;
  const auto out = exported();
  for (const auto& [path, text] : only_documents(files)) EXPECT_EQ(out.at(path), text) << path;
  const auto after = import_files(files);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->created + after->updated, 0);
}

INSTANTIATE_TEST_SUITE_P(On,
                         TransferTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

class Folder : public testing::Test {
 protected:
  Folder() : path(std::filesystem::temp_directory_path() / ("playbook_" + base::new_id())) {}
  ~Folder() override { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

TEST_F(Folder, ThatIsNotThereIsSaid) {
  const auto files = read_folder(path);
  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().message, HasSubstr("There is no folder"));
}

TEST_F(Folder, IsReadAsItWasWrittenAndHoldsNoHalfFiles) {
  const Files files{{"playbook.md", "a\r\n\xFF"}, {"plays/1-1.md", ""}};
  ASSERT_TRUE(write_folder(path, files));
  ASSERT_TRUE(write_folder(path, files)) << "a second time, over the first";
  EXPECT_EQ(read_folder(path).value(), files);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
    EXPECT_NE(entry.path().extension(), ".tmp");
}

TEST_F(Folder, WithAFileOverFourMegabytesIsRefused) {
  ASSERT_TRUE(write_folder(path, {{"plays/1-1.md", std::string(5 * 1024 * 1024, 'x')}}));
  const auto files = read_folder(path);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().faults.front().file, "plays/1-1.md");
}

TEST_F(Folder, IsReadWithoutItsHiddenAndForeignFiles) {
  ASSERT_TRUE(write_folder(path, {{".git/x.md", "x"}, {"plays/1-1.md", "x"}, {"notes.txt", "x"}}));
  const auto files = read_folder(path);
  ASSERT_TRUE(files);
  EXPECT_EQ(files->size(), 1u);
}

TEST_F(Folder, ThatCannotBeWrittenIsSaid) {
  ASSERT_TRUE(write_folder(path, {{"plays", "a file, not a folder"}}));
  const auto written = write_folder(path, {{"plays/1-1.md", "x"}});
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error().message, HasSubstr("cannot be written"));
}

}  // namespace
}  // namespace enact::playbook
