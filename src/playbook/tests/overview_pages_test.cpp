// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/csv.h"
#include "base/json.h"
#include "playbook/items.h"
#include "playbook/local_notes.h"
#include "playbook/runs.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using support::header_of;
using testing::HasSubstr;
using testing::Not;

class OverviewPagesTest : public testing::Test {
 protected:
  OverviewPagesTest() : world(support::make_world(program)) { browser.sign_in_as(world.ana); }

  // A run of Ana's, with the title that is given.
  playbook::Run begin(const std::string& title,
                      const std::string& workspace = "lakeside",
                      const std::string& play = "plays/1-2") {
    auto by = program.by("Ana");
    by.actor = world.ana;
    return *program.db().write([&](store::Writer& writer) {
      return enact_play(writer, {.play = play, .workspace = workspace, .title = title}, by);
    });
  }

  void finish(const playbook::Run& run) {
    program.db().write([&](store::Writer& writer) {
      EXPECT_TRUE(start_run(writer, run.id, program.by()));
      EXPECT_TRUE(finish_run(writer, run.id, program.by()));
    });
  }

  void pass(int days) { program.clock().advance(std::chrono::hours(24 * days)); }

  // After days the session may be over.
  std::string page(const std::string& address) {
    const auto response = browser.get(address);
    EXPECT_EQ(response.status, 200) << address << "\n" << body_of(response);
    return body_of(response);
  }

  support::Program program;
  support::World world;
  support::Browser browser{program};
};

TEST_F(OverviewPagesTest, HomeIsTheCoverForVisitorsAndThisMonthForOthers) {
  EXPECT_THAT(page("/"), HasSubstr("<h1>This month</h1>"));
  browser.sign_out();
  EXPECT_THAT(page("/"), HasSubstr("The Lakeside Playbook"));
  EXPECT_THAT(page("/"), Not(HasSubstr("This month")));
}

TEST_F(OverviewPagesTest, TheSteeringPagesAreNotForVisitors) {
  browser.sign_out();
  for (const auto* address : {"/month", "/month.csv", "/board", "/board.csv", "/board.json",
                              "/timeline", "/timeline.csv", "/matrix", "/matrix.csv"})
    EXPECT_NE(browser.get(address).status, 200) << address;
}

TEST_F(OverviewPagesTest, AnEmptyWorkspaceSaysHowToBeginWithOneButton) {
  for (const auto* address : {"/month", "/board?ecosystem=hillside", "/timeline"}) {
    browser.sign_in_as(world.dan);
    const auto html = page(address);
    EXPECT_THAT(html, HasSubstr("class=\"empty\"")) << address;
  }
  EXPECT_THAT(page("/month"), HasSubstr("Open the playbook"));
  EXPECT_THAT(page("/month"), Not(HasSubstr("Overdue")));
}

TEST_F(OverviewPagesTest, WhoTakesPartInNoEcosystemIsToldSo) {
  browser.sign_in_as(world.ada);
  EXPECT_THAT(page("/month"), HasSubstr("takes part in none"));
  EXPECT_THAT(page("/board"), HasSubstr("takes part in none"));
  EXPECT_THAT(page("/timeline"), HasSubstr("takes part in none"));
}

TEST_F(OverviewPagesTest, ARunMovesFromDueToOverdue) {
  begin("A late ask");  // play 1-2 takes two weeks
  EXPECT_THAT(page("/month"), HasSubstr("Nothing is overdue, 1 due by 4 June 2026."));
  pass(15);
  browser.sign_in_as(world.ana);
  const auto html = page("/month");
  EXPECT_THAT(html, HasSubstr("1 overdue, nothing is due by 19 June 2026."));
  EXPECT_THAT(html, HasSubstr("was due <time datetime=\"2026-05-18\">18 May 2026</time>"));
  EXPECT_THAT(html, HasSubstr("1.2 Ask a friend"));
}

TEST_F(OverviewPagesTest, AQuietRunSaysForHowLong) {
  begin("A quiet one", "lakeside", "plays/2-1");  // has no date
  pass(40);
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/month"), HasSubstr("nothing for 40 days"));
  EXPECT_THAT(page("/board"), HasSubstr("nothing for 40 days"));
}

TEST_F(OverviewPagesTest, ADoneRunWaitsToBeWrittenUp) {
  const auto run = begin("The breakfast");
  finish(run);
  EXPECT_THAT(page("/month"), HasSubstr("href=\"/runs/" + run.id + "/write-up\""));
  browser.sign_in_as(world.ben);
  EXPECT_THAT(page("/month"), HasSubstr("Nothing waits for you."));
}

