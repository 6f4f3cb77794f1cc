// SPDX-License-Identifier: Apache-2.0
#include "network/introductions.h"

#include <gmock/gmock.h>

#include <regex>

#include "app/mail.h"
#include "network/links.h"
#include "pages_world.h"

namespace enact::network {
namespace {

using support::body_of;
using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Eve of the robotics club, who is ours, knows Gil, who knows Ida at the foundation.
class Introductions : public NetworkPages {
 protected:
  Introductions() {
    const auto added = program.db().write([&](store::Writer& writer) {
      return import_people(writer,
                           "id,name,email,make_believe,org,role,from,until\n"
                           "ana,Ana Alvarez,ana@example.org,yes,lakeside,Lead,2021,\n"
                           "ida,Ida Fund,ida@fund.example,yes,lakeside-foundation,Officer,,\n",
                           program.by("Hana"));
    });
    EXPECT_TRUE(added) << added.error().message;
    know("eve", "gil");
    know("gil", "ida");
    browser.sign_in_as(world.ana);
  }

  void know(const std::string& from, const std::string& to, bool is_private = false) {
    auto by = program.by("Ana");
    by.actor = world.ana;
    Link link;
    link.from = {Thing::person, from};
    link.to = {Thing::person, to};
    link.workspace = "lakeside";
    link.is_private = is_private;
    EXPECT_TRUE(program.db().write([&](store::Writer& w) { return note_link(w, link, by); }));
  }
  support::FormFields form(const std::string& by = "gil", const std::string& to = "ida") {
    return {{"ecosystem", "lakeside"},
            {"by", by},
            {"to", to},
            {"asked_by", "email"},
            {"subject", "Introduce me?"},
            {"text", "Hi, would you?"}};
  }
  // The address of the introduction.
  std::string ask() {
    const auto asked = browser.post("/introductions", form());
    EXPECT_EQ(asked.status, 303) << body_of(asked);
    return support::header_of(asked, "Location");
  }
  std::vector<app::StoredMail> mails() {
    return program.db().read([](store::Reader& reader) { return app::outbox(reader, 20); });
  }
  std::string mail_to(const std::string& address) {
    for (const auto& mail : mails())
      if (mail.to == address) return mail.text;
    return {};
  }
  // The link of a mail that stands under these words.
  static std::string link_under(const std::string& mail, const std::string& words) {
    const auto at = mail.find(words);
    std::smatch found;
    const auto rest = at == std::string::npos ? std::string() : mail.substr(at);
    return std::regex_search(rest, found, std::regex("/introduction/[^\\s]+")) ? found.str() : "";
  }
  void refuse(const std::string& person, const std::string& channel) {
    browser.sign_in_as(world.hana);
    EXPECT_EQ(browser
                  .post("/people/" + person + "/permissions", {{"channel", channel},
                                                               {"answer", "no"},
                                                               {"said_on", "2025-01-01"},
                                                               {"how", "told us"}})
                  .status,
              303);
    browser.sign_in_as(world.ana);
  }
};

TEST_F(Introductions, AreAskedForFromAWarmPathWithTheShortAskFilledIn) {
  EXPECT_THAT(page("/orgs/lakeside-foundation/paths"), HasSubstr("Ask Gil Hill to introduce us"));
  EXPECT_THAT(page("/introductions/new?ecosystem=lakeside&by=gil&to=ida"),
              AllOf(HasSubstr("Ida Fund"), HasSubstr("Hi Gil"), HasSubstr("gil@hill.example"),
                    HasSubstr("Not asked in the last 90 days")));
}

TEST_F(Introductions, TellTheIntroducerAndTheAskerButNotWhomWeWantToMeet) {
  const auto address = ask();
  EXPECT_THAT(mail_to("gil@hill.example"), HasSubstr("Hi, would you?"));
  EXPECT_THAT(mail_to("ana@example.org"), HasSubstr("on its way to Gil Hill"));
  EXPECT_EQ(mail_to("ida@fund.example"), "");
  EXPECT_THAT(page(address), HasSubstr("Asked"));
  EXPECT_THAT(page("/introductions?ecosystem=lakeside"), HasSubstr("1 asked, 0 made, 0 met"));
}

TEST_F(Introductions, AreClosedByAButtonAndNotByOpeningTheLink) {
  const auto address = ask();
  const auto link = link_under(mail_to("gil@hill.example"), "I have introduced");
  ASSERT_NE(link, "");
  Browser gil{program};
  EXPECT_THAT(body_of(gil.get(link)), HasSubstr("Until then nothing has happened"));
  EXPECT_THAT(page(address), Not(HasSubstr("Introduction made</span> <small>")));
  EXPECT_EQ(mail_to("ida@fund.example"), "");
  EXPECT_EQ(gil.post_without_token(link, {}).status, 303);
  EXPECT_THAT(body_of(gil.get(link)), HasSubstr("It is on record"));
  EXPECT_THAT(page(address), HasSubstr("said by Gil Hill by a link"));
  EXPECT_THAT(mail_to("ida@fund.example"), HasSubstr("Gil Hill has introduced"));
  EXPECT_THAT(mail_to("ana@example.org"), HasSubstr("thanks"));

  const auto met = link_under(mail_to("ida@fund.example"), "and I have met");
  EXPECT_EQ(Browser{program}.post_without_token(met, {}).status, 303);
  EXPECT_THAT(page(address), HasSubstr("They know each other now"));
  EXPECT_EQ(browser.post(address + "/link", {{"last_contact", "2026-11-22"}}).status, 303);
  EXPECT_THAT(page("/people/ana/links"), HasSubstr("Ida Fund"));
  EXPECT_THAT(page(address), Not(HasSubstr("They know each other now")));
  const auto late = Browser{program}.post_without_token(
      link_under(mail_to("gil@hill.example"), "I would rather not"), {});
  EXPECT_EQ(late.status, 409);
}

TEST_F(Introductions, AreNotAskedOfWhoRefusesThem) {
  refuse("gil", "introduction");
  EXPECT_THAT(page("/orgs/lakeside-foundation/paths"),
              AllOf(Not(HasSubstr("Ask Gil Hill")), HasSubstr("nobody is asked along this way")));
  const auto refused = browser.post("/introductions", form());
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("does not want to be part of introductions"));
  EXPECT_TRUE(mails().empty());
}

TEST_F(Introductions, SendNoMailToWhoWantsNone) {
  refuse("ida", "email");
  refuse("gil", "email");
  EXPECT_EQ(browser.post("/introductions", form()).status, 422);
  auto told = form();
  told[3] = {"asked_by", "told"};
  const auto asked = browser.post("/introductions", told);
  EXPECT_EQ(asked.status, 303);
  EXPECT_TRUE(mails().empty());
  const auto address = support::header_of(asked, "Location");
  EXPECT_EQ(browser.post(address + "/move", {{"to", "made"}}).status, 303);
  EXPECT_EQ(mail_to("ida@fund.example"), "");
}

TEST_F(Introductions, AskATickForWhoWasAskedOften) {
  ask();
  for (const std::string target : {"eve", "ana"})
    EXPECT_TRUE(program.db().write([&](store::Writer& writer) {
      AskDraft draft;
      draft.workspace = "hillside";
      draft.way = {.introducer = "gil", .via = {}, .target = target};
      draft.asked_by = Introduction::AskedBy::told;
      return ask_for_introduction(writer, program.services(), draft, program.by("Dan"));
    }));
  program.db().write([&](store::Writer& writer) {
    return import_people(writer,
                         "id,name,email,make_believe,org,role,from,until\n"
                         "jan,Jan Fund,,yes,lakeside-foundation,Officer,,\n",
                         program.by("Hana"));
  });
  know("gil", "jan");
  EXPECT_THAT(page("/introductions/new?ecosystem=lakeside&by=gil&to=jan"),
              HasSubstr("Asked 3 times in the last 90 days"));
  auto again = form("gil", "jan");
  const auto refused = browser.post("/introductions", again);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("Tick that you want to ask all the same"));
  again.emplace_back("often", "yes");
  EXPECT_EQ(browser.post("/introductions", again).status, 303);
}

