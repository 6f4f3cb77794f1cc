// SPDX-License-Identifier: Apache-2.0
#include "playbook/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "playbook/transfer.h"

namespace enact::playbook {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kSteps = "## What you do\n\n1. Read.\n2. Ask.\n";

std::string play_with(const std::string& keys, const std::string& body = kSteps) {
  return "---\nkind: play\nid: \"1-1\"\nstrategy: \"1\"\ntitle: A list\nsummary: Eight.\n" + keys +
         "---\n\n" + body;
}

// "line field" of each fault.
std::vector<std::string> faults_in(const std::string& text) {
  std::vector<std::string> faults;
  if (const auto document = parse_document(text, "plays/1-1.md"); !document)
    for (const auto& fault : document.error().faults)
      faults.push_back(std::to_string(fault.line) + " " + fault.field);
  return faults;
}

std::vector<std::string> steps_in(const std::string& body) {
  Document play;
  play.body = body;
  return steps_of(play);
}

TEST(Document, ReportsAllItsFaultsAtOnceEachWithItsLine) {
  const auto text =
      "---\nkind: play\nid: Not A Slug\nweeks: many\norigin: theirs\nspeaker: Ana\n"
      "review_on: soon\n---\n\nNo steps.\n";
  EXPECT_THAT(faults_in(text), testing::UnorderedElementsAre("6 speaker", "1 strategy", "1 summary",
                                                             "3 id", "1 title", "4 weeks",
                                                             "5 origin", "7 review_on", "10 body"));
}

TEST(Document, OfAnUnknownKindIsAskedForNothingElse) {
  EXPECT_THAT(faults_in("---\nkind: recipe\nid: x\n---\n\nText.\n"), ElementsAre("2 kind"));
  EXPECT_THAT(faults_in("---\ntitle: x\n---\n\nText.\n"), ElementsAre("1 kind"));
}

TEST(Document, NamesTheLineOfMarkdownThatIsOverTheLimits) {
  const auto body = kSteps + "\nFine.\n\n" + std::string(20'000, 'x') + "\n";
  const auto faults = faults_in(play_with("", body));
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0], "16 ");
}

TEST(Document, RefusesAListWhereOneTextBelongs) {
  EXPECT_THAT(faults_in(play_with("origin: [\"ours\"]\n")), ElementsAre("7 origin"));
  EXPECT_THAT(faults_in("---\nkind: definition\nid: x\ntitle: [a, b]\n---\n\nText.\n"),
              ElementsAre("4 title"));
}

TEST(Document, RefusesDatesAndAddressesThatAreNone) {
  const auto vignette = [](const std::string& key) {
    return "---\nkind: soundbite\nid: x\nplay: \"1-1\"\necosystem: e\ntitle: t\nspeaker: s\n"
           "permission: p\n" +
           key + "---\n\nText.\n";
  };
  EXPECT_THAT(faults_in(vignette("when: last year\n")), ElementsAre("9 when"));
  EXPECT_THAT(faults_in(vignette("audio: javascript:alert(1)\n")), ElementsAre("9 audio"));
  EXPECT_THAT(faults_in(vignette("audio: http://example.org/a.mp3\n")), ElementsAre("9 audio"));
  EXPECT_THAT(faults_in(vignette("when: \"2021-07\"\naudio: /a.mp3\n")), IsEmpty());
}

TEST(Document, RefusesNumbersOutOfRange) {
  for (const auto* weeks : {"-1", "1001", "4.5", "99999999999999999999"})
    EXPECT_THAT(faults_in(play_with("weeks: \"" + std::string(weeks) + "\"\n")),
                ElementsAre("7 weeks"))
        << weeks;
}

TEST(Document, IsReadWithEverythingItSays) {
  const auto text = play_with("weeks: \"4\"\ntoolkit: [\"ask\"]\nsource: [\"A\", \"B\"]\n");
  const auto play = parse_document(text);
  ASSERT_TRUE(play) << play.error().message;
  EXPECT_EQ(play->id(), "plays/1-1");
  EXPECT_EQ(play->parent, "strategies/1");
  EXPECT_EQ(play->position, 1001);
  EXPECT_EQ(play->weeks, 4);
  EXPECT_THAT(play->toolkit, ElementsAre("ask"));
  EXPECT_THAT(play->sources, ElementsAre("A", "B"));
  EXPECT_EQ(play->text, text);
  EXPECT_EQ(address_of(play->id()), "/plays/1-1");
}