TEST_F(OverviewPagesTest, ReviewersSeeHowManyTextsWait) {
  program.db().write([&](store::Writer& writer) {
    const auto text = published_document(writer, "plays/1-2")->text + "\nMore.\n";
    const auto draft =
        save_draft(writer, {.text = text, .based_on = 1, .note = "More"}, program.by());
    ASSERT_TRUE(draft) << draft.error().message;
    EXPECT_TRUE(submit_for_review(writer, "plays/1-2", draft->number, program.by()));
  });
  EXPECT_THAT(page("/month"), Not(HasSubstr("to review")));
  browser.sign_in_as(world.rui);
  EXPECT_THAT(page("/month"), HasSubstr("1 text to review"));
}

TEST_F(OverviewPagesTest, WhoReadsAcrossIsNotAskedToJoinAnEcosystem) {
  browser.sign_in_as(world.rosa);
  EXPECT_THAT(page("/month"), Not(HasSubstr("takes part in none")));
  EXPECT_THAT(page("/month"), HasSubstr("Look at the runs"));
}

TEST_F(OverviewPagesTest, AChangeBeneathOurNoteIsShownUntilItWasSeen) {
  program.db().write([&](store::Writer& writer) {
    const LocalNote note{.workspace = "lakeside", .item = "plays/1-2", .text = "Ask Lee."};
    EXPECT_TRUE(write_local_note(writer, note, 0, program.by()));
  });
  EXPECT_THAT(page("/month"), Not(HasSubstr("The hub changed")));
  program.db().write([&](store::Writer& writer) {
    const auto text = published_document(writer, "plays/1-2")->text + "\nMore.\n";
    const auto draft = save_draft(writer, {.text = text, .based_on = 1, .note = ""}, program.by());
    ASSERT_TRUE(draft) << draft.error().message;
    EXPECT_TRUE(publish(writer, "plays/1-2", draft->number, program.by()));
  });
  EXPECT_THAT(page("/month"), HasSubstr("/changes/plays/1-2?from=1&amp;to=2&amp;seen_by=lakeside"));
  browser.sign_in_as(world.dan);
  EXPECT_THAT(page("/month"), Not(HasSubstr("The hub changed")));
}

TEST_F(OverviewPagesTest, NewStoriesOfTheNetworkAreShownToAll) {
  browser.sign_in_as(world.dan);
  EXPECT_THAT(page("/month"), HasSubstr("Lakeside began with hours"));
}

TEST_F(OverviewPagesTest, AParticipantSeesOnlyTheirOwnBoard) {
  begin("Ours");
  begin("Theirs", "hillside");
  EXPECT_THAT(page("/board"), HasSubstr("Ours"));
  EXPECT_THAT(page("/board"), Not(HasSubstr("Theirs")));
  for (const auto* path :
       {"/board", "/board.csv", "/board.json", "/timeline", "/timeline.csv", "/month"})
    EXPECT_EQ(browser.get(std::string(path) + "?ecosystem=hillside").status, 403) << path;
  EXPECT_EQ(browser.get("/board?ecosystem=nowhere").status, 404);
  EXPECT_EQ(browser.get("/matrix").status, 403);
}

TEST_F(OverviewPagesTest, WhoReadsAcrossSeesEveryBoard) {
  begin("Ours");
  begin("Theirs", "hillside");
  for (const auto& who : {world.hana, world.rui, world.rosa}) {
    browser.sign_in_as(who);
    EXPECT_THAT(page("/board"), HasSubstr("Ours"));
    EXPECT_THAT(page("/board"), HasSubstr("Theirs"));
    EXPECT_THAT(page("/board?cohort=2"), Not(HasSubstr("Ours")));
    EXPECT_THAT(page("/board?ecosystem=lakeside"), Not(HasSubstr("Theirs")));
  }
}

TEST_F(OverviewPagesTest, AFilterIsInTheAddressAndLinksKeepIt) {
  begin("Ours");
  const auto html = page("/board?strategy=1&owner=me");
  EXPECT_THAT(html, HasSubstr("Ours"));
  EXPECT_THAT(html, HasSubstr("href=\"/timeline?strategy=1&amp;owner=me\""));
  EXPECT_THAT(html, HasSubstr("href=\"/board.csv?strategy=1&amp;owner=me\""));
  EXPECT_THAT(page("/board?strategy=2"), HasSubstr("No run is like that."));
}

TEST_F(OverviewPagesTest, AStateThatDoesNotExistIsRefusedWithASentence) {
  const auto response = browser.get("/board?state=finished");
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(body_of(response), HasSubstr("planned, in_progress, done"));
  EXPECT_EQ(browser.get("/board?owner=%FF&strategy=%00").status, 200);
}

