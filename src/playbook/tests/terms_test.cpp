// SPDX-License-Identifier: Apache-2.0
#include "playbook/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <regex>

#include "web/safe_html.h"

namespace enact::playbook {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<Term> kTerms{
    {.slug = "pcsp", .title = "PCSP", .spellings = {"PCSP", "PCSPs"}, .meaning = "A program."},
    {.slug = "ecosystem", .title = "ecosystem", .spellings = {"ecosystem"}, .meaning = "A group."},
    {.slug = "lead", .title = "ecosystem lead", .spellings = {"ecosystem lead"}, .meaning = "Who."},
    {.slug = "amp", .title = "amp", .spellings = {"amp", "lt", "quot"}, .meaning = "No word."},
    {.slug = "play", .title = "play", .spellings = {"play", ""}, .meaning = ""},
    {.slug = "hub", .title = "hub", .spellings = {"hub"}, .meaning = "The middle."},
};

std::string explained(const std::string& html, const std::string& own = "") {
  return TermExplainer(kTerms, own).explain(html);
}

std::string link(const std::string& slug, const std::string& words) {
  return "<a class=\"term\" href=\"/definitions/" + slug + "\">" + words + "</a>";
}

// What explain() put in, taken out again.
std::string without_what_was_added(const std::string& html) {
  static const std::regex link_or_note(
      "<a class=\"term\" href=\"/definitions/[a-z]+\">([^<]*)</a>|<aside "
      "class=\"note\".*?</aside>\n");
  auto text = std::regex_replace(html, link_or_note, "$1");
  return text;
}

TEST(Terms, AreNotExplainedInHeadingsLinksAndCode) {
  for (const auto* html :
       {"<h3 id=\"pcsp\">PCSP</h3>\n", "<p><a href=\"/x\">a PCSP <em>PCSP</em></a></p>\n",
        "<p><code>PCSP</code></p>\n", "<pre><code class=\"language-hub\">hub\n</code></pre>\n",
        "<table>\n<thead>\n<tr>\n<th>hub</th>\n</tr>\n</thead>\n</table>\n",
        "<p><img src=\"/hub.png\" alt=\"PCSP\" /></p>\n"})
    EXPECT_THAT(explained(html), Not(HasSubstr("class=\"term\""))) << html;
}

TEST(Terms, AreWholeWords) {
  for (const auto* word : {"PCSPx", "xPCSP", "hubs", "\xC3\xA9hub", "hub\xC3\xA9", "3hub"})
    EXPECT_THAT(explained("<p>" + std::string(word) + "</p>"), Not(HasSubstr("term"))) << word;
}

TEST(Terms, AreFoundBesideTypographicQuotesAndDashes) {
  for (const auto* text :
       {"“PCSP”", "PCSP’s", "a—PCSP—b", "‘PCSP’", "PCSP…", "\xC2\xA0PCSP\xC2\xA0"})
    EXPECT_THAT(explained("<p>" + std::string(text) + "</p>"), HasSubstr(link("pcsp", "PCSP")))
        << text;
}

TEST(Terms, WithACapitalAreMatchedAsWrittenOthersWithoutRegardToCase) {
  EXPECT_THAT(explained("<p>A pcsp.</p>"), Not(HasSubstr("term")));
  EXPECT_THAT(explained("<p>HUB and Hub.</p>"), HasSubstr(link("hub", "HUB") + " and Hub."));
}

TEST(Terms, InsideACharacterReferenceAreNone) {
  EXPECT_EQ(explained("<p>a &amp; b &lt; c &quot;</p>"), "<p>a &amp; b &lt; c &quot;</p>\n");
}

TEST(Terms, TheLongestSpellingWins) {
  EXPECT_THAT(explained("<p>An ecosystem lead. An ecosystem.</p>"),
              HasSubstr(link("lead", "ecosystem lead") + ". An " + link("ecosystem", "ecosystem")));
  EXPECT_THAT(explained("<p>PCSPs</p>"), HasSubstr(link("pcsp", "PCSPs")));
}

TEST(Terms, AreExplainedAtTheirFirstUseInTheWholeDocument) {
  TermExplainer explainer(kTerms);
  EXPECT_THAT(explainer.explain("<p>PCSP, PCSP</p>"), HasSubstr(link("pcsp", "PCSP") + ", PCSP"));
  EXPECT_THAT(explainer.explain("<p>PCSPs</p>"), Not(HasSubstr("term")));
}

TEST(Terms, ADefinitionDoesNotExplainItself) {
  EXPECT_THAT(explained("<p>A hub.</p>", "hub"), Not(HasSubstr("term")));
}

TEST(Terms, HaveTheirNoteBehindTheBlockInWhichTheyStand) {
  EXPECT_EQ(explained("<ul>\n<li>\n<p>hub</p>\n</li>\n</ul>\n<p>x</p>\n"),
            "<ul>\n<li>\n<p>" + link("hub", "hub") +
                "</p>\n</li>\n</ul>\n<aside class=\"note\" aria-label=\"Words: hub\">"
                "<p><dfn>hub</dfn>: The middle.</p></aside>\n\n<p>x</p>\n\n");
}

TEST(Terms, WithoutAMeaningHaveALinkButNoNote) {
  const auto html = explained("<p>A play.</p>");
  EXPECT_THAT(html, HasSubstr(link("play", "play")));
  EXPECT_THAT(html, Not(HasSubstr("<aside")));
}

TEST(Terms, ExplainAtMostThreeWordsOfASectionInOneNote) {
  const auto html = explained("<p>hub PCSP ecosystem amp</p>");
  std::size_t notes = 0, links = 0;
  for (auto at = html.find("<dfn>"); at != std::string::npos; at = html.find("<dfn>", at + 1))
    ++notes;
  for (auto at = html.find("=\"term\""); at != std::string::npos;
       at = html.find("=\"term\"", at + 1))
    ++links;
  EXPECT_EQ(notes, 3u);
  EXPECT_EQ(links, 4u);
}

TEST(Terms, SurviveHtmlThatIsCutOff) {
  for (const auto* html : {"", "<", "<p", "&", "&amp", "<p>hub", "</p>", "hub<"}) explained(html);
}

// Markdown made of pieces that the explainer has to step around.
rc::Gen<std::string> some_markdown() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "PCSP", " ", "hub", "ecosystem lead", "&", "<", "\"", "'", "`PCSP`", "**", "*",
          "[hub](/x)", "\n\n", "\n- ", "\n\n> ", "\n\n## ", "\n\n| hub |\n|---|\n| PCSP |\n\n",
          "\n\n```\nhub\n```\n", "é", "“", "—", "&amp;", "\\", "](", "<b>", "1. ", "amp", "quot;")),
      [](const std::vector<std::string>& parts) {
        std::string text;
        for (const auto& part : parts) text += part;
        return text;
      });
}

std::string squeezed(const std::string& html) {
  std::string text;
  for (const char c : html)
    if (c != '\n') text += c;
  return text;
}

RC_GTEST_PROP(Terms, ChangeNothingButWhatTheyAdd, ()) {
  const auto html = web::markdown(*some_markdown());
  RC_PRE(html.has_value());
  const auto result = explained(html->text());
  RC_ASSERT(squeezed(without_what_was_added(result)) == squeezed(html->text()));
}

}  // namespace
}  // namespace enact::playbook
