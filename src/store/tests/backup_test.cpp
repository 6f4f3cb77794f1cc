// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "shop.h"
#include "store/migrate.h"
#include "support/database.h"

namespace enact::store {
namespace {

namespace fs = std::filesystem;
using support::Backend;
using support::Schema;
using support::TestDatabase;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const base::Instant kNow = *base::Instant::parse("2026-11-22T09:30:00.000Z");
const std::string kWords = "Ünïcode 漢字 'q' \\N \\. back\\slash\nline\r\ttab";

support::TestDatabaseOptions migrated() {
  return {.rooms = {shop::room()}};
}

support::TestDatabaseOptions empty() {
  return {.rooms = {shop::room()}, .schema = Schema::empty};
}

class Folder {
 public:
  Folder() {
    fs::remove_all(path_);
    fs::create_directory(path_);
  }
  ~Folder() { fs::remove_all(path_); }

  fs::path operator/(const char* name) const { return path_ / name; }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_))
      names.push_back(entry.path().filename());
    return names;
  }

 private:
  fs::path path_ = fs::temp_directory_path() / ("enact_backup_" + std::to_string(::getpid()));
};

// "b" comes before its parent in the order of the table, "z" after it.
void fill(Database& database) {
  database.write([](Writer& writer) {
    const auto add = [&](std::string_view id, std::optional<std::string> parent) {
      writer.run(shop::add_play, {{"id", id},
                                  {"title", kWords},
                                  {"likes", std::int64_t{1} << 62},
                                  {"score", 0.1},
                                  {"parent_id", parent}});
    };
    add("m", std::nullopt);
    add("b", "m");
    add("z", "b");
    writer.run(shop::add_play, {{"id", "bare"},
                                {"title", ""},
                                {"likes", std::nullopt},
                                {"score", std::nullopt},
                                {"parent_id", std::nullopt}});
    writer.run(shop::add_note, {{"id", "n"}, {"play_id", "m"}, {"words", "hello backup"}});
  });
}

std::vector<std::vector<Value>> content(Database& database) {
  std::vector<std::vector<Value>> rows;
  for (const auto& row : database.read([](Reader& reader) { return reader.all(shop::plays); }))
    rows.push_back(row.values());
  return rows;
}

class BackupTest : public testing::TestWithParam<std::tuple<Backend, Backend>> {
 protected:
  Backend from() const { return std::get<0>(GetParam()); }
  Backend to() const { return std::get<1>(GetParam()); }

  Folder folder;
};

std::string pair_name(const testing::TestParamInfo<std::tuple<Backend, Backend>>& pair) {
  const auto& [from, to] = pair.param;
  return support::backend_name({from, 0}) + "_to_" + support::backend_name({to, 0});
}

INSTANTIATE_TEST_SUITE_P(,
                         BackupTest,
                         testing::Combine(testing::ValuesIn(support::backends()),
                                          testing::ValuesIn(support::backends())),
                         pair_name);

TEST_P(BackupTest, RestoresEveryRowAndRebuildsWhatIsDerived) {
  TestDatabase source(from(), migrated());
  fill(*source);
  const auto saved = backup(*source, folder / "b.db");
  ASSERT_TRUE(saved) << saved.error().message;
  EXPECT_THAT(folder.files(), ElementsAre("b.db"));

  TestDatabase target(to(), empty());
  const auto loaded = restore(*target, folder / "b.db", kNow);
  ASSERT_TRUE(loaded) << loaded.error().message;

  ASSERT_EQ(loaded->size(), 2u);
  EXPECT_EQ((*loaded)[0].table, "shop_plays");
  EXPECT_EQ((*loaded)[0].rows, 4);
  EXPECT_EQ((*loaded)[1].table, "shop_notes");
  EXPECT_EQ((*loaded)[1].rows, 1);
  EXPECT_EQ(saved->front().rows, 4);
  EXPECT_EQ(content(*target), content(*source));
  EXPECT_TRUE(target->read([](Reader& reader) {
    return reader.one(shop::search, {{"words", "hello"}});
  }));
  EXPECT_THAT(check_integrity(*target), IsEmpty());
  EXPECT_THAT(migrate(*target, kNow).value(), IsEmpty());
}

TEST_P(BackupTest, OfAnOlderProgramIsMigratedWhenItIsRestored) {
  TestDatabase source(from(), migrated());
  fill(*source);
  ASSERT_TRUE(backup(*source, folder / "b.db"));
  const auto before = fs::file_size(folder / "b.db");

  const std::vector<base::Asset> newer{
      {"sql/001_shop.sql", shop::kSchema},
      {"sql/002_hearts.sql",
       "alter table shop_plays rename column likes to hearts;\n"
       "create table shop_hearts (id text primary key);\n"
       "insert into shop_hearts (id) values ('seed');\n"},
      {"sql/shop.sql", "-- name: hearts\nselect hearts from shop_plays where id = 'm';\n"}};
  TestDatabase target(to(), {.rooms = {{"shop", newer}}, .schema = Schema::empty});
  const auto loaded = restore(*target, folder / "b.db", kNow);

  ASSERT_TRUE(loaded) << loaded.error().message;
  const auto hearts = target->read([](Reader& r) { return *r.one({"shop", "hearts"}); });
  EXPECT_EQ(hearts.integer("hearts"), std::int64_t{1} << 62);
  EXPECT_EQ(fs::file_size(folder / "b.db"), before);
}

