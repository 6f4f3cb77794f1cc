// SPDX-License-Identifier: Apache-2.0
#include "playbook/write_up.h"

#include <gtest/gtest.h>

namespace enact::playbook {
namespace {

using namespace std::chrono_literals;

Run finished_run() {
  Run run;
  run.id = "r1";
  run.play = "plays/4-1";
  run.workspace = "lakeside";
  run.title = "Channels";
  run.state = RunState::done;
  run.started_on = base::Day(2026y / 3 / 4);
  run.done_on = base::Day(2026y / 5 / 14);
  return run;
}

Story story(const std::string& body) {
  return {.title = "We told them",
          .summary = "What happened.",
          .when = "2026-05",
          .source = "",
          .body = body};
}

Involved person(const std::string& name, Consent consent = Consent::not_asked) {
  Involved one;
  one.name = name;
  one.consent = consent;
  return one;
}

std::string said(const std::string& body, const std::string& name) {
  const auto named = named_without_consent(story(body), {person(name)});
  return named.empty() ? "" : named.front().said;
}

TEST(WriteUp, BeginsWithTheNotesAsTheyHappenedAndTheStepsThatWereDone) {
  RunStep done{.position = 1, .text = "**List** them.", .html = "", .ticked_by_name = "Ana"};
  done.ticked_at = base::Instant();
  const RunStep open{.position = 2, .text = "Tell.", .html = "", .ticked_by_name = ""};
  RunNote first, second;
  first.happened_on = base::Day(2026y / 3 / 4);
  first.text = "We began.";
  second.happened_on = base::Day(2026y / 4 / 1);
  second.text = "They answered.";

  const auto told = compose_story(finished_run(), {.play_title = "Use your channels",
                                                   .org_name = "Lakeside",
                                                   .steps = {done, open},
                                                   .notes = {first, second}});

  EXPECT_EQ(told.title, "Channels");
  EXPECT_EQ(told.when, "2026-05-14");
  EXPECT_LT(told.body.find("On 4 March 2026: We began."),
            told.body.find("On 1 April 2026: They answered."));
  EXPECT_NE(told.body.find("- List them."), std::string::npos);
  EXPECT_EQ(told.body.find("Tell."), std::string::npos);
}

TEST(WriteUp, MakesADocumentThatThePlaybookReads) {
  const Story quoted{.title = "It's: \"done\"",
                     .summary = "- or not",
                     .when = "2026-05",
                     .source = "Lakeside, \"notes\"",
                     .body = "\n\nOnce.\n\n---\n\nAgain.\n"};
  const auto document = parse_document(story_document(quoted, finished_run(), "its-done"));
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->id(), "vignettes/its-done");
  EXPECT_EQ(document->parent, "plays/4-1");
  EXPECT_EQ(document->ecosystem, "lakeside");
  const auto back = story_of(*document);
  EXPECT_EQ(back.title, quoted.title);
  EXPECT_EQ(back.summary, quoted.summary);
  EXPECT_EQ(back.when, quoted.when);
  EXPECT_EQ(back.source, quoted.source);
  EXPECT_EQ(back.body, "Once.\n\n---\n\nAgain.\n");
}

TEST(WriteUp, ReportsEveryFaultAtOnce) {
  const auto checked =
      check_story({.title = "", .summary = "", .when = "last May", .source = "", .body = "  "});
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().faults.size(), 4U);
}

TEST(WriteUp, NamesAPersonByTheWholeNameInAnyCaseOrByAPartOfIt) {
  EXPECT_EQ(said("Then ben okafor came.", "Ben Okafor"), "Ben Okafor");
  EXPECT_EQ(said("Then Ben\nOkafor came.", "Ben  Okafor"), "Ben Okafor");
  EXPECT_EQ(said("Okafor came.", "Ben Okafor"), "Okafor");
  EXPECT_EQ(said("**Ben** came.", "Ben Okafor"), "Ben");
  EXPECT_EQ(said("The doctor, Hart, came.", "Dr. Lena Hart"), "Hart");
}

TEST(WriteUp, DoesNotTakeAWordForAName) {
  EXPECT_EQ(said("We went to Hartford on a bench.", "Ben Hart"), "");
  EXPECT_EQ(said("Dr. Who came.", "Dr. Lena Hart"), "");
  EXPECT_EQ(said("We liked it.", "Li Wu"), "");
}

TEST(WriteUp, IsRefusedWhileSomebodyNamedHasNotAgreed) {
  const auto text = story("Ben Okafor met Lena Hart.");
  const auto refused = check_consent(
      text, {person("Ben Okafor", Consent::given), person("Lena Hart", Consent::refused)});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.size(), 1U);
  EXPECT_EQ(refused.error().field, "text");
  EXPECT_NE(refused.error().message.find("Lena Hart does not want to be named"), std::string::npos);
  EXPECT_TRUE(check_consent(
      text, {person("Ben Okafor", Consent::given), person("Lena Hart", Consent::given)}));
}

TEST(WriteUp, AsksNobodyForTheNameOfAnOrganization) {
  auto museum = person("Museum of Boats");
  museum.kind = InvolvedKind::organization;
  EXPECT_TRUE(check_consent(story("The Museum of Boats helped."), {museum}));
}

}  // namespace
}  // namespace enact::playbook
