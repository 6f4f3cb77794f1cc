// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "base/json.h"
#include "pages_world.h"

namespace enact::network {
namespace {

using support::body_of;
using support::Browser;
using support::header_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST_F(NetworkPages, ShowEcosystemsByCohortWithHostRegionAndPrograms) {
  const auto html = page("/network");
  EXPECT_THAT(html, HasSubstr("Cohort 1"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/orgs/lakeside\">Lakeside STEM Ecosystem</a></th><td><a "
                              "href=\"/orgs/lakeside-foundation\">Lakeside Foundation</a></td><td>"
                              "Lakes</td><td class=\"num\">1</td>"));
  EXPECT_THAT(html, HasSubstr("Precollege STEM programs"));
  EXPECT_THAT(html, Not(HasSubstr("Add an organization")));
}

TEST_F(NetworkPages, AreFilteredByAnAddressThatCanBeShared) {
  const auto html = page("/network?cohort=2");
  EXPECT_THAT(html, HasSubstr("Hillside"));
  EXPECT_THAT(html, Not(HasSubstr("/orgs/lakeside\"")));
  EXPECT_THAT(page("/network?q=nothing+like+it"), HasSubstr("No organization is like that."));
}

TEST_F(NetworkPages, GiveTheSameListAsCsvAndJson) {
  const auto csv = browser.get("/network.csv?kind=pcsp");
  EXPECT_THAT(header_of(csv, "Content-Disposition"), HasSubstr("organizations.csv"));
  EXPECT_THAT(body_of(csv), AllOf(HasSubstr("robotics-club"), Not(HasSubstr("hillside"))));
  const auto json = base::Json::parse(page("/network.json?kind=pcsp"));
  ASSERT_TRUE(json);
  ASSERT_EQ((*json)["organizations"].items().size(), 1u);
  EXPECT_EQ((*json)["organizations"].items()[0]["parent"].text(), "lakeside");
}

TEST_F(NetworkPages, DrawTheStructureWithTitleListAndTable) {
  const auto html = page("/network/structure");
  EXPECT_THAT(html, HasSubstr("<title id=\"structure-title\">"));
  EXPECT_THAT(html, HasSubstr("<desc id=\"structure-desc\">"));
  EXPECT_THAT(html, HasSubstr("with Lakeside Foundation</text>"));
  EXPECT_THAT(html, HasSubstr("<li><a href=\"/orgs/robotics-club\">Lakeside Robotics Club</a>"));
  EXPECT_THAT(html, HasSubstr("<caption id=\"structure-table\">"));
}

TEST_F(NetworkPages, ShowAnOrganizationWithItsParentsAndPartsToVisitors) {
  const auto html = page("/orgs/lakeside");
  EXPECT_THAT(html, HasSubstr("<a href=\"/orgs/lakeside-foundation\">Lakeside Foundation</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/orgs/robotics-club\">Lakeside Robotics Club</a>"));
  EXPECT_EQ(browser.get("/orgs/nowhere").status, 404);
}

TEST_F(NetworkPages, ShowPeopleOnlyToThoseWhoTakePart) {
  EXPECT_THAT(page("/orgs/robotics-club"), Not(HasSubstr("Eve")));
  EXPECT_THAT(page("/orgs/robotics-club.json"), Not(HasSubstr("Eve")));
  browser.sign_in_as(world.dan);
  EXPECT_THAT(page("/orgs/robotics-club"), Not(HasSubstr("Eve")));
  EXPECT_THAT(page("/people"), AllOf(HasSubstr("Gil Hill"), Not(HasSubstr("Eve"))));
  EXPECT_EQ(browser.get("/people/eve").status, 403);
  browser.sign_in_as(world.rosa);
  EXPECT_THAT(page("/people"), Not(HasSubstr("Eve")));
  browser.sign_in_as(world.cleo);
  EXPECT_THAT(page("/orgs/robotics-club"), HasSubstr("Eve Sand"));
  EXPECT_THAT(page("/people"), AllOf(HasSubstr("Eve Sand"), Not(HasSubstr("Gil"))));
  browser.sign_in_as(world.hana);
  EXPECT_THAT(page("/people"), AllOf(HasSubstr("Eve Sand"), HasSubstr("Gil Hill")));
  EXPECT_THAT(page("/people?q=gil"), Not(HasSubstr("Eve")));
}

TEST_F(NetworkPages, ShowFormerPeopleAsFormer) {
  browser.sign_in_as(world.ben);
  EXPECT_THAT(page("/orgs/lakeside"), HasSubstr("Formerly"));
  EXPECT_THAT(page("/people/eve"), AllOf(HasSubstr("2019 to 2021"), HasSubstr("since July 2021"),
                                         HasSubstr("make-believe person")));
}

TEST_F(NetworkPages, SendVisitorsToSignInBeforePeople) {
  EXPECT_EQ(browser.get("/people").status, 303);
  EXPECT_EQ(browser.get("/people/eve").status, 303);
}

TEST_F(NetworkPages, LetALeadAddAProgramToTheirEcosystem) {
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/orgs/new"), HasSubstr("value=\"Lakeside STEM Ecosystem\""));
  const auto added = browser.post_and_follow(
      "/orgs/new", {{"name", "Lake Lab"}, {"kind", "pcsp"}, {"parent", "lakeside"}});
  EXPECT_EQ(added.status, 200);
  EXPECT_THAT(body_of(added), HasSubstr("Lake Lab is added."));
  EXPECT_EQ(org("lake-lab").parent, "lakeside");
}