class RestoreTest : public testing::TestWithParam<Backend> {
 protected:
  Folder folder;
};

INSTANTIATE_TEST_SUITE_P(,
                         RestoreTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(RestoreTest, RefusesADatabaseThatHoldsData) {
  TestDatabase source(GetParam(), migrated());
  fill(*source);
  ASSERT_TRUE(backup(*source, folder / "b.db"));
  const auto result = restore(*source, folder / "b.db", kNow);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, base::Error::Kind::conflict);
  EXPECT_THAT(result.error().message, HasSubstr("holds data already"));
  EXPECT_EQ(content(*source).size(), 4u);
}

TEST_P(RestoreTest, RefusesABackupOfANewerProgram) {
  TestDatabase source(GetParam(), migrated());
  ASSERT_TRUE(backup(*source, folder / "b.db"));
  TestDatabase target(GetParam(), {.rooms = {{"shop", {}}}, .schema = Schema::empty});
  const auto result = restore(*target, folder / "b.db", kNow);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message, HasSubstr("The backup is newer than this program"));
}

TEST_P(RestoreTest, RefusesWhatIsNoBackup) {
  TestDatabase target(GetParam(), empty());
  EXPECT_FALSE(restore(*target, folder / "missing.db", kNow));
  std::ofstream(folder / "text.db") << std::string(5000, 'x');
  EXPECT_THAT(restore(*target, folder / "text.db", kNow).error().message,
              HasSubstr("not a backup"));
  std::ofstream(folder / "nothing.db").flush();
  EXPECT_THAT(restore(*target, folder / "nothing.db", kNow).error().message,
              HasSubstr("not a backup"));
  EXPECT_TRUE(schema_state(*target)->empty);
}

TEST_P(RestoreTest, RefusesADamagedBackup) {
  TestDatabase source(GetParam(), migrated());
  fill(*source);
  ASSERT_TRUE(backup(*source, folder / "b.db"));
  {
    std::fstream file(folder / "b.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(2 * 4096);
    file << std::string(2 * 4096, '\x55');
  }
  TestDatabase target(GetParam(), empty());
  const auto result = restore(*target, folder / "b.db", kNow);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().field, "from");
}

TEST_P(RestoreTest, LoadsFromAReadOnlyFile) {
  TestDatabase source(GetParam(), migrated());
  fill(*source);
  ASSERT_TRUE(backup(*source, folder / "b.db"));
  fs::permissions(folder / "b.db", fs::perms::owner_read);
  TestDatabase target(GetParam(), migrated());
  const auto loaded = restore(*target, folder / "b.db", kNow);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_THAT(folder.files(), ElementsAre("b.db"));
}

TEST_P(RestoreTest, BackupNeverOverwrites) {
  TestDatabase source(GetParam(), migrated());
  std::ofstream(folder / "b.db") << "precious";
  const auto result = backup(*source, folder / "b.db");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, base::Error::Kind::conflict);
  EXPECT_EQ(fs::file_size(folder / "b.db"), 8u);
  EXPECT_FALSE(backup(*source, folder / "nowhere/b.db"));
}

TEST_P(RestoreTest, BackupIsForItsOwnerOnly) {
  TestDatabase source(GetParam(), migrated());
  ASSERT_TRUE(backup(*source, folder / "b.db"));
  EXPECT_EQ(fs::status(folder / "b.db").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_P(RestoreTest, BackupIsOneMomentOfADatabaseInUse) {
  TestDatabase source(GetParam(), migrated());
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int i = 0; !stop; ++i) {
      source->write([&](Writer& w) {
        const auto id = std::to_string(i);
        shop::add(w, id);
        w.run(shop::add_note, {{"id", id}, {"play_id", id}, {"words", "w"}});
      });
    }
  });
  for (const auto* name : {"a.db", "b.db", "c.db"}) {
    const auto saved = backup(*source, folder / name);
    ASSERT_TRUE(saved);
    EXPECT_EQ((*saved)[0].rows, (*saved)[1].rows);
  }
  stop = true;
  writer.join();
}

TEST_P(RestoreTest, SavesADatabaseThatAwaitsAnUpgrade) {
  TestDatabase source(GetParam(), empty());
  const auto saved = backup(*source, folder / "b.db");
  ASSERT_TRUE(saved) << saved.error().message;
  EXPECT_THAT(*saved, IsEmpty());
}

}  // namespace
}  // namespace enact::store
