// SPDX-License-Identifier: Apache-2.0
#include "web/safe_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "web/tests/markdown_hard_texts.h"

namespace enact::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string rendered(std::string_view text) {
  const auto html = markdown(text);
  return html ? html->text() : "refused: " + html.error().message;
}

TEST(SafeHtml, EscapesWhatSomebodyTyped) {
  EXPECT_EQ(SafeHtml::escaped("<b>&\"'").text(), "&lt;b&gt;&amp;&quot;&#39;");
}

TEST(Markdown, LeavesOutRawHtml) {
  EXPECT_EQ(rendered("a <b onclick=x>c</b>"), "<p>a c</p>\n");
  EXPECT_THAT(rendered("<script>alert(1)</script>\n\n<!-- x -->"), Not(HasSubstr("<")));
  EXPECT_EQ(rendered("`<!-- raw HTML omitted -->`"),
            "<p><code>&lt;!-- raw HTML omitted --&gt;</code></p>\n");
}

TEST(Markdown, KeepsOnlyTheWordsOfALinkThatLeadsToNoPage) {
  for (const auto* url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "intent://x", "&#106;avascript:x", "java&Tab;script:x"}) {
    const auto html = rendered("[*here*](" + std::string(url) + ")");
    EXPECT_THAT(html, HasSubstr("<em>here</em>")) << html;
    EXPECT_THAT(html, Not(HasSubstr("\"javascript:"))) << html;
    EXPECT_THAT(html, Not(HasSubstr("\"data:"))) << html;
    EXPECT_THAT(html, Not(HasSubstr("\"intent:"))) << html;
  }
  EXPECT_EQ(rendered("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
}

TEST(Markdown, MarksLinksThatLeaveTheSite) {
  EXPECT_EQ(rendered("[a](https://example.org)"),
            "<p><a rel=\"noopener nofollow\" href=\"https://example.org\">a</a></p>\n");
  EXPECT_THAT(rendered("[a](HTTP://example.org)"), HasSubstr("rel="));
  EXPECT_THAT(rendered("[a](//example.org)"), HasSubstr("rel="));
  EXPECT_THAT(rendered("see www.example.org."),
              HasSubstr("rel=\"noopener nofollow\" href=\"http://www.example.org\""));
  for (const auto* url : {"/plays/4-2", "plays", "#top", "?q=1", "mailto:ana@example.org"})
    EXPECT_EQ(rendered("[a](" + std::string(url) + ")"),
              "<p><a href=\"" + std::string(url) + "\">a</a></p>\n");
}

TEST(Markdown, ShowsOnlyTheWordsOfAnImageFromElsewhere) {
  for (const auto* url : {"https://example.org/a.png", "//example.org/a.png", "data:image/png,x",
                          "/\\example.org/a.png"})
    EXPECT_EQ(rendered("![the *big* map](" + std::string(url) + ")"), "<p>the big map</p>\n");
  EXPECT_EQ(rendered("![map](/files/map.png)"),
            "<p><img src=\"/files/map.png\" alt=\"map\" /></p>\n");
  EXPECT_EQ(rendered("![a ![b](http://x) [c](javascript:x)](http://y)"), "<p>a b c</p>\n");
  EXPECT_EQ(rendered("[![in](http://y)](/z)"), "<p><a href=\"/z\">in</a></p>\n");
}

TEST(Markdown, KnowsTablesStrikethroughTasksAndAddresses) {
  EXPECT_THAT(rendered("|a|b|\n|-|-:|\n|1|2|"), HasSubstr("<td align=\"right\">2</td>"));
  EXPECT_EQ(rendered("~~old~~"), "<p><del>old</del></p>\n");
  EXPECT_THAT(rendered("- [x] a\n- [ ] b"),
              HasSubstr("<input type=\"checkbox\" aria-label=\"done\" checked=\"\""));
  EXPECT_THAT(rendered("- [x] a\n- [ ] b"), HasSubstr("aria-label=\"to do\" disabled"));
  EXPECT_THAT(rendered("ana@example.org"), HasSubstr("href=\"mailto:ana@example.org\""));
}

TEST(Markdown, SetsTypographicQuotesAndDashes) {
  EXPECT_EQ(rendered("\"It's\" -- so..."), "<p>\u201cIt\u2019s\u201d \u2013 so\u2026</p>\n");
}

TEST(Markdown, GivesEachHeadingAnId) {
  EXPECT_EQ(rendered("# *Who* `x` [y](/z)\n\n## Who x y\n\nWho\n---\n"),
            "<h1 id=\"who-x-y\"><em>Who</em> <code>x</code> <a href=\"/z\">y</a></h1>\n"
            "<h2 id=\"who-x-y-2\">Who x y</h2>\n<h2 id=\"who\">Who</h2>\n");
  EXPECT_EQ(rendered("`<h1>`\n\n> # a"),
            "<p><code>&lt;h1&gt;</code></p>\n<blockquote>\n<h1 id=\"a\">a</h1>\n</blockquote>\n");
}

TEST(Markdown, NamesTheLineThatIsNotUtf8) {
  const auto html = markdown("one\r\ntwo\rthree \xFF");

  ASSERT_FALSE(html);
  ASSERT_EQ(html.error().faults.size(), 1U);
  EXPECT_EQ(html.error().faults[0].line, 3);
  EXPECT_THAT(html.error().message, HasSubstr("Line 3"));
}

TEST(Markdown, AcceptsAnyLineEnd) {
  EXPECT_EQ(rendered("# a\r\n\r\nb\rc"), rendered("# a\n\nb\nc"));
}

TEST(Markdown, GivesTheSameFromSeveralThreads) {
  const auto text = repeated("~~a~~ www.example.org\n\n|a|\n|-|\n|~b~|\n\n", 4000);
  const auto alone = rendered(text);
  std::vector<std::thread> threads;
  std::vector<int> different(4, 0);
  for (auto& count : different)
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) count += rendered(text) != alone;
    });
  for (auto& thread : threads) thread.join();

  EXPECT_THAT(different, testing::Each(0));
}

// How long they take is for a benchmark; here they must be refused with a sentence, or rendered
// into something whose length is in proportion.
TEST(Markdown, RefusesOrRendersHardTextsWithoutGrowingBeyondMeasure) {
  constexpr std::size_t kBytes = 32 * 1024;
  for (const auto& [name, text] : hard_markdown_texts(kBytes)) {
    const auto html = markdown(text);
    if (html)
      EXPECT_LT(html->text().size(), 200 * kBytes) << name;
    else
      EXPECT_THAT(html.error().message, testing::EndsWith(".")) << name;
    plain_words(text);
  }
}

TEST(PlainWords, HoldNoMarks) {
  EXPECT_EQ(plain_words("# A *play*\n\n- one\n- [two](http://x) `three`\n\n|a|b|\n|-|-|\n|c|d|\n"),
            "A play one two three a b c d");
  EXPECT_EQ(plain_words("![the map](x.png)<b> it's\nso</b>"), "the map it's so");
  EXPECT_EQ(plain_words("```\ncode  here\n```"), "code here");
  EXPECT_EQ(plain_words(""), "");
}

TEST(PlainWords, ComeFromAnyBytesAtAll) {
  EXPECT_EQ(plain_words("a \xFF b"), "a \uFFFD b");
  EXPECT_EQ(plain_words(std::string(20'000, 'x')).size(), 20'000U) << "over the limits: as it is";
}

}  // namespace
}  // namespace enact::web
