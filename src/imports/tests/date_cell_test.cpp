// SPDX-License-Identifier: Apache-2.0
#include "imports/date_cell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/date.h"
#include "base/text.h"

namespace enact::imports {
namespace {

using testing::HasSubstr;

constexpr auto kMonthFirst = DateOrder::month_first;
constexpr auto kDayFirst = DateOrder::day_first;

// "2021-03-04 14:30", or the sentence.
std::string read(std::string_view cell, const DateRules& rules = {}) {
  const auto date = read_date(cell, rules);
  if (!date) return date.error().message;
  const auto& value = date->value;
  return value.date + (value.time.empty() ? "" : " " + value.time) +
         (date->warning.empty() ? "" : " (" + date->warning + ")");
}

TEST(DateCell, IsReadInTheTenWaysInWhichPeopleWriteDates) {
  for (const auto* cell :
       {"2021-03-04", "20210304", "March 4, 2021", "March 4th, 2021", "Mar. 4 2021", "4 Mar 2021",
        "4-Mar-2021", "4th of March 2021", "Thursday, March 4, 2021", "2021/3/4", "2021 Mar 4",
        " 2021-03-04\xC2\xA0", "MARCH 4 2021", "Thu Mar 4, 2021"})
    EXPECT_EQ(read(cell), "2021-03-04") << cell;
}

TEST(DateCell, WhoseDayAndMonthMayBeSwappedNeedsTheOrder) {
  EXPECT_THAT(read("3/4/2021"), HasSubstr("day first or with the month first"));
  EXPECT_EQ(read("3/4/2021", {.order = kMonthFirst}), "2021-03-04");
  EXPECT_EQ(read("3/4/2021", {.order = kDayFirst}), "2021-04-03");
  EXPECT_EQ(read("03.04.2021", {.order = kDayFirst}), "2021-04-03");
  EXPECT_EQ(read("5/5/2021"), "2021-05-05");
  EXPECT_EQ(read("3/25/2021"), "2021-03-25");
  EXPECT_THAT(read("3/25/2021", {.order = kDayFirst}), HasSubstr("has the month first"));
  EXPECT_THAT(read("25/3/2021", {.order = kMonthFirst}), HasSubstr("has the day first"));
  EXPECT_THAT(read("25/25/2021"), HasSubstr("is no date"));
}

TEST(DateCell, KeepsWhatIsNotKnownUnknown) {
  EXPECT_EQ(read("2021"), "2021");
  for (const auto* cell : {"2021-03", "03/2021", "Mar 2021", "March, 2021", "2021/3"})
    EXPECT_EQ(read(cell), "2021-03") << cell;
}

TEST(DateCell, HasATimeOfDayWhereOneIsGiven) {
  EXPECT_EQ(read("2021-03-04T14:30:00Z"), "2021-03-04 14:30:00");
  EXPECT_EQ(read("2021-03-04 14:30:00.000"), "2021-03-04 14:30:00");
  EXPECT_EQ(read("2021-03-04T14:30:00-05:00"), "2021-03-04 14:30:00");
  EXPECT_EQ(read("03/04/2021 2:30:05 PM", {.order = kMonthFirst}), "2021-03-04 14:30:05");
  EXPECT_EQ(read("March 4, 2021 at 12:05 a.m."), "2021-03-04 00:05");
  EXPECT_THAT(read("2021-03-04 25:00"), HasSubstr("time of day that cannot be read"));
  EXPECT_THAT(read("8:30 AM"), HasSubstr("without a date"));
}

TEST(DateCell, OfTwoDigitsNeedsToKnowTheCentury) {
  EXPECT_THAT(read("3/25/21"), HasSubstr("year of two digits"));
  EXPECT_EQ(read("3/25/21", {.two_digits_until = 29}), "2021-03-25");
  EXPECT_EQ(read("3/25/00", {.two_digits_until = 29}), "2000-03-25");
  EXPECT_EQ(read("4-Mar-30", {.two_digits_until = 29}), "1930-03-04");
}

TEST(DateCell, IsASpreadsheetsNumberOnlyWhenThatIsSaid) {
  EXPECT_THAT(read("44259"), HasSubstr("as a spreadsheet counts"));
  EXPECT_EQ(read("44259", {.serials = Serials::read}), "2021-03-04");
}

TEST(DateCell, IsRefusedRatherThanGuessed) {
  for (const auto* cell : {"",
                           "soon",
                           "2021-02-30",
                           "2021-13-01",
                           "2021-00-10",
                           "2021-22",
                           "20-May",
                           "14-Nov",
                           "May-21",
                           "3/4",
                           "Fall 2021",
                           "Q3 2021",
                           "2021-2022",
                           "-2021",
                           "12345678901",
                           "99999999",
                           "2021-03-04x",
                           "1/2/3/2021",
                           "Maybe 4 2021",
                           "0/0/2021",
                           "4 Mart 2021",
                           "210304",
                           "2021-03-",
                           "2021--03"})
    EXPECT_FALSE(read_date(cell, {.order = kMonthFirst})) << cell << " -> " << read(cell);
  EXPECT_THAT(read("20-May"), HasSubstr("made a date of two numbers"));
  EXPECT_THAT(read("2021-22"), HasSubstr("school year"));
}

TEST(DateCell, IsMarkedWhenItsYearIsImplausibleAndRefusedWhenItCannotBe) {
  const DateRules rules{.possible = {.first = 1900, .last = 2100},
                        .plausible = {.first = 1990, .last = 2035}};
  EXPECT_EQ(read("2050-12-31", rules),
            "2050-12-31 (\"2050-12-31\" is in the year 2050. Is that so?)");
  EXPECT_EQ(read("0021-03-04", rules), "\"0021-03-04\" is in the year 21, which cannot be.");
}

TEST(OrderEvidence, LetsTheClearDatesDecide) {
  OrderEvidence evidence;
  for (const auto* cell : {"3/4/2021", "n/a", "", "3/25/2021", "12/31/20"}) evidence.add(cell);
  EXPECT_EQ(evidence.order(), kMonthFirst);
  EXPECT_EQ(evidence.words(), "2 dates can only be month first, such as 3/25/2021.");
  evidence.add("25/3/2021");
  EXPECT_EQ(evidence.order(), std::nullopt);
  EXPECT_TRUE(evidence.is_contradictory());
  EXPECT_EQ(OrderEvidence().order(), std::nullopt);
}

RC_GTEST_PROP(DateCell, ReadsEveryDayHoweverItIsWritten, ()) {
  const base::Day day(base::Day::parse("1900-01-01")->days() +
                      std::chrono::days(*rc::gen::inRange(0, 73'000)));
  const auto date = day.date();
  const int y = int(date.year());
  const auto m = unsigned(date.month()), d = unsigned(date.day());
  const auto us = std::to_string(m) + "/" + std::to_string(d) + "/" + std::to_string(y);
  const auto eu = std::to_string(d) + "." + std::to_string(m) + "." + std::to_string(y);
  RC_ASSERT(read(day.iso()) == day.iso());
  RC_ASSERT(read(day.words()) == day.iso());
  RC_ASSERT(read(us, {.order = kMonthFirst}) == day.iso());
  RC_ASSERT(read(eu, {.order = kDayFirst}) == day.iso());
}

RC_GTEST_PROP(DateCell, NeverReadsADateThatDoesNotExist, ()) {
  const auto piece =
      rc::gen::element<std::string>("1", "2", "13", "31", "99", "2021", "0", "-", "/", ".", " ",
                                    ", ", "mar", "may", "feb", "th", ":", "t");
  const auto pieces = *rc::gen::resize(6, rc::gen::container<std::vector<std::string>>(piece));
  const auto date =
      read_date(base::join(pieces, ""), {.order = kMonthFirst, .two_digits_until = 50});
  if (!date) return;
  RC_ASSERT(base::is_partial_date(date->value.date));
}

}  // namespace
}  // namespace enact::imports
