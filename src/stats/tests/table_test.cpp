// SPDX-License-Identifier: Apache-2.0
#include "stats/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace enact::stats {
namespace {

TEST(NaturalOrder, ReadsDigitsAsNumbers) {
  EXPECT_LT(natural_order("s9", "s10"), 0);
  EXPECT_LT(natural_order("NSW185", "PSID1"), 0);
  EXPECT_GT(natural_order("10", "9"), 0);
  EXPECT_LT(natural_order("a", "ab"), 0);
  EXPECT_EQ(natural_order("x7", "x7"), 0);
}

TEST(NaturalOrder, TellsEverythingApartThatIsNotTheSame) {
  EXPECT_NE(natural_order("s01", "s1"), 0);
  EXPECT_EQ(natural_order("s01", "s1") < 0, natural_order("s1", "s01") > 0);
  EXPECT_LT(natural_order("9", "123456789012345678901234567890"), 0);
}

TEST(Table, TheOrderInWhichRowsComeIsForgotten) {
  const auto one =
      Table::make({"2", "10", "1"}, {numeric("x", {2, 10, 1}), categorical("c", {"b", "a", ""})});
  const auto other =
      Table::make({"1", "2", "10"}, {numeric("x", {1, 2, 10}), categorical("c", {"", "b", "a"})});
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->keys(), (std::vector<std::string>{"1", "2", "10"}));
  EXPECT_EQ(one->columns()[1], other->columns()[1]);
  EXPECT_EQ(one->columns()[0], other->columns()[0]);
  EXPECT_EQ(one->came_as(), (std::vector<std::uint32_t>{2, 0, 1}));
}

TEST(Table, MissingIsCountedAndIsNoZero) {
  const auto column = categorical("c", {"b", "", "a"});
  EXPECT_EQ(column.missing(), 1u);
  EXPECT_EQ(column.levels, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(numeric("x", {0, kMissing}).missing(), 1u);
}

TEST(Table, RefusesWhatNoStudyCanUse) {
  const auto reason = [](std::vector<std::string> keys, std::vector<Column> columns) {
    return Table::make(std::move(keys), std::move(columns)).error();
  };
  EXPECT_EQ(reason({"a", "a"}, {}).reason, Shortfall::Reason::duplicate_keys);
  EXPECT_EQ(reason({"a"}, {numeric("x", {1, 2})}).reason, Shortfall::Reason::unequal_lengths);
  EXPECT_EQ(reason({"a"}, {numeric("x", {1}), numeric("x", {2})}).reason,
            Shortfall::Reason::duplicate_column);
  const auto infinite = reason({"a"}, {numeric("x", {std::numeric_limits<double>::infinity()})});
  EXPECT_EQ(infinite.reason, Shortfall::Reason::not_finite);
  EXPECT_EQ(sentence(infinite), "The column \"x\" has a number that is infinite.");
}

}  // namespace
}  // namespace enact::stats
