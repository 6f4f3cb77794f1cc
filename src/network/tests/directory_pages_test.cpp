// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/json.h"
#include "network/network.h"
#include "network/orgs.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::network {
namespace {

using support::body_of;
using support::Browser;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// The make-believe network of support/world.h with two labs of one name, and people.
class DirectoryPages : public testing::Test {
 protected:
  DirectoryPages() {
    program.db().write([&](store::Writer& writer) {
      EXPECT_TRUE(import_orgs(writer,
                              "id,name,kind,parent,region\n"
                              "lake-lab,Lake Lab,pcsp,lakeside,Erie\n"
                              "lake-lab-2,Lake Lab,pcsp,lakeside,Bay\n"
                              "hill-lab,Hill Lab,pcsp,hillside,Hills\n"
                              "joint,Joint Office,nonprofit,,\n",
                              program.by("Hana")));
      EXPECT_TRUE(import_people(writer,
                                "id,name,org,role,from\n"
                                "eve,Eve Sand,lake-lab,Director,2021\n"
                                "gil,Gil Hill,hill-lab,Coordinator,2020\n",
                                program.by("Hana")));
    });
  }

  std::string page(const std::string& target) { return body_of(browser.get(target)); }
  std::string parent_of(const std::string& id) {
    return program.db().read([&](store::Reader& r) { return find_record(r, id); })->parent;
  }

