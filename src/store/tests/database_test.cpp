// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <gmock/gmock.h>

#include <limits>

#include "shop.h"
#include "store/backup.h"
#include "support/database.h"

namespace enact::store {
namespace {

using support::TestDatabase;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class DatabaseTest : public testing::TestWithParam<support::Backend> {
 protected:
  TestDatabase database{GetParam(), {.rooms = {shop::room()}}};
};

INSTANTIATE_TEST_SUITE_P(,
                         DatabaseTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

template <class Work>
std::string logic_error_of(Work&& work) {
  try {
    work();
  } catch (const std::logic_error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

template <class Work>
std::string failure_of(Work&& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "nothing was thrown";
}

Row the_play(Database& database, std::string_view id) {
  return database.read([&](Reader& reader) { return *reader.one(shop::play, {{"id", id}}); });
}

TEST_P(DatabaseTest, GivesBackWhatWasWritten) {
  const std::string words = "Ünïcode 漢字 🎈 'quoted' \"twice\" \\ back\nnew line\ttab";
  constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
  constexpr double kThird = 1.0 / 3;
  database->write([&](Writer& writer) {
    writer.run(shop::add_play, {{"id", "full"},
                                {"title", words},
                                {"likes", kLargest},
                                {"score", kThird},
                                {"parent_id", std::nullopt}});
    writer.run(shop::add_play, {{"id", "bare"},
                                {"title", ""},
                                {"likes", std::nullopt},
                                {"score", std::nullopt},
                                {"parent_id", std::optional<std::string>("full")}});
  });

  const auto full = the_play(*database, "full");
  EXPECT_EQ(full.value("title"), Value(words));
  EXPECT_EQ(full.value("likes"), Value(kLargest));
  EXPECT_EQ(full.value("score"), Value(kThird));
  EXPECT_EQ(full.maybe_text("parent_id"), std::nullopt);

  const auto bare = the_play(*database, "bare");
  EXPECT_EQ(bare.value("title"), Value(std::string()));
  EXPECT_TRUE(bare.is_null("likes"));
  EXPECT_EQ(bare.integer("likes"), 0);
  EXPECT_EQ(bare.number("score"), 0);
  EXPECT_EQ(bare.maybe_text("parent_id"), "full");
}

TEST_P(DatabaseTest, KeepsWholeNumbersWholeInExpressions) {
  database->write([](Writer& writer) {
    for (const auto* id : {"a", "b", "c"}) {
      writer.run(
          shop::add_play,
          {{"id", id}, {"title", id}, {"likes", 2}, {"score", 1.5}, {"parent_id", std::nullopt}});
    }
  });
  const auto totals = database->read([](Reader& reader) { return *reader.one(shop::totals); });
  EXPECT_EQ(totals.value("plays"), Value(std::int64_t{3}));
  EXPECT_EQ(totals.value("likes"), Value(std::int64_t{6}));
  EXPECT_EQ(totals.value("score"), Value(1.5));
  EXPECT_EQ(totals.value("title"), Value(std::string("c")));
  EXPECT_EQ(totals.value("is_many"), Value(std::int64_t{0}));
}

TEST_P(DatabaseTest, TakesTheTextThatIsMeantForIt) {
  const auto word = database->read([](Reader& r) { return r.one(shop::dialect)->text("word"); });
  EXPECT_EQ(word, GetParam() == support::Backend::postgres ? "PostgreSQL" : "SQLite");
}

TEST_P(DatabaseTest, CountsTheRowsThatAStatementTouched) {
  const auto touched = database->write([](Writer& writer) {
    shop::add(writer, "a");
    shop::add(writer, "b");
    return writer.run(shop::rename_plays, {{"title", "New"}}) * 10 +
           writer.run(shop::like_play, {{"id", "nobody"}});
  });
  EXPECT_EQ(touched, 20);
}

TEST_P(DatabaseTest, RefusesParametersThatDoNotFitTheQuery) {
  database->read([](Reader& reader) {
    EXPECT_THAT(logic_error_of([&] { reader.all(shop::play); }),
                HasSubstr("shop.play is missing the parameter 'id'"));
    EXPECT_THAT(logic_error_of([&] {
                  reader.all(shop::play, {{"id", "a"}, {"di", "b"}});
                }),
                HasSubstr("shop.play has no parameter 'di'"));
    EXPECT_THAT(logic_error_of([&] {
                  reader.all(shop::play, {{"id", "a"}, {"id", "b"}});
                }),
                HasSubstr("twice"));
    EXPECT_THAT(logic_error_of([&] {
                  reader.all(shop::play, {{"id", 0.0 / 0.0}});
                }),
                HasSubstr("not finite"));
    EXPECT_THAT(logic_error_of([&] {
                  reader.all(shop::play, {{"id", std::string("a\0b", 3)}});
                }),
                HasSubstr("NUL"));
    EXPECT_THAT(logic_error_of([&] {
                  reader.all({"shop", "no_such"});
                }),
                HasSubstr("shop.no_such"));
  });
}

TEST_P(DatabaseTest, NamesTheColumnsWhenAskedForAnother) {
  database->write([](Writer& writer) { shop::add(writer, "a"); });
  const auto row = the_play(*database, "a");
  EXPECT_THAT(logic_error_of([&] { row.text("tilte"); }), HasSubstr("'tilte'; it has: id, title"));
  EXPECT_THAT(logic_error_of([&] { row.integer("title"); }), HasSubstr("'title'"));
}

TEST_P(DatabaseTest, RefusesToWriteInsideRead) {
  const auto error = logic_error_of([&] {
    database->read([](Reader& reader) { reader.all(shop::rename_plays, {{"title", "x"}}); });
  });
  EXPECT_THAT(error, HasSubstr("shop.rename_plays writes, but was run inside read()"));
}

TEST_P(DatabaseTest, RefusesToWaitForItself) {
  EXPECT_THROW(database->read([&](Reader&) { shop::ids(*database); }), std::logic_error);
  EXPECT_THROW(database->write([&](Writer&) { shop::ids(*database); }), std::logic_error);
  EXPECT_THROW(database->write([&](Writer&) { database->write([](Writer&) {}); }),
               std::logic_error);
  EXPECT_THAT(shop::ids(*database), IsEmpty());
}

TEST_P(DatabaseTest, KeepsNothingOfWorkThatGivesAnError) {
  const auto result = database->write([](Writer& writer) -> base::Result<int> {
    shop::add(writer, "a");
    return base::conflict("No.");
  });
  EXPECT_EQ(result.error().message, "No.");
  EXPECT_THAT(shop::ids(*database), IsEmpty());
}

TEST_P(DatabaseTest, KeepsNothingOfWorkThatThrows) {
  EXPECT_THROW(database->write([](Writer& writer) {
    shop::add(writer, "a");
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_THAT(shop::ids(*database), IsEmpty());
  database->write([](Writer& writer) { shop::add(writer, "b"); });
  EXPECT_THAT(shop::ids(*database), ElementsAre("b"));
}

TEST_P(DatabaseTest, KeepsNothingOfWorkThatSwallowsAFailure) {
  EXPECT_THROW(database->write([](Writer& writer) {
    shop::add(writer, "a");
    EXPECT_THROW(shop::add(writer, "a"), Failure);
  }),
               Failure);
  EXPECT_THAT(shop::ids(*database), IsEmpty());
}

TEST_P(DatabaseTest, NamesTheQueryThatFailedButNoValue) {
  const auto failure = failure_of([&] {
    database->write([](Writer& writer) {
      shop::add(writer, "a-secret");
      shop::add(writer, "a-secret");
    });
  });
  EXPECT_THAT(failure, HasSubstr("shop.add_play"));
  EXPECT_THAT(failure, testing::Not(HasSubstr("secret")));
}

TEST_P(DatabaseTest, HoldsToForeignKeys) {
  EXPECT_THROW(database->write([](Writer& writer) {
    writer.run(shop::add_note, {{"id", "n"}, {"play_id", "nobody"}, {"words", "w"}});
  }),
               Failure);
}

TEST_P(DatabaseTest, GivesBackWhatTheWorkGives) {
  database->write([](Writer& writer) { shop::add(writer, "a", "Alpha"); });
  const auto title = database->read([](Reader& reader) -> base::Result<std::string> {
    const auto row = reader.one(shop::play, {{"id", "a"}});
    if (!row) return base::not_found("No.");
    return row->text("title");
  });
  EXPECT_EQ(title.value(), "Alpha");
  EXPECT_EQ(database->read([](Reader& r) {
                      return r.one(shop::play, {{"id", "z"}});
                    })
                .has_value(),
            false);
}

TEST_P(DatabaseTest, ListsEveryQueryThatItRefuses) {
  static const std::vector<base::Asset> assets{
      {"sql/bad.sql",
       "-- name: good\nselect 1 as one;\n-- name: no_table\nselect * from nowhere;\n"
       "-- name: no_column\nselect nothing from (select 1 as one) as t;\n"}};
  TestDatabase bad(GetParam(), {.rooms = {{"bad", assets}}, .schema = support::Schema::empty});
  const auto failure = failure_of([&] { bad->check_queries(); });
  EXPECT_THAT(failure, HasSubstr("bad.no_table: "));
  EXPECT_THAT(failure, HasSubstr("bad.no_column: "));
  EXPECT_THAT(failure, testing::Not(HasSubstr("bad.good")));
}

TEST_P(DatabaseTest, RefusesToOpenWithMalformedQueries) {
  static const std::vector<base::Asset> assets{
      {"sql/bad.sql",
       "-- name: two\nselect 1; select 2;\n-- name: same\nselect 1;\n"
       "-- name: same\nselect 2;\n"}};
  const auto failure = failure_of([&] {
    TestDatabase bad(GetParam(), {.rooms = {{"bad", assets}}});
  });
  EXPECT_THAT(failure, HasSubstr("bad/bad.sql, two: it holds more than one statement"));
  EXPECT_THAT(failure, HasSubstr("bad/bad.sql, same: there are two of this name"));
}

TEST_P(DatabaseTest, IsSound) {
  EXPECT_THAT(check_integrity(*database), IsEmpty());
}

TEST(Database, SaysInASentenceThatItCannotBeReached) {
  EXPECT_THAT(failure_of([] {
                Database::open({"/no/such/folder/enact.db", {}});
              }),
              HasSubstr("the database file cannot be opened"));
  EXPECT_THAT(failure_of([] {
                Database::open({"postgresql://nobody@127.0.0.1:1/none", {}});
              }),
              HasSubstr("the PostgreSQL server cannot be reached"));
}

}  // namespace
}  // namespace enact::store
