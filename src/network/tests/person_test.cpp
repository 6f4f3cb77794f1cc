// SPDX-License-Identifier: Apache-2.0
#include "network/person.h"

#include <gtest/gtest.h>

namespace enact::network {
namespace {

using namespace std::chrono_literals;

const base::Day kToday{2026y / 11 / 22};

Affiliation at_lakeside(std::string from, std::string until) {
  Affiliation affiliation;
  affiliation.org = "lakeside";
  affiliation.role = "Lead";
  affiliation.from = std::move(from);
  affiliation.until = std::move(until);
  return affiliation;
}

TEST(Person, NeedsANameAndMayHaveNoAddress) {
  EXPECT_EQ(faults_of(PersonRecord{}).size(), 1u);
  PersonRecord ana;
  ana.name = "Ana";
  EXPECT_TRUE(faults_of(ana).empty());
}

TEST(Person, RefusesWhatIsNoEmailAddress) {
  PersonRecord ana;
  ana.name = "Ana";
  for (const auto* email : {"ana", "@lakeside.example", "ana@", "ana@a@b", "ana@a.b, ben@a.b"}) {
    ana.email = email;
    EXPECT_EQ(faults_of(ana).size(), 1u) << email;
  }
}

TEST(Affiliation, NeedsAnOrganizationAndARole) {
  EXPECT_EQ(faults_of(Affiliation{}).size(), 2u);
}

TEST(Affiliation, CannotEndBeforeItBegan) {
  EXPECT_FALSE(faults_of_end(at_lakeside("2021-07", "2021-06-30"), kToday).empty());
  EXPECT_FALSE(faults_of_end(at_lakeside("2021", "2020-12"), kToday).empty());
}

TEST(Affiliation, MayEndInTheYearInWhichItBegan) {
  EXPECT_TRUE(faults_of_end(at_lakeside("2021-07", "2021"), kToday).empty());
  EXPECT_TRUE(faults_of_end(at_lakeside("2021-07-01", "2021-07-01"), kToday).empty());
}

TEST(Affiliation, CannotEndTomorrow) {
  EXPECT_FALSE(faults_of_end(at_lakeside("", "2026-11-23"), kToday).empty());
  EXPECT_TRUE(faults_of_end(at_lakeside("", "2026"), kToday).empty());
  EXPECT_TRUE(faults_of_end(at_lakeside("", "2026-11-22"), kToday).empty());
}

TEST(Affiliation, SaysItsTimeInWords) {
  auto affiliation = at_lakeside("2021-07", "");
  EXPECT_EQ(span_words(affiliation), "since July 2021");
  affiliation.until = "2023";
  affiliation.has_ended = true;
  EXPECT_EQ(span_words(affiliation), "July 2021 to 2023");
}

}  // namespace
}  // namespace enact::network
