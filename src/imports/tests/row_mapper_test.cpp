// SPDX-License-Identifier: Apache-2.0
//
// What real lists hold, and what becomes of it: see the notes on each file in the mappings.
#include "imports/row_mapper.h"

#include <gmock/gmock.h>

#include "imports/field_text.h"
#include "imports/tests/members.h"

namespace enact::imports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Like members, with a field of each kind.
class Places : public Members {
 public:
  const std::vector<Field>& fields() const override {
    static const std::vector<Field> all{
        {.name = "id", .label = "Id"},
        {.name = "name", .label = "Name"},
        {.name = "aliases", .label = "Other names", .type = FieldType::list},
        {.name = "state", .label = "State"},
        {.name = "zip", .label = "ZIP code"},
        {.name = "latitude", .label = "Latitude", .type = FieldType::number},
        {.name = "longitude", .label = "Longitude", .type = FieldType::number},
        {.name = "capacity", .label = "Capacity", .type = FieldType::whole},
        {.name = "hours", .label = "Hours", .type = FieldType::quantity},
        {.name = "cost", .label = "Cost", .type = FieldType::amount},
        {.name = "ends", .label = "Ends on", .type = FieldType::day},
        {.name = "open", .label = "Open to all", .type = FieldType::truth},
        {.name = "kind",
         .label = "Kind",
         .type = FieldType::choice,
         .choices = {{"college", "College"}, {"program", "Program"}}},
        {.name = "phone", .label = "Telephone", .type = FieldType::phone},
        {.name = "home", .label = "Home state", .type = FieldType::state},
        {.name = "post", .label = "Post code", .type = FieldType::zip},
        {.name = "grades", .label = "Grades", .type = FieldType::grades},
        {.name = "about", .label = "About", .type = FieldType::text}};
    return all;
  }
};

MappedRow mapped(const std::string& rules,
                 const std::vector<std::string>& header,
                 const std::vector<std::string>& cells) {
  const Places places;
  const auto json = base::Json::parse(R"({"target": "members", "fields": )" + rules + "}");
  if (!json) throw std::logic_error(json.error().message);
  const auto mapping = mapping_from(*json);
  if (!mapping) throw std::logic_error(mapping.error().message);
  return RowMapper(*mapping, places, header).map({.line = 7, .cells = cells, .fault = {}});
}

TEST(RowMapper, TakesAPlaceholderForNothingAndSaysSo) {
  const auto row = mapped(R"([{"field": "capacity", "columns": ["capacity"], "unknown": ["500"]}])",
                          {"capacity"}, {"500"});
  EXPECT_FALSE(row.values.has("capacity"));
  EXPECT_THAT(row.notes, ElementsAre("capacity says \"500\", which is taken as unknown."));
}

TEST(RowMapper, TakesADayThatIsFarAwayForNothing) {
  const std::string rules =
      R"([{"field": "ends", "columns": ["end_date"], "unknown_from": "2049-01-01"}])";
  EXPECT_FALSE(mapped(rules, {"end_date"}, {"2050-01-01"}).values.has("ends"));
  EXPECT_THAT(mapped(rules, {"end_date"}, {"2050-01-01"}).notes, testing::Not(IsEmpty()));
  EXPECT_EQ(mapped(rules, {"end_date"}, {"2026-06-30"}).values.text("ends"), "2026-06-30");
}

TEST(RowMapper, FindsTwoFieldsInOneCell) {
  const auto row = mapped(
      R"-([{"field": "latitude", "columns": ["Location 1"], "after": ["("], "before": ","},
          {"field": "longitude", "columns": ["Location 1"], "after": ["(", ","], "before": ")"}])-",
      {"Location 1"}, {"50 Nevins St (rear)11217\n(40.6869, -73.9813)"});
  EXPECT_EQ(row.values.text("latitude"), "40.6869");
  EXPECT_EQ(row.values.text("longitude"), "-73.9813");
}

TEST(RowMapper, SplitsAListThatHoldsEmptyItems) {
  const std::string rules = R"([{"field": "aliases", "columns": ["IALIAS"], "split": "|"}])";
  EXPECT_EQ(mapped(rules, {"IALIAS"}, {"AAMU | A&M|| Bulldogs | "}).values.text("aliases"),
            "AAMU\nA&M\nBulldogs");
}

TEST(RowMapper, TakesOneItemOfAList) {
  const std::string rules =
      R"([{"field": "name", "columns": ["full name"], "split": "&", "take": 2}])";
  EXPECT_EQ(mapped(rules, {"full name"}, {"Fund/Shop&Hill High"}).values.text("name"), "Hill High");
  EXPECT_FALSE(mapped(rules, {"full name"}, {"Fund/Shop"}).values.has("name"));
}

