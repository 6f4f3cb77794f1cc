// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "base/text.h"

namespace enact::base {
namespace {

TEST(Json, RefusesWhatIsNoJson) {
  for (const auto* text : {"", "{", "[1,]", "{\"a\":1,}", "nul", "01", "'a'", "\"\x01\"",
                           "\"\xFF\"", "1 2", "[1e999]", "\xEF\xBB\xBF"})
    EXPECT_FALSE(Json::parse(text)) << text;
}

TEST(Json, IsNestedAtMostSixtyFourDeep) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(Json::parse(nested(64)));
  const auto deeper = Json::parse(nested(66));
  ASSERT_FALSE(deeper);
  EXPECT_EQ(deeper.error().message, "This JSON is nested too deeply.");
  EXPECT_FALSE(Json::parse(std::string(200'000, '[')));
}

TEST(Json, AnswersNullForWhatIsNotThere) {
  const auto json = Json::parse(R"({"a":"text","n":3,"t":true,"l":[1]})").value();
  EXPECT_TRUE(json["b"].is_null());
  EXPECT_TRUE(json["a"]["b"]["c"].is_null());
  EXPECT_EQ(json["n"].text("none"), "none");
  EXPECT_EQ(json["a"].integer(7), 7);
  EXPECT_FALSE(json["n"].truth());
  EXPECT_TRUE(json["a"].items().empty());
  EXPECT_EQ(json["l"].items().size(), 1u);
}

TEST(Json, SaysWhatItIsEvenWhenItIsEmpty) {
  EXPECT_TRUE(Json::object().is_object());
  EXPECT_TRUE(Json::array().is_array());
  EXPECT_FALSE(Json::array().is_object());
  EXPECT_TRUE(Json("").is_text());
  EXPECT_FALSE(Json(0).is_text());
}

TEST(Json, KeepsTheOrderInWhichMembersWereSet) {
  EXPECT_EQ(Json().set("z", 1).set("a", "x").set("m", Json::array()).dump(),
            R"({"z":1,"a":"x","m":[]})");
}

TEST(Json, HoldsAMemberOnceHoweverOftenItIsSet) {
  auto json = Json::object();
  json.set("a", 1).set("b", 2).set("a", 3);
  EXPECT_EQ(json["a"].integer(), 3);
  EXPECT_EQ(json.members().size(), 2u);
  EXPECT_EQ(json.dump(), R"({"a":3,"b":2})");
}

TEST(Json, NeverTurnsAHugeNumberIntoANegativeOne) {
  const auto most = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(Json::parse("9223372036854775807")->integer(), most);
  const auto beyond = Json::parse("18446744073709551615").value();
  EXPECT_EQ(beyond.integer(-5), -5) << "it is no integer of ours";
  EXPECT_EQ(beyond.dump().find('-'), std::string::npos) << beyond.dump();
}

TEST(Json, WritesTextThatIsNoUtf8WithoutBreaking) {
  const auto text = Json("a\xFF").dump();
  EXPECT_FALSE(invalid_utf8(text));
  EXPECT_TRUE(Json::parse(text));
}

RC_GTEST_PROP(Json, ReadsBackEveryText, (const std::string& bytes)) {
  std::string text;
  for (const char c : bytes) text += c < 0 ? "\xC3\xA9" : std::string(1, c);
  const auto json = Json().set("text", text).set("n", 12).set("null", Json());
  const auto again = Json::parse(json.dump());
  RC_ASSERT(again.has_value());
  RC_ASSERT((*again)["text"].text() == text);
  RC_ASSERT(again->dump() == json.dump());
}

}  // namespace
}  // namespace enact::base
