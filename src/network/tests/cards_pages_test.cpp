// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "base/json.h"
#include "pages_world.h"

namespace enact::network {
namespace {

using support::body_of;
using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CardsPages : public NetworkPages {};

TEST_F(CardsPages, GiveAPersonWithoutTheChannelThatIsRefused) {
  browser.sign_in_as(world.ana);
  const auto card = browser.get("/people/eve.vcf");
  EXPECT_EQ(card.type, "text/vcard; charset=utf-8");
  EXPECT_THAT(body_of(card), AllOf(HasSubstr("FN:Eve Sand"), HasSubstr("eve@robots.example"),
                                   HasSubstr("TITLE:Director")));
  browser.post(
      "/people/eve/permissions",
      {{"channel", "email"}, {"answer", "no"}, {"said_on", "2025-05-14"}, {"how", "told us"}});
  EXPECT_THAT(page("/people/eve.vcf?version=3"),
              AllOf(HasSubstr("VERSION:3.0"), Not(HasSubstr("EMAIL"))));
  EXPECT_THAT(page("/people/eve"), HasSubstr("without the e-mail address, as this person wishes"));
  EXPECT_EQ(browser.get("/people/eve.vcf?version=2").status, 422);
}

TEST_F(CardsPages, GiveThoseWhomTheViewerMaySee) {
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/people.vcf"), AllOf(HasSubstr("Eve Sand"), Not(HasSubstr("Gil Hill"))));
  browser.sign_in_as(world.dan);
  EXPECT_EQ(browser.get("/people/eve.vcf").status, 403);
  Browser visitor{program};
  EXPECT_EQ(visitor.get("/people.vcf").status, 403);
  EXPECT_EQ(visitor.get("/people/eve.vcf").status, 403);
  EXPECT_EQ(visitor.get("/orgs/robotics-club.vcf").status, 403);
  browser.sign_in_as(world.ben);
  EXPECT_THAT(page("/orgs/robotics-club.vcf"), HasSubstr("KIND:org"));
}

// The data in a page's script element.
base::Json data_of(const std::string& page) {
  const std::string start = "<script type=\"application/ld+json\">";
  const auto at = page.find(start);
  if (at == std::string::npos) return {};
  const auto json = base::Json::parse(std::string_view(page).substr(
      at + start.size(), page.find("</script>", at) - at - start.size()));
  EXPECT_TRUE(json);
  return json ? *json : base::Json();
}

TEST_F(CardsPages, TellSearchEnginesWhatAProgramIs) {
  browser.sign_in_as(world.ana);
  const auto version = std::to_string(org("robotics-club").version);
  browser.post("/orgs/robotics-club/facts", {{"fact-cost", "0"},
                                             {"fact-grades", "9 to 12"},
                                             {"fact-selection", "</script><script>alert(1)"},
                                             {"fact-capacity", "24"},
                                             {"fact-budget", "50000"},
                                             {"version", version}});
  browser.post("/orgs/robotics-club/sites",
               {{"name", "Hall"}, {"city", "Erie"}, {"state", "PA"}, {"coordinates", "42.1, -80"}});
  EXPECT_TRUE(data_of(page("/orgs/robotics-club")).is_null()) << "robots do not sign in";
  Browser visitor{program};
  const auto text = body_of(visitor.get("/orgs/robotics-club"));
  EXPECT_THAT(text, Not(HasSubstr("</script><script>alert")));
  const auto json = data_of(text);
  EXPECT_EQ(json["@type"].text(), "EducationalOccupationalProgram");
  EXPECT_EQ(json["offers"]["category"].text(), "Free");
  EXPECT_EQ(json["maximumEnrollment"].integer(), 24);
  EXPECT_EQ(json["programPrerequisites"].text(), "Grades 9 to 12. </script><script>alert(1)");
  const auto& places = json["provider"]["location"].items();
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0]["address"]["addressLocality"].text(), "Erie");
  EXPECT_EQ(text.find("50000"), std::string::npos);
  EXPECT_EQ(data_of(body_of(visitor.get("/orgs/lakeside-foundation")))["@type"].text(),
            "Organization");
}

}  // namespace
}  // namespace enact::network
