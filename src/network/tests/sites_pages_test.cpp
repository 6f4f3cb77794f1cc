// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "pages_world.h"

namespace enact::network {
namespace {

using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SitesPages : public NetworkPages {};

TEST_F(SitesPages, ShowVisitorsWhereAndWhenButNotWhoPays) {
  browser.sign_in_as(world.cleo);
  EXPECT_EQ(browser
                .post("/orgs/robotics-club/sites", {{"name", "Lake High School"},
                                                    {"city", "Lakeside"},
                                                    {"state", "OH"},
                                                    {"times", "Mon, Wed 4-6 pm, school year"},
                                                    {"source", "Its web page"}})
                .status,
            303);
  EXPECT_EQ(browser
                .post("/orgs/robotics-club/funding", {{"funder", "Lakeside Foundation"},
                                                      {"amount", "$20,000"},
                                                      {"until_date", "2027-01"}})
                .status,
            303);
  EXPECT_THAT(page("/orgs/robotics-club"),
              AllOf(HasSubstr("Lake High School"), HasSubstr("Mon, Wed 4:00 pm to 6:00 pm"),
                    HasSubstr("Funding ends within twelve months"), HasSubstr("January 2027")));
  EXPECT_THAT(page("/orgs/robotics-club/funding"),
              AllOf(HasSubstr("20000 dollars"), HasSubstr("/orgs/lakeside-foundation")));
  Browser visitor{program};
  EXPECT_THAT(support::body_of(visitor.get("/orgs/robotics-club")),
              AllOf(HasSubstr("Lake High School"), Not(HasSubstr("Funding"))));
  EXPECT_EQ(visitor.get("/orgs/robotics-club/funding").status, 303);
  EXPECT_EQ(visitor.get("/orgs/robotics-club/sites").status, 200);
}

TEST_F(SitesPages, PointOutASiteInAnotherState) {
  browser.sign_in_as(world.ana);
  const auto version = std::to_string(org("robotics-club").version);
  browser.post("/orgs/robotics-club/facts", {{"fact-state", "PA"}, {"version", version}});
  browser.post("/orgs/robotics-club/sites", {{"name", "Hall"}, {"state", "OH"}});
  EXPECT_THAT(page("/orgs/robotics-club/sites"), HasSubstr("To check: it lies in OH"));
  Browser visitor{program};
  EXPECT_THAT(support::body_of(visitor.get("/orgs/robotics-club")), Not(HasSubstr("To check")));
}

TEST_F(SitesPages, GiveBackWhatCannotBeReadAndShowWhoWasFaster) {
  browser.sign_in_as(world.ana);
  const auto refused =
      browser.post("/orgs/robotics-club/sites", {{"name", "Hall"}, {"times", "Mon 4-6"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(support::body_of(refused),
              AllOf(HasSubstr("morning or afternoon"), HasSubstr("Mon 4-6</textarea>")));
  browser.post("/orgs/robotics-club/sites", {{"name", "Hall"}});
  const auto list = page("/orgs/robotics-club/sites");
  const std::string start = "/orgs/robotics-club/sites/";
  const auto at = list.find(start);
  const auto address = list.substr(at, list.find('"', at) - at);
  EXPECT_THAT(page(address), HasSubstr("value=\"Hall\""));
  EXPECT_EQ(browser.post(address, {{"name", "Long Hall"}, {"version", "1"}}).status, 303);
  const auto late = browser.post(address, {{"name", "Old Hall"}, {"version", "1"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(support::body_of(late), AllOf(HasSubstr("Long Hall"), HasSubstr("Old Hall")));
  EXPECT_EQ(browser.post(address + "/end", {{"until", "2026-05"}}).status, 303);
  EXPECT_THAT(page("/orgs/robotics-club/sites"), HasSubstr("over since"));
  EXPECT_THAT(page("/orgs/robotics-club"), Not(HasSubstr("Long Hall")));
  EXPECT_EQ(browser.get("/orgs/hillside/sites/none").status, 403) << "another ecosystem's";
}

}  // namespace
}  // namespace enact::network
