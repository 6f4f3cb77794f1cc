// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::base {
namespace {

Day day(const char* iso) {
  return Day::parse(iso).value();
}

TEST(Day, IsNotReadFromWhatIsNoDay) {
  for (const auto* text : {"", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "20260101",
                           "2026-01-01 ", "2026/01/01", "-026-01-01", "today"})
    EXPECT_EQ(Day::parse(text), std::nullopt) << text;
  EXPECT_TRUE(Day::parse("2024-02-29"));
  EXPECT_FALSE(Day::parse("2026-02-29"));
}

TEST(Day, IsSaidInWords) {
  EXPECT_EQ(day("2026-11-22").words(), "22 November 2026");
  EXPECT_EQ((day("2026-12-31") + std::chrono::days(1)).iso(), "2027-01-01");
}

RC_GTEST_PROP(Day, IsReadAsItIsWritten, ()) {
  const Day some(std::chrono::sys_days(std::chrono::days(*rc::gen::inRange(-700'000, 2'900'000))));
  RC_ASSERT(Day::parse(some.iso()) == some);
}

TEST(Instant, IsNotReadFromWhatIsNoMoment) {
  for (const auto* text :
       {"", "2026-11-22", "2026-11-22T09:30:00Z", "2026-11-22T24:00:00.000Z",
        "2026-11-22T09:60:00.000Z", "2026-11-22T09:30:60.000Z", "2026-11-22 09:30:00.000Z",
        "2026-11-22T09-30-00.000Z", "2026-11-22T09:30:00,000Z", "2026-11-22T09:30:00.000X",
        "2026-02-30T09:30:00.000Z", "2026-11-22T09:30:00.000+01:00"})
    EXPECT_EQ(Instant::parse(text), std::nullopt) << text;
}

TEST(Instant, IsReadAsItIsWrittenAndSortsAsText) {
  const auto early = Instant::parse("2026-11-22T09:30:00.007Z").value();
  const auto late = early + std::chrono::milliseconds(1);
  EXPECT_EQ(early.iso(), "2026-11-22T09:30:00.007Z");
  EXPECT_EQ(early.words(), "22 November 2026, 09:30 UTC");
  EXPECT_LT(early, late);
  EXPECT_LT(early.iso(), late.iso());
  EXPECT_EQ(early.day().iso(), "2026-11-22");
}

TEST(Instant, BeforeTheEpochHasItsOwnDay) {
  const Instant before(Instant::Point(std::chrono::milliseconds(-1)));
  EXPECT_EQ(before.iso(), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(Instant::parse(before.iso()), before);
}

TEST(PartialDate, IsAYearAMonthOrADay) {
  for (const auto* text : {"", "21", "2021-7", "2021-13", "2021-02-30", "2021-", "July 2021"})
    EXPECT_FALSE(is_partial_date(text)) << text;
  for (const auto* text : {"2021", "2021-07", "2021-07-27"})
    EXPECT_TRUE(is_partial_date(text)) << text;
  EXPECT_EQ(partial_date_words("2021"), "2021");
  EXPECT_EQ(partial_date_words("2021-07"), "July 2021");
  EXPECT_EQ(partial_date_words("2021-07-27"), "27 July 2021");
  EXPECT_EQ(partial_date_words(""), "");
}

TEST(RelativeWords, NameTheNearDaysAndCountTheFar) {
  const auto today = day("2026-05-04");
  EXPECT_EQ(relative_words(today, today), "today");
  EXPECT_EQ(relative_words(day("2026-05-05"), today), "tomorrow");
  EXPECT_EQ(relative_words(day("2026-05-03"), today), "yesterday");
  EXPECT_EQ(relative_words(day("2026-05-07"), today), "in 3 days");
  EXPECT_EQ(relative_words(day("2026-04-20"), today), "2 weeks ago");
  EXPECT_EQ(relative_words(day("2026-08-04"), today), "in 3 months");
  EXPECT_EQ(relative_words(day("2020-05-04"), today), "6 years ago");
}

}  // namespace
}  // namespace enact::base