  support::Program program;
  support::World world = support::make_world(program);
  Browser browser{program};
};

TEST_F(DirectoryPages, CountWhatEachLinkWouldLeave) {
  const auto html = page("/network?kind=pcsp");
  EXPECT_THAT(html, HasSubstr("<caption id=\"entries\">4 entries"));
  EXPECT_THAT(html, HasSubstr("aria-current=\"true\">Precollege STEM programs</a> <span "
                              "class=\"count\">4</span>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/network?kind=ecosystem\">Ecosystems</a> <span "
                              "class=\"count\">2</span>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/network?kind=pcsp&amp;ecosystem=hillside\">"));
  EXPECT_THAT(page("/network?kind=pcsp&ecosystem=hillside"),
              AllOf(HasSubstr("/orgs/hill-lab"), Not(HasSubstr("/orgs/lake-lab"))));
}

TEST_F(DirectoryPages, KeepWhatIsChosenWhileWordsAreTyped) {
  const auto html = page("/network?kind=pcsp&q=lake");
  EXPECT_THAT(html, HasSubstr("<input type=\"hidden\" name=\"kind\" value=\"pcsp\">"));
  EXPECT_THAT(html, HasSubstr("name=\"q\" value=\"lake\""));
  EXPECT_THAT(html, Not(HasSubstr("hill-lab")));
}

TEST_F(DirectoryPages, ShowPeopleToThoseWhoTakePartAlone) {
  for (const auto* target : {"/network?q=eve", "/network?kind=people", "/network?q=gil"})
    EXPECT_THAT(page(target), AllOf(Not(HasSubstr("Eve")), Not(HasSubstr("Gil")))) << target;
  EXPECT_THAT(page("/network"), Not(HasSubstr("kind=people")));
  EXPECT_THAT(page("/network.json"), Not(HasSubstr("Eve")));
  browser.sign_in_as(world.cleo);
  EXPECT_THAT(page("/network?q=eve"), AllOf(HasSubstr("Eve Sand"), HasSubstr("Director")));
  EXPECT_THAT(page("/network?q=gil"), Not(HasSubstr("Gil Hill")));
  EXPECT_THAT(page("/network.csv?q=eve"), Not(HasSubstr("Eve")));
  browser.sign_in_as(world.rosa);
  EXPECT_THAT(page("/network?q=eve"), Not(HasSubstr("Eve Sand")));
}

TEST_F(DirectoryPages, GoThroughALongListPageByPage) {
  std::string csv = "id,name,kind\n";
  for (int i = 100; i < 260; ++i) csv += fmt::format("school-{},School {},school\n", i, i);
  program.db().write([&](store::Writer& w) { EXPECT_TRUE(import_orgs(w, csv, program.by())); });
  const auto first = page("/network?kind=school");
  EXPECT_THAT(first, AllOf(HasSubstr("School 149"), Not(HasSubstr("School 150"))));
  EXPECT_THAT(first, HasSubstr("1 to 50 of 160"));
  const auto last = page("/network?kind=school&page=4");
  EXPECT_THAT(last, AllOf(HasSubstr("School 259"), HasSubstr("151 to 160 of 160")));
  EXPECT_THAT(page("/network?kind=school&page=5"), HasSubstr("The list ends before this page."));
}

TEST_F(DirectoryPages, BearAnyAddress) {
  for (const auto* query : {"?page=-3", "?page=999999999999", "?kind=%3Cscript%3E", "?q=%00%FF%22",
                            "?more=nothing", "?more=state&kind=pcsp", "?changed=2026&state=%27"})
    EXPECT_EQ(browser.get("/network" + std::string(query)).status, 200) << query;
}

TEST_F(DirectoryPages, SuggestOnlyWhereTheViewerMayPlaceSomething) {
  const auto suggestions = [&](const std::string& query) {
    std::string values;
    const auto json = base::Json::parse(page("/network/suggest?" + query));
    for (const auto& item : (*json)["suggestions"].items()) values += item["value"].text() + ". ";
    return values;
  };
  EXPECT_EQ(browser.get("/network/suggest?q=lab&for=parent").status, 303);
  browser.sign_in_as(world.ana);
  EXPECT_EQ(suggestions("q=robo&for=parent"), "Lakeside Robotics Club. ");
  EXPECT_EQ(suggestions("q=hill&for=parent"), "");
  EXPECT_EQ(suggestions("q=lake+lab&for=parent"), "lake-lab. lake-lab-2. ");
  EXPECT_EQ(suggestions("q=&for=parent"), "");
  browser.sign_in_as(world.ben);
  EXPECT_EQ(suggestions("q=robo&for=parent"), "");
  EXPECT_EQ(suggestions("q=robo&for=org"), "Lakeside Robotics Club. ");
  browser.sign_in_as(world.hana);
  EXPECT_EQ(suggestions("q=hill+la&for=parent"), "Hill Lab. ");
}

TEST_F(DirectoryPages, TakeAParentByTheWordsOfItsName) {
  browser.sign_in_as(world.ana);
  const auto add = [&](const std::string& name, const support::FormFields& more) {
    support::FormFields fields{{"name", name}, {"kind", "department"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return browser.post("/orgs/new", fields);
  };
  EXPECT_EQ(add("One", {{"parent", "robo lake"}}).status, 303);
  EXPECT_EQ(parent_of("one"), "robotics-club");

  const auto none = add("Two", {{"parent", "Hill Lab"}});
  EXPECT_EQ(none.status, 422);
  EXPECT_THAT(body_of(none), AllOf(HasSubstr("there is no organization"), HasSubstr("Hill Lab")));

  const auto several = add("Three", {{"parent", "lake lab"}});
  EXPECT_EQ(several.status, 422);
  EXPECT_THAT(body_of(several),
              AllOf(HasSubstr("Several could be meant."),
                    HasSubstr("type=\"radio\" name=\"parent_choice\" value=\"lake-lab-2\">"),
                    HasSubstr("Bay"), Not(HasSubstr("value=\"robotics-club\""))));
  EXPECT_EQ(add("Three", {{"parent", "lake lab"}, {"parent_choice", "lake-lab-2"}}).status, 303);
  EXPECT_EQ(parent_of("three"), "lake-lab-2");
}

TEST_F(DirectoryPages, KeepAParentWhoseNameOthersHaveWhenItIsLeftAsItWas) {
  browser.sign_in_as(world.hana);
  browser.post("/orgs/new", {{"name", "Part"}, {"kind", "department"}, {"parent", "lake-lab-2"}});
  const auto form = page("/orgs/part/edit");
  EXPECT_THAT(form, AllOf(HasSubstr("name=\"parent_known\" value=\"lake-lab-2\""),
                          HasSubstr("name=\"parent\" value=\"Lake Lab\"")));
  const support::FormFields kept{{"name", "Part"},        {"kind", "department"},
                                 {"parent", "Lake Lab"},  {"parent_known", "lake-lab-2"},
                                 {"region", "Somewhere"}, {"version", "1"}};
  EXPECT_EQ(browser.post("/orgs/part/edit", kept).status, 303);
  EXPECT_EQ(parent_of("part"), "lake-lab-2");
  const support::FormFields emptied{{"name", "Part"},
                                    {"kind", "department"},
                                    {"parent", ""},
                                    {"parent_known", "lake-lab-2"},
                                    {"version", "2"}};
  EXPECT_EQ(browser.post("/orgs/part/edit", emptied).status, 303);
  EXPECT_EQ(parent_of("part"), "");
}

TEST_F(DirectoryPages, DoNotLetAChoiceReachWhereTheViewerHasNoSay) {
  browser.sign_in_as(world.ana);
  const auto refused = browser.post("/orgs/new", {{"name", "Mine"},
                                                  {"kind", "department"},
                                                  {"parent", "lake lab"},
                                                  {"parent_choice", "hill-lab"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(body_of(refused), HasSubstr("Choose something in an ecosystem that you lead."));
  browser.sign_in_as(world.ben);
  EXPECT_EQ(browser
                .post("/people/new", {{"name", "Flo"},
                                      {"org", "robotics"},
                                      {"org_choice", "hill-lab"},
                                      {"role", "Friend"}})
                .status,
            422);
}

TEST_F(DirectoryPages, ShowThePartsOfAnOrganizationInPages) {
  std::string csv = "id,name,kind,parent\n";
  for (int i = 100; i < 230; ++i) csv += fmt::format("room-{},Room {},department,joint\n", i, i);
  program.db().write([&](store::Writer& w) { EXPECT_TRUE(import_orgs(w, csv, program.by())); });
  const auto first = page("/orgs/joint");
  EXPECT_THAT(first, AllOf(HasSubstr("Its parts: 130"), HasSubstr("Room 199"),
                           Not(HasSubstr("Room 200")), HasSubstr("/orgs/joint?parts=2#parts")));
  EXPECT_THAT(page("/orgs/joint?parts=2"),
              AllOf(HasSubstr("Room 229"), Not(HasSubstr("Room 199"))));
}

TEST_F(DirectoryPages, DrawAsManyProgramsAsAPictureBearsAndSayHowManyAreLeft) {
  std::string csv = "id,name,kind,parent\n";
  for (int i = 10; i < 30; ++i) csv += fmt::format("club-{},Club {},pcsp,hillside\n", i, i);
  program.db().write([&](store::Writer& w) { EXPECT_TRUE(import_orgs(w, csv, program.by())); });
  const auto html = page("/network/structure");
  EXPECT_THAT(html, AllOf(HasSubstr("Club 21"), Not(HasSubstr("Club 22")), HasSubstr("and 9 more"),
                          HasSubstr("2 ecosystems with 24 programs")));
}

TEST_F(DirectoryPages, ShowWhatWasJustSavedThroughThisOrAnotherProcess) {
  EXPECT_THAT(page("/network?q=joint"), HasSubstr("Joint Office"));
  program.db().write([&](store::Writer& w) {
    EXPECT_TRUE(import_orgs(w, "id,name,kind\njoint,Common Office,nonprofit\n", program.by()));
  });
  EXPECT_THAT(page("/network?q=joint"), Not(HasSubstr("Joint Office")));
  EXPECT_THAT(page("/network?q=common"), HasSubstr("Common Office"));
}

}  // namespace
}  // namespace enact::network
