// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <chrono>
#include <regex>

#include "admissions/commitments.h"
#include "admissions/invitations.h"
#include "admissions/lists.h"
#include "app/mail.h"
#include "network/affiliations.h"
#include "network/links.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/permissions.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::admissions {
namespace {

using support::body_of;
using support::Browser;
using support::FormFields;
using support::header_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// The make-believe network with a college of Lakeside, its admissions office, and people there.
class AdmissionsPages : public testing::TestWithParam<support::Backend> {
 protected:
  AdmissionsPages() {
    program.db().write([&](store::Writer& writer) {
      add_org(writer, "Lake College", "college", "lakeside");
      add_org(writer, "Lake Admissions", "admissions-office", "lake-college");
      add_org(writer, "Far College", "college", "");
      add_person(writer, "Quinn Farrow", "quinn@example.org", "lake-admissions");
      add_person(writer, "Jo Lee", "jo@example.org", "lakeside");
      add_person(writer, "Jo Lee", "jolee@example.org", "robotics-club");
      network::Link houses;
      houses.kind = network::LinkKind::houses;
      houses.from = {network::Thing::organization, "lake-college"};
      houses.to = {network::Thing::organization, "robotics-club"};
      houses.workspace = "lakeside";
      must(network::note_link(writer, houses, program.by("Ana")));
    });
    browser.sign_in_as(world.ana);
  }

  template <class T>
  static T must(base::Result<T> result) {
    EXPECT_TRUE(result) << result.error().message;
    return *std::move(result);
  }

  void add_org(store::Writer& writer, std::string name, std::string kind, std::string parent) {
    network::OrgRecord org;
    org.name = std::move(name), org.kind = std::move(kind), org.parent = std::move(parent);
    org.priorities = {"first-generation students"};
    must(network::add_org(writer, org, program.by("Hana")));
  }

  void add_person(store::Writer& writer, std::string name, std::string email, std::string org) {
    network::PersonRecord record;
    record.name = std::move(name), record.email = std::move(email);
    network::Affiliation place;
    place.person = must(network::add_person(writer, record, program.by("Ana"))).id;
    place.org = std::move(org), place.role = "Reader";
    must(network::begin_affiliation(writer, place, program.by("Ana")));
  }

  void refuse(const std::string& name) {
    program.db().write([&](store::Writer& writer) {
      for (const auto& person : network::people_of(writer, "lakeside")) {
        if (person.name != name) continue;
        EXPECT_TRUE(network::note_email_refusal(writer, person.id, "said so", program.by("Ana")));
      }
    });
  }

  std::string page(const std::string& target) { return body_of(browser.get(target)); }

  // The address of what a form made.
  std::string made(const std::string& target, FormFields form) {
    form.emplace_back("ecosystem", "lakeside");
    const auto answer = browser.post(target, form);
    EXPECT_EQ(answer.status, 303) << body_of(answer);
    return header_of(answer, "location");
  }

  std::string today() { return program.clock().now().day().iso(); }

  std::string add_commitment(const std::string& kind) {
    return made("/orgs/lake-college/admissions/commitments", {{"org", "lake-admissions"},
                                                              {"kind", kind},
                                                              {"for", "all"},
                                                              {"state", "discussed"},
                                                              {"said_on", today()}});
  }

  std::string make_list() {
    const auto add =
        made("/prospects", {{"name", "Happy hour"}, {"words", "come and meet our programs."}});
    return add.substr(0, add.rfind('/'));
  }

  std::vector<Prospect> on_list(const std::string& url) {
    return program.db().read([&](store::Reader& reader) {
      return prospects_of(reader, url.substr(url.rfind('/') + 1));
    });
  }

  FormFields ticking_all(const std::string& url, FormFields form) {
    for (const auto& p : on_list(url)) form.emplace_back("row", p.id);
    return form;
  }

