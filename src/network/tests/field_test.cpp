// SPDX-License-Identifier: Apache-2.0
#include "network/field.h"

#include <gmock/gmock.h>

namespace enact::network {
namespace {

using testing::HasSubstr;

std::string kept(Shape shape, std::string_view text) {
  const Field field{
      .id = "x", .label = "Hours", .shape = shape, .choices = {"Summer", "School year"}};
  const auto value = kept_value(field, text);
  return value ? *value : "refused: " + value.error().message;
}

TEST(Field, KeepsAValueInTheOneWayOfItsShape) {
  EXPECT_EQ(kept(Shape::line, "  a\tb "), "a b");
  EXPECT_EQ(kept(Shape::lines, " a\r\nb "), "a\nb");
  EXPECT_EQ(kept(Shape::list, "biology\nchemistry; biology"), "biology; chemistry");
  EXPECT_EQ(kept(Shape::amount, "~1,200"), "about 1200");
  EXPECT_EQ(kept(Shape::date, "2026-11"), "2026-11");
  EXPECT_EQ(kept(Shape::yes_no, "TRUE"), "yes");
  EXPECT_EQ(kept(Shape::choice, "school YEAR"), "School year");
  EXPECT_EQ(kept(Shape::id, "00012"), "00012");
  EXPECT_EQ(kept(Shape::amount, "   "), "") << "nothing is known";
}

TEST(Field, RefusesWhatIsNoValueOfItsShapeAndSaysHowToWriteIt) {
  EXPECT_THAT(kept(Shape::amount, "PrivacySuppressed"), HasSubstr("Write hours as a number"));
  EXPECT_THAT(kept(Shape::date, "12/2026"), HasSubstr("2021-07-27"));
  EXPECT_THAT(kept(Shape::yes_no, "perhaps"), HasSubstr("Write yes or no"));
  EXPECT_THAT(kept(Shape::choice, "winter"), HasSubstr("one of: Summer, School year."));
  EXPECT_THAT(kept(Shape::url, "javascript:alert(1)"), HasSubstr("https://"));
  EXPECT_THAT(kept(Shape::email, "nobody"), HasSubstr("one mail address"));
  EXPECT_THAT(kept(Shape::phone, "call us"), HasSubstr("digits"));
  EXPECT_THAT(kept(Shape::line, std::string(501, 'x')), HasSubstr("longer than 500"));
}

TEST(Field, SpeaksOfAnAmountWithItsUnit) {
  const Field hours{.shape = Shape::amount, .unit = "hours"};
  EXPECT_EQ(value_words(hours, "100 to 120"), "100 to 120 hours");
  const Field cost{.shape = Shape::amount, .unit = "dollars"};
  EXPECT_EQ(value_words(cost, "0"), "free");
  EXPECT_EQ(value_words({.shape = Shape::yes_no}, "no"), "No");
  EXPECT_EQ(value_words({.shape = Shape::date}, "2027-06"), "June 2027");
}

TEST(Field, IsOfEveryKindUnlessItSaysWhich) {
  EXPECT_TRUE(Field{}.fits("museum"));
  EXPECT_TRUE((Field{.kinds = {"pcsp"}}.fits("pcsp")));
  EXPECT_FALSE((Field{.kinds = {"pcsp"}}.fits("museum")));
}

TEST(Field, HasALabelAHeadingAndTheChoicesOfAChoice) {
  const auto faults = faults_of(Field{.shape = Shape::choice, .choices = {"only"}});
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_EQ(faults[0].field, "label");
  EXPECT_EQ(faults[1].field, "topic");
  EXPECT_EQ(faults[2].field, "choices");
}

}  // namespace
}  // namespace enact::network
