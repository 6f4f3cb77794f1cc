// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

#include "shop.h"
#include "store/connection.h"
#include "store/database.h"
#include "store/migrate.h"
#include "support/database.h"

namespace enact::store {
namespace {

using support::Backend;
using support::TestDatabase;
using testing::ElementsAre;

class WritingTest : public testing::TestWithParam<Backend> {
 protected:
  TestDatabase database{GetParam(), {.rooms = {shop::room()}}};
};

INSTANTIATE_TEST_SUITE_P(,
                         WritingTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

void run_in_threads(int count, const std::function<void(int)>& work) {
  std::latch start(count);
  std::vector<std::thread> threads;
  for (int number = 0; number < count; ++number) {
    threads.emplace_back([&, number] {
      start.arrive_and_wait();
      work(number);
    });
  }
  for (auto& thread : threads) thread.join();
}

TEST_P(WritingTest, LosesNothingOfManyThreads) {
  constexpr int kThreads = 64;
  constexpr int kEach = 20;
  database->write([](Writer& writer) { shop::add(writer, "counter"); });
  run_in_threads(kThreads, [&](int number) {
    for (int i = 0; i < kEach; ++i) {
      const auto id = std::to_string(number) + "-" + std::to_string(i);
      database->write([&](Writer& writer) {
        shop::add(writer, id);
        writer.run(shop::like_play, {{"id", "counter"}});
      });
      // Each thread sees what it wrote as soon as write() is back.
      EXPECT_TRUE(database->read([&](Reader& r) { return r.one(shop::play, {{"id", id}}); }));
    }
  });
  const auto totals = database->read([](Reader& reader) { return *reader.one(shop::totals); });
  EXPECT_EQ(totals.integer("plays"), kThreads * kEach + 1);
  EXPECT_EQ(totals.integer("likes"), kThreads * kEach);
}

TEST_P(WritingTest, FailsAloneInAGroup) {
  constexpr int kThreads = 64;
  std::atomic<int> refused = 0;
  std::atomic<int> threw = 0;
  run_in_threads(kThreads, [&](int number) {
    try {
      const auto result = database->write([&](Writer& writer) -> base::Result<void> {
        shop::add(writer, std::to_string(number));
        if (number % 4 == 1) return base::conflict("No.");
        if (number % 4 == 2) throw std::runtime_error("no");
        if (number % 4 == 3) shop::add(writer, std::to_string(number));
        return {};
      });
      if (!result) ++refused;
    } catch (const std::runtime_error&) {  // a Failure is one too
      ++threw;
    }
  });
  EXPECT_EQ(refused, kThreads / 4);
  EXPECT_EQ(threw, kThreads / 2);
  const auto kept = shop::ids(*database);
  EXPECT_EQ(kept.size(), kThreads / 4u);
  for (const auto& id : kept) EXPECT_EQ(std::stoi(id) % 4, 0);
}

TEST_P(WritingTest, WaitsWhenAllConnectionsAreLent) {
  TestDatabase narrow(GetParam(), {.rooms = {shop::room()}, .connections = 2});
  std::atomic<int> inside = 0;
  std::atomic<int> most = 0;
  run_in_threads(8, [&](int) {
    for (int i = 0; i < 20; ++i) {
      narrow->read([&](Reader& reader) {
        const int now = ++inside;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) continue;
        reader.all(shop::totals);
        std::this_thread::yield();
        --inside;
      });
    }
  });
  EXPECT_LE(most, 2);
}

TEST_P(WritingTest, ReadersDoNotSeeWhatIsNotCommitted) {
  if (GetParam() == Backend::sqlite_memory) GTEST_SKIP() << "one connection reads and writes";
  std::latch written(1);
  std::latch looked(1);
  std::thread writer([&] {
    database->write([&](Writer& w) {
      shop::add(w, "a");
      written.count_down();
      looked.wait();
    });
  });
  written.wait();
  EXPECT_THAT(shop::ids(*database), testing::IsEmpty());
  looked.count_down();
  writer.join();
  EXPECT_THAT(shop::ids(*database), ElementsAre("a"));
}

class SqliteWritingTest : public WritingTest {};

INSTANTIATE_TEST_SUITE_P(,
                         SqliteWritingTest,
                         testing::Values(Backend::sqlite_file, Backend::sqlite_memory),
                         support::backend_name);

TEST_P(SqliteWritingTest, SaysSoWhenTheCommitFailsAndGoesOn) {
  EXPECT_THROW(database->write([](Writer& writer) {
    connection_of(writer).script("pragma defer_foreign_keys = on");
    writer.run(shop::add_note, {{"id", "n"}, {"play_id", "nobody"}, {"words", "w"}});
  }),
               Failure);
  database->write([](Writer& writer) { shop::add(writer, "a"); });
  EXPECT_THAT(shop::ids(*database), ElementsAre("a"));
}

// What a full disk does: SQLite gives up the transaction with all its savepoints.
TEST_P(SqliteWritingTest, SaysSoWhenTheTransactionIsLostAndGoesOn) {
  EXPECT_THROW(database->write([](Writer& writer) {
    shop::add(writer, "lost");
    connection_of(writer).script("rollback");
  }),
               Failure);
  database->write([](Writer& writer) { shop::add(writer, "a"); });
  EXPECT_THAT(shop::ids(*database), ElementsAre("a"));
}

class PostgresTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::getenv("ENACT_TEST_POSTGRES")) GTEST_SKIP() << "needs a PostgreSQL server";
    database.emplace(Backend::postgres, support::TestDatabaseOptions{.rooms = {shop::room()}});
  }

  std::optional<TestDatabase> database;
};