TEST_F(Introductions, OverAPrivateLinkAreSeenByTheAskerAlone) {
  program.db().write([&](store::Writer& writer) {
    return import_people(writer,
                         "id,name,email,make_believe,org,role,from,until\n"
                         "jan,Jan Fund,,yes,lakeside-foundation,Officer,,\n",
                         program.by("Hana"));
  });
  know("gil", "jan", true);
  const auto asked = browser.post("/introductions", form("gil", "jan"));
  ASSERT_EQ(asked.status, 303) << body_of(asked);
  const auto address = support::header_of(asked, "Location");
  EXPECT_THAT(page("/introductions?ecosystem=lakeside"), HasSubstr("only you see this"));
  browser.sign_in_as(world.ben);
  EXPECT_EQ(browser.get(address).status, 404);
  EXPECT_THAT(page("/introductions?ecosystem=lakeside"), Not(HasSubstr("Jan Fund")));
  EXPECT_THAT(page("/introductions.csv?ecosystem=lakeside"), Not(HasSubstr("Jan Fund")));
  EXPECT_EQ(browser.get("/introductions/new?ecosystem=lakeside&by=gil&to=jan").status, 404);
}

TEST_F(Introductions, AreCorrectedWithAReasonThatStays) {
  const auto address = ask();
  EXPECT_EQ(browser.post(address + "/move", {{"to", "declined"}}).status, 303);
  EXPECT_EQ(browser.post(address + "/move", {{"to", "met"}}).status, 409);
  EXPECT_EQ(browser.post(address + "/correct", {{"to", "asked"}, {"why", ""}}).status, 422);
  EXPECT_EQ(browser.post(address + "/correct", {{"to", "asked"}, {"why", "Wrong Gil"}}).status,
            303);
  EXPECT_THAT(page(address),
              AllOf(HasSubstr("Rather not"), HasSubstr("corrected by"), HasSubstr("Wrong Gil")));
}

