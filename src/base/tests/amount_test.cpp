// SPDX-License-Identifier: Apache-2.0
#include "base/amount.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::base {
namespace {

std::string kept(std::string_view text) {
  const auto amount = read_amount(text);
  return amount ? words_of(*amount) : "(none)";
}

TEST(Amount, IsKeptInOneWayHoweverItWasWritten) {
  EXPECT_EQ(kept(" 120 "), "120");
  EXPECT_EQ(kept("1,200.50"), "1200.5");
  EXPECT_EQ(kept("$29,682 "), "29682");
  EXPECT_EQ(kept("~120"), "about 120");
  EXPECT_EQ(kept("Approximately 120"), "about 120");
  EXPECT_EQ(kept("100+"), "at least 100");
  EXPECT_EQ(kept("more than 100"), "at least 100");
  EXPECT_EQ(kept("≤ 150"), "at most 150");
  EXPECT_EQ(kept("up to 150"), "at most 150");
  EXPECT_EQ(kept("100–120"), "100 to 120");
  EXPECT_EQ(kept("$1,000 to $1,500"), "1000 to 1500");
  EXPECT_EQ(kept("120-120"), "120");
  EXPECT_EQ(kept("-5"), "-5");
}

TEST(Amount, IsNothingThatCouldMeanTwoThings) {
  for (const auto* text : {"", "abc", "1,5", "12,34", "1.2.3", "120-100", "1e5", "12 hours", "--5",
                           "PrivacySuppressed", "about", "100 to", "+", "nan", "inf", "0x10"})
    EXPECT_EQ(kept(text), "(none)") << text;
}

TEST(Amount, SatisfiesABoundOnlyWithAllThatItLeavesOpen) {
  EXPECT_TRUE(read_amount("at least 120")->is_at_least(100));
  EXPECT_FALSE(read_amount("at most 120")->is_at_least(100));
  EXPECT_FALSE(read_amount("90 to 120")->is_at_least(100));
  EXPECT_TRUE(read_amount("90 to 120")->is_at_most(120));
  EXPECT_FALSE(read_amount("at least 90")->is_at_most(120));
}

RC_GTEST_PROP(Amount, IsReadAgainAsItWasKept, ()) {
  const auto low = *rc::gen::inRange(-100'000, 100'000) / 8.0;
  const auto high = low + *rc::gen::inRange(1, 100'000) / 8.0;
  const auto first = kept(std::to_string(low));
  RC_ASSERT(kept(first) == first);
  for (const auto* word : {"about ", "at least ", "at most "})
    RC_ASSERT(kept(word + first) == word + first);
  const auto span = first + " to " + kept(std::to_string(high));
  RC_ASSERT(kept(span) == span);
}

}  // namespace
}  // namespace enact::base
