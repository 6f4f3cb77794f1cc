// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "page_world.h"
#include "playbook/local_notes.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

using support::body_of;
using support::header_of;
using testing::HasSubstr;
using testing::Not;

class ReadingPagesTest : public PageWorld {};

TEST_F(ReadingPagesTest, WhatIsNotPublishedIsNotThereForAnybody) {
  program.db().write([&](store::Writer& writer) {
    ASSERT_TRUE(save_draft(writer,
                           {.text = "---\nkind: strategy\nid: \"3\"\npurpose: support\ntitle: "
                                    "Secret plan\nsummary: S.\n---\n\nX.\n",
                            .based_on = 0,
                            .note = ""},
                           program.by("Rui")));
  });
  browser.sign_in_as(world.rui);
  for (const auto* address : {"/strategies/3", "/plays/9-9", "/vignettes/none",
                              "/strategies/3.json", "/plays/1-1.csv", "/plays/", "/plays/1-1/"}) {
    EXPECT_EQ(visitor.get(address).status, 404) << address;
    EXPECT_EQ(browser.get(address).status, 404) << address;
  }
  EXPECT_THAT(page(visitor, "/"), Not(HasSubstr("Secret plan")));
}

TEST_F(ReadingPagesTest, APlayThatSomebodyDidSaysWhoAndWhen) {
  const auto html = page(visitor, "/plays/1-1");
  EXPECT_THAT(html, HasSubstr(">Enacted</span> by 1 ecosystem, first by Lakeside STEM Ecosystem in "
                              "2021"));
  EXPECT_THAT(html, HasSubstr("First to enact it"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/vignettes/first-list\">"));
  EXPECT_THAT(html, Not(HasSubstr("Nobody yet")));
}

TEST_F(ReadingPagesTest, APlayThatNobodyDidSaysSoAndInvitesTheFirst) {
  const auto html = page(visitor, "/plays/1-2");
  EXPECT_THAT(html, HasSubstr("Nobody yet: be the first."));
  EXPECT_THAT(html, HasSubstr("Aspirational"));
  EXPECT_THAT(html, Not(HasSubstr(">Enacted<")));
  EXPECT_THAT(html, HasSubstr("/sign-in?next=/plays/1-2"));
}

TEST_F(ReadingPagesTest, TheCoverCountsWhatIsEnactedInEachStrategy) {
  const auto html = page(visitor, "/");
  EXPECT_THAT(html, HasSubstr("Great Rivers Network"));
  EXPECT_THAT(html, HasSubstr("The two strategies"));
  EXPECT_THAT(html, HasSubstr("1 enacted</span></li><li><span class=\"mark mark-aspirational\">1 "
                              "aspirational"));
  const auto main_of = [](const std::string& whole) { return whole.substr(whole.find("<main")); };
  EXPECT_EQ(main_of(page(visitor, "/playbook")), main_of(html));
}

TEST_F(ReadingPagesTest, ExplainsAWordWhereItIsFirstUsed) {
  const auto html = page(visitor, "/plays/1-2");
  EXPECT_THAT(html, HasSubstr("<a class=\"term\" href=\"/definitions/pcsp\">PCSP</a>"));
  EXPECT_THAT(html, HasSubstr("<dfn>PCSP</dfn>: A pre-college STEM program."));
}

TEST_F(ReadingPagesTest, AnswersJsonWithStepsAndStatus) {
  const auto play = base::Json::parse(page(visitor, "/plays/1-1.json")).value();
  EXPECT_EQ(play["id"].text(), "plays/1-1");
  EXPECT_EQ(play["status"].text(), "enacted");
  ASSERT_EQ(play["steps"].items().size(), 3u);
  EXPECT_EQ(play["steps"].items()[0].text(), "**Read.** Read the list.");
  EXPECT_EQ(play["enacted_by"].items()[0]["vignette"].text(), "/vignettes/first-list");
  const auto strategy = base::Json::parse(page(visitor, "/strategies/1.json")).value();
  ASSERT_EQ(strategy["plays"].items().size(), 2u);
  EXPECT_EQ(strategy["plays"].items()[1]["status"].text(), "aspirational");
  EXPECT_EQ(base::Json::parse(page(visitor, "/vignettes/first-list.json")).value()["when"].text(),
            "2021");
}

TEST_F(ReadingPagesTest, RunsThatAreUnderWayAreShownToNoVisitor) {
  program.db().write([&](store::Writer& writer) {
    auto by = program.by("Ana");
    by.actor = world.ana;
    const auto run = enact_play(writer, {.play = "plays/1-2", .workspace = "lakeside"}, by);
    ASSERT_TRUE(run);
    ASSERT_TRUE(start_run(writer, run->id, by));
  });
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/strategies/1"), HasSubstr("1 run under way"));
  EXPECT_THAT(page(visitor, "/strategies/1"), Not(HasSubstr("under way")));
}

TEST_F(ReadingPagesTest, ANoteIsReadByItsOwnEcosystemOnly) {
  browser.sign_in_as(world.ben);
  ASSERT_EQ(browser.post("/notes/lakeside/plays/1-1", {{"text", "Ask Jo first."}, {"then", "save"}})
                .status,
            303);
  EXPECT_THAT(page("/plays/1-1"), HasSubstr("Ask Jo first."));
  EXPECT_THAT(page(visitor, "/plays/1-1"), Not(HasSubstr("Ask Jo first.")));
  browser.sign_in_as(world.dan);
  EXPECT_THAT(page("/plays/1-1"), Not(HasSubstr("Ask Jo first.")));
  EXPECT_EQ(browser.get("/notes/lakeside/plays/1-1").status, 403);
}

TEST_F(ReadingPagesTest, AStaleNoteIsSaidUntilSomebodyHasSeenTheChange) {
  browser.sign_in_as(world.ana);
  browser.post("/notes/lakeside/plays/1-1", {{"text", "Ours."}, {"then", "save"}});
  EXPECT_THAT(page("/plays/1-1"), Not(HasSubstr("The hub changed this play")));
  publish_changed("plays/1-1", "Eight candidates", "Nine candidates");

  const auto html = page("/plays/1-1");
  EXPECT_THAT(html, HasSubstr("The hub changed this play since Lakeside STEM Ecosystem"));
  EXPECT_THAT(html, HasSubstr("/changes/plays/1-1?from=1&amp;to=2&amp;seen_by=lakeside"));
  EXPECT_THAT(page("/changes/plays/1-1?from=1&to=2&seen_by=lakeside"),
              HasSubstr("We have seen this"));
  EXPECT_EQ(browser.post("/notes/lakeside/plays/1-1/seen", {{"revision", "2"}}).status, 303);
  EXPECT_THAT(page("/plays/1-1"), Not(HasSubstr("The hub changed this play")));
}

TEST_F(ReadingPagesTest, NobodyHasSeenAChangeThatIsStillToCome) {
  browser.sign_in_as(world.ana);
  browser.post("/notes/lakeside/plays/1-1", {{"text", "Ours."}, {"then", "save"}});
  browser.post("/notes/lakeside/plays/1-1/seen", {{"revision", "999"}});
  publish_changed("plays/1-1", "Eight candidates", "Nine candidates");
  EXPECT_THAT(page("/plays/1-1"), HasSubstr("The hub changed this play"));
}

}  // namespace
}  // namespace enact::playbook