TEST_F(NetworkPages, KeepALeadOutOfOtherEcosystems) {
  browser.sign_in_as(world.ana);
  EXPECT_EQ(browser.get("/orgs/hillside/edit").status, 403);
  EXPECT_EQ(browser.post("/orgs/hillside/edit", form_of(org("hillside"))).status, 403);
  for (const auto* parent : {"hillside", "", "lakeside-foundation"}) {
    const auto refused =
        browser.post("/orgs/new", {{"name", "Lake Lab"}, {"kind", "pcsp"}, {"parent", parent}});
    EXPECT_EQ(refused.status, 422) << parent;
    EXPECT_THAT(body_of(refused), HasSubstr("value=\"Lake Lab\""));
    EXPECT_THAT(body_of(refused), HasSubstr("Choose something in an ecosystem that you lead."));
  }
  const auto own =
      browser.post("/orgs/new", {{"name", "Mine"}, {"kind", "ecosystem"}, {"parent", "lakeside"}});
  EXPECT_EQ(own.status, 422);
}

TEST_F(NetworkPages, DoNotLetALeadMoveAProgramAway) {
  browser.sign_in_as(world.ana);
  auto robots = org("robotics-club");
  robots.parent = "hillside";
  EXPECT_EQ(browser.post("/orgs/robotics-club/edit", form_of(robots)).status, 422);
  EXPECT_EQ(org("robotics-club").parent, "lakeside");
}

TEST_F(NetworkPages, LeaveEditingToLeadsAndTheHub) {
  for (const auto& user : {world.ben, world.cleo, world.rui}) {
    browser.sign_in_as(user);
    EXPECT_EQ(browser.get("/orgs/lakeside/edit").status, 403);
    EXPECT_EQ(browser.get("/orgs/new").status, 403);
    EXPECT_EQ(browser.get("/network/kinds").status, 403);
  }
  browser.sign_in_as(world.hana);
  EXPECT_EQ(browser.get("/orgs/lakeside/edit").status, 200);
  EXPECT_EQ(browser.get("/orgs/lakeside-foundation/edit").status, 200);
}

TEST_F(NetworkPages, SayWhichCircleOfParentsAFormWouldClose) {
  browser.sign_in_as(world.hana);
  auto foundation = org("lakeside-foundation");
  foundation.parent = "robotics-club";
  const auto answer = browser.post("/orgs/lakeside-foundation/edit", form_of(foundation));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(body_of(answer),
              HasSubstr("Lakeside Foundation belongs to Lakeside Robotics Club, Lakeside Robotics "
                        "Club belongs to Lakeside STEM Ecosystem, and Lakeside STEM Ecosystem "
                        "belongs to Lakeside Foundation."));
}

TEST_F(NetworkPages, ShowAStaleFormAgainBesideWhatIsStoredNow) {
  auto mine = org("lakeside");
  browser.sign_in_as(world.hana);
  auto theirs = mine;
  theirs.region = "The great lakes";
  ASSERT_EQ(browser.post("/orgs/lakeside/edit", form_of(theirs)).status, 303);

  browser.sign_in_as(world.ana);
  mine.region = "Lakes and rivers";
  const auto stale = browser.post("/orgs/lakeside/edit", form_of(mine));

  EXPECT_EQ(stale.status, 409);
  EXPECT_THAT(body_of(stale), HasSubstr("Hana saved this while you were writing"));
  EXPECT_THAT(body_of(stale), HasSubstr("<dt>Region</dt><dd>The great lakes</dd>"));
  EXPECT_THAT(body_of(stale), HasSubstr("value=\"Lakes and rivers\""));
  EXPECT_EQ(org("lakeside").region, "The great lakes");

  mine.version = org("lakeside").version;
  EXPECT_THAT(body_of(stale), HasSubstr("value=\"" + std::to_string(mine.version) + "\""));
  EXPECT_EQ(browser.post("/orgs/lakeside/edit", form_of(mine)).status, 303);
  EXPECT_EQ(org("lakeside").region, "Lakes and rivers");
}