  std::vector<app::StoredMail> mails() {
    return program.db().read([](store::Reader& reader) { return app::outbox(reader, 100); });
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
  Browser browser{program};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         AdmissionsPages,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(AdmissionsPages, ShowAnInstitutionWithItsOfficesPeopleAndPrograms) {
  EXPECT_THAT(page("/orgs/lake-college"), HasSubstr("/orgs/lake-college/admissions"));
  EXPECT_THAT(page("/orgs/lake-college/admissions"),
              AllOf(HasSubstr("Lake Admissions"), HasSubstr("first-generation students"),
                    HasSubstr("Quinn Farrow"), HasSubstr("Robotics Club")));
}

TEST_P(AdmissionsPages, ShowPeopleOnlyToThoseWhoTakePart) {
  Browser dan(program);
  dan.sign_in_as(world.dan);
  EXPECT_THAT(body_of(dan.get("/orgs/lake-college/admissions")),
              AllOf(HasSubstr("Lake Admissions"), Not(HasSubstr("Quinn Farrow"))));
  Browser rosa(program);
  rosa.sign_in_as(world.rosa);
  EXPECT_THAT(body_of(rosa.get("/orgs/lake-college/admissions")), Not(HasSubstr("Quinn Farrow")));
  EXPECT_EQ(Browser(program).get("/orgs/lake-college/admissions").status, 303);
}

TEST_P(AdmissionsPages, KeepANoteThatIsNoLongerSo) {
  const FormFields note{{"ecosystem", "lakeside"}, {"org", "lake-admissions"},
                        {"topic", "deadlines"},    {"words", "Everything by 1 November."},
                        {"source", "Their page"},  {"as_of", "2025"}};
  const std::string url = "/orgs/lake-college/admissions";
  EXPECT_EQ(browser.post(url + "/notes", {{"ecosystem", "lakeside"}, {"words", "x"}}).status, 422);
  EXPECT_EQ(browser.post(url + "/notes", note).status, 303);
  auto shown = page(url);
  EXPECT_THAT(shown, AllOf(HasSubstr("Everything by 1 November."), HasSubstr("Their page")));
  std::smatch found;
  ASSERT_TRUE(std::regex_search(shown, found, std::regex("/admissions/notes/\\w+/superseded")));
  EXPECT_EQ(browser.post(found[0], {}).status, 303);
  EXPECT_EQ(browser.post(found[0], {}).status, 409);
  EXPECT_THAT(page(url), AllOf(HasSubstr("No longer so"), HasSubstr("Everything by 1 November.")));
}

TEST_P(AdmissionsPages, PlanWhatIsNextUntilItIsDone) {
  const std::string url = "/orgs/lake-college/admissions";
  EXPECT_EQ(browser.post(url + "/plans", {{"ecosystem", "lakeside"}, {"what", ""}}).status, 422);
  made(url + "/plans", {{"what", "Ask for a first meeting"}, {"due_on", "2020-01-01"}});
  const auto shown = page(url);
  EXPECT_THAT(shown, AllOf(HasSubstr("Ask for a first meeting"), HasSubstr("mark-overdue")));
  std::smatch found;
  ASSERT_TRUE(std::regex_search(shown, found, std::regex("/admissions/plans/\\w+/done")));
  EXPECT_EQ(browser.post(found[0], {}).status, 303);
  EXPECT_THAT(page(url), Not(HasSubstr("Ask for a first meeting")));
}

TEST_P(AdmissionsPages, MoveACommitmentWithEvidenceAndKeepHowItCameAbout) {
  const auto url = add_commitment("fee-waiver");
  const auto move = [&](const std::string& version, const std::string& state, FormFields more) {
    more.emplace_back("version", version);
    more.emplace_back("state", state);
    more.emplace_back("said_on", today());
    return browser.post(url + "/state", more);
  };
  EXPECT_EQ(move("1", "agreed", {}).status, 303);
  const auto bare = move("2", "in_force", {{"reason", "kept as typed"}});
  EXPECT_EQ(bare.status, 422);
  EXPECT_THAT(body_of(bare),
              AllOf(HasSubstr("what shows that it is in force"), HasSubstr("kept as typed")));
  EXPECT_EQ(move("1", "in_force", {{"evidence", "late"}}).status, 409);
  EXPECT_EQ(move("2", "in_force", {{"evidence", "https://example.org/apply"}}).status, 303);
  EXPECT_THAT(page(url), AllOf(HasSubstr("In force"), HasSubstr("Agreed"), HasSubstr("Discussed"),
                               HasSubstr("href=\"https://example.org/apply\"")));
  EXPECT_EQ(
      move("3", "in_force", {{"evidence", "Seen again"}, {"next_review", "2030-01-01"}}).status,
      303);
  EXPECT_THAT(page(url), AllOf(HasSubstr("Seen again"), HasSubstr("2030-01-01")));
  EXPECT_THAT(page("/admissions.csv"), HasSubstr("https://example.org/apply"));
  EXPECT_EQ(move("4", "ended", {}).status, 422);
  EXPECT_EQ(move("4", "ended", {{"reason", "The fund is spent."}}).status, 303);
  EXPECT_THAT(page("/admissions?state=ended"), HasSubstr("Lake College"));
  EXPECT_THAT(page("/admissions?state=in_force"), HasSubstr("Nothing here"));
}

TEST_P(AdmissionsPages, CountCommitmentsByStateAndGiveThemAsCsv) {
  add_commitment("fee-waiver");
  add_commitment("flag");
  EXPECT_THAT(page("/admissions"), AllOf(HasSubstr("Discussed 2"), HasSubstr("In force 0"),
                                         HasSubstr("0 commitments in force, 2 discussed")));
  EXPECT_THAT(
      page("/admissions?kind=flag"),
      AllOf(HasSubstr("Discussed 1"), Not(HasSubstr("Waives the application fee</a></td>"))));
  EXPECT_THAT(page("/admissions.csv?kind=fee-waiver"),
              AllOf(HasSubstr("Lake College,Lake Admissions,fee-waiver"), Not(HasSubstr("flag,"))));
  Browser dan(program);
  dan.sign_in_as(world.dan);
  EXPECT_THAT(body_of(dan.get("/admissions")), Not(HasSubstr("Lake College")));
  Browser rosa(program);
  rosa.sign_in_as(world.rosa);
  EXPECT_THAT(body_of(rosa.get("/admissions")), HasSubstr("Lake College"));
}

TEST_P(AdmissionsPages, ShowToVisitorsOnlyWhatIsInForceAndMarkedByTheLead) {
  const auto url = add_commitment("scholarship");
  Browser ben(program);
  ben.sign_in_as(world.ben);
  EXPECT_EQ(ben.post(url + "/shown", {{"shown", "all"}}).status, 403);
  EXPECT_EQ(browser.post(url + "/shown", {{"shown", "all"}}).status, 303);
  EXPECT_THAT(body_of(Browser(program).get("/commitments")), Not(HasSubstr("Lake College")));
  EXPECT_EQ(browser
                .post(url + "/state", {{"version", "2"},
                                       {"state", "in_force"},
                                       {"said_on", today()},
                                       {"evidence", "Quinn said so"}})
                .status,
            303);
  EXPECT_THAT(body_of(Browser(program).get("/commitments")),
              AllOf(HasSubstr("Lake College"), Not(HasSubstr("Quinn"))));
  EXPECT_THAT(body_of(Browser(program).get("/commitments.csv")),
              AllOf(HasSubstr("Lake College"), Not(HasSubstr("Quinn"))));
  EXPECT_EQ(browser.post(url + "/shown", {}).status, 303);
  EXPECT_THAT(body_of(Browser(program).get("/commitments")), Not(HasSubstr("Lake College")));
}

TEST_P(AdmissionsPages, AreWordedByTheHubAlone) {
  EXPECT_EQ(browser.get("/admissions/kinds").status, 403);
  Browser hana(program);
  hana.sign_in_as(world.hana);
  EXPECT_EQ(hana.post("/admissions/kinds", {{"id", "flag"}, {"label", ""}}).status, 422);
  EXPECT_EQ(hana.post("/admissions/kinds", {{"id", "flag"}, {"label", "Reads with care"}}).status,
            303);
  EXPECT_THAT(page("/orgs/lake-college/admissions"), HasSubstr("Reads with care"));
}

TEST_P(AdmissionsPages, TakeAPastedListAndAskWhereTwoMayBeMeant) {
  const auto list = make_list();
  const std::string text =
      "Quinn F <quinn@example.org>\nJo Lee\nSam Stone <sam@example.org>\nsam@example.org\n";
  const auto asked = browser.post(list + "/pasted", {{"text", text}});
  EXPECT_EQ(asked.status, 422);
  EXPECT_THAT(body_of(asked), AllOf(HasSubstr("Who is Jo Lee?"), HasSubstr("jolee@example.org"),
                                    HasSubstr("Sam Stone")));
  EXPECT_TRUE(on_list(list).empty());
  EXPECT_EQ(browser.post(list + "/pasted", {{"text", text}, {"who-2", "nobody"}}).status, 303);
  const auto prospects = on_list(list);
  ASSERT_EQ(prospects.size(), 3u);
  EXPECT_EQ(prospects[1].name, "Quinn Farrow") << "the name of the directory";
  EXPECT_FALSE(prospects[1].person.empty());
  EXPECT_TRUE(prospects[0].person.empty());
  EXPECT_EQ(prospects[2].address, "sam@example.org");
  EXPECT_EQ(browser.post(list + "/pasted", {{"text", "sam@example.org"}}).status, 303);
  EXPECT_EQ(on_list(list).size(), 3u) << "each once";
}

TEST_P(AdmissionsPages, AddFromTheDirectory) {
  const auto list = make_list();
  const auto found = page(list + "/add?q=far");
  EXPECT_THAT(found, AllOf(HasSubstr("Quinn Farrow"), HasSubstr("Far College")));
  EXPECT_THAT(page(list + "/add?q=%25"), HasSubstr("has nobody"));
  EXPECT_EQ(browser.post(list + "/chosen", {}).status, 422);
  EXPECT_EQ(browser.post(list + "/chosen", {{"org", "far-college"}, {"through", "Ben"}}).status,
            303);
  EXPECT_THAT(page(list), AllOf(HasSubstr("Far College"), HasSubstr("through Ben"),
                                HasSubstr("1 prospect, none invited yet")));
}

TEST_P(AdmissionsPages, MarkManyAtOnceAndSayTheSums) {
  const auto list = make_list();
  std::string text;
  for (int i = 0; i < 30; ++i) text += "Person " + std::to_string(i) + "\n";
  browser.post(list + "/pasted", {{"text", text}});
  const auto mark = [&](const std::string& what, std::size_t how_many) {
    FormFields form{{"mark", what}, {"on", today()}, {"by_what", "telephone"}};
    const auto all = on_list(list);
    for (std::size_t i = 0; i < how_many; ++i) form.emplace_back("row", all[i].id);
    return browser.post(list + "/marks", form).status;
  };
  EXPECT_EQ(mark("invited", 0), 422);
  EXPECT_EQ(mark("invited", 30), 303);
  EXPECT_EQ(mark("yes", 12), 303);
  EXPECT_EQ(mark("came", 10), 303);
  EXPECT_EQ(mark("commitment", 1), 422);
  EXPECT_THAT(page(list), HasSubstr("30 invited, 12 said yes, 10 came"));
  EXPECT_THAT(page("/prospects"), HasSubstr("30 invited, 12 said yes, 10 came"));
  EXPECT_THAT(page(list + "?group=came"), HasSubstr("Came 10"));
  EXPECT_EQ(browser.post(list + "/off", ticking_all(list, {})).status, 422) << "were invited";
}

TEST_P(AdmissionsPages, BearAListOfAThousandAndMarkMoreThanAPageShows) {
  const auto list = make_list();
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "P" + std::to_string(i) + " <p" + std::to_string(i) + "@example.org>\n";
  EXPECT_EQ(browser.post(list + "/pasted", {{"text", text}}).status, 303);
  const auto began = std::chrono::steady_clock::now();
  EXPECT_THAT(page(list + "?page=5"), AllOf(HasSubstr("All 1000"), Not(HasSubstr("More of the"))));
  const auto took = std::chrono::steady_clock::now() - began;
  RecordProperty("list_ms", static_cast<int>(took / std::chrono::milliseconds(1)));
  EXPECT_LT(took, std::chrono::seconds(5));
  EXPECT_EQ(
      browser
          .post(list + "/marks",
                {{"all", "yes"}, {"group", "not_invited"}, {"mark", "invited"}, {"on", today()}})
          .status,
      303);
  EXPECT_THAT(page(list), HasSubstr("1000 invited"));
  EXPECT_EQ(browser
                .post(list + "/invitations",
                      {{"all", "yes"}, {"group", "all"}, {"subject", "Come"}, {"text", "Come."}})
                .status,
            303);
  EXPECT_EQ(program.db().read([](store::Reader& reader) {
    return app::mail_count(reader, app::StoredMail::State::queued);
  }),
            1000);
}

TEST_P(AdmissionsPages, LeaveWhoRefusesOutOfAddressesFilesAndInvitations) {
  const auto list = make_list();
  browser.post(list + "/pasted",
               {{"text", "quinn@example.org\nSam Stone <sam@example.org>\nNo Address"}});
  refuse("Quinn Farrow");
  EXPECT_THAT(page(list), HasSubstr("wants no e-mail"));
  EXPECT_THAT(page(list + "/addresses"),
              AllOf(HasSubstr("sam@example.org"), Not(HasSubstr("quinn@example.org"))));
  EXPECT_THAT(page(list + ".csv"), Not(HasSubstr("quinn@example.org")));
  const FormFields message{{"subject", "Come"}, {"text", "please come."}};
  EXPECT_EQ(browser.post(list + "/invitations", ticking_all(list, message)).status, 303);
  ASSERT_EQ(mails().size(), 1u);
  EXPECT_EQ(mails().front().to, "sam@example.org");
}

TEST_P(AdmissionsPages, InviteOnceUnlessToldToDoSoAgainAndTakeTheAnswer) {
  const auto list = make_list();
  browser.post(list + "/pasted", {{"text", "Sam Stone <sam@example.org>"}});
  Browser ben(program);
  ben.sign_in_as(world.ben);
  const FormFields message{{"subject", "Come"}, {"text", "please come."}};
  EXPECT_EQ(ben.post(list + "/invitations", ticking_all(list, message)).status, 403);
  EXPECT_THAT(body_of(browser.post(list + "/invitation", ticking_all(list, {}))),
              AllOf(HasSubstr("1 person for the first time"), HasSubstr("come and meet our")));
  EXPECT_TRUE(mails().empty()) << "looking at it sends nothing";
  EXPECT_EQ(browser.post(list + "/invitations", ticking_all(list, {{"subject", ""}})).status, 422);
  EXPECT_EQ(browser.post(list + "/invitations", ticking_all(list, message)).status, 303);
  EXPECT_EQ(browser.post(list + "/invitations", ticking_all(list, message)).status, 422);
  EXPECT_EQ(mails().size(), 1u);
  auto again = message;
  again.emplace_back("again", "yes");
  EXPECT_EQ(browser.post(list + "/invitations", ticking_all(list, again)).status, 303);
  ASSERT_EQ(mails().size(), 2u);

  const auto text = mails().front().text;
  const auto link = text.substr(
      text.find("/rsvp/"), text.find_first_of(" \n", text.find("/rsvp/")) - text.find("/rsvp/"));
  Browser sam(program);
  EXPECT_THAT(body_of(sam.get(link)), HasSubstr("Will you come, Sam Stone?"));
  EXPECT_EQ(on_list(list).front().reply, "") << "looking answers nothing";
  EXPECT_EQ(sam.post(link, {}).status, 422);
  EXPECT_EQ(sam.post(link, {{"answer", "yes"}}).status, 303);
  EXPECT_EQ(on_list(list).front().reply, "yes");
  EXPECT_EQ(sam.post(link, {{"answer", "no"}, {"no_mail", "yes"}}).status, 303);
  EXPECT_EQ(on_list(list).front().reply, "no");
  EXPECT_TRUE(on_list(list).front().refuses);
  EXPECT_EQ(sam.get("/rsvp/nonsense").status, 404);
}

TEST_P(AdmissionsPages, NoteThatAPersonOnRecordWantsNoMoreMail) {
  const auto list = make_list();
  browser.post(list + "/pasted", {{"text", "quinn@example.org"}});
  const auto quinn = on_list(list).front();
  const auto kept = program.db().write([&](store::Writer& writer) {
    return reply_by_link(writer, quinn, {.answer = "no", .wants_no_mail = true},
                         program.clock().now());
  });
  EXPECT_TRUE(kept);
  EXPECT_THAT(page("/people/" + quinn.person + "/permissions"),
              HasSubstr("said so on the page of an invitation"));
}

TEST_P(AdmissionsPages, LeadFromAProspectToTheCommitment) {
  const auto list = make_list();
  browser.post(list + "/chosen", {{"org", "lake-admissions"}});
  const auto prospect = on_list(list).front().id;
  EXPECT_THAT(page(list), HasSubstr("prospect=" + prospect));
  made("/orgs/lake-college/admissions/commitments", {{"org", "lake-admissions"},
                                                     {"kind", "flag"},
                                                     {"prospect", prospect},
                                                     {"state", "agreed"},
                                                     {"said_on", today()}});
  EXPECT_THAT(page(list), HasSubstr("1 commitment"));
}

TEST_P(AdmissionsPages, AreNotWrittenForForeignPrograms) {
  EXPECT_EQ(browser
                .post("/orgs/lake-college/admissions/commitments",
                      {{"ecosystem", "hillside"}, {"org", "lake-college"}, {"kind", "flag"}})
                .status,
            403);
  EXPECT_EQ(browser
                .post("/orgs/lake-college/admissions/commitments", {{"ecosystem", "lakeside"},
                                                                    {"org", "far-college"},
                                                                    {"kind", "flag"},
                                                                    {"state", "agreed"},
                                                                    {"said_on", today()}})
                .status,
            422)
      << "an office of another institution";
}

TEST_P(AdmissionsPages, AskSomebodyThereWhetherItIsStillSo) {
  const auto url = add_commitment("fee-waiver");
  const auto ask = [&](const std::string& email) {
    return browser.post(url + "/ask", {{"ask_name", "Quinn Farrow"}, {"ask_email", email}}).status;
  };
  const auto answer = [&](const FormFields& form) {
    const auto text = mails().front().text;
    const auto from = text.find("/still-so/");
    const auto link = text.substr(from, text.find_first_of(" \n", from) - from);
    EXPECT_THAT(body_of(Browser(program).get(link)), HasSubstr("Is this still so?"));
    return Browser(program).post(link, form).status;
  };
  EXPECT_EQ(ask("nonsense"), 422);
  EXPECT_EQ(ask("quinn@example.org"), 303);
  EXPECT_EQ(answer({}), 422);
  EXPECT_EQ(answer({{"answer", "no"}}), 422) << "a no says what is different";
  EXPECT_EQ(answer({{"answer", "yes"}}), 200);
  EXPECT_EQ(answer({{"answer", "yes"}}), 409) << "it works once";
  EXPECT_THAT(page(url), HasSubstr("Quinn Farrow answered our question by e-mail: yes."));
  EXPECT_EQ(ask("quinn@example.org"), 303);
  EXPECT_EQ(answer({{"answer", "no"}, {"words", "The waiver ended in June."}}), 200);
  EXPECT_THAT(page("/orgs/lake-college/admissions"), HasSubstr("The waiver ended in June."));
  EXPECT_THAT(page("/admissions?state=discussed"), HasSubstr("Lake College")) << "no state moves";
  refuse("Quinn Farrow");
  EXPECT_EQ(ask("QUINN@example.org"), 422);
}

}  // namespace
}  // namespace enact::admissions