TEST(Kinds, HaveNamesAndFoldersThatLeadBackToThem) {
  EXPECT_EQ(kind_named("recipe"), std::nullopt);
  EXPECT_EQ(kind_of_folder(""), std::nullopt);
  for (const auto kind : kKinds) {
    EXPECT_EQ(kind_named(name_of(kind)), kind);
    if (kind != Kind::cover) {
      EXPECT_EQ(kind_of_folder(folder_of(kind)), kind);
    }
  }
  EXPECT_EQ(item_id(Kind::cover, "anything"), "playbook");
}

TEST(Sections, BeginAtSecondLevelHeadingsOutsideOfCode) {
  const auto sections = sections_of(
      "Before.\n\n## One\n\n### Below\n\n````\n```\n## no\n````\n\n~~~\n```\n## nor this\n~~~\n"
      "## Two\ntext\n    ## code\n",
      10);
  ASSERT_EQ(sections.size(), 3u);
  EXPECT_EQ(sections[0].heading, "");
  EXPECT_EQ(sections[0].line, 10);
  EXPECT_EQ(sections[1].heading, "One");
  EXPECT_EQ(sections[1].line, 13);
  EXPECT_THAT(sections[1].markdown, HasSubstr("## nor this"));
  EXPECT_EQ(sections[2].heading, "Two");
  EXPECT_EQ(sections[2].markdown, "text\n    ## code\n");
}

TEST(Sections, AreNotHiddenByWhatOnlyLooksLikeAFence) {
  EXPECT_EQ(sections_of("```code``` in a line\n\n## One\n\nText.\n").size(), 2u);
  EXPECT_EQ(sections_of("    ```\n\n## One\n\nText.\n").size(), 2u);
  EXPECT_THAT(sections_of(""), IsEmpty());
  EXPECT_THAT(sections_of("\n\n"), IsEmpty());
}

TEST(Sections, KeepEveryLineOfTheBody) {
  const std::string body = "a\n\n## B\n\nb\n## C\nc\n";
  std::string joined;
  for (const auto& section : sections_of(body))
    joined += (section.heading.empty() ? "" : "## " + section.heading + "\n") + section.markdown;
  EXPECT_EQ(joined, body);
}

TEST(Steps, AreNoneWithoutANumberedListUnderTheHeading) {
  EXPECT_THAT(steps_in("1. Read.\n"), IsEmpty());
  EXPECT_THAT(steps_in("## What you do\n\n- Read.\n"), IsEmpty());
  EXPECT_THAT(steps_in("## What you do\n\n-1. Read.\n"), IsEmpty());
  EXPECT_THAT(steps_in("## What you do\n\n```\n1. Read.\n```\n"), IsEmpty());
  EXPECT_THAT(steps_in("## what you do\n\n1. Read.\n"), IsEmpty());
}

TEST(Steps, AreTheItemsOfTheFirstNumberedListOnly) {
  EXPECT_THAT(
      steps_in("## Why\n\n1. no\n\n## What you do\n\nFirst:\n\n1. Read.\n2. **Ask.** Now.\n\n"
               "Then rest.\n\n1. Not a step.\n\n## Have ready\n\n1. Nor this.\n"),
      ElementsAre("Read.", "**Ask.** Now."));
  EXPECT_THAT(steps_in("## What you do\n\n1. Read.\n- a bullet\n\n1. no\n"), ElementsAre("Read."));
}

TEST(Steps, HoldTheLinesThatBelongToThem) {
  EXPECT_THAT(steps_in("## What you do\n\n1. Read\nit all.\n\n2. Ask\n   twice.\n\n   Then wait.\n"
                       "   - a\n   1. b\n\n3. End.\n"),
              ElementsAre("Read\nit all.", "Ask\ntwice.\n\nThen wait.\n- a\n1. b", "End."));
}

TEST(Steps, OfTheShippedPlaysAreAllTheirNumberedLines) {
  int plays = 0;
  for (const auto* name : {"stem-push", "example-network"}) {
    const auto files = read_folder(std::string(ENACT_ROOM_DIR "/../../content/") + name);
    ASSERT_TRUE(files) << files.error().message;
    for (const auto& [path, content] : *files) {
      if (!path.starts_with("plays/")) continue;
      const auto play = parse_document(content, path);
      ASSERT_TRUE(play) << path << ": " << play.error().message;
      std::size_t numbered = 0;
      for (const auto& section : sections_of(play->body))
        if (section.heading == kStepsHeading)
          for (const auto line : base::lines(section.markdown))
            numbered += !line.empty() && line[0] >= '0' && line[0] <= '9' ? 1 : 0;
      EXPECT_EQ(steps_of(*play).size(), numbered) << path;
      ++plays;
    }
  }
  EXPECT_GT(plays, 10);
}

}  // namespace
}  // namespace enact::playbook