TEST_F(Introductions, AreNotAskedForTwiceWhileOneIsOpen) {
  ask();
  const auto again = browser.post("/introductions", form());
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(body_of(again), HasSubstr("already"));
}

TEST_F(Introductions, AreNoWayToReadAboutPeopleWithoutAWarmPath) {
  EXPECT_EQ(browser.get("/introductions/new?ecosystem=lakeside&by=ida&to=gil").status, 404);
  EXPECT_EQ(browser.get("/introductions/new?ecosystem=lakeside&by=nobody&to=ida").status, 404);
}

TEST_F(Introductions, LeadToAnybodyInAnOfficeOfAKindInAState) {
  program.db().write([&](store::Writer& writer) {
    return import_orgs(writer,
                       "id,name,kind,parent\nlake-college,Lake College,college,\n"
                       "lake-admissions,Lake Admissions,admissions-office,lake-college\n",
                       program.by("Hana"));
  });
  program.db().write([&](store::Writer& writer) {
    return import_people(writer,
                         "id,name,email,make_believe,org,role,from,until\n"
                         "jan,Jan Fund,,yes,lake-admissions,Reader,,\n",
                         program.by("Hana"));
  });
  know("gil", "jan");
  browser.sign_in_as(world.hana);
  const auto version = std::to_string(org("lake-college").version);
  ASSERT_EQ(browser
                .post("/orgs/lake-college/facts",
                      {{"fact-state", "PA"}, {"source", "x"}, {"version", version}})
                .status,
            303);
  browser.sign_in_as(world.ana);
  EXPECT_THAT(page("/network/paths?kind=admissions-office&state=pa"), HasSubstr("Jan Fund"));
  EXPECT_THAT(page("/network/paths?kind=admissions-office&state=OH"), Not(HasSubstr("Jan Fund")));
  EXPECT_EQ(browser.get("/network/paths?kind=planetarium").status, 404);
}

}  // namespace
}  // namespace enact::network
