// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/people.h"
#include "world.h"

namespace enact::network {
namespace {

using testing::HasSubstr;

class Import : public testing::TestWithParam<support::Backend> {
 protected:
  base::Result<ImportCount> orgs_from(const std::string& csv) { return load(world, csv); }
  base::Result<ImportCount> people_from(const std::string& csv) {
    return world.write(
        [&](store::Writer& w) { return import_people(w, csv, world.by("command")); });
  }
  static base::Result<ImportCount> load(World& into, const std::string& csv) {
    return into.write([&](store::Writer& w) { return import_orgs(w, csv, into.by("command")); });
  }

  World world{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Import,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

std::string faults(const base::Error& error) {
  std::string all;
  for (const auto& fault : error.faults)
    all += std::to_string(fault.line) + " " + fault.field + ": " + fault.message + "\n";
  return all;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST_P(Import, TakesAPartBeforeTheWhole) {
  const auto count =
      orgs_from("id,name,kind,parent\nrobots,Robots,pcsp,lakeside\nlakeside,Lakeside,ecosystem,\n");
  ASSERT_TRUE(count) << faults(count.error());
  EXPECT_EQ(count->created, 2);
  EXPECT_EQ(world.read([](store::Reader& r) { return workspace_of(r, "robots"); }), "lakeside");
}

TEST_P(Import, NamesEveryFaultWithItsLineAndChangesNothing) {
  const auto count = orgs_from(
      "id,name,kind,parent,as_of\n"
      "lakeside,Lakeside,ecosystem,,2024\n"
      "robots,,pcsp,lakeside,\n"
      "dome,Dome,planetarium,nowhere,soon\n"
      "lakeside,Again,ecosystem,,\n");
  ASSERT_FALSE(count);
  const auto all = faults(count.error());
  EXPECT_THAT(all, HasSubstr("3 name:"));
  EXPECT_THAT(all, HasSubstr("4 kind:"));
  EXPECT_THAT(all, HasSubstr("4 parent:"));
  EXPECT_THAT(all, HasSubstr("4 as_of:"));
  EXPECT_THAT(all, HasSubstr("5 id: \"lakeside\" stands in line 2 already."));
  EXPECT_TRUE(world.read([](store::Reader& r) { return orgs(r); }).empty());
}

TEST_P(Import, RefusesACircleOfParentsWithTheChain) {
  const auto count = orgs_from("id,name,kind,parent\na,A,ecosystem,b\nb,B,ecosystem,a\n");
  ASSERT_FALSE(count);
  EXPECT_THAT(faults(count.error()), HasSubstr("A belongs to B, and B belongs to A."));
}

TEST_P(Import, NamesColumnsThatAreMissingOrUnknown) {
  const auto count = orgs_from("id,title\nlakeside,Lakeside\n");
  ASSERT_FALSE(count);
  const auto all = faults(count.error());
  EXPECT_THAT(all, HasSubstr("The column \"title\" is not known."));
  EXPECT_THAT(all, HasSubstr("The column \"name\" is missing."));
  EXPECT_THAT(all, HasSubstr("The column \"kind\" is missing."));
}

TEST_P(Import, NamesTheLineThatIsNotInUtf8) {
  const auto count = orgs_from("id,name,kind\nlakeside,Lac l\xE9man,ecosystem\n");
  ASSERT_FALSE(count);
  EXPECT_EQ(count.error().faults.front().line, 2);
}

TEST_P(Import, LeavesAloneWhatTheFileHasNoColumnFor) {
  ASSERT_TRUE(
      orgs_from("id,name,kind,region,url\n"
                "lakeside,Lakeside,ecosystem,Rivers,https://a.example\n"));
  const auto count = orgs_from("id,name,kind\nlakeside,Lakeside STEM,ecosystem\n");
  ASSERT_TRUE(count);
  EXPECT_EQ(count->updated, 1);
  const auto org = world.read([](store::Reader& r) { return find_record(r, "lakeside"); });
  EXPECT_EQ(org->name, "Lakeside STEM");
  EXPECT_EQ(org->region, "Rivers");
  EXPECT_EQ(org->url, "https://a.example");
}

TEST_P(Import, OfItsOwnExportFindsNothingToChange) {
  ASSERT_TRUE(
      orgs_from("id,name,kind,about\n"
                "lakeside,=1+1,ecosystem,\"'=2\nand \"\"more\"\"\"\n"));
  const auto csv = world.read([](store::Reader& r) { return export_orgs(r); });
  const auto count = orgs_from(csv);
  ASSERT_TRUE(count);
  EXPECT_EQ(count->unchanged, 1);
  EXPECT_EQ(count->updated, 0);
}

TEST_P(Import, ReadsTheFormulaMarkOfAnExportAsNoPartOfTheName) {
  ASSERT_TRUE(orgs_from("id,name,kind\nlakeside,@Lakeside,ecosystem\n"));
  const auto csv = world.read([](store::Reader& r) { return export_orgs(r); });
  EXPECT_THAT(csv, HasSubstr("'@Lakeside"));
  World other(GetParam());
  ASSERT_TRUE(load(other, csv));
  EXPECT_EQ(other.read([](store::Reader& r) { return org_name(r, "lakeside"); }), "@Lakeside");
}

TEST_P(Import, LoadsTheFactsOfTheNetworkThatThePlaybookIsAbout) {
  const auto count =
      orgs_from(read_file(ENACT_ROOM_DIR "/../../content/stem-push/network/organizations.csv"));
  ASSERT_TRUE(count) << faults(count.error());
  std::string cohorts;
  for (const auto& org : world.read([](store::Reader& r) { return ecosystems(r); }))
    cohorts += org.cohort;
  EXPECT_EQ(cohorts, "1111222");
  EXPECT_EQ(world.read([](store::Reader& r) { return find_org(r, "pittsburgh"); })->parent,
            "remake-learning");
}

constexpr const char* kOrgs =
    "id,name,kind,parent\nlakeside,Lakeside,ecosystem,\nrobots,Robots,pcsp,lakeside\n";

TEST_P(Import, ReadsAPersonWithEveryAffiliation) {
  ASSERT_TRUE(orgs_from(kOrgs));
  const auto count = people_from(
      "id,name,email,make_believe,org,role,from,until\n"
      "cleo,Cleo,cleo@robots.example,yes,robots,Director,2021-07,\n"
      "cleo,Cleo,cleo@robots.example,yes,lakeside,Member,2019,2021\n");
  ASSERT_TRUE(count) << faults(count.error());
  EXPECT_EQ(count->created, 1);
  const auto all = world.read([](store::Reader& r) { return affiliations_of(r, "cleo"); });
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].role, "Director");
  EXPECT_FALSE(all[1].is_current());
  EXPECT_TRUE(
      world.read([](store::Reader& r) { return find_person_record(r, "cleo"); })->make_believe);
}

TEST_P(Import, EndsAnAffiliationThatTheFileSaysHasEnded) {
  ASSERT_TRUE(orgs_from(kOrgs));
  ASSERT_TRUE(people_from("id,name,org,role,from,until\ncleo,Cleo,robots,Director,2021,\n"));
  const auto count =
      people_from("id,name,org,role,from,until\ncleo,Cleo,robots,Director,2021,2024\n");
  ASSERT_TRUE(count);
  EXPECT_EQ(count->updated, 1);
  const auto back = people_from("id,name,org,role,from,until\ncleo,Cleo,robots,Director,2021,\n");
  ASSERT_FALSE(back);
  EXPECT_THAT(faults(back.error()), HasSubstr("2 until: On record this ended: 2024."));
}

TEST_P(Import, NamesEveryFaultAboutPeople) {
  ASSERT_TRUE(orgs_from(kOrgs));
  const auto count = people_from(
      "id,name,email,org,role,from,until\n"
      ",Nobody,,robots,Director,,\n"
      "cleo,Cleo,cleo,robots,,,\n"
      "dan,Dan,,nowhere,Director,,\n"
      "dan,Daniel,,robots,Director,2021,2020\n");
  ASSERT_FALSE(count);
  const auto all = faults(count.error());
  EXPECT_THAT(all, HasSubstr("2 id:"));
  EXPECT_THAT(all, HasSubstr("3 email:"));
  EXPECT_THAT(all, HasSubstr("3 role:"));
  EXPECT_THAT(all, HasSubstr("4 org:"));
  EXPECT_THAT(all, HasSubstr("5 name: This line says something else about the person than line 4"));
  EXPECT_THAT(all, HasSubstr("5 until: The end cannot come before the beginning"));
}

TEST_P(Import, OfExportedPeopleGivesTheSamePeople) {
  ASSERT_TRUE(orgs_from(kOrgs));
  ASSERT_TRUE(
      people_from("id,name,note,org,role,from,until\n"
                  "cleo,Cleo,\"=a\nb\",robots,Director,,2020\n"
                  "cleo,Cleo,\"=a\nb\",robots,Director,,\n"
                  "dan,Dan,,,,,\n"));
  const auto csv = world.read([](store::Reader& r) { return export_people(r); });
  World other(GetParam());
  ASSERT_TRUE(load(other, kOrgs));
  const auto count =
      other.write([&](store::Writer& w) { return import_people(w, csv, other.by("command")); });
  ASSERT_TRUE(count) << faults(count.error());
  EXPECT_EQ(other.read([](store::Reader& r) { return export_people(r); }), csv);
}

// Any text, with what is dangerous in a cell more often than by chance.
rc::Gen<std::string> any_cell() {
  return rc::gen::map(rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
                          {{6, rc::gen::inRange<char>(' ', '\x7e')},
                           {3, rc::gen::elementOf(std::string("=+-@'\",;\n\r\t\x01"))}})),
                      [](const std::string& text) { return text.substr(0, 150); });
}

// Organizations that the rules accept, some in each other's care.
OrgRecord any_org(int number) {
  OrgRecord org;
  org.id = "org-" + std::to_string(number);
  org.kind = *rc::gen::elementOf(std::vector<std::string>{"ecosystem", "pcsp", "funder"});
  org.name = "x" + *any_cell();
  if (*rc::gen::arbitrary<bool>()) org.name = *any_cell() + "x";
  org.short_name = *any_cell();
  org.region = *any_cell();
  org.about = *any_cell();
  org.source = *any_cell();
  org.priorities = priorities_from(*any_cell());
  org.as_of = *rc::gen::elementOf(std::vector<std::string>{"", "2021", "2021-07"});
  if (number > 0 && *rc::gen::arbitrary<bool>())
    org.parent = "org-" + std::to_string(*rc::gen::inRange(0, number));
  return org;
}

RC_GTEST_PROP(ImportOfAnyOrganizations, GivesTheSameBytesWhenExportedAgain, ()) {
  World first(support::Backend::sqlite_memory), second(support::Backend::sqlite_memory);
  const int count = *rc::gen::inRange(0, 6);
  for (int n = 0; n < count; ++n) {
    const auto org = any_org(n);
    const auto added =
        first.write([&](store::Writer& w) { return add_org(w, org, first.by("Ana")); });
    RC_ASSERT(added.has_value());
  }
  const auto csv = first.read([](store::Reader& r) { return export_orgs(r); });

  const auto loaded =
      second.write([&](store::Writer& w) { return import_orgs(w, csv, second.by("command")); });
  RC_ASSERT(loaded.has_value());
  RC_ASSERT(loaded->created == count);
  RC_ASSERT(second.read([](store::Reader& r) { return export_orgs(r); }) == csv);

  const auto again =
      first.write([&](store::Writer& w) { return import_orgs(w, csv, first.by("command")); });
  RC_ASSERT(again->unchanged == count);
}

}  // namespace
}  // namespace enact::network
