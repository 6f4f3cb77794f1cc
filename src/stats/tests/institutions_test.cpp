// SPDX-License-Identifier: Apache-2.0
#include "stats/institutions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace enact::stats {
namespace {

using testing::ElementsAre;

const Abbreviations& abbreviations() {
  static const Abbreviations table({{"univ", "university"},
                                    {"st", "saint"},
                                    {"st", "street"},
                                    {"the", ""},
                                    {"of", ""},
                                    {"ltu", "Lakeside Technical University"}});
  return table;
}

TEST(TokenDice, LooksPastOrderCaseAndPunctuation) {
  EXPECT_EQ(token_dice("Lakeside College", "college, LAKESIDE"), 1);
  EXPECT_EQ(token_dice("U.S. Museum", "US Museum"), 1);
  EXPECT_EQ(token_dice("O'Hara House", "OHara-House"), 1);
  EXPECT_DOUBLE_EQ(token_dice("Lakeside College", "Hillside College"), 0.5);
}

TEST(TokenDice, ReadsAbbreviationsAsTheTableSays) {
  EXPECT_LT(token_dice("Univ. of Lakeside", "Lakeside University"), 1) << "without the table";
  EXPECT_EQ(token_dice("Univ. of Lakeside", "Lakeside University", abbreviations()), 1);
  EXPECT_EQ(token_dice("LTU", "Lakeside Technical Univ", abbreviations()), 1);
}

TEST(TokenDice, LetsAnAmbiguousShortFormStandForEitherButNotBothForEachOther) {
  EXPECT_EQ(token_dice("St. Mary", "Saint Mary", abbreviations()), 1);
  EXPECT_EQ(token_dice("Market St", "Market Street", abbreviations()), 1);
  EXPECT_LT(token_dice("Market Saint", "Market Street", abbreviations()), 1);
}

TEST(TokenDice, DoesNotGrowWithoutEndOnManyAmbiguousWords) {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "st ";
  EXPECT_LE(abbreviations().readings(name).size(), 16u);
  EXPECT_EQ(token_dice(name, name, abbreviations()), 1);
}

TEST(TokenDice, CountsAWordAsOftenAsItStands) {
  EXPECT_DOUBLE_EQ(token_dice("new new york", "new york"), 0.8);
  EXPECT_EQ(token_dice("", ""), 1);
  EXPECT_EQ(token_dice("", "new"), 0);
}

TEST(Readings, AreSortedWordsForEveryMeaning) {
  EXPECT_THAT(abbreviations().readings("St Mary's Univ"),
              ElementsAre(ElementsAre("marys", "saint", "university"),
                          ElementsAre("marys", "street", "university")));
}

}  // namespace
}  // namespace enact::stats