TEST_F(OverviewPagesTest, ATitleCannotBringMarkupOrAFormula) {
  begin("<b>=1+1</b>");
  begin("=cmd()");
  EXPECT_THAT(page("/board"), HasSubstr("&lt;b&gt;=1+1&lt;/b&gt;"));
  EXPECT_THAT(page("/board.csv"), HasSubstr("'=cmd()"));
}

TEST_F(OverviewPagesTest, TheBoardAsAFileHasARowForEachRun) {
  const auto run = begin("Ours");
  const auto response = browser.get("/board.csv?ecosystem=lakeside&state=planned");
  EXPECT_THAT(header_of(response, "Content-Disposition"), HasSubstr("board-2026-05-04.csv"));
  const auto table = base::read_csv(body_of(response));
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 1U);
  EXPECT_EQ(table->cell(0, "run"), run.id);
  EXPECT_EQ(table->cell(0, "play"), "1.2");
  EXPECT_EQ(table->cell(0, "steps"), "3");
  EXPECT_EQ(table->cell(0, "ecosystem_name"), "Lakeside STEM Ecosystem");
}

TEST_F(OverviewPagesTest, TheBoardAsJsonSaysTheSame) {
  begin("Ours");
  const auto json = base::Json::parse(page("/board.json"));
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["runs"].integer(), 2);  // with the story that came with the playbook
  const auto& planned = (*json)["lanes"].items().at(0);
  EXPECT_EQ(planned["state"].text(), "planned");
  EXPECT_EQ(planned["cards"].items().at(0)["title"].text(), "Ours");
}

TEST_F(OverviewPagesTest, AStoryThatWasToldOpensItsVignette) {
  EXPECT_THAT(page("/board"), HasSubstr("href=\"/vignettes/first-list\""));
  const auto html = page("/timeline");
  EXPECT_THAT(html, HasSubstr("href=\"/vignettes/first-list\""));
  EXPECT_THAT(html, HasSubstr("sometime in 2021"));
}

TEST_F(OverviewPagesTest, TheTimelineShowsAYearAndLinksToTheOthers) {
  finish(begin("The breakfast"));
  const auto html = page("/timeline");
  EXPECT_THAT(html, HasSubstr("<h2>May 2026</h2>"));
  EXPECT_THAT(html, HasSubstr("The breakfast"));
  EXPECT_THAT(html, Not(HasSubstr("sometime in 2021")));
  EXPECT_THAT(html, HasSubstr("href=\"/timeline?year=2021\""));
  EXPECT_THAT(page("/timeline?year=2021"), HasSubstr("sometime in 2021"));
  const auto table = base::read_csv(page("/timeline.csv"));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.size(), 3U);
}

TEST_F(OverviewPagesTest, ANumberOfTheMatrixOpensTheRunsBehindIt) {
  begin("One");
  begin("Two", "lakeside", "plays/1-1");
  begin("Three", "hillside");
  browser.sign_in_as(world.rosa);
  const auto html = page("/matrix");
  const std::string link = "/board?ecosystem=lakeside&amp;strategy=1&amp;state=planned";
  EXPECT_THAT(html, HasSubstr("href=\"" + link +
                              "\"><span class=\"mark mark-planned\">2<span "
                              "class=\"visually-hidden\"> planned</span>"));
  EXPECT_THAT(html, HasSubstr("nothing here"));
  EXPECT_THAT(html, HasSubstr("4 runs in 2 ecosystems"));
  const auto runs = page("/board?ecosystem=lakeside&strategy=1&state=planned");
  EXPECT_THAT(runs, HasSubstr("One"));
  EXPECT_THAT(runs, HasSubstr("Two"));
  EXPECT_THAT(runs, Not(HasSubstr("Three")));
}

TEST_F(OverviewPagesTest, TheMatrixOfACohortHasItsEcosystemsAlone) {
  browser.sign_in_as(world.hana);
  EXPECT_THAT(page("/matrix?cohort=2"), HasSubstr("Hillside STEM Ecosystem"));
  EXPECT_THAT(page("/matrix?cohort=2"), Not(HasSubstr("Lakeside STEM Ecosystem")));
  EXPECT_THAT(page("/matrix?cohort=7"), HasSubstr("No ecosystem is here"));
  const auto table = base::read_csv(page("/matrix.csv"));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.size(), 4U);
  EXPECT_EQ(table->cell(0, "written_up"), "1");
}

}  // namespace
}  // namespace enact::playbook
