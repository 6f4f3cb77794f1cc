// SPDX-License-Identifier: Apache-2.0
#include "store/sql_text.h"

#include <gmock/gmock.h>

namespace enact::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Statement postgres(std::string_view sql) {
  return parse_statement(sql, Backend::postgres);
}

TEST(Statement, NumbersEachNameOnce) {
  const auto statement = postgres("select :b, :a, :b;");
  EXPECT_EQ(statement.text, "select $1, $2, $1");
  EXPECT_THAT(statement.parameters, ElementsAre("b", "a"));
  EXPECT_EQ(parse_statement("select :b, :a, :b;", Backend::sqlite).text, "select ?1, ?2, ?1");
}

TEST(Statement, TakesNoCastLiteralNameOrCommentForAParameter) {
  const auto statement = postgres(
      "select ':x', 'it''s :x', \":x\", id::text, -- :x isn't one\n"
      "/* :x; */ $$:x$$, $t$ :x $$ $t$, '10:30', :y::bigint from t");
  EXPECT_THAT(statement.parameters, ElementsAre("y"));
  EXPECT_THAT(statement.text, HasSubstr("$1::bigint from t"));
  EXPECT_THAT(statement.text, HasSubstr("'it''s :x', \":x\", id::text"));
}

TEST(Statement, EndsAtItsSemicolon) {
  EXPECT_EQ(postgres("select ';' ; -- done;\n").text, "select ';' ");
}

TEST(Statement, IsRefusedWhenThereAreTwoOrNone) {
  EXPECT_THROW(postgres("select 1; select 2;"), Failure);
  EXPECT_THROW(postgres("-- nothing;\n ;"), Failure);
  EXPECT_THROW(postgres(""), Failure);
}

TEST(QueryFile, IsCutAtItsNames) {
  const auto blocks = parse_query_file(
      "-- SPDX-License-Identifier: Apache-2.0\n\n"
      "-- name: a\nselect 1;\n\n-- about the next\n-- name: b [postgres]\nselect 2;\n");
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].name, "a");
  EXPECT_EQ(blocks[0].variant, std::nullopt);
  EXPECT_EQ(blocks[1].name, "b");
  EXPECT_EQ(blocks[1].variant, Backend::postgres);
}

TEST(QueryFile, IsRefusedWithAnUnknownVariantOrAStatementBeforeTheFirstName) {
  EXPECT_THROW(parse_query_file("-- name: a [mysql]\nselect 1;\n"), Failure);
  EXPECT_THROW(parse_query_file("-- name: \nselect 1;\n"), Failure);
  EXPECT_THROW(parse_query_file("select 1;\n-- name: a\nselect 1;\n"), Failure);
}

TEST(MigrationPart, LeavesOutTheOtherDatabase) {
  constexpr auto kText = "a\n-- [sqlite]\nb\n-- [postgres]\nc\n-- [both]\nd\n";
  const auto sqlite = part_for(kText, Backend::sqlite);
  EXPECT_THAT(sqlite, HasSubstr("a\n-- [sqlite]\nb\n"));
  EXPECT_THAT(sqlite, testing::Not(HasSubstr("c\n")));
  EXPECT_THAT(sqlite, HasSubstr("d"));
  EXPECT_THROW(part_for("-- [oracle]\n", Backend::sqlite), Failure);
}

TEST(DerivedTables, StandDirectlyUnderTheirMark) {
  EXPECT_THAT(derived_tables("-- derived\ncreate virtual table a_search using fts5(x);\n"
                             "create table b (id text);\n"
                             "-- derived\nCREATE TABLE if not exists \"c\" (id text);\n"),
              ElementsAre("a_search", "c"));
  EXPECT_THROW(derived_tables("-- derived\n\ncreate table a (id text);\n"), Failure);
}

}  // namespace
}  // namespace enact::store
