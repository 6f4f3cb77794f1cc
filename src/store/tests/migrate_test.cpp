// SPDX-License-Identifier: Apache-2.0
#include "store/migrate.h"

#include <gmock/gmock.h>

#include <latch>
#include <numeric>
#include <thread>

#include "support/database.h"

namespace enact::store {
namespace {

using support::Backend;
using support::Schema;
using support::TestDatabase;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kFirst = "create table t_one (id text primary key);\n";
constexpr std::string_view kSecond =
    "create table t_two (id text primary key);\ninsert into t_two (id) values ('a;\nb');\n";

const std::vector<base::Asset> kOld{{"sql/001_one.sql", kFirst}};
const std::vector<base::Asset> kNew{{"sql/002_two.sql", kSecond}, {"sql/001_one.sql", kFirst}};
const std::vector<base::Asset> kChanged{{"sql/001_one.sql", "create table t_other (id text);\n"}};
const std::vector<base::Asset> kBroken{
    {"sql/001_one.sql", kFirst},
    {"sql/002_two.sql", "create table t_two (id text primary key);\ncreate tabel t_three;\n"}};
const std::vector<base::Asset> kOther{{"sql/001_other.sql", "create table o_one (id text);\n"}};

const base::Instant kNow = *base::Instant::parse("2026-11-22T09:30:00.000Z");

// A database that outlives the programs that open it one after another.
class MigrateTest : public testing::TestWithParam<Backend> {
 protected:
  MigrateTest() {
    if (GetParam() != Backend::sqlite_memory) place.emplace(GetParam(), kEmpty);
  }

  std::unique_ptr<Database> program(std::vector<RoomSql> rooms) {
    return Database::open({place ? place->url() : ":memory:", std::move(rooms), 2});
  }

  // Where the database has to outlive the program, memory is of no use.
  bool cannot_persist() const { return GetParam() == Backend::sqlite_memory; }

  static inline const support::TestDatabaseOptions kEmpty{.rooms = {}, .schema = Schema::empty};
  std::optional<TestDatabase> place;
};

INSTANTIATE_TEST_SUITE_P(,
                         MigrateTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(MigrateTest, AppliesWhatIsPendingInOrderAndOnlyOnce) {
  const auto database = program({{"t", kNew}, {"o", kOther}});
  const auto before = schema_state(*database);
  ASSERT_TRUE(before);
  EXPECT_TRUE(before->empty);
  EXPECT_EQ(before->pending.size(), 3u);

  EXPECT_THAT(migrate(*database, kNow).value(),
              ElementsAre("t/001_one.sql", "t/002_two.sql", "o/001_other.sql"));

  const auto after = schema_state(*database);
  ASSERT_TRUE(after);
  EXPECT_FALSE(after->empty);
  EXPECT_THAT(after->pending, IsEmpty());
  EXPECT_THAT(migrate(*database, kNow).value(), IsEmpty());
}

TEST_P(MigrateTest, BringsAnOlderDatabaseUpToDate) {
  if (cannot_persist()) GTEST_SKIP();
  ASSERT_TRUE(migrate(*program({{"t", kOld}}), kNow));
  EXPECT_THAT(migrate(*program({{"t", kNew}}), kNow).value(), ElementsAre("t/002_two.sql"));
}

TEST_P(MigrateTest, RefusesADatabaseThatIsNewerThanTheProgram) {
  if (cannot_persist()) GTEST_SKIP();
  ASSERT_TRUE(migrate(*program({{"t", kNew}}), kNow));
  const auto result = migrate(*program({{"t", kOld}}), kNow);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, base::Error::Kind::conflict);
  EXPECT_THAT(result.error().message, HasSubstr("newer than this program: it holds t/002_two.sql"));
}

TEST_P(MigrateTest, RefusesAMigrationThatWasChangedAfterwards) {
  if (cannot_persist()) GTEST_SKIP();
  ASSERT_TRUE(migrate(*program({{"t", kOld}}), kNow));
  const auto result = migrate(*program({{"t", kChanged}}), kNow);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message, HasSubstr("t/001_one.sql was changed"));
}

TEST_P(MigrateTest, KeepsNothingOfAMigrationThatFailed) {
  const auto database = program({{"t", kBroken}});
  try {
    migrate(*database, kNow).value();
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("t/002_two.sql: "));
  }
  const auto state = schema_state(*database);
  ASSERT_TRUE(state);
  ASSERT_EQ(state->pending.size(), 1u);
  EXPECT_EQ(state->pending.front().name, "002_two.sql");

  if (cannot_persist()) return;
  EXPECT_THAT(migrate(*program({{"t", kNew}}), kNow).value(), ElementsAre("t/002_two.sql"));
}

TEST_P(MigrateTest, RunsEachMigrationOnceWhenSeveralProgramsStartTogether) {
  if (cannot_persist()) GTEST_SKIP();
  constexpr int kPrograms = 6;
  std::latch start(kPrograms);
  std::vector<std::size_t> applied(kPrograms);
  std::vector<std::thread> threads;
  for (std::size_t number = 0; number < kPrograms; ++number) {
    threads.emplace_back([&, number] {
      start.arrive_and_wait();
      const auto database = program({{"t", kNew}, {"o", kOther}});
      applied[number] = migrate(*database, kNow).value().size();
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(std::accumulate(applied.begin(), applied.end(), std::size_t{0}), 3u);
}

TEST(Migrations, RefuseToShareANumber) {
  const std::vector<base::Asset> twins{{"sql/001_one.sql", kFirst}, {"sql/001_two.sql", kSecond}};
  const auto database = Database::open({":memory:", {{"t", twins}}});
  EXPECT_THROW(schema_state(*database), Failure);
}

}  // namespace
}  // namespace enact::store