TEST_F(PostgresTest, SurvivesTheLossOfEveryConnection) {
  auto& shop = **database;
  shop.write([](Writer& writer) { shop::add(writer, "a"); });
  const auto other = Database::open({database->url(), {shop::room()}});
  other->write([](Writer& writer) { writer.all(shop::end_other_connections); });
  EXPECT_THAT(shop::ids(shop), ElementsAre("a"));

  other->write([](Writer& writer) { writer.all(shop::end_other_connections); });
  shop.write([](Writer& writer) { shop::add(writer, "b"); });
  EXPECT_THAT(shop::ids(shop), ElementsAre("a", "b"));
}

TEST_F(PostgresTest, TriesAgainAfterADeadlock) {
  auto& shop = **database;
  shop.write([](Writer& writer) {
    shop::add(writer, "a");
    shop::add(writer, "b");
  });
  std::atomic<int> runs = 0;
  std::latch both_hold_one(2);
  run_in_threads(2, [&](int number) {
    bool is_first_run = true;
    shop.write([&](Writer& writer) {
      ++runs;
      writer.run(shop::like_play, {{"id", number == 0 ? "a" : "b"}});
      if (std::exchange(is_first_run, false)) both_hold_one.arrive_and_wait();
      writer.run(shop::like_play, {{"id", number == 0 ? "b" : "a"}});
    });
  });
  EXPECT_GE(runs, 3);
  const auto totals = shop.read([](Reader& reader) { return *reader.one(shop::totals); });
  EXPECT_EQ(totals.integer("likes"), 4);
}

TEST_F(PostgresTest, PreparesAnewWhatAMigrationOfAnotherProcessChanged) {
  auto& shop = **database;
  shop.write([](Writer& writer) { shop::add(writer, "a"); });
  EXPECT_THAT(shop::ids(shop), ElementsAre("a"));
  const std::vector<base::Asset> newer{
      {"sql/001_shop.sql", shop::kSchema},
      {"sql/002_more.sql", "alter table shop_plays add column more text;"}};
  const auto other = Database::open({database->url(), {{"shop", newer}}});
  ASSERT_TRUE(migrate(*other, base::Instant()));
  EXPECT_THAT(shop::ids(shop), ElementsAre("a"));
}

}  // namespace
}  // namespace enact::store
