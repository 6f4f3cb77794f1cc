// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "playbook/enactments.h"
#include "playbook/items.h"
#include "playbook/note_link.h"
#include "playbook/run_counts.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/runs.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using support::header_of;
using testing::HasSubstr;
using testing::Not;

class RunPagesTest : public testing::Test {
 protected:
  using Run = playbook::Run;  // not the test's own

  RunPagesTest() : world(support::make_world(program)) { browser.sign_in_as(world.ana); }

  std::string begin() {
    const auto response = browser.post("/plays/1-2/runs", {{"workspace", "lakeside"}});
    EXPECT_EQ(response.status, 303) << body_of(response);
    return header_of(response, "Location");
  }

  std::string begin_and_finish() {
    const auto url = begin();
    EXPECT_EQ(browser.post(url + "/state", {{"state", "in_progress"}}).status, 303);
    EXPECT_EQ(browser.post(url + "/state", {{"state", "done"}}).status, 303);
    return url;
  }

  Run run_at(const std::string& url) {
    return *program.db().read(
        [&](store::Reader& reader) { return find_run(reader, url.substr(6)); });
  }

  std::vector<RunNote> notes_at(const std::string& url) {
    return program.db().read(
        [&](store::Reader& reader) { return run_notes(reader, url.substr(6)); });
  }

  std::string note_link(const std::string& url) {
    return "/note/" + sign_note_link(program.services().signer,
                                     {.run = url.substr(6),
                                      .name = "Tomás Reyes",
                                      .email = "tomas@county.example",
                                      .asked_by = "Ana"},
                                     program.clock().now());
  }

  support::Program program;
  support::World world;
  support::Browser browser{program};
};

TEST_F(RunPagesTest, OneClickOnAPlayBeginsARun) {
  const auto page = browser.post_and_follow("/plays/1-2/runs", {{"workspace", "lakeside"}});
  EXPECT_EQ(page.status, 200) << body_of(page);
  EXPECT_THAT(body_of(page), HasSubstr("Ask a friend"));
  EXPECT_THAT(body_of(page), HasSubstr("0 of 3"));
  EXPECT_THAT(body_of(page), HasSubstr("Planned"));
  EXPECT_THAT(body_of(page), HasSubstr("The run has begun"));
}

TEST_F(RunPagesTest, NobodyBeginsARunForAnEcosystemThatIsNotTheirs) {
  EXPECT_EQ(browser.post("/plays/1-2/runs", {{"workspace", "hillside"}}).status, 403);
  browser.sign_in_as(world.cleo);
  EXPECT_EQ(browser.post("/plays/1-2/runs", {{"workspace", "lakeside"}}).status, 403);
}

TEST_F(RunPagesTest, APlayThatIsNotThereCannotBeRun) {
  EXPECT_EQ(browser.post("/plays/9-9/runs", {{"workspace", "lakeside"}}).status, 404);
}

TEST_F(RunPagesTest, PeopleOfAnotherEcosystemDoNotSeeARun) {
  const auto url = begin();
  browser.sign_in_as(world.dan);
  EXPECT_EQ(browser.get(url).status, 403);
  EXPECT_EQ(browser.get(url + ".json").status, 403);
  browser.sign_in_as(world.cleo);
  EXPECT_EQ(browser.get(url).status, 200);
  EXPECT_EQ(browser.get("/runs/unknown").status, 404);
}

TEST_F(RunPagesTest, ProgressIsLoggedInOneSubmit) {
  const auto url = begin();
  const auto page = browser.post_and_follow(
      url + "/notes",
      {{"note", "They said yes."}, {"done", "1"}, {"done", "2"}, {"state", "in_progress"}});
  EXPECT_THAT(body_of(page), HasSubstr("They said yes."));
  EXPECT_THAT(body_of(page), HasSubstr("2 of 3"));
  EXPECT_EQ(run_at(url).state, RunState::in_progress);
}

