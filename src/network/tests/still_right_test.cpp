// SPDX-License-Identifier: Apache-2.0
//
// "Is this still right?": noted by hand, asked by e-mail, answered and corrected by a link.
#include <gmock/gmock.h>

#include "app/mail.h"
#include "network/affiliations.h"
#include "network/facts.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/verifications.h"
#include "pages_world.h"

namespace enact::network {
namespace {

using testing::HasSubstr;
using testing::Not;

class StillRight : public NetworkPages {
 protected:
  StillRight() { browser.sign_in_as(world.ana); }

  std::vector<app::StoredMail> mails() {
    return program.db().read([](store::Reader& r) { return app::outbox(r, 10); });
  }
  // The address of the link in the latest mail.
  std::string link() {
    const auto text = mails().at(0).text;
    const auto start = text.find("/still-right/");
    return text.substr(start, text.find_first_of("\r\n ", start) - start);
  }
  std::string ask_about(const std::string& record, const std::string& to) {
    const auto sent = browser.post(record + "/still-right/ask", {{"to", to}});
    EXPECT_EQ(sent.status, 303);
    return link();
  }
  std::vector<Verification> words_on(const Subject& subject) {
    return program.db().read([&](store::Reader& r) { return verifications_of(r, subject); });
  }
  std::string value_of(const std::string& org, const std::string& field) {
    const auto facts = program.db().read([&](store::Reader& r) {
      return facts_of(r, {Thing::organization, org});
    });
    const auto fact = facts.find(field);
    return fact != facts.end() ? fact->second.value : "";
  }
};

const Subject kClub{Thing::organization, "robotics-club"};
const Subject kEve{Thing::person, "eve"};

TEST_F(StillRight, IsNotedByWhoCheckedAndShownOnTheRecord) {
  const auto today = program.clock().today().iso();
  EXPECT_EQ(browser.post("/orgs/robotics-club/still-right", {{"how", "spoke"}, {"said_on", today}})
                .status,
            303);
  ASSERT_EQ(words_on(kClub).size(), 1U);
  EXPECT_EQ(words_on(kClub)[0].said_by, "Ana");
  EXPECT_THAT(page("/orgs/robotics-club"), HasSubstr("Last verified on"));
  browser.sign_out();
  EXPECT_THAT(page("/orgs/robotics-club"), Not(HasSubstr("Last verified on")));
}

TEST_F(StillRight, IsNotNotedForADayToCome) {
  const auto answer = browser.post("/orgs/robotics-club/still-right",
                                   {{"how", "spoke"}, {"said_on", "2999-01-01"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(support::body_of(answer), HasSubstr("still to come"));
  EXPECT_TRUE(words_on(kClub).empty());
}

TEST_F(StillRight, IsAnsweredWithOneClickAndNoAccount) {
  const auto address = ask_about("/orgs/robotics-club", "eve@robots.example");
  browser.sign_out();
  const auto shown = browser.get(address);
  EXPECT_EQ(shown.status, 200);
  EXPECT_TRUE(words_on(kClub).empty()) << "looking is not answering";
  EXPECT_EQ(browser.post(address, {{"answer", "right"}}).status, 200);
  ASSERT_EQ(words_on(kClub).size(), 1U);
  EXPECT_EQ(words_on(kClub)[0].said_by, "Eve Sand");
  EXPECT_EQ(mails().size(), 1U) << "nothing to tell the one who asked";
}

TEST_F(StillRight, LetsWhoWasAskedCorrectFactsAndTellsWhoAsked) {
  const auto address = ask_about("/orgs/robotics-club", "eve@robots.example");
  browser.sign_out();
  const auto version = std::to_string(org("robotics-club").version);
  EXPECT_EQ(browser
                .post(address, {{"answer", "changed"},
                                {"version", version},
                                {"fact-hours", "about 140"},
                                {"note", "We moved."}})
                .status,
            200);
  EXPECT_EQ(value_of("robotics-club", "hours"), "about 140");
  EXPECT_EQ(words_on(kClub).size(), 1U);
  EXPECT_THAT(mails().at(0).text, HasSubstr("about 140 hours (before: (not known))"));
  EXPECT_THAT(mails().at(0).text, HasSubstr("We moved."));
}

TEST_F(StillRight, KeepsWhatWasTypedWhenACorrectionCannotBeRead) {
  const auto address = ask_about("/orgs/robotics-club", "eve@robots.example");
  browser.sign_out();
  const auto version = std::to_string(org("robotics-club").version);
  const auto answer = browser.post(
      address, {{"answer", "changed"}, {"version", version}, {"fact-hours", "quite a lot"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(support::body_of(answer), HasSubstr("quite a lot"));
  EXPECT_EQ(value_of("robotics-club", "hours"), "");
}

TEST_F(StillRight, NeverChangesWhatTheAskedMayNotRead) {
  const auto address = ask_about("/orgs/robotics-club", "eve@robots.example");
  const auto version = std::to_string(org("robotics-club").version);
  browser.sign_out();
  browser.post(address, {{"answer", "changed"}, {"version", version}, {"fact-budget", "1"}});
  EXPECT_EQ(value_of("robotics-club", "budget"), "");
}

TEST_F(StillRight, IsNotAskedTwiceAtOnceNorOfThoseWhoRefused) {
  const auto address = ask_about("/people/eve", "eve@robots.example");
  EXPECT_EQ(browser.post("/people/eve/still-right/ask", {{"to", "eve@robots.example"}}).status,
            409);
  EXPECT_EQ(browser.post(address, {{"answer", "stop"}}).status, 200);
  const auto history =
      program.db().read([&](store::Reader& r) { return permissions_of(r, "eve"); });
  ASSERT_NE(standing_on(history, Channel::email), nullptr);
  EXPECT_EQ(standing_on(history, Channel::email)->answer, Permission::Answer::no);
  EXPECT_EQ(browser.post("/people/eve/still-right/ask", {{"to", "eve@robots.example"}}).status,
            422);
  EXPECT_THAT(page("/people/eve/still-right"), HasSubstr("Nobody can be asked"));
}

TEST_F(StillRight, LinkOpensNothingOnceItHasRunOut) {
  const auto address = ask_about("/people/eve", "eve@robots.example");
  program.clock().advance(std::chrono::days(31));
  EXPECT_EQ(browser.get(address).status, 404);
  EXPECT_EQ(browser.post(address, {{"answer", "right"}}).status, 404);
  EXPECT_TRUE(words_on(kEve).empty());
}

TEST_F(StillRight, ListsTheStalestFirstAndAsksAboutThoseChosen) {
  const auto before = page("/network/still-right?ecosystem=lakeside&of=people");
  EXPECT_THAT(before, HasSubstr("Eve Sand"));
  EXPECT_THAT(before, Not(HasSubstr("Gil Hill"))) << "of another ecosystem";
  const auto sent = browser.post("/network/still-right",
                                 {{"ecosystem", "lakeside"}, {"of", "people"}, {"record", "eve"}});
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(mails().at(0).to, "eve@robots.example");
  EXPECT_EQ(
      browser.post("/network/still-right", {{"ecosystem", "lakeside"}, {"of", "people"}}).status,
      422);
}

}  // namespace
}  // namespace enact::network
