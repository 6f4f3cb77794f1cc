// SPDX-License-Identifier: Apache-2.0
#include "network/folding.h"

#include <gmock/gmock.h>

namespace enact::network {
namespace {

using testing::ElementsAre;

TEST(Folding, MakesOneWordOfEveryWayToWriteIt) {
  EXPECT_EQ(folded("ÉCOLE Cité"), "ecole cite");
  EXPECT_EQ(folded("E\xCC\x81"
                   "cole"),
            "ecole");  // the accent as a character of its own
  EXPECT_EQ(folded("Straße Łódź Ærø"), "strasse lodz aero");
  EXPECT_EQ(folded("ΑΘΉΝΑ"), folded("αθήνα"));
  EXPECT_EQ(folded("МОСКВА"), folded("москва"));
  EXPECT_EQ(folded("Việt"), "viet");
  EXPECT_EQ(folded("ＬＡＢ"), "lab");
}

TEST(Folding, CutsWordsWhereThereIsNoLetterOrDigit) {
  EXPECT_THAT(words_in("O'Neil's 4-H/Club, St. Jo’s…"),
              ElementsAre("oneils", "4", "h", "club", "st", "jos"));
  EXPECT_THAT(words_in("🚀 Rocket™"), ElementsAre("rocket"));
  EXPECT_THAT(words_in(" \n\t-- "), ElementsAre());
}

TEST(Folding, LeavesOutVowelPointsAndWhatTurnsTheText) {
  EXPECT_EQ(folded("مَدْرَسَة"), folded("مدرسة"));
  EXPECT_EQ(folded("בֵּית־סֵפֶר"), "בית ספר");
  EXPECT_EQ(folded("\xE2\x80\x8FLab\xE2\x80\x8E"), "lab");
}

TEST(Folding, TakesCharactersThatAreWordsForWords) {
  EXPECT_THAT(words_in("科学Lab"), ElementsAre("科", "学", "lab"));
}

TEST(Folding, CutsAVeryLongWordAndPassesOverWhatIsNotUtf8) {
  EXPECT_EQ(folded(std::string(10'000, 'x')).size(), 64u);
  EXPECT_THAT(words_in("a\xFF\xC3"), ElementsAre("a"));
  EXPECT_THAT(words_in("\xE2\x82"), ElementsAre());
}

}  // namespace
}  // namespace enact::network
