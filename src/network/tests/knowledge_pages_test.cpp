// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "pages_world.h"

namespace enact::network {
namespace {

using support::body_of;
using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// The pages on which people note what they know: facts, fields, permissions, connections.
class KnowledgePages : public NetworkPages {};

TEST_F(KnowledgePages, ShowFactsWithTheirSourceAndKeepThoseThatAreNotPublic) {
  browser.sign_in_as(world.ana);
  const auto version = std::to_string(org("robotics-club").version);
  const auto saved = browser.post("/orgs/robotics-club/facts", {{"fact-hours", "about 120"},
                                                                {"fact-budget", "$50,000"},
                                                                {"fact-strategic_plan", "no"},
                                                                {"source", "Its report"},
                                                                {"as_of", "2025"},
                                                                {"version", version}});
  EXPECT_EQ(saved.status, 303);
  EXPECT_THAT(page("/orgs/robotics-club"),
              AllOf(HasSubstr("about 120 hours"), HasSubstr("Its report"),
                    HasSubstr("50000 dollars"), HasSubstr("<dd>No")));
  Browser visitor{program};
  EXPECT_THAT(body_of(visitor.get("/orgs/robotics-club")),
              AllOf(HasSubstr("about 120 hours"), Not(HasSubstr("50000 dollars"))));
}

TEST_F(KnowledgePages, GiveBackFactsThatCannotBeReadAndSayWhatIsWrong) {
  browser.sign_in_as(world.ana);
  const auto version = std::to_string(org("robotics-club").version);
  const auto refused = browser.post(
      "/orgs/robotics-club/facts",
      {{"fact-hours", "quite a lot"}, {"fact-city", "Lakeside"}, {"version", version}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused),
              AllOf(HasSubstr("Write hours a year as a number"), HasSubstr("value=\"quite a lot\""),
                    HasSubstr("value=\"Lakeside\"")));
  const auto late =
      browser.post("/orgs/robotics-club/facts", {{"fact-city", "Lakeside"}, {"version", "0"}});
  EXPECT_EQ(late.status, 409);
}

TEST_F(KnowledgePages, LetAnEcosystemNoteWhatNobodyElseAsksFor) {
  browser.sign_in_as(world.ana);
  const auto added = browser.post("/network/fields", {{"ecosystem", "lakeside"},
                                                      {"label", "Bus line"},
                                                      {"topic", "Our own"},
                                                      {"thing", "organization"},
                                                      {"shape", "line"}});
  EXPECT_EQ(added.status, 303);
  EXPECT_THAT(page("/orgs/robotics-club/facts"), HasSubstr("Bus line"));
  EXPECT_THAT(page("/network/fields"), HasSubstr("Bus line"));
  EXPECT_EQ(browser
                .post("/network/fields/hours/label",
                      {{"ecosystem", "lakeside"}, {"label", "Contact hours"}})
                .status,
            303);
  EXPECT_THAT(page("/network/fields"), HasSubstr("elsewhere: Hours a year"));
  EXPECT_EQ(browser.get("/network/fields?ecosystem=nowhere").status, 404);
  EXPECT_EQ(browser.post("/network/fields/hours/retire", {{"ecosystem", "lakeside"}}).status, 404);
}

TEST_F(KnowledgePages, ShowWhatAPersonSaidAboutBeingContacted) {
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/people/eve/permissions"), HasSubstr("Never asked"));
  const auto noted = browser.post("/people/eve/permissions", {{"channel", "story"},
                                                              {"answer", "yes"},
                                                              {"said_on", "2025-05-14"},
                                                              {"how", "asked at the meeting"}});
  EXPECT_EQ(noted.status, 303);
  EXPECT_THAT(page("/people/eve/permissions"), HasSubstr("asked at the meeting"));
  EXPECT_EQ(
      browser.post("/people/eve/permissions", {{"channel", "story"}, {"answer", "yes"}}).status,
      422);
}

TEST_F(KnowledgePages, ConnectPeopleByNameAndHideWhatIsPrivate) {
  browser.sign_in_as(world.hana);
  const support::FormFields form{{"kind", "knows"},
                                 {"to", "Gil Hill"},
                                 {"strength", "3"},
                                 {"is_private", "yes"},
                                 {"note", "since school"}};
  EXPECT_EQ(browser.post("/people/eve/links", form).status, 303);
  EXPECT_THAT(page("/people/eve/links"), AllOf(HasSubstr("Gil Hill"), HasSubstr("only you see")));
  EXPECT_THAT(page("/people/gil/links"), HasSubstr("is known by"));
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/people/eve/links"), Not(HasSubstr("Gil Hill")));
  EXPECT_EQ(browser.post("/people/eve/links", {{"kind", "knows"}, {"to", "Nobody"}}).status, 422);
}

TEST_F(KnowledgePages, SayWhoCanIntroduceUs) {
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/people/eve/paths"), HasSubstr("Some of our own people are there already"));
  browser.sign_in_as(world.hana);
  EXPECT_THAT(page("/orgs/lakeside-foundation/paths"), HasSubstr("Nobody at Lakeside Foundation"));
  const auto added = browser.post(
      "/people/new", {{"name", "Ida Fund"}, {"org", "lakeside-foundation"}, {"role", "Officer"}});
  ASSERT_EQ(added.status, 303);
  EXPECT_THAT(page("/orgs/lakeside-foundation/paths"), HasSubstr("Nobody of ours is known"));
  ASSERT_EQ(browser.post("/people/gil/links", {{"kind", "knows"}, {"to", "Ida Fund"}}).status, 303);
  ASSERT_EQ(browser.post("/people/eve/links", {{"kind", "knows"}, {"to", "Gil Hill"}}).status, 303);
  ASSERT_EQ(browser
                .post("/people/gil/permissions", {{"channel", "introduction"},
                                                  {"answer", "no"},
                                                  {"said_on", "2025-01-01"},
                                                  {"how", "told us"}})
                .status,
            303);
  EXPECT_THAT(page("/orgs/lakeside-foundation/paths"),
              AllOf(HasSubstr("Directly"), HasSubstr("Gil Hill"), HasSubstr("Ida Fund"),
                    HasSubstr("does not want to be introduced"), Not(HasSubstr("Eve Sand"))));
}

}  // namespace
}  // namespace enact::network
