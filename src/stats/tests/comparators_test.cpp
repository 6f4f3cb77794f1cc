// SPDX-License-Identifier: Apache-2.0
#include "stats/comparators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace enact::stats {
namespace {

// Winkler 1990 and 2006, and the test data of the Census Bureau's strcmp95.c.
TEST(Jaro, GivesWhatTheLiteratureGives) {
  EXPECT_NEAR(jaro("MARTHA", "MARHTA"), 0.9444, 5e-5);
  EXPECT_NEAR(jaro("DIXON", "DICKSONX"), 0.7667, 5e-5);
  EXPECT_NEAR(jaro("JELLYFISH", "SMELLYFISH"), 0.8963, 5e-5);
  EXPECT_NEAR(jaro("DWAYNE", "DUANE"), 0.8222, 5e-5);
  EXPECT_NEAR(jaro("CRATE", "TRACE"), 0.7333, 5e-5);
  EXPECT_NEAR(jaro("SHACKLEFORD", "SHACKELFORD"), 0.9697, 5e-5);
  EXPECT_NEAR(jaro("JON", "JAN"), 0.7778, 5e-5);
  EXPECT_EQ(jaro("ABC", "XYZ"), 0);
}

TEST(JaroWinkler, GivesWhatTheLiteratureGives) {
  EXPECT_NEAR(jaro_winkler("MARTHA", "MARHTA"), 0.9611, 5e-5);
  EXPECT_NEAR(jaro_winkler("DIXON", "DICKSONX"), 0.8133, 5e-5);
  EXPECT_NEAR(jaro_winkler("JELLYFISH", "SMELLYFISH"), 0.8963, 5e-5);
  EXPECT_NEAR(jaro_winkler("DWAYNE", "DUANE"), 0.8400, 5e-5);
  EXPECT_NEAR(jaro_winkler("DUNNINGHAM", "CUNNIGHAM"), 0.8963, 5e-5);
  EXPECT_NEAR(jaro_winkler("NICHLESON", "NICHULSON"), 0.9556, 5e-5);
  EXPECT_NEAR(jaro_winkler("MASSEY", "MASSIE"), 0.9333, 5e-5);
  EXPECT_NEAR(jaro_winkler("ABROMS", "ABRAMS"), 0.9222, 5e-5);
}

TEST(OsaDistance, CountsASwapOnceAndChangesNoPartTwice) {
  EXPECT_EQ(osa_distance("kitten", "sitting"), 3u);
  EXPECT_EQ(osa_distance("ab", "ba"), 1u);
  EXPECT_EQ(osa_distance("CA", "ABC"), 3u) << "unrestricted it would be 2";
  EXPECT_EQ(osa_distance("", "abc"), 3u);
  EXPECT_DOUBLE_EQ(osa_similarity("abcd", "abdc"), 0.75);
}

TEST(Comparators, CompareCodePointsAndNotBytes) {
  EXPECT_EQ(osa_distance("José", "Jose"), 1u);
  EXPECT_EQ(osa_distance("ß", "ü"), 1u) << "they share a byte";
  EXPECT_DOUBLE_EQ(jaro("Müller", "Muller"), jaro("Mxller", "Muller"));
  EXPECT_DOUBLE_EQ(same_start("日本", "日曜"), 0.45);
  EXPECT_EQ(osa_distance("a\xFF", "a\xFE"), 1u) << "stray bytes count as one each";
}

TEST(Comparators, HoldTwoEmptyTextsEqualAndOneEmptyTextLikeNothing) {
  for (const auto compare : {exact, jaro, jaro_winkler, osa_similarity, same_start, bigram_dice}) {
    EXPECT_EQ(compare("", ""), 1);
    EXPECT_EQ(compare("", "a"), 0);
    EXPECT_EQ(compare("a", ""), 0);
  }
}

TEST(Comparators, TakeTextsOfAnyLength) {
  const std::string longer = std::string(300, 'a') + "b";
  EXPECT_GT(jaro(longer, std::string(300, 'a')), 0.99);
  EXPECT_EQ(osa_distance(longer, std::string(300, 'a')), 1u);
}

RC_GTEST_PROP(Comparators,
              AreSymmetricAndBetweenNothingAndTheSame,
              (const std::string& a, const std::string& b)) {
  for (const auto compare : {exact, jaro, jaro_winkler, osa_similarity, same_start, bigram_dice}) {
    RC_ASSERT(compare(a, a) == 1);
    RC_ASSERT(compare(a, b) == compare(b, a));
    RC_ASSERT(compare(a, b) >= 0 && compare(a, b) <= 1);
  }
}

// Few letters make many matches out of place.
RC_GTEST_PROP(Jaro, DoesNotDependOnTheOrderOfTheTexts, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
  const std::string a = *word;
  const std::string b = *word;
  RC_ASSERT(jaro(a, b) == jaro(b, a));
}

TEST(SameStart, TellsInitialsAndLikeCodes) {
  EXPECT_DOUBLE_EQ(same_start("A", "ANNA"), 0.9);
  EXPECT_DOUBLE_EQ(same_start("15213", "15232"), 0.9 * 3 / 5);
  EXPECT_EQ(same_start("B", "ANNA"), 0);
}

TEST(BigramDice, CountsPairsOfNeighbours) {
  EXPECT_DOUBLE_EQ(bigram_dice("night", "nacht"), 0.25);
  EXPECT_DOUBLE_EQ(bigram_dice("aaa", "aa"), 2.0 / 3);
}

TEST(DateSimilarity, NamesTheUsualSlips) {
  EXPECT_EQ(date_similarity("2004-03-11", "20040311"), kSameDate);
  EXPECT_EQ(date_similarity("20040311", "20041103"), kDayMonthSwapped);
  EXPECT_EQ(date_similarity("20040311", "20040317"), kOneDigitOff);
  EXPECT_EQ(date_similarity("20040311", "20400311"), kOneDigitOff) << "two neighbours swapped";
  EXPECT_EQ(date_similarity("20040311", "20040325"), kSameMonth);
  EXPECT_EQ(date_similarity("20040311", "20041225"), kSameYear);
  EXPECT_EQ(date_similarity("20040311", "19991225"), 0);
}

TEST(DateSimilarity, ComparesOfAPartialDateWhatIsThere) {
  EXPECT_EQ(date_similarity("2004-03", "2004-03-11"), kSameMonth);
  EXPECT_EQ(date_similarity("2004", "2004-03-11"), kSameYear);
  EXPECT_EQ(date_similarity("2004", "2005-03-11"), 0);
  EXPECT_EQ(date_similarity("March", "2004-03-11"), 0);
  EXPECT_EQ(date_similarity("", ""), kSameDate);
}

// Nashville to Los Angeles, the usual example of the haversine formula.
TEST(DistanceKm, IsThatOfTheGreatCircle) {
  EXPECT_NEAR(distance_km({36.12, -86.67}, {33.94, -118.40}), 2886.4, 0.1);
  EXPECT_NEAR(distance_km({0, 0}, {0, 180}), 20015.1, 0.1);
  EXPECT_EQ(distance_km({40, -80}, {40, -80}), 0);
}

TEST(Nearness, IsGreaterForNearerPlacesAndLeastForWhatIsNone) {
  const auto near = nearness("40.44,-79.99", "40.45,-79.99");
  EXPECT_NEAR(near, -1.1, 0.05);
  EXPECT_LT(nearness("40.44,-79.99", "33.94,-118.40"), near);
  for (const auto* text : {"", "40.44", "40.44,", "40.44,x", "91,0", "40.44,-79.99 ", "nan,0"}) {
    EXPECT_FALSE(place_of(text)) << text;
    EXPECT_LT(nearness("40.44,-79.99", text), -20016);
  }
}

}  // namespace
}  // namespace enact::stats
