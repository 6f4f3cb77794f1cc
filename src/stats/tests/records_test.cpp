// SPDX-License-Identifier: Apache-2.0
#include "stats/records.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace enact::stats {
namespace {

using Values = std::vector<std::string_view>;

TEST(Records, RefuseAKeyThatIsThereAlready) {
  Records records({"name"});
  ASSERT_TRUE(records.add("1", Values{"Ana"}));
  const auto again = records.add("1", Values{"Rui"});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message, "Two rows have the same key.");
  EXPECT_EQ(records.size(), 1u);
  EXPECT_FALSE(records.add("", Values{"Rui"}));
  EXPECT_FALSE(records.add("2", Values{"Rui", "too many"}));
  EXPECT_EQ(records.columns()[0].numbers.size(), 1u);
}

TEST(Records, JoinTwoFilesByTheNamesOfTheirColumns) {
  Records a({"name", "city"});
  Records b({"city", "sex", "name"});
  ASSERT_TRUE(a.add("1", Values{"Ana", "Lakeside"}));
  ASSERT_TRUE(b.add("1", Values{"Lakeside", "f", "Ana"}));
  Records c({"name"});
  ASSERT_TRUE(c.add("9", Values{"Rui"}));

  const auto both = Records::joined(a, b);
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both.find_column("name")->numbers[0], both.find_column("name")->numbers[1]);
  EXPECT_EQ((*both.find_column("city"))[1], "Lakeside");
  EXPECT_EQ(both.find_column("sex"), nullptr);
  EXPECT_EQ(both.key(1), "1") << "a key may stand in both files";
  EXPECT_EQ((*Records::joined(a, c).find_column("city"))[1], "") << "missing in the second";
}

RC_GTEST_PROP(Texts, GiveEachTextOneNumberAndBackAgain, (const std::vector<std::string>& texts)) {
  Texts interned;
  std::map<std::string, Texts::Number> numbers{{"", 0}};
  for (const auto& text : texts) {
    const auto number = interned.intern(text);
    RC_ASSERT(numbers.emplace(text, number).first->second == number);
    RC_ASSERT(interned[number] == text);
  }
  RC_ASSERT(interned.size() == numbers.size());
}

TEST(Texts, KeepThousands) {
  Texts texts;
  for (int i = 1; i <= 5000; ++i)
    ASSERT_EQ(texts.intern(std::to_string(i)), static_cast<Texts::Number>(i));
  for (int i = 1; i <= 5000; ++i)
    ASSERT_EQ(texts[static_cast<Texts::Number>(i)], std::to_string(i));
}

}  // namespace
}  // namespace enact::stats