TEST_F(RunPagesTest, WhatWasTypedIsGivenBackWithTheFault) {
  const auto url = begin();
  const auto page =
      browser.post(url + "/notes", {{"note", "An <odd> note"}, {"happened_on", "yesterday"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(body_of(page), HasSubstr("An &lt;odd&gt; note"));
  EXPECT_THAT(body_of(page), HasSubstr("Write the day as year, month, day"));
  EXPECT_TRUE(notes_at(url).empty());
}

TEST_F(RunPagesTest, AProgramLeadLogsButDoesNotSayHowTheRunStands) {
  const auto url = begin();
  browser.sign_in_as(world.cleo);
  EXPECT_EQ(browser.post(url + "/notes", {{"note", "Hello"}}).status, 303);
  EXPECT_EQ(browser.post(url + "/steps/1", {{"done", "1"}}).status, 303);
  EXPECT_EQ(browser.post(url + "/notes", {{"note", "Hi"}, {"state", "in_progress"}}).status, 403);
  EXPECT_EQ(browser.post(url + "/state", {{"state", "in_progress"}}).status, 403);
  EXPECT_EQ(notes_at(url).size(), 1U);
  EXPECT_THAT(body_of(browser.get(url)), Not(HasSubstr("Set aside for now")));
}

TEST_F(RunPagesTest, AStepIsTickedAndOpenedAgain) {
  const auto url = begin();
  const auto ticked = browser.post_and_follow(url + "/steps/2", {{"done", "1"}});
  EXPECT_THAT(body_of(ticked), HasSubstr("aria-pressed=\"true\""));
  EXPECT_THAT(body_of(ticked), HasSubstr("Step 2 is done."));
  const auto opened = browser.post_and_follow(url + "/steps/2", {{"done", "0"}});
  EXPECT_THAT(body_of(opened), Not(HasSubstr("aria-pressed=\"true\"")));
  EXPECT_EQ(browser.post(url + "/steps/seven", {{"done", "1"}}).status, 404);
}

TEST_F(RunPagesTest, SettingAsideAsksForAReasonAndShowsIt) {
  const auto url = begin();
  const auto refused = browser.post(url + "/state", {{"state", "set_aside"}, {"reason", " "}});
  EXPECT_EQ(refused.status, 422);
  const auto page = browser.post_and_follow(
      url + "/state", {{"state", "set_aside"}, {"reason", "The office moved"}});
  EXPECT_THAT(body_of(page), HasSubstr("set aside: The office moved"));
  EXPECT_THAT(body_of(page), HasSubstr("Take it up again"));
}

TEST_F(RunPagesTest, AStaleFormComesBackBesideWhatIsInUse) {
  const auto url = begin();
  const auto version = std::to_string(run_at(url).version);
  const auto fields = [&](const std::string& title) {
    return support::FormFields{
        {"title", title}, {"owner", world.ben}, {"version", version}, {"due_on", "2026-06-01"}};
  };
  EXPECT_EQ(browser.post(url + "/details", fields("Title of Ana")).status, 303);
  browser.sign_in_as(world.ben);
  const auto stale = browser.post(url + "/details", fields("Title of Ben"));
  EXPECT_EQ(stale.status, 409);
  EXPECT_THAT(body_of(stale), HasSubstr("Ana saved this run while you were at it"));
  EXPECT_THAT(body_of(stale), HasSubstr("value=\"Title of Ben\""));
  EXPECT_THAT(body_of(stale), HasSubstr("1 June 2026"));
  EXPECT_EQ(run_at(url).title, "Title of Ana");
  auto again = fields("Title of Ben");
  again[2].second = std::to_string(run_at(url).version);
  EXPECT_EQ(browser.post(url + "/details", again).status, 303);
  EXPECT_EQ(run_at(url).title, "Title of Ben");
}

TEST_F(RunPagesTest, AFileIsHandedOutToBeKeptAndNeverAsAPage) {
  const auto url = begin();
  const auto added = browser.upload(url + "/evidence", {{"evidence_title", "The plan"}},
                                    "evidence_file", "plán 1.pdf", "%PDF-1.7 <script>");
  ASSERT_EQ(added.status, 303) << body_of(added);
  const auto page = body_of(browser.get(url));
  const auto at = page.find(url + "/evidence/");
  ASSERT_NE(at, std::string::npos);
  const auto file = browser.get(page.substr(at, page.find('"', at) - at));
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.type, "application/pdf");
  EXPECT_EQ(body_of(file), "%PDF-1.7 <script>");
  EXPECT_THAT(
      header_of(file, "Content-Disposition"),
      HasSubstr("attachment; filename=\"pl__n 1.pdf\"; filename*=UTF-8''pl%C3%A1n%201.pdf"));
  EXPECT_EQ(header_of(file, "Content-Security-Policy"), "sandbox");
  EXPECT_EQ(header_of(file, "X-Content-Type-Options"), "nosniff");
}

TEST_F(RunPagesTest, AFileOfAnotherKindIsRefusedWithWhatToDo) {
  const auto url = begin();
  const auto refused = browser.upload(url + "/evidence", {{"evidence_title", "My page"}},
                                      "evidence_file", "page.html", "<script>alert(1)</script>");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("Files of this kind are not kept here"));
  EXPECT_THAT(body_of(refused), HasSubstr("value=\"My page\""));
  EXPECT_EQ(browser.post(url + "/evidence", {{"evidence_url", "javascript:alert(1)"}}).status, 422);
  EXPECT_EQ(browser.post(url + "/evidence", {}).status, 422);
}

TEST_F(RunPagesTest, ARunIsWrittenUpAndItsPlayIsEnactedWhenTheHubPublishes) {
  const auto url = begin_and_finish();
  const auto draft = browser.get(url + "/write-up");
  EXPECT_EQ(draft.status, 200) << body_of(draft);
  const auto sent = browser.post(url + "/write-up", {{"title", "A friend knew"},
                                                     {"summary", "One ask, one name."},
                                                     {"when", "2026-05"},
                                                     {"text", "We asked."},
                                                     {"based_on", "0"}});
  ASSERT_EQ(sent.status, 303) << body_of(sent);
  EXPECT_THAT(body_of(browser.get(url)), HasSubstr("Waiting for review"));
  EXPECT_EQ(browser.get(url + "/write-up").status, 200);
  ASSERT_TRUE(program.db().write([&](store::Writer& writer) {
    return publish(writer, "vignettes/a-friend-knew", 1, program.by("Hana"));
  }));
  EXPECT_EQ(run_at(url).state, RunState::written_up);
  EXPECT_THAT(body_of(browser.get(url)), HasSubstr("/vignettes/a-friend-knew"));
  const auto all =
      program.db().read([](store::Reader& reader) { return enactments(reader, "plays/1-2"); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].workspace, "lakeside");
  EXPECT_EQ(browser.get(url + "/write-up").status, 200);
}

TEST_F(RunPagesTest, AStoryThatNamesSomebodyWithoutConsentComesBackAsTyped) {
  const auto url = begin_and_finish();
  ASSERT_EQ(
      browser.post(url + "/involved", {{"involved_name", "Lena Hart"}, {"involved_kind", "person"}})
          .status,
      303);
  const support::FormFields story{{"title", "A friend knew"},
                                  {"summary", "One ask."},
                                  {"text", "We asked Lena Hart."},
                                  {"based_on", "0"}};
  const auto refused = browser.post(url + "/write-up", story);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("Lena Hart has not agreed to be named yet"));
  EXPECT_THAT(body_of(refused), HasSubstr(">We asked Lena Hart.</textarea>"));
  const auto people =
      program.db().read([&](store::Reader& reader) { return involved_in(reader, url.substr(6)); });
  ASSERT_EQ(people.size(), 1U);
  const auto consent = url + "/involved/" + people[0].id + "/consent";
  const auto noted = browser.post(
      consent, {{"consent", "given"}, {"consent_how", "by e-mail"}, {"back", "write-up"}});
  EXPECT_EQ(header_of(noted, "Location"), url + "/write-up");
  EXPECT_EQ(browser.post(url + "/write-up", story).status, 303);
}

