// SPDX-License-Identifier: Apache-2.0
#include "web/markdown_limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/tests/markdown_hard_texts.h"

namespace enact::web {
namespace {

using testing::HasSubstr;

std::string fault(const std::string& text, MarkdownLimits limits = {}) {
  const auto found = over_markdown_limits(text, limits);
  return found ? found->message : "";
}

TEST(MarkdownLimits, LetAnOrdinaryLongTextPass) {
  std::string text;
  for (int i = 0; text.size() < 200 * 1024; ++i)
    text += "## Step " + std::to_string(i) + "\n\n> Who \"asks\", *gets*; see [the play](/plays/" +
            std::to_string(i) +
            ") or [this][ref].\n>\n> - one\n>   - two\n>     1. three\n\n"
            "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n\n---\n\n";
  EXPECT_EQ(fault(text + "[ref]: https://example.org/a/long/address 'and its title'\n"), "");
}

TEST(MarkdownLimits, BoundTheWholeText) {
  EXPECT_THAT(fault("12345", {.bytes = 4}), HasSubstr("Make two of it"));
  EXPECT_EQ(fault("1234", {.bytes = 4}), "");
}

TEST(MarkdownLimits, BoundABlockAndNameItsFirstLine) {
  const std::string line(100, 'a');
  std::string block;
  for (int i = 0; i < 11; ++i) block += line + "\n";
  const MarkdownLimits limits{.block_bytes = 1024};

  EXPECT_THAT(fault("ok\n\n" + block, limits), HasSubstr("Line 3:"));
  EXPECT_EQ(fault(block.substr(0, 505) + " \t\n" + block.substr(505), limits), "");
  EXPECT_EQ(fault(block.substr(0, 505) + "> >\n" + block.substr(505), limits), "")
      << "an empty line of a quote ends a paragraph too";
  EXPECT_NE(fault(block.substr(0, 505) + "    >\n" + block.substr(505), limits), "")
      << "further in it is text";
}

TEST(MarkdownLimits, BoundTheMarksOfABlock) {
  EXPECT_EQ(fault(repeated("a*", 4000)), "");
  EXPECT_THAT(fault(repeated("a*", 4010)), HasSubstr("marks"));
  EXPECT_EQ(fault(repeated(repeated("\"", 100) + "\n\n", 200'000)), "");
  EXPECT_THAT(fault(repeated(repeated("\"", 1900) + "\n\n", 200'000)), HasSubstr("marks"));
}

TEST(MarkdownLimits, BoundTheNesting) {
  EXPECT_EQ(fault(repeated(">", 32)), "");
  EXPECT_THAT(fault("a\n" + repeated(">", 33)), HasSubstr("Line 2:"));
  EXPECT_NE(fault(repeated("- ", 60) + "a"), "");
  EXPECT_NE(fault(repeated("1. ", 90) + "a"), "");
  EXPECT_NE(fault(std::string(70, ' ') + "- a"), "");
  EXPECT_NE(fault(std::string(17, '\t') + "> a"), "");
  EXPECT_EQ(fault(repeated("- ", 200)), "") << "that is a line across the page";
  EXPECT_EQ(fault(std::string(200, ' ') + "a - b"), "") << "that is only indented";
}

TEST(MarkdownLimits, BoundTablesAndTheirCells) {
  EXPECT_EQ(fault(repeated("|", 64)), "");
  EXPECT_THAT(fault(repeated("|", 65)), HasSubstr("columns"));
  EXPECT_THAT(fault(repeated(repeated("|", 60) + "\n" + repeated("a\n", 9000) + "\n", 200'000)),
              HasSubstr("cells"));
  EXPECT_THAT(fault(repeated("a|b\n-|-\n", 80)), HasSubstr("dashes"));
  EXPECT_EQ(fault(repeated("a\n---\n", 800)), "");
}

TEST(MarkdownLimits, BoundWhatLinksWriteAgain) {
  const auto uses = repeated("[a]\n\n", 5000);
  EXPECT_EQ(fault(uses + "[a]: /x"), "");
  EXPECT_THAT(fault(uses + "[a]: /" + std::string(5000, 'x')), HasSubstr("address"));
  EXPECT_NE(fault(uses + "[a]:\n/x\n'" + std::string(5000, 'x') + "'"), "");
}

TEST(MarkdownLimits, BoundAddressesInOneWord) {
  EXPECT_EQ(fault(repeated("www.a.b ", 4000)), "");
  EXPECT_NE(fault(repeated("_www.", 100)), "");
  EXPECT_NE(fault(repeated("a@b.c", 100)), "");
}

}  // namespace
}  // namespace enact::web