TEST(RowMapper, ReplacesWordsAndRefusesWhatTheFileIsNotAbout) {
  const std::string rules =
      R"([{"field": "state", "columns": ["state"], "means": {"Illinois": "IL"}, "only": ["IL"]}])";
  EXPECT_EQ(mapped(rules, {"state"}, {"illinois"}).values.text("state"), "IL");
  const auto elsewhere = mapped(rules, {"state"}, {"OH"});
  ASSERT_THAT(elsewhere.faults, SizeIs(1));
  EXPECT_EQ(elsewhere.faults[0].line, 7);
  EXPECT_THAT(elsewhere.faults[0].message, HasSubstr("expected is IL"));
}

TEST(RowMapper, PutsLostZerosBack) {
  const std::string rules = R"([{"field": "zip", "columns": ["ZIP"], "digits": 5}])";
  EXPECT_EQ(mapped(rules, {"ZIP"}, {"2139"}).values.text("zip"), "02139");
  EXPECT_EQ(mapped(rules, {"ZIP"}, {"K1A 0B1"}).values.text("zip"), "K1A 0B1");
}

TEST(RowMapper, TakesTheWordsOutOfHtml) {
  const auto row = mapped(R"([{"field": "about", "columns": ["d"], "html": true}])", {"d"},
                          {"<p>Make &amp; <b>play</b></p><script>alert(1)</script><p>2 &lt; 3"});
  EXPECT_EQ(row.values.text("about"), "Make & play\n2 < 3");
}

TEST(RowMapper, LetsNothingPassThatIsNoValueOfItsField) {
  const std::string rules = R"([{"field": "capacity", "columns": ["c"]}])";
  for (const std::string cell : {"PrivacySuppressed", "500a", "-2", "about 30", "NULL"})
    EXPECT_THAT(mapped(rules, {"c"}, {cell}).faults, SizeIs(1)) << cell;
}

TEST(RowMapper, KeepsHowSureANumberIs) {
  const std::string rules = R"([{"field": "hours", "columns": ["h"]}])";
  EXPECT_EQ(mapped(rules, {"h"}, {"100+"}).values.text("hours"), "at least 100");
  EXPECT_EQ(mapped(rules, {"h"}, {"100-120"}).values.text("hours"), "100-120");
  EXPECT_EQ(mapped(rules, {"h"}, {"approx. 90"}).values.text("hours").substr(0, 5), "about");
}

TEST(RowMapper, ReadsColumnsOfAFileWithoutHeaderByTheirNumber) {
  const auto row = mapped(R"([{"field": "name", "columns": ["column 2"]}])",
                          {"column 1", "column 2"}, {"frc1", "Bots"});
  EXPECT_EQ(row.values.text("name"), "Bots");
}

TEST(RowMapper, JoinsColumnsOrTakesTheFirstThatSaysAnything) {
  const std::string joined = R"([{"field": "name", "columns": ["a", "b"], "between": ", "}])";
  EXPECT_EQ(mapped(joined, {"a", "b"}, {"x", "y"}).values.text("name"), "x, y");
  const std::string either = R"([{"field": "name", "columns": ["a", "b"], "either": true}])";
  EXPECT_EQ(mapped(either, {"a", "b"}, {"x", "y"}).values.text("name"), "x");
  EXPECT_EQ(mapped(either, {"a", "b"}, {"", "y"}).values.text("name"), "y");
}

TEST(RowMapper, SaysNothingOfAnEmptyCellUnlessItIsToldTo) {
  EXPECT_FALSE(mapped(R"([{"field": "name", "columns": ["n"]}])", {"n"}, {" "}).values.has("name"));
  EXPECT_TRUE(mapped(R"([{"field": "name", "columns": ["n"], "clears": true}])", {"n"}, {" "})
                  .values.has("name"));
}

TEST(RowMapper, ReadsWhatItWrote) {
  const Places places;
  const std::vector<std::pair<std::string, std::string>> cells{{"capacity", "1,200"},
                                                               {"hours", "about 300"},
                                                               {"hours", "up to 50"},
                                                               {"hours", "8-10"},
                                                               {"cost", "$29,682.50"},
                                                               {"ends", "March 4th, 2026"},
                                                               {"open", "Y"},
                                                               {"kind", "COLLEGE"},
                                                               {"phone", "(718) 449-5000 x 2237"},
                                                               {"phone", "+44 20 7946 0000"},
                                                               {"latitude", "-73.98"},
                                                               {"home", "Illinois"},
                                                               {"post", "02139"},
                                                               {"grades", "K-5"},
                                                               {"grades", "9th"},
                                                               {"grades", "PK,K,1,2"}};
  for (const auto& [name, cell] : cells) {
    const auto* field = find_field(places, name);
    const auto once = field_text(*field, cell);
    ASSERT_TRUE(once) << cell;
    const auto twice = field_text(*field, once->value);
    ASSERT_TRUE(twice) << once->value;
    EXPECT_EQ(twice->value, once->value);
  }
}

}  // namespace
}  // namespace enact::imports
