// SPDX-License-Identifier: Apache-2.0
#include "imports/mapping.h"

#include <gmock/gmock.h>

#include "imports/guess.h"
#include "imports/mappings.h"
#include "imports/tests/members.h"

namespace enact::imports {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

base::Result<Mapping> mapping_of(const std::string& json) {
  return base::Json::parse(json).and_then(mapping_from);
}

std::vector<std::string> messages(const std::vector<base::Fault>& faults) {
  std::vector<std::string> all;
  for (const auto& fault : faults) all.push_back(fault.message);
  return all;
}

TEST(Mapping, IsTheSameWhenItIsKeptAndReadAgain) {
  const Members members;
  const auto ready = ready_made(members);
  ASSERT_THAT(ready, SizeIs(1));
  const auto json = to_json(ready[0]);
  const auto again = mapping_from(json);
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again).dump(), json.dump());
  EXPECT_EQ(again->rules, ready[0].rules);
  EXPECT_EQ(again->skips, ready[0].skips);
}

TEST(Mapping, NamesEveryFaultOfItsForm) {
  const auto mapping = mapping_of(
      R"({"fields": [{"field": "name"}, {"field": "born", "columns": ["b"], "dates": "american"},
                     {"field": "note", "columns": ["n"], "unkown": ["x"]}]})");
  ASSERT_FALSE(mapping);
  EXPECT_THAT(messages(mapping.error().faults),
              ElementsAre("The mapping does not say what it is for.",
                          "The rule for \"name\" names no column and no value.",
                          "\"american\" is no dates; it is one of month_first, day_first.",
                          "\"unkown\" in the rule for \"note\" means nothing here."));
}

TEST(Mapping, DoesNotFitAFileWithoutItsColumns) {
  const auto mapping =
      mapping_of(R"({"target": "members", "fields": [{"field": "name", "columns": ["Nome"]}]})");
  EXPECT_THAT(
      messages(faults_of(*mapping, Members(), {"Name", "Mail"})),
      ElementsAre("The file has no column \"Nome\", which the mapping of \"Name\" asks for. "
                  "Its columns are Name, Mail."));
}

TEST(Mapping, GivesAWholeColumnToOneFieldOnly) {
  const auto twice = mapping_of(
      R"({"target": "members", "fields": [{"field": "name", "columns": ["a"]},
          {"field": "note", "columns": ["A "]}]})");
  EXPECT_THAT(messages(faults_of(*twice, Members(), {"a"})),
              ElementsAre("The column \"A\" is chosen for \"Name\" and for \"Note\". Choose one of "
                          "the two."));
  const auto parts = mapping_of(
      R"({"target": "members", "fields": [{"field": "name", "columns": ["a"], "before": "/"},
          {"field": "note", "columns": ["a"], "after": ["/"]}]})");
  EXPECT_THAT(faults_of(*parts, Members(), {"a"}), IsEmpty());
}

TEST(Mapping, KnowsOfWhichColumnsNothingIsImported) {
  const auto mapping = mapping_of(
      R"({"target": "members", "fields": [{"field": "name", "columns": ["a"]}], "left_out": ["b"]})");
  EXPECT_THAT(columns_not_imported(*mapping, {"A ", "B", "c"}), ElementsAre("B", "c"));
}

TEST(Guess, GoesByNamesLabelsAndHeaders) {
  const auto mapping =
      guessed_mapping(Members(), {"Full_Name", " E-Mail", "No", "name", "Shoe size"});
  ASSERT_THAT(mapping.rules, SizeIs(3));
  EXPECT_EQ(find_rule(mapping, "name")->columns.front(), "Full_Name");
  EXPECT_EQ(find_rule(mapping, "email")->columns.front(), " E-Mail");
  EXPECT_EQ(find_rule(mapping, "number")->columns.front(), "No");
}

}  // namespace
}  // namespace enact::imports
