// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <regex>

#include "app/mail.h"
#include "network/orgs.h"
#include "programs/matches.h"
#include "programs/needs.h"
#include "programs/plans.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::programs {
namespace {

using support::body_of;
using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kPlan = "/orgs/robotics-club/plan";
const std::string kClub = "/support/programs/robotics-club";

class SupportPages : public testing::TestWithParam<support::Backend> {
 protected:
  SupportPages() {
    ana.sign_in_as(world.ana);
    cleo.sign_in_as(world.cleo);
  }

  std::string page(const std::string& target) { return body_of(ana.get(target)); }
  void add_step(const std::string& title, const std::string& due = "") {
    EXPECT_EQ(ana.post(kClub + "/steps", {{"title", title}, {"due_on", due}}).status, 303);
  }
  std::string first_step() {
    return program.db().read([](store::Reader& reader) {
      return steps_of(reader, find_plan(reader, "lakeside", "robotics-club")->id).front().id;
    });
  }
  std::string need(const std::string& what) {
    EXPECT_EQ(ana.post(kClub + "/needs", {{"what", what}, {"kind", "people"}}).status, 303);
    return program.db().read([&](store::Reader& reader) {
      return needs(reader, {.workspace = "lakeside", .words = what}, 0, 1).front().id;
    });
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
  Browser ana{program};
  Browser cleo{program};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         SupportPages,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(SupportPages, SayWhoWasNeverCheckedInWith) {
  EXPECT_THAT(page("/support"),
              AllOf(HasSubstr("Lakeside Robotics Club"), HasSubstr("never checked in with"),
                    HasSubstr("no plan yet"), HasSubstr("first check-in due")));
  EXPECT_THAT(body_of(ana.get("/support.csv")),
              HasSubstr("robotics-club,Lakeside Robotics Club,first check-in due"));
}

TEST_P(SupportPages, StandOnThisMonthOnceSupportHasBegun) {
  EXPECT_THAT(page("/month"), Not(HasSubstr("Lakeside Robotics Club")));
  ASSERT_EQ(ana.post(kClub + "/check-in",
                     {{"what_was_said", "Hello."}, {"happened_on", "2026-03-01"}, {"who", "Ana"}})
                .status,
            303);
  EXPECT_THAT(page("/month"),
              AllOf(HasSubstr("Checking in with programs"), HasSubstr("Lakeside Robotics Club"),
                    HasSubstr("check-in due")));
  EXPECT_THAT(body_of(cleo.get("/month")), Not(HasSubstr("Checking in with programs")));
}

TEST_P(SupportPages, AreReachedFromTheProgram) {
  EXPECT_THAT(page("/orgs/robotics-club"), HasSubstr("href=\"" + kPlan + "\""));
  EXPECT_THAT(page("/orgs/lakeside"), Not(HasSubstr("/orgs/lakeside/plan")));
  EXPECT_EQ(ana.get("/orgs/lakeside/plan").status, 404);
}

TEST_P(SupportPages, LogACheckInWithNeedsAndStepsInOneSending) {
  add_step("Find a lab", "2026-05-01");
  const auto step = first_step();
  EXPECT_THAT(page(kPlan), HasSubstr("0 of 1 step done, 1 overdue"));
  EXPECT_EQ(ana.post(kClub + "/check-in", {{"what_was_said", "They found a lab."},
                                           {"happened_on", "2026-05-03"},
                                           {"who", "Ana"},
                                           {"how", "visit"},
                                           {"spoke_with", "Cleo"},
                                           {"next_by", "2026-06-05"},
                                           {"need_what-1", "Two chemists"},
                                           {"need_kind-1", "people"},
                                           {"need_urgency-1", "3"},
                                           {"version-" + step, "1"},
                                           {"state-" + step, "done"}})
                .status,
            303);
  EXPECT_THAT(page("/support"), AllOf(HasSubstr("yesterday"), HasSubstr("5 June 2026"),
                                      HasSubstr("1 urgent need"), HasSubstr("1 of 1 step done")));
  EXPECT_THAT(page(kPlan), AllOf(HasSubstr("They found a lab."), HasSubstr("Two chemists")));
}

TEST_P(SupportPages, LoseNothingOfACheckInThatIsAtFault) {
  const auto answer = ana.post(kClub + "/check-in", {{"what_was_said", ""},
                                                     {"happened_on", "2026-06-03"},
                                                     {"who", "Ana"},
                                                     {"spoke_with", "Cleo of the club"},
                                                     {"need_what-2", "A bus"},
                                                     {"need_amount-2", "many"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(
      body_of(answer),
      AllOf(HasSubstr("Write a line about what was said."), HasSubstr("This day has not come yet."),
            HasSubstr("Cleo of the club"), HasSubstr("A bus"), HasSubstr("Write a number from 1")));
}

TEST_P(SupportPages, OpenToAProgramLeadTheirOwnProgramOnly) {
  network::OrgRecord org;
  org.name = "Math Circle";
  org.kind = "pcsp";
  org.parent = "lakeside";
  ASSERT_TRUE(program.db().write(
      [&](store::Writer& writer) { return network::add_org(writer, org, program.by()); }));
  ASSERT_EQ(ana.post("/support/programs/math-circle/needs", {{"what", "A secret"}}).status, 303);
  EXPECT_EQ(cleo.get(kPlan).status, 200);
  EXPECT_EQ(cleo.get("/orgs/math-circle/plan").status, 403);
  EXPECT_EQ(cleo.post("/support/programs/math-circle/needs", {{"what", "Ours"}}).status, 403);
  EXPECT_THAT(body_of(cleo.get("/support")),
              AllOf(HasSubstr("Lakeside Robotics Club"), Not(HasSubstr("Math Circle"))));
  for (const std::string target :
       {"/support/needs", "/support/needs?program=math-circle", "/support/needs.csv?state=all"})
    EXPECT_THAT(body_of(cleo.get(target)), Not(HasSubstr("A secret"))) << target;
  EXPECT_THAT(page("/support/needs"), HasSubstr("A secret"));
}

TEST_P(SupportPages, LetAProgramLeadNoteNeedsAndAgree) {
  add_step("Find a lab");
  EXPECT_EQ(cleo.post(kClub + "/needs", {{"what", "A bus"}, {"kind", "other"}}).status, 303);
  EXPECT_EQ(cleo.post(kClub + "/steps", {{"title", "Ours"}}).status, 403);
  EXPECT_EQ(cleo.post(kClub + "/agreements", {{"agreed_name", "Somebody else"}}).status, 303);
  EXPECT_THAT(page(kPlan), AllOf(HasSubstr("Cleo"), HasSubstr("signed in"),
                                 Not(HasSubstr("Somebody else")), HasSubstr("A bus")));
}

TEST_P(SupportPages, DropAStepWithAReasonOnly) {
  add_step("Find a lab");
  const auto step = "/support/steps/" + first_step();
  const auto refused = ana.post(step + "/state", {{"state", "dropped"}, {"version", "1"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("Say in a few words why the step is dropped."));
  EXPECT_EQ(
      ana.post(step + "/state", {{"state", "dropped"}, {"reason", "They moved."}, {"version", "1"}})
          .status,
      303);
  EXPECT_THAT(page(kPlan), HasSubstr("They moved."));
  EXPECT_EQ(ana.post(step + "/state", {{"state", "open"}, {"version", "1"}}).status, 409);
  EXPECT_EQ(ana.post(step, {{"title", "Find a hall"}, {"version", "2"}}).status, 303);
  EXPECT_THAT(page(kPlan), HasSubstr("Find a hall"));
}

TEST_P(SupportPages, TakeAGoalAwayAndLeaveItsSteps) {
  ASSERT_EQ(ana.post(kClub + "/goals", {{"goal_title", "Ten more students"}}).status, 303);
  const auto goal = program.db().read([](store::Reader& reader) {
    return whole_plan(reader, "lakeside", "robotics-club")->goals.front().id;
  });
  ASSERT_EQ(ana.post(kClub + "/steps", {{"title", "Find a lab"}, {"goal", goal}}).status, 303);
  EXPECT_THAT(page(kPlan), AllOf(HasSubstr("Ten more students"), HasSubstr("Find a lab")));
  ASSERT_EQ(ana.post("/support/goals/" + goal, {{"title", ""}}).status, 303);
  EXPECT_THAT(page(kPlan), AllOf(Not(HasSubstr("Ten more students")), HasSubstr("Find a lab")));
}

TEST_P(SupportPages, BringANeedFromOpenToMet) {
  const auto id = "/support/needs/" + need("Two chemists");
  EXPECT_THAT(page(id), HasSubstr("Nobody in the region offers this yet"));
  ASSERT_EQ(ana.post("/support/assets", {{"ecosystem", "lakeside"},
                                         {"what", "Retired chemists"},
                                         {"kind", "people"},
                                         {"offered_by", "Lakeside Foundation"},
                                         {"capacity", "4"},
                                         {"unit", "people"},
                                         {"state", "pa"}})
                .status,
            303);
  EXPECT_THAT(page(id), HasSubstr("both say “chemist”"));
  const auto asset = program.db().read([](store::Reader& reader) {
    return find_assets(reader, {.workspace = "lakeside"}, 0, 1).front().id;
  });
  const auto too_many = ana.post(id + "/offers", {{"asset", asset}, {"amount", "5"}});
  EXPECT_EQ(too_many.status, 422);
  EXPECT_THAT(body_of(too_many), HasSubstr("Only 4 of 4"));
  ASSERT_EQ(ana.post(id + "/offers", {{"asset", asset}, {"amount", "2"}}).status, 303);
  EXPECT_THAT(page("/support/assets"), HasSubstr("2 of 4 people promised"));
  const auto match = program.db().read(
      [&](store::Reader& reader) { return matches_of_asset(reader, asset).front().id; });
  const auto end = "/support/offers/" + match + "/state";
  EXPECT_EQ(ana.post(end, {{"state", "worked_out"}, {"version", "1"}}).status, 422);
  ASSERT_EQ(ana.post(end, {{"state", "agreed"}, {"version", "1"}}).status, 303);
  EXPECT_THAT(page("/support/needs?state=matched"), HasSubstr("Two chemists"));
  ASSERT_EQ(
      ana.post(end, {{"state", "worked_out"}, {"version", "2"}, {"outcome", "Six came."}}).status,
      303);
  EXPECT_THAT(page(id), AllOf(HasSubstr("Met"), HasSubstr("Six came.")));
  EXPECT_THAT(page("/support/needs"), Not(HasSubstr("Two chemists")));
  EXPECT_THAT(page("/support/assets/" + asset), HasSubstr("Two chemists"));
}

TEST_P(SupportPages, ShowAnAssetAgainWithItsFaultsAndWhatWasTyped) {
  const auto answer = ana.post("/support/assets", {{"ecosystem", "lakeside"},
                                                   {"what", ""},
                                                   {"offered_by", "The works"},
                                                   {"capacity", "lots"},
                                                   {"state", "Penn"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(body_of(answer), AllOf(HasSubstr("Write what is offered."), HasSubstr("The works"),
                                     HasSubstr("lots"), HasSubstr("two letters, such as PA.")));
}

std::string link_in_mail(support::Program& program) {
  const auto mail = program.db().read([](store::Reader& reader) { return app::outbox(reader, 1); });
  std::smatch found;
  const auto& text = mail.at(0).text;
  EXPECT_TRUE(std::regex_search(text, found, std::regex("(/agree/\\S+)")));
  return found[1];
}

TEST_P(SupportPages, LetSomebodyAgreeThroughALinkOnce) {
  add_step("Find a lab");
  ASSERT_EQ(
      ana.post(kClub + "/ask", {{"ask_name", "Jo Reed"}, {"ask_email", "jo@example.org"}}).status,
      303);
  const auto link = link_in_mail(program);
  Browser jo(program);
  const auto shown = jo.get(link);
  EXPECT_THAT(body_of(shown), AllOf(HasSubstr("Find a lab"), HasSubstr("Jo Reed")));
  EXPECT_EQ(support::header_of(shown, "Referrer-Policy"), "no-referrer");
  const auto version = std::to_string(program.db().read([](store::Reader& reader) {
    return find_plan(reader, "lakeside", "robotics-club")->version;
  }));
  EXPECT_EQ(jo.post(link, {{"version", "0"}}).status, 422);
  EXPECT_EQ(jo.post(link, {{"version", version}}).status, 200);
  EXPECT_EQ(jo.post(link, {{"version", version}}).status, 409);
  EXPECT_THAT(page(kPlan), AllOf(HasSubstr("Jo Reed"), HasSubstr("through a link")));
  EXPECT_EQ(jo.get("/agree/nonsense").status, 404);
}

TEST_P(SupportPages, ChangeTheRhythmAndSayWhatIsWrong) {
  EXPECT_EQ(ana.post(kClub + "/rhythm", {{"rhythm_days", "often"}}).status, 422);
  EXPECT_EQ(ana.post(kClub + "/rhythm", {{"rhythm_days", "0"}}).status, 303);
  EXPECT_THAT(page("/support"), HasSubstr("not checked in with by us"));
}

TEST_P(SupportPages, SwitchTheWeeklyMessageOff) {
  EXPECT_THAT(page("/support"), HasSubstr("Switch it off"));
  ASSERT_EQ(
      ana.post("/support/reminders", {{"ecosystem", "lakeside"}, {"reminders", "off"}}).status,
      303);
  EXPECT_THAT(page("/support"), HasSubstr("Switch it on"));
}

}  // namespace
}  // namespace enact::programs
