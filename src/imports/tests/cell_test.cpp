// SPDX-License-Identifier: Apache-2.0
#include "imports/cell.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "imports/grade_cell.h"
#include "imports/html_text.h"
#include "imports/place_cell.h"

namespace enact::imports {
namespace {

using testing::HasSubstr;

std::string grades(std::string_view cell) {
  const auto read = read_grades(cell);
  if (!read) return read.error().message;
  return std::to_string(read->value.lowest) + ".." + std::to_string(read->value.highest) +
         (read->warning.empty() ? "" : "!");
}

std::string zip(std::string_view cell, std::string_view state = {}) {
  const auto read = read_zip(cell, state);
  return read ? read->value + (read->warning.empty() ? "" : "!") : read.error().message;
}

TEST(NoValue, IsWhatTheFileUsesForIt) {
  const NoValue no_value({"PrivacySuppressed", "NULL", "-2"});
  for (const auto* cell : {"", " ", "\xC2\xA0", "null", " -2 ", "PRIVACYSUPPRESSED"})
    EXPECT_TRUE(no_value(cell)) << cell;
  for (const auto* cell : {"NA", "-20", "0", "nullable"}) EXPECT_FALSE(no_value(cell)) << cell;
}

TEST(YesNo, HasNoThirdAnswer) {
  for (const auto* cell : {"Yes", " y ", "TRUE", "x", "1", "✓"})
    EXPECT_TRUE(read_yes_no(cell).value().value) << cell;
  for (const auto* cell : {"No", "n", "false", "0"})
    EXPECT_FALSE(read_yes_no(cell).value().value) << cell;
  for (const auto* cell : {"", "maybe", "2", "yes!", "n/a", "-"})
    EXPECT_FALSE(read_yes_no(cell)) << cell;
}

TEST(State, IsItsCodeWhicheverWayItIsWritten) {
  for (const auto* cell : {"IL", "il", " Illinois "})
    EXPECT_EQ(read_state(cell).value().value, "IL");
  EXPECT_EQ(read_state("N.Y.").value().value, "NY");
  EXPECT_EQ(read_state("District of Columbia").value().value, "DC");
  for (const auto* cell : {"", "Ontario", "XX", "Illinoi", "Chicago", "I L"})
    EXPECT_FALSE(read_state(cell)) << cell;
}

TEST(Zip, GetsALostZeroBackOnlyWhereTheStateSaysSoAndNeverSilently) {
  EXPECT_EQ(zip("60609"), "60609");
  EXPECT_EQ(zip("20774-2199"), "20774-2199");
  EXPECT_EQ(zip("207742199"), "20774-2199");
  EXPECT_EQ(zip("2139", "MA"), "02139!");
  EXPECT_THAT(zip("2139", "IL"), HasSubstr("four digits"));
  EXPECT_THAT(zip("2139"), HasSubstr("Was the first one a 0?"));
  EXPECT_EQ(zip("60609.0"), "60609!");
  for (const auto* cell : {"", "606", "606090", "60609-", "6O609", "-60609"})
    EXPECT_FALSE(read_zip(cell, "MA")) << cell;
}

TEST(Grades, AreReadAsSchoolsWriteThem) {
  const std::pair<const char*, const char*> cells[] = {{"9", "9..9"},
                                                       {"9th", "9..9"},
                                                       {"Grade 9", "9..9"},
                                                       {"K-5", "0..5"},
                                                       {"PK-12", "-1..12"},
                                                       {"Pre-K", "-1..-1"},
                                                       {"Pre-K - 5", "-1..5"},
                                                       {"9th-12th", "9..12"},
                                                       {"6 and up", "6..12"},
                                                       {"11+", "11..12"},
                                                       {"grades 6 to 8", "6..8"},
                                                       {"Kindergarten", "0..0"},
                                                       {"PK,K,1,2", "-1..2"},
                                                       {"9,10,11,12", "9..12"},
                                                       {"9, 12", "9..12!"},
                                                       {"6–8", "6..8"},
                                                       {"1st through 3rd grade", "1..3"}};
  for (const auto& [cell, expected] : cells) EXPECT_EQ(grades(cell), expected) << cell;
}

TEST(Grades, AreUnknownWithAReasonWhereTheCellDoesNotTellThem) {
  EXPECT_THAT(grades("Elem/MS"), HasSubstr("a kind of school"));
  EXPECT_THAT(grades("High School"), HasSubstr("a kind of school"));
  EXPECT_THAT(grades("16+"), HasSubstr("Are these ages?"));
  EXPECT_THAT(grades("14 to 24"), HasSubstr("Are these ages?"));
  EXPECT_THAT(grades("20-May"), HasSubstr("is a date that a spreadsheet"));
  EXPECT_THAT(grades("All Ages"), HasSubstr("ages"));
  EXPECT_THAT(grades("Ungraded"), HasSubstr("no grades"));
  EXPECT_THAT(grades("8 to 6"), HasSubstr("lower grade"));
  for (const auto* cell : {"", "OST", "ESOL/Civics", "6,", "999", "K-", "-5"})
    EXPECT_FALSE(read_grades(cell)) << cell << " -> " << grades(cell);
}

TEST(Html, BecomesItsWords) {
  EXPECT_EQ(text_of_html("<p>One &amp; two</p><p>three<br/>four</p>"), "One & two\nthree\nfour");
  EXPECT_EQ(text_of_html("<ul><li>a</li><li>b</li></ul>"), "- a\n- b");
  EXPECT_EQ(text_of_html("caf&eacute;&nbsp;&#8217;&#x2019;&unknown;"), "café ’’&unknown;");
  EXPECT_EQ(text_of_html("x<script>alert('</b>')</script>y<!-- no -->z<style>a{}</style>"), "xyz");
  EXPECT_EQ(text_of_html("<a href=\"x>y\" onclick=\"z\">w</a>"), "w");
}

TEST(Html, IsNotSeenInATextThatHasNone) {
  for (const auto* text : {"5 < 6 > 4", "A & B", "x <y", "ages <12", "line\n\n\n  line", "R&D;"})
    EXPECT_EQ(text_of_html(text), text);
}

TEST(Html, IsDecodedOnceOnly) {
  EXPECT_EQ(text_of_html("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
  EXPECT_EQ(text_of_html("&#0;&#1;&#xD800;&#9999999;x<b>"), "\uFFFD\uFFFDx");
}

TEST(Mended, ProposesWhatAGarbledTextMeant) {
  EXPECT_EQ(mended("Universityâ€“Madison"), "University–Madison");
  EXPECT_EQ(mended("GarcÃ­a"), "García");
  for (const auto* text : {"García", "plain", "", "日本"}) EXPECT_EQ(mended(text), "");
}

RC_GTEST_PROP(Html, IsLinesOfValidTextWhateverStandsThere, (const std::string& bytes)) {
  std::string html;
  for (const char c : bytes) html += std::string_view("<>/&;#=\"'!-ab p0x")[std::size_t(c & 15)];
  const auto text = text_of_html(html);
  RC_ASSERT(!base::invalid_utf8(text).has_value());
  const auto escaped = text_of_html(base::escape_html(html));
  RC_ASSERT(escaped == html);
}

}  // namespace
}  // namespace enact::imports