TEST_F(RunPagesTest, AStoryIsToldEverythingThatIsWrongWithItAtOnce) {
  const auto url = begin_and_finish();
  ASSERT_EQ(browser.post(url + "/involved", {{"involved_name", "Lena Hart"}}).status, 303);
  const auto page = browser.post(url + "/write-up",
                                 {{"title", "T"}, {"summary", ""}, {"text", "Hart said yes."}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(body_of(page), HasSubstr("Say in one sentence what happened"));
  EXPECT_THAT(body_of(page), HasSubstr("Lena Hart has not agreed"));
}

TEST_F(RunPagesTest, APreviewStoresNothing) {
  const auto url = begin_and_finish();
  const auto page =
      browser.post(url + "/write-up",
                   {{"title", "T"}, {"summary", "S"}, {"text", "We **asked**."}, {"preview", "1"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(body_of(page), HasSubstr("We <strong>asked</strong>."));
  EXPECT_EQ(run_at(url).vignette, "");
}

TEST_F(RunPagesTest, ARunThatIsNotDoneOffersToFinishBeforeItIsWrittenUp) {
  const auto url = begin();
  ASSERT_EQ(browser.post(url + "/state", {{"state", "in_progress"}}).status, 303);
  EXPECT_THAT(body_of(browser.get(url + "/write-up")), HasSubstr("Yes, mark it as done"));
  const auto moved = browser.post(url + "/state", {{"state", "done"}, {"back", "write-up"}});
  EXPECT_EQ(header_of(moved, "Location"), url + "/write-up");
}

TEST_F(RunPagesTest, SomebodyWhoIsAskedGetsALinkByMail) {
  const auto url = begin();
  const auto asked = browser.post(url + "/ask", {{"ask_name", "Tomás Reyes"},
                                                 {"ask_email", "tomas@county.example"},
                                                 {"ask_why", "How was the meeting?"}});
  EXPECT_EQ(asked.status, 303) << body_of(asked);
  EXPECT_THAT(body_of(browser.get(url)), HasSubstr("asked for a note: Tomás Reyes"));
  const auto refused = browser.post(url + "/ask", {{"ask_name", ""}, {"ask_email", "nobody"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("value=\"nobody\""));
}

TEST_F(RunPagesTest, ALinkLetsOneNamedPersonWriteOneNote) {
  const auto url = begin();
  const auto link = note_link(url);
  support::Browser stranger{program};
  const auto form = stranger.get(link);
  EXPECT_EQ(form.status, 200) << body_of(form);
  EXPECT_THAT(body_of(form), HasSubstr("Ana asks you, Tomás Reyes"));
  EXPECT_EQ(header_of(form, "Cache-Control"), "no-store");

  const auto empty = stranger.post(link, {{"note", " "}});
  EXPECT_EQ(empty.status, 422);
  const auto thanks = stranger.post_and_follow(link, {{"note", "We met on Monday."}});
  EXPECT_THAT(body_of(thanks), HasSubstr("Thank you, Tomás Reyes"));

  const auto second = stranger.post(link, {{"note", "And again."}});
  EXPECT_EQ(second.status, 409);
  EXPECT_THAT(body_of(second), HasSubstr("And again."));
  const auto notes = notes_at(url);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_TRUE(notes[0].by_link);
  EXPECT_EQ(notes[0].written_by_name, "Tomás Reyes");
}

TEST_F(RunPagesTest, ALinkThatHasRunOutGivesBackWhatWasTyped) {
  const auto link = note_link(begin());
  program.clock().advance(std::chrono::days(15));
  support::Browser stranger{program};
  EXPECT_EQ(stranger.get(link).status, 404);
  const auto late = stranger.post(link, {{"note", "Too late?"}});
  EXPECT_EQ(late.status, 404);
  EXPECT_THAT(body_of(late), HasSubstr("Too late?"));
  EXPECT_THAT(body_of(late), HasSubstr("has run out"));
}

TEST_F(RunPagesTest, AChangedLinkOpensNothing) {
  const auto link = note_link(begin());
  support::Browser stranger{program};
  EXPECT_EQ(stranger.get(link + "x").status, 404);
  EXPECT_EQ(stranger.get("/note/abc").status, 404);
}

TEST_F(RunPagesTest, ARunThatWasToldShowsItsVignetteAndNoForms) {
  const auto page = browser.get("/runs/told-first-list");
  EXPECT_EQ(page.status, 200) << body_of(page);
  EXPECT_THAT(body_of(page), HasSubstr("/vignettes/first-list"));
  EXPECT_THAT(body_of(page), Not(HasSubstr("Log progress")));
  EXPECT_EQ(browser.post("/runs/told-first-list/notes", {{"note", "x"}}).status, 409);
}

TEST_F(RunPagesTest, ARunThatHadNotBegunIsPlannedWhenItIsTakenUpAgain) {
  const auto url = begin();
  browser.post(url + "/state", {{"state", "set_aside"}, {"reason", "later"}});
  const auto page = browser.post_and_follow(url + "/state", {{"state", "in_progress"}});
  EXPECT_THAT(body_of(page), HasSubstr("The run is planned now."));
}

TEST_F(RunPagesTest, TheDoctorFindsCountsThatAreWrongAndCountingAgainCuresThem) {
  using Verdict = app::Diagnosis::Verdict;
  begin();
  EXPECT_EQ(check_run_counts(program.services()).verdict, Verdict::fine);
  program.db().write([](store::Writer& writer) {
    move_count(writer, "lakeside", "strategies/1", {.from = {}, .to = RunState::done});
  });
  EXPECT_EQ(check_run_counts(program.services()).verdict, Verdict::wrong);
  program.db().write([](store::Writer& writer) { count_again(writer); });
  EXPECT_EQ(check_run_counts(program.services()).verdict, Verdict::fine);
}

TEST_F(RunPagesTest, TheSameAddressSpeaksJson) {
  const auto url = begin();
  const auto json = browser.get(url + ".json");
  EXPECT_EQ(json.status, 200);
  EXPECT_THAT(body_of(json), HasSubstr("\"state\":\"planned\""));
}

}  // namespace
}  // namespace enact::playbook
