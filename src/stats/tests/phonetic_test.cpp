// SPDX-License-Identifier: Apache-2.0
#include "stats/phonetic.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::stats {
namespace {

// The examples of the National Archives and of Knuth, volume 3.
TEST(Soundex, GivesWhatTheNationalArchivesGive) {
  EXPECT_EQ(soundex("Robert"), "R163");
  EXPECT_EQ(soundex("Rupert"), "R163");
  EXPECT_EQ(soundex("Ashcraft"), "A261") << "h does not separate";
  EXPECT_EQ(soundex("Tymczak"), "T522") << "a vowel does";
  EXPECT_EQ(soundex("Pfister"), "P236");
  EXPECT_EQ(soundex("Honeyman"), "H555");
  EXPECT_EQ(soundex("Washington"), "W252");
  EXPECT_EQ(soundex("Lee"), "L000");
  EXPECT_EQ(soundex("Gutierrez"), "G362");
  EXPECT_EQ(soundex("Jackson"), "J250");
  EXPECT_EQ(soundex("VanDeusen"), "V532");
  EXPECT_EQ(soundex("o'hara"), "O600");
}

TEST(Nysiis, GivesThePublishedCodes) {
  EXPECT_EQ(nysiis("Worthy"), "WARTY");
  EXPECT_EQ(nysiis("Ogata"), "OGAT");
  EXPECT_EQ(nysiis("Montgomery"), "MANTGA");
  EXPECT_EQ(nysiis("Costales"), "CASTAL");
  EXPECT_EQ(nysiis("Tu"), "T");
  EXPECT_EQ(nysiis("Knight"), "NAGT");
  EXPECT_EQ(nysiis("Mitchell"), "MATCAL");
  EXPECT_EQ(nysiis("O'Daniel"), "ODANAL");
  EXPECT_EQ(nysiis("Catherine"), nysiis("Katherine"));
  EXPECT_EQ(nysiis("Brown Sr"), "BRANSR");
}

RC_GTEST_PROP(Phonetic, TakesAnyBytes, (const std::string& name)) {
  RC_ASSERT(soundex(name).size() == 4u || soundex(name).empty());
  RC_ASSERT(nysiis(name).size() <= 6u);
}

TEST(Phonetic, HasNoCodeForANameWithoutLetters) {
  EXPECT_EQ(soundex("123 !"), "");
  EXPECT_EQ(nysiis("日本"), "");
}

}  // namespace
}  // namespace enact::stats
