// SPDX-License-Identifier: Apache-2.0
#include "network/freshness.h"
#include "network/partial_date.h"

#include <gtest/gtest.h>

namespace enact::network {
namespace {

const base::Day kToday = *base::Day::parse("2026-11-22");

Freshness of_person(int days) {
  return freshness(Thing::person, "", kToday + std::chrono::days(-days), kToday);
}

TEST(Freshness, IsHalfGoneAfterAHalfLife) {
  EXPECT_EQ(of_person(0).staleness, 0);
  EXPECT_EQ(of_person(540).staleness, 50);
  EXPECT_EQ(of_person(1080).staleness, 75);
  EXPECT_EQ(
      freshness(Thing::organization, "pcsp", kToday + std::chrono::days(-365), kToday).staleness,
      50);
}

TEST(Freshness, IsGradedByItsStaleness) {
  EXPECT_EQ(of_person(200).grade, Freshness::Grade::fresh);
  EXPECT_EQ(of_person(400).grade, Freshness::Grade::aging);
  EXPECT_EQ(of_person(900).grade, Freshness::Grade::stale);
}

TEST(Freshness, TakesADayToComeForToday) {
  EXPECT_EQ(of_person(-30).days, 0);
  EXPECT_EQ(of_person(-30).staleness, 0);
}

TEST(Freshness, LastsLongerForACollegeThanForAProgram) {
  EXPECT_GT(half_life_days(Thing::organization, "college"),
            half_life_days(Thing::organization, "pcsp"));
}

TEST(Freshness, OfAPartialDateCountsFromItsLastDay) {
  EXPECT_EQ(last_day_of("2021")->iso(), "2021-12-31");
  EXPECT_EQ(last_day_of("2024-02")->iso(), "2024-02-29");
  EXPECT_EQ(last_day_of("2021-07-04")->iso(), "2021-07-04");
  EXPECT_FALSE(last_day_of("lately"));
  EXPECT_FALSE(last_day_of(""));
}

}  // namespace
}  // namespace enact::network
