// SPDX-License-Identifier: Apache-2.0
#include "network/site.h"

#include <gmock/gmock.h>

#include "network/funding.h"
#include "network/partial_date.h"

namespace enact::network {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

base::Day day(std::string_view iso) {
  return *base::Day::parse(iso);
}

TEST(SiteTime, IsReadInTheWaysInWhichPeopleWriteIt) {
  const SiteTime wanted{{1, 3}, "16:00", "18:00", "School year"};
  for (const auto* line :
       {"Mon, Wed 16:00-18:00, School year", "mondays and wednesdays 4-6 pm school year",
        "Mon/Wed 4:00 pm to 6:00 pm, SCHOOL YEAR",
        "Wed & Mon 4 p.m. \xE2\x80\x93 6 p.m. School year"}) {
    const auto time = read_time(line);
    ASSERT_TRUE(time) << line << ": " << time.error().message;
    EXPECT_EQ(*time, wanted) << line;
  }
  EXPECT_THAT(read_time("Tue-Thu 9:30-12:00")->days, ElementsAre(2, 3, 4));
  EXPECT_THAT(read_time("Sat to Mon 10 am to noon")->days, ElementsAre(1, 6, 7));
  EXPECT_EQ(read_time("Sat 10-2 pm")->begins, "10:00") << "ten in the morning comes before two";
  EXPECT_EQ(read_time("Fri 11:00-13:30")->finishes, "13:30");
}

TEST(SiteTime, IsReadAgainAsItIsShown) {
  for (const auto* line :
       {"Mon 00:00-12:00", "Sun 12:30-23:59, Summer", "Mon to Fri 9 am to noon"}) {
    const auto time = read_time(line);
    ASSERT_TRUE(time) << line;
    EXPECT_EQ(*read_time(words_of(*time)), *time) << words_of(*time);
  }
  EXPECT_EQ(words_of(*read_time("Wed, Mon 16-18:00")), "Mon, Wed 4:00 pm to 6:00 pm");
}

TEST(SiteTime, ThatCouldMeanTwoThingsIsRefusedInWords) {
  EXPECT_THAT(read_time("Mon 4-6").error().message, HasSubstr("morning or afternoon"));
  EXPECT_THAT(read_time("4-6 pm").error().message, HasSubstr("on which days"));
  EXPECT_THAT(read_time("Mon after school").error().message, HasSubstr("from when until when"));
  EXPECT_THAT(read_time("Mon 18:00-16:00").error().message, HasSubstr("ends before it begins"));
  EXPECT_FALSE(read_time("Mon 25:00-26:00"));
  EXPECT_FALSE(read_time(""));
}

TEST(Site, ThatIsWrongSaysEverythingAtOnce) {
  SiteDraft draft;
  draft.site.state = "Pennsylvania";
  draft.coordinates = "somewhere";
  draft.times = "Mon 4-6";
  draft.site.as_of = "last year";
  const auto site = site_from(draft);
  ASSERT_FALSE(site);
  std::vector<std::string> fields;
  for (const auto& fault : site.error().faults) fields.push_back(fault.field);
  EXPECT_THAT(fields, ElementsAre("name", "state", "as_of", "coordinates", "times"));
}

TEST(Site, ComesBackFromItsFormAsItWas) {
  SiteDraft draft;
  draft.site.name = " Hall ";
  draft.site.state = "pa";
  draft.coordinates = "40.4406,-79.9959";
  draft.times = "Mon 16:00-18:00\n\nSat 10 am to noon, Summer\n";
  const auto site = site_from(draft);
  ASSERT_TRUE(site) << site.error().message;
  EXPECT_EQ(site->name, "Hall");
  EXPECT_EQ(site->state, "PA");
  const auto again = site_from(draft_of(*site));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->times, site->times);
  EXPECT_EQ(again->coordinates, site->coordinates);
  EXPECT_TRUE(is_out_of_state(*site, "OH"));
  EXPECT_FALSE(is_out_of_state(*site, "PA"));
  EXPECT_FALSE(is_out_of_state(*site, "")) << "where nothing is known, nothing differs";
}

TEST(Coordinates, OutsideOfTheEarthAreNone) {
  EXPECT_TRUE(read_coordinates("-90, 180"));
  for (const auto* text : {"91, 0", "0, 181", "40", "40,", "nan, 0", "1e9, 0", "40.4.4, 1"})
    EXPECT_FALSE(read_coordinates(text)) << text;
}

TEST(Funding, EndsSoonWithinTwelveMonthsOfToday) {
  Funding funding;
  const auto today = day("2026-11-22");
  for (const auto& [until, soon] : {std::pair{"2027-11-22", true},
                                    {"2027-11-23", false},
                                    {"2027", false},
                                    {"2027-10", true},
                                    {"2026", true},
                                    {"2026-10", false},
                                    {"", false}}) {
    funding.until_date = until;
    EXPECT_EQ(ends_soon(funding, today), soon) << until;
  }
  funding.until_date = "2026-12";
  funding.has_ended = true;
  EXPECT_FALSE(ends_soon(funding, today));
  EXPECT_EQ(last_day_of("2028-02"), day("2028-02-29"));
}

TEST(Funding, KeepsAmountsAsTheyWereKnownAndRefusesWhatIsNone) {
  Funding funding;
  funding.funder_name = "A fund";
  funding.amount = "~$50,000";
  EXPECT_EQ(tidied(funding)->amount, "about 50000");
  funding.amount = "a lot";
  funding.funder_name = " ";
  funding.from_date = "2027";
  funding.until_date = "2026-05";
  EXPECT_EQ(tidied(funding).error().faults.size(), 3U);
}

}  // namespace
}  // namespace enact::network
