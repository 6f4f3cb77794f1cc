// SPDX-License-Identifier: Apache-2.0
#include "playbook/word_diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <regex>

#include "base/text.h"

namespace enact::playbook {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string html_of(const std::string& before, const std::string& after) {
  return word_diff(before, after).html.text();
}

TEST(WordDiff, EscapesWhatSomebodyTyped) {
  EXPECT_EQ(html_of("", "<script>alert(1)</script>"),
            "<p><ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins></p>\n");
}

TEST(WordDiff, MarksTheWordsThatChanged) {
  const auto diff =
      word_diff("Ask a friend now.\n\nThen wait.\n", "Ask two friends now.\n\nThen wait.\n");
  EXPECT_EQ(diff.html.text(),
            "<p>Ask <del>a friend </del><ins>two friends </ins>now.</p>\n"
            "<p class=\"same\">Then wait.</p>\n");
  EXPECT_EQ(diff.words_removed, 2);
  EXPECT_EQ(diff.words_added, 2);
}

TEST(WordDiff, OfTheSameTextIsSame) {
  EXPECT_TRUE(word_diff("a b\n", "a b\n").is_same());
  EXPECT_THAT(html_of("a b\n", "a b\n"), Not(HasSubstr("<ins>")));
  EXPECT_TRUE(word_diff("", "").is_same());
}

TEST(WordDiff, KeepsParagraphsThatWereRemovedApart) {
  EXPECT_THAT(html_of("One.\nTwo.\nThree.\n", "Three.\n"), HasSubstr("One. Two."));
}

TEST(WordDiff, FoldsWhatStayedButForTheLinesBesideAChange) {
  const auto html = html_of("1\n2\n3\n4\n5\n6\nold\n7\n8\n", "1\n2\n3\n4\n5\n6\nnew\n7\n8\n");
  EXPECT_THAT(html, HasSubstr("<details><summary>5 lines stayed as they were</summary>"));
  EXPECT_THAT(html, HasSubstr("</details>\n<p class=\"same\">6</p>\n<p><del>old</del>"));
  EXPECT_THAT(html, HasSubstr("</p>\n<p class=\"same\">7</p>\n<p class=\"same\">8</p>\n"));
}

TEST(WordDiff, CountsWordsAlsoInTextsThatAreComparedByLine) {
  std::string before, after;
  for (int i = 0; i < 3000; ++i) before += "some words of line " + std::to_string(i) + "\n";
  after = before + "three words more\n";
  const auto diff = word_diff(before, after);
  EXPECT_EQ(diff.words_added, 3);
  EXPECT_EQ(diff.words_removed, 0);
}

std::string numbered_lines(const std::string& word, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += word + std::to_string(i) + "\n";
  return text;
}

// Word by word these would take hours.
TEST(WordDiff, OfTheLongestTextsComesToAnEnd) {
  EXPECT_FALSE(word_diff(numbered_lines("a", 30'000), numbered_lines("b", 30'000)).is_same());
  EXPECT_FALSE(word_diff(numbered_lines("a ", 1900), numbered_lines("b ", 1900)).is_same());
}

std::string words_without(const std::string& html, const std::string& tag) {
  auto text = std::regex_replace(html, std::regex("<summary>[^<]*</summary>"), "");
  text = std::regex_replace(text, std::regex("<" + tag + ">[^<]*</" + tag + ">"), "");
  text = std::regex_replace(text, std::regex("<[^>]*>"), "");
  return std::regex_replace(text, std::regex("[ \n]"), "");
}

RC_GTEST_PROP(WordDiff, HoldsBothTexts, ()) {
  const auto text =
      rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                       "one ", "two ", "three", "\n", "\n\n", "  ", "é ", "<b> ")),
                   [](const std::vector<std::string>& parts) { return base::join(parts, ""); });
  const auto before = *text, after = *text;
  const auto html = html_of(before, after);
  const auto squeezed = [](const std::string& t) {
    return std::regex_replace(base::escape_html(t), std::regex("[ \n]"), "");
  };
  RC_ASSERT(words_without(html, "ins") == squeezed(before));
  RC_ASSERT(words_without(html, "del") == squeezed(after));
}

}  // namespace
}  // namespace enact::playbook