TEST_F(NetworkPages, ShowVisitorsAChangeAtOnce) {
  EXPECT_THAT(page("/orgs/lakeside"), HasSubstr("Lakes"));
  Browser hub(program);
  hub.sign_in_as(world.hana);
  auto changed = org("lakeside");
  changed.name = "Lakeside Together";
  ASSERT_EQ(hub.post("/orgs/lakeside/edit", form_of(changed)).status, 303);
  EXPECT_THAT(page("/orgs/lakeside"), HasSubstr("Lakeside Together"));
}

TEST_F(NetworkPages, RecordThatAPersonBeganAndLeft) {
  browser.sign_in_as(world.ben);
  auto answer = browser.post_and_follow(
      "/people/new", {{"name", "Flo"}, {"org", "lakeside"}, {"role", "Volunteer"}});
  EXPECT_THAT(body_of(answer), AllOf(HasSubstr("Flo"), HasSubstr("Volunteer")));
  answer = browser.post_and_follow("/people/eve/affiliations",
                                   {{"org", "lakeside"}, {"role", "Adviser"}, {"from", "2026"}});
  EXPECT_THAT(body_of(answer), HasSubstr("since 2026"));
  const auto html = page("/people/eve");
  const auto at = html.find("/people/eve/affiliations/");
  const auto address = html.substr(at, html.find('"', at) - at);
  const auto early = browser.post(address, {{"until", "tomorrow"}});
  EXPECT_EQ(early.status, 422);
  EXPECT_THAT(body_of(early), HasSubstr("Write the date as"));
  EXPECT_EQ(browser.post(address, {{"until", "2026"}}).status, 303);
  EXPECT_EQ(browser.post(address, {{"until", "2026"}}).status, 409);
}

TEST_F(NetworkPages, DoNotLetAnybodyDrawAPersonIntoTheirOwnEcosystem) {
  browser.sign_in_as(world.dan);
  EXPECT_EQ(
      browser.post("/people/eve/affiliations", {{"org", "hillside"}, {"role", "Friend"}}).status,
      403);
  browser.sign_in_as(world.ana);
  EXPECT_EQ(
      browser.post("/people/eve/affiliations", {{"org", "hillside"}, {"role", "Friend"}}).status,
      422);
}

TEST_F(NetworkPages, ShowAStalePersonBesideWhatIsStoredNow) {
  browser.sign_in_as(world.ana);
  ASSERT_EQ(
      browser
          .post("/people/eve/edit", {{"name", "Eve Sand"}, {"phone", "555 0100"}, {"version", "3"}})
          .status,
      303);
  const auto stale = browser.post("/people/eve/edit",
                                  {{"name", "Eve Sand"}, {"phone", "555 0199"}, {"version", "3"}});
  EXPECT_EQ(stale.status, 409);
  EXPECT_THAT(body_of(stale), HasSubstr("<dd>555 0100</dd>"));
  EXPECT_THAT(body_of(stale), HasSubstr("value=\"555 0199\""));
}

TEST_F(NetworkPages, LetTheHubWordAKindAnew) {
  browser.sign_in_as(world.hana);
  EXPECT_EQ(page("/network/kinds").empty(), false);
  browser.post_and_follow("/network/kinds",
                          {{"id", "pcsp"}, {"label", "Youth lab"}, {"plural", "Youth labs"}});
  EXPECT_THAT(page("/network"), HasSubstr("Youth labs"));
  const auto empty = browser.post("/network/kinds", {{"id", ""}, {"label", ""}, {"plural", ""}});
  EXPECT_EQ(empty.status, 422);
}

TEST_F(NetworkPages, ShowWhatWasTypedAsTextAndNotAsMarkup) {
  browser.sign_in_as(world.hana);
  auto lakeside = org("lakeside");
  lakeside.name = "<script>alert(1)</script>";
  ASSERT_EQ(browser.post("/orgs/lakeside/edit", form_of(lakeside)).status, 303);
  for (const auto* target : {"/network", "/network/structure", "/orgs/lakeside", "/people"})
    EXPECT_THAT(page(target), Not(HasSubstr("<script>alert"))) << target;
}

}  // namespace
}  // namespace enact::network
