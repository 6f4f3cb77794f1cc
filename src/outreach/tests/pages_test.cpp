// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "network/facts.h"
#include "network/orgs.h"
#include "outreach/criteria_sets.h"
#include "outreach/shortlist.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::outreach {
namespace {

using support::body_of;
using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// The make-believe network of support/world.h with three more programs and criteria of the network.
class ShortlistPages : public testing::TestWithParam<support::Backend> {
 protected:
  ShortlistPages() {
    program.db().write([&](store::Writer& writer) {
      add_program(writer, "Maker Lab", "140");
      add_program(writer, "Talk Club", "20");
      add_program(writer, "Star Camp", "");
      const std::vector<std::string> levels{"none", "some", "much", "all"};
      const auto saved =
          save_criteria(writer,
                        {.goal = 8,
                         .criteria = {{.key = "hours",
                                       .label = "Hours",
                                       .kind = Criterion::Kind::cut,
                                       .field = "hours",
                                       .rule = Criterion::Rule::at_least,
                                       .threshold = "100"},
                                      {.key = "equity", .label = "Equity", .levels = levels},
                                      {.key = "data", .label = "Data", .levels = levels}}},
                        program.by("Hana"));
      EXPECT_TRUE(saved) << saved.error().message;
    });
    browser.sign_in_as(world.ana);
  }

  void add_program(store::Writer& writer, const std::string& name, const std::string& hours) {
    network::OrgRecord org;
    org.name = name;
    org.kind = "pcsp";
    org.parent = "hillside";
    const auto added = network::add_org(writer, org, program.by("Hana"));
    ASSERT_TRUE(added) << added.error().message;
    if (hours.empty()) return;
    const auto noted = network::note_facts(writer, {network::Thing::organization, added->id},
                                           {{.field = "hours", .value = hours}}, added->version,
                                           program.by("Hana"));
    ASSERT_TRUE(noted) << noted.error().message;
  }

