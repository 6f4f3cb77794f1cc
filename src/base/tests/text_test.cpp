// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::base {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Utf8, IsRefusedAtTheFirstByteThatIsNone) {
  EXPECT_EQ(invalid_utf8("caf\xC3\xA9"), std::nullopt);
  EXPECT_EQ(invalid_utf8("\xF0\x9F\x8E\x93"), std::nullopt);
  EXPECT_EQ(invalid_utf8("ab\xFF"), 2u);
  EXPECT_EQ(invalid_utf8("ab\xC3"), 2u) << "cut off";
  EXPECT_EQ(invalid_utf8("\xC0\xAF"), 0u) << "an overlong slash";
  EXPECT_EQ(invalid_utf8("\xE0\x80\xAF"), 0u) << "an overlong slash";
  EXPECT_EQ(invalid_utf8("\xED\xA0\x80"), 0u) << "a surrogate";
  EXPECT_EQ(invalid_utf8("\xF4\x90\x80\x80"), 0u) << "beyond Unicode";
  EXPECT_EQ(invalid_utf8("a\xC3\xA9\x80"), 3u) << "a byte that continues nothing";
}

TEST(Integer, IsAWholeTextAndFitsOrIsNothing) {
  EXPECT_EQ(to_integer("9223372036854775808"), std::nullopt);
  for (const auto* text : {"", " 1", "1 ", "+1", "1.0", "0x10", "1e3", "one"})
    EXPECT_EQ(to_integer(text), std::nullopt) << text;
  EXPECT_EQ(to_integer("-12"), -12);
  EXPECT_EQ(to_integer("9223372036854775807"), 9223372036854775807);
}

TEST(Slug, HoldsOnlySmallLettersDigitsAndSingleHyphens) {
  EXPECT_EQ(slug("My CHI. My Future."), "my-chi-my-future");
  EXPECT_EQ(slug("  --Play 4/1!  "), "play-4-1");
  EXPECT_EQ(slug("Lead's list"), "leads-list");
  EXPECT_EQ(slug("\xE2\x80\x9C\xE2\x80\x9D"), "");
  EXPECT_EQ(slug(std::string(100, 'a')).size(), 80u);
}

TEST(Slug, IsRefusedInAnyOtherForm) {
  EXPECT_FALSE(is_slug(""));
  EXPECT_FALSE(is_slug(std::string(81, 'a')));
  for (const auto* text : {"A", "a b", "a/b", "..", "a_b", "\xC3\xA9"}) EXPECT_FALSE(is_slug(text));
  EXPECT_TRUE(is_slug("4-1"));
}

RC_GTEST_PROP(Slug, OfAnyTextIsEmptyOrASlug, (const std::string& text)) {
  const auto made = slug(text);
  RC_ASSERT(made.empty() || is_slug(made));
  RC_ASSERT(slug(made) == made);
}

TEST(Lines, EndWithLfOrCrlfAndTheLastNeedsNoEnd) {
  EXPECT_THAT(lines(""), IsEmpty());
  EXPECT_THAT(lines("\n"), ElementsAre(""));
  EXPECT_THAT(lines("a\r\nb\n\nc"), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(lines("a\n"), ElementsAre("a"));
}

TEST(Split, GivesOnePartMoreThanThereAreSeparators) {
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_THAT(split(",a,,b", ','), ElementsAre("", "a", "", "b"));
}

TEST(ReplaceAll, LeavesTheTextWhenThereIsNothingToReplace) {
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
  EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
  EXPECT_EQ(replace_all("a--b", "--", ""), "ab");
}

TEST(Shorten, CutsBetweenWordsAndNeverInsideACharacter) {
  EXPECT_EQ(shorten("short", 5), "short");
  EXPECT_EQ(shorten("three short words", 12), "three short…");
  EXPECT_EQ(shorten("\xC3\xA9\xC3\xA9\xC3\xA9", 3), "\xC3\xA9…");
}

RC_GTEST_PROP(Shorten, KeepsUtf8AndAtMostSoManyBytesOfTheText, (const std::string& bytes)) {
  std::string text;
  for (const char c : bytes) text += c < 0 ? "\xE2\x82\xAC" : std::string(1, c == 0 ? ' ' : c);
  const auto most = *rc::gen::inRange<std::size_t>(0, 20);
  const auto cut = shorten(text, most);
  RC_ASSERT(!invalid_utf8(cut));
  const bool fits =
      text.size() <= most ? cut == text : cut.size() <= most + std::string("…").size();
  RC_ASSERT(fits);
}

TEST(Html, IsEscapedInTextAndAttributes) {
  EXPECT_EQ(escape_html("<a b='c' d=\"e\">&"), "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;");
}

TEST(UrlDecode, KeepsAMalformedEscapeAsItStands) {
  EXPECT_EQ(url_decode("100%"), "100%");
  EXPECT_EQ(url_decode("%4"), "%4");
  EXPECT_EQ(url_decode("%zz%41"), "%zzA");
  EXPECT_EQ(url_decode("a+b"), "a+b");
  EXPECT_EQ(url_decode("a+b%2B", Plus::space), "a b+");
}

RC_GTEST_PROP(UrlEncode, IsUndoneByDecoding, (const std::string& bytes)) {
  RC_ASSERT(url_decode(url_encode(bytes)) == bytes);
  RC_ASSERT(url_decode(url_encode(bytes), Plus::space) == bytes);
}

TEST(Counting, SaysOneAndManyDifferently) {
  EXPECT_EQ(counted(1, "play", "plays"), "1 play");
  EXPECT_EQ(counted(0, "play", "plays"), "0 plays");
  EXPECT_EQ(spelled_out(9), "nine");
  EXPECT_EQ(spelled_out(13), "13");
  EXPECT_EQ(spelled_out(-1), "-1");
}

}  // namespace
}  // namespace enact::base