  std::string page(const std::string& target) { return body_of(browser.get(target)); }
  std::string put_on_list(const std::string& org) {
    EXPECT_EQ(browser.post("/shortlist", {{"ecosystem", "lakeside"}, {"program", org}}).status,
              303);
    return program.db().read([&](store::Reader& reader) {
      const auto set = criteria_for(reader, "lakeside");
      for (const auto& ranked : shortlist(reader, "lakeside", set.criteria))
        if (ranked.candidate.program == org) return "/shortlist/candidates/" + ranked.candidate.id;
      return std::string();
    });
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
  Browser browser{program};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         ShortlistPages,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(ShortlistPages, OfferTheProgramsThatMeetTheFirstCutAndCountTheOthers) {
  EXPECT_THAT(page("/shortlist/find"),
              AllOf(HasSubstr("Maker Lab"), Not(HasSubstr("Talk Club")), HasSubstr("Meet them 1"),
                    HasSubstr("Not known 2"), HasSubstr("Fail 1")));
  EXPECT_THAT(page("/shortlist/find?cut=fails"), HasSubstr("Talk Club"));
  EXPECT_THAT(
      page("/shortlist/find?cut=unknown&q=star"),
      AllOf(HasSubstr("Star Camp"), HasSubstr("unknown: hours"), Not(HasSubstr("Robotics"))));
}

TEST_P(ShortlistPages, RankCandidatesByTheirPointsAndKeepTheUnknownApart) {
  const auto maker = put_on_list("maker-lab");
  const auto star = put_on_list("star-camp");
  put_on_list("talk-club");
  EXPECT_THAT(page("/shortlist"),
              AllOf(HasSubstr("2 of 8 candidates"), HasSubstr("0 of them scored"),
                    HasSubstr("Not Hours: at least 100")));
  const auto scored = [&](const std::string& url, const std::string& equity) {
    return browser
        .post(url + "/scores", {{"version", "1"}, {"points-equity", equity}, {"points-data", ""}})
        .status;
  };
  EXPECT_EQ(scored(maker, "2"), 303);
  EXPECT_EQ(scored(star, "3"), 303);
  const auto list = page("/shortlist");
  EXPECT_THAT(list, HasSubstr("3 of 3, 1 unknown"));
  EXPECT_LT(list.find("Star Camp"), list.find("Maker Lab"));
  EXPECT_THAT(body_of(browser.get("/shortlist.csv")), HasSubstr("1,star-camp,Star Camp,scored"));
}

TEST_P(ShortlistPages, RefuseWhatSomebodyElseOvertookAndGiveTheAnswersBack) {
  const auto maker = put_on_list("maker-lab");
  ASSERT_EQ(browser.post(maker + "/scores", {{"version", "1"}, {"points-equity", "2"}}).status,
            303);
  const auto late = browser.post(
      maker + "/scores", {{"version", "1"}, {"points-equity", "3"}, {"note-equity", "I saw it"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(body_of(late), AllOf(HasSubstr("Somebody changed"), HasSubstr("I saw it")));
  const auto nonsense =
      browser.post(maker + "/scores", {{"version", "3"}, {"points-equity", "99"}});
  EXPECT_EQ(nonsense.status, 422);
  EXPECT_THAT(page(maker), HasSubstr("<option value=\"2\" selected>"));
}

TEST_P(ShortlistPages, AskForAReasonWhenAProgramIsSetAside) {
  const auto maker = put_on_list("maker-lab");
  EXPECT_EQ(browser.post(maker + "/stage", {{"version", "1"}, {"stage", "set_aside"}}).status, 422);
  EXPECT_EQ(browser
                .post(maker + "/stage",
                      {{"version", "1"}, {"stage", "set_aside"}, {"reason", "It moves away."}})
                .status,
            303);
  EXPECT_THAT(page("/shortlist"), AllOf(HasSubstr("Not this time"), HasSubstr("It moves away.")));
}

TEST_P(ShortlistPages, KeepCriteriaOfTheirOwnInVersions) {
  EXPECT_THAT(page("/shortlist/criteria"), HasSubstr("The network’s"));
  support::FormFields form{
      {"ecosystem", "lakeside"}, {"version", "0"},       {"goal", "5"},     {"rows", "2"},
      {"label-1", "Hours"},      {"key-1", "hours"},     {"kind-1", "cut"}, {"field-1", "hours"},
      {"rule-1", "at_least"},    {"threshold-1", "120"}, {"label-2", ""}};
  EXPECT_EQ(browser.post("/shortlist/criteria", form).status, 303);
  EXPECT_THAT(page("/shortlist/criteria"),
              AllOf(HasSubstr("Version 1 of Lakeside"), HasSubstr("value=\"120\"")));
  EXPECT_EQ(browser.post("/shortlist/criteria", form).status, 409) << "of an older version";
  EXPECT_THAT(page("/shortlist"), HasSubstr("0 of 5 candidates"));
  EXPECT_THAT(body_of(browser.get("/shortlist/criteria.csv")),
              HasSubstr("hours,Hours,cut,hours,at_least,120"));
}

TEST_P(ShortlistPages, TakeOnlyProgramsOfTheDirectoryAndEachOnce) {
  put_on_list("maker-lab");
  for (const auto* other : {"maker-lab", "lakeside-foundation", "nowhere"})
    EXPECT_EQ(browser.post("/shortlist", {{"ecosystem", "lakeside"}, {"program", other}}).status,
              422)
        << other;
}

TEST_P(ShortlistPages, AreOfferedByThePlayThatTheyServeAndStandOnItsRunsAsEvidence) {
  EXPECT_THAT(page("/plays/1-1"),
              AllOf(HasSubstr("Do it here"), HasSubstr("/shortlist?ecosystem=lakeside")));
  EXPECT_THAT(page("/plays/1-2"), Not(HasSubstr("Do it here")));
  put_on_list("maker-lab");
  const auto run = browser.post("/plays/1-1/runs", {{"workspace", "lakeside"}});
  ASSERT_EQ(run.status, 303);
  EXPECT_THAT(page(support::header_of(run, "location")),
              HasSubstr("1 of 8 candidates in the running, 0 scored, 0 out with a reason"));
}

}  // namespace
}  // namespace enact::outreach
