// SPDX-License-Identifier: Apache-2.0
// Lists that exist come into the directory by the mappings that the program has for them, and go
// out of it again as if they had never come.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "imports/committing.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/planning.h"
#include "imports/rows.h"
#include "network/facts.h"
#include "network/org_target.h"
#include "network/orgs.h"
#include "support/program.h"
#include "support/world.h"

namespace enact {
namespace {

using imports::Action;
using testing::HasSubstr;

class DirectoryImport : public testing::TestWithParam<support::Backend> {
 protected:
  imports::Deed by() { return {world.hana, "Hana", program.clock().now()}; }

  imports::Mapping mapping(const std::string& name) { return mapping_of(name); }
  static imports::Mapping mapping_of(const std::string& name) {
    for (auto& each : imports::ready_made(network::org_target()))
      if (each.name == name) return each;
    throw std::logic_error("there is no mapping " + name);
  }

  std::string planned(const std::string& name, const std::string& text, std::string org = "") {
    auto& db = program.db();
    const auto id = imports::begin_import(
        db, {.org = std::move(org), .file_name = "list.csv", .mapping = mapping(name)}, text, by());
    if (!id) throw std::logic_error(id.error().message);
    const auto now = program.services().clock.now();
    db.write([&](store::Writer& writer) { imports::ask_for_plan(writer, *id, now); });
    imports::plan_import(db, program.services().clock, network::org_target(), *id);
    return *id;
  }

  base::Result<void> commit(const std::string& id) {
    const auto now = program.services().clock.now();
    program.db().write([&](store::Writer& writer) {
      imports::ask_for_commit(writer, *imports::find_import(writer, id), now);
    });
    return imports::commit_import(program.db(), program.services().clock, network::org_target(), id,
                                  by());
  }

  base::Result<void> undo(const std::string& id) {
    const auto now = program.services().clock.now();
    program.db().write([&](store::Writer& writer) { imports::ask_for_undo(writer, id, now); });
    return imports::undo_import(program.db(), program.services().clock, network::org_target(), id,
                                by(), imports::ChangedSince::refuse);
  }

  std::int64_t count(const std::string& id, Action action) {
    return program.db().read(
        [&](store::Reader& reader) { return imports::count_actions(reader, id)[action]; });
  }

  std::string reasons(const std::string& id, Action action) {
    std::string all;
    program.db().read([&](store::Reader& reader) {
      for (const auto& row : imports::rows_from(reader, id, action, 0, 10))
        all += row.reason + "\n";
    });
    return all;
  }

  std::optional<network::OrgRecord> org(const std::string& id) {
    return program.db().read(
        [&](store::Reader& reader) { return network::find_record(reader, id); });
  }
  std::string fact(const std::string& id, const std::string& field) {
    const auto facts = program.db().read([&](store::Reader& reader) {
      return network::facts_of(reader, {network::Thing::organization, id});
    });
    const auto found = facts.find(field);
    return found != facts.end() ? found->second.value : "(unknown)";
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         DirectoryImport,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

// A share that the list gives as a part of one, and institutions that it gives no number.
TEST_P(DirectoryImport, ReadsCollegesWithoutNumbersByNameCityAndState) {
  const char* scorecard = "College Scorecard without ids";
  const auto csv = [](const std::string& rows) {
    std::string header = ",Name,City,State,Pell_Grant";
    for (const auto& each : mapping_of("College Scorecard without ids").left_out)
      if (each != "column 1") header += "," + each;
    const auto commas =
        std::string(std::size_t(std::count(header.begin(), header.end(), ',')) - 4, ',');
    std::string all = header + "\n";
    for (const auto line : base::lines(rows)) all += std::string(line) + commas + "\n";
    return all;
  };
  const auto first = planned(scorecard, csv("1,Lake College,Lakeside,PA,0.8100000024\n"
                                            "3,Lake College,Gary,IN,PrivacySuppressed\n"
                                            "5,Hill College,Gary,IN,many"));
  EXPECT_EQ(count(first, Action::create), 2) << "one in each state";
  EXPECT_THAT(reasons(first, Action::create), HasSubstr("PrivacySuppressed"));
  EXPECT_THAT(reasons(first, Action::failed), HasSubstr("as a number"));
  ASSERT_TRUE(commit(first));
  EXPECT_EQ(fact("lake-college", "pell_share"), "81");
  EXPECT_EQ(fact("lake-college-2", "pell_share"), "(unknown)");
  const auto again = planned(scorecard, csv("1,Lake College,Lakeside,PA,0.5\n"
                                            "9,Lake College,Lakeside,OH,0.5"));
  EXPECT_EQ(count(again, Action::update), 1) << "the same name and place";
  EXPECT_EQ(count(again, Action::create), 1) << "the same name in another state is another";
}

constexpr const char* kMyChi = "My CHI. My Future. programs";
constexpr const char* kChicago =
    "index_row,id,program_name,description,org_name,capacity,min_age,max_age,meeting_type,address,"
    "city,state,zipcode,start_date,end_date,start_time,end_time,program_price,"
    "program_pays_participants,program_has_scholarships,program_provides_transportation,"
    "program_provides_free_food,min_grade,max_grade,latitude,longitude,community_name,priority,"
    "leisure_arts_dum,academics_dum,community_service_dum,professional_skill_dum\n"
    "1,76,Robot Club,\"<p>Build &amp; <b>race</b></p>\",Lake Lab,500,14,24,in person,1 Lake St,"
    "Chicago,Illinois,60601,2021-06-28,2050-01-01,,,Free,Not Paid,NO,NO,FALSE,9,12,41.88,-87.62,"
    "LOOP,FALSE,0,0,0,1\n"
    "2,77,Star Club,Look up,Lake Lab,25,14,18,in person,2 Lake St,Gary,IN,46402,2021-06-28,"
    "2021-07-29,,,Free,Not Paid,NO,NO,FALSE,9,12,41.6,-87.3,,FALSE,0,0,0,1\n";

TEST_P(DirectoryImport, TakesNoPlaceholderForAFactAndNoSiteInTheWrongState) {
  const auto id = planned(kMyChi, kChicago);
  EXPECT_EQ(count(id, Action::create), 1);
  EXPECT_EQ(count(id, Action::failed), 1);
  EXPECT_THAT(reasons(id, Action::failed), HasSubstr("IN"));
  ASSERT_TRUE(commit(id));
  const auto club = org("robot-club");
  ASSERT_TRUE(club);
  EXPECT_EQ(club->about, "Build & race");
  EXPECT_EQ(fact("robot-club", "capacity"), "(unknown)") << "500 is a placeholder";
  EXPECT_EQ(fact("robot-club", "ends"), "(unknown)") << "nobody knows of 2050";
  EXPECT_EQ(fact("robot-club", "state"), "IL");
  EXPECT_EQ(fact("robot-club", "grades"), "9 to 12");
  EXPECT_EQ(fact("robot-club", "host_name"), "Lake Lab");
}

TEST_P(DirectoryImport, ChangesNothingTheSecondTimeAndNothingIsLeftAfterItIsUndone) {
  const auto first = planned(kMyChi, kChicago);
  ASSERT_TRUE(commit(first));
  const auto again = planned(kMyChi, kChicago);
  EXPECT_EQ(count(again, Action::unchanged), 1);
  EXPECT_EQ(count(again, Action::create), 0);
  EXPECT_EQ(count(again, Action::update), 0);

  const auto undone = undo(first);
  ASSERT_TRUE(undone) << undone.error().message;
  EXPECT_FALSE(org("robot-club"));
  EXPECT_EQ(fact("robot-club", "state"), "(unknown)");
}

TEST_P(DirectoryImport, GivesBackWhatItChanged) {
  ASSERT_TRUE(commit(planned(kMyChi, kChicago)));
  std::string newer = kChicago;
  newer.replace(newer.find("1 Lake St"), 9, "9 Hill St");
  newer.replace(newer.find("Robot Club"), 10, "Robot Team");
  const auto second = planned(kMyChi, newer);
  EXPECT_EQ(count(second, Action::update), 1);
  ASSERT_TRUE(commit(second));
  EXPECT_EQ(org("robot-club")->name, "Robot Team") << "its id stays";
  EXPECT_EQ(fact("robot-club", "street"), "9 Hill St");
  const auto undone = undo(second);
  ASSERT_TRUE(undone) << undone.error().message;
  EXPECT_EQ(org("robot-club")->name, "Robot Club");
  EXPECT_EQ(fact("robot-club", "street"), "1 Lake St");
}

TEST_P(DirectoryImport, AsksWhetherAnotherOfTheSameNameIsMeant) {
  const auto id = planned("STEM learning ecosystems (SLECoP list)",
                          "name,city,state_or_province,country_iso2,year_joined,cohort,source_url,"
                          "note\nLakeside STEM Ecosystem,Lakeside,PA,US,2015,inaugural,"
                          "https://lakes.example,\n");
  EXPECT_EQ(count(id, Action::ask), 1);
  EXPECT_FALSE(commit(id)) << "what asks is settled first";
}

TEST_P(DirectoryImport, OfAnEcosystemPlacesWhatIsNewThereAndLeavesOthersAlone) {
  const auto id = planned(kMyChi, kChicago, "lakeside");
  ASSERT_TRUE(commit(id));
  EXPECT_EQ(org("robot-club")->parent, "lakeside");
  const auto elsewhere = planned(kMyChi, kChicago, "hillside");
  EXPECT_EQ(count(elsewhere, Action::failed), 2);
  EXPECT_THAT(reasons(elsewhere, Action::failed), HasSubstr("another ecosystem"));
}

// The real lists, where they lie beside the project.
std::optional<std::string> real_list(const std::string& path) {
  const auto* place = std::getenv("ENACT_SHARED");
  const auto folder = place != nullptr ? std::filesystem::path(place)
                                       : std::filesystem::path(ENACT_SOURCE_DIR) / "../shared";
  std::ifstream in(folder / "data" / path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct RealList {
  const char* mapping;
  const char* path;
  std::int64_t rows;
  std::int64_t fail_at_most;
};

class RealLists : public DirectoryImport {
 protected:
  void tries(const RealList& list) {
    const auto text = real_list(list.path);
    if (!text) GTEST_SKIP() << "The real file " << list.path << " is not beside the project.";
    const auto id = planned(list.mapping, *text);
    std::int64_t rows = 0;
    for (const auto action : {Action::create, Action::update, Action::unchanged, Action::skipped,
                              Action::ask, Action::failed})
      rows += count(id, action);
    EXPECT_EQ(rows, list.rows);
    EXPECT_LE(count(id, Action::failed), list.fail_at_most) << reasons(id, Action::failed);
  }
};

INSTANTIATE_TEST_SUITE_P(,
                         RealLists,
                         testing::Values(support::Backend::sqlite_memory),
                         support::backend_name);

TEST_P(RealLists, OfTheStemLearningEcosystemsArePlanned) {
  tries({"STEM learning ecosystems (SLECoP list)", "ecosystems/slecop_ecosystems_partial.csv", 31,
         3});
}

TEST_P(RealLists, OfRobotTeamsWithoutAHeaderArePlanned) {
  tries({"FIRST robotics teams", "programs/first_robotics_teams_2019_pa_il_ca_ny.csv", 1086, 80});
}

TEST_P(RealLists, OfCollegesWithoutNumbersArePlanned) {
  tries({"College Scorecard without ids", "institutions/scorecard2018_noids.csv", 3604, 0});
}

// Two columns that tell a place differently, a street with the ZIP code glued to it, and ages that
// a spreadsheet took for days.
TEST_P(RealLists, OfProgramsInNewYorkArePlanned) {
  const RealList list{"New York City DYCD programs", "programs/nyc_dycd_brooklyn_manhattan.csv",
                      793, 0};
  tries(list);
  const auto text = real_list(list.path);
  if (!text) return;
  const auto id = planned(list.mapping, *text);
  std::map<std::string, int> said;
  program.db().read([&](store::Reader& reader) {
    for (const auto& row : imports::rows_from(reader, id, {}, 0, 1000)) {
      said["apart"] += row.reason.find("so neither is taken") != std::string::npos;
      said["days"] += row.reason.find("\"20-May\", which is taken as unknown") != std::string::npos;
      said["adults"] += row.reason.find("A program for adults.") != std::string::npos;
      const auto& zip = row.said.text("zip");
      said["glued"] += !zip.empty() && row.said.text("street").ends_with(zip);
    }
  });
  EXPECT_LE(said["glued"], 1) << "one street has it twice";
  EXPECT_GT(said["apart"], 20);
  EXPECT_EQ(said["days"], 6);
  EXPECT_GT(said["adults"], 50);
}

TEST_P(RealLists, OfCommitteesAndOfficesArePlanned) {
  const std::string congress = "policymakers/congress_2026-06-15/";
  tries({"Committees of Congress", (congress + "committees-current.yaml").c_str(), 49, 0});
  tries({"Offices of members of Congress", (congress + "legislators-district-offices.yaml").c_str(),
         1312, 0});
  tries({"Open States committees", "policymakers/openstates_2026-08-05/pa_committees.yaml", 58, 0});
}

TEST_P(RealLists, OfAwardsNameEachInstitutionOnce) {
  tries({"Institutions with NSF awards", "funding/nsf_awards_fy2026_even.csv", 555, 0});
}

TEST_P(RealLists, OfInstitutionsArePlanned) {
  tries({"IPEDS institutions (HD file)", "institutions/ipeds_hd2022.csv", 6256, 100});
}

}  // namespace
}  // namespace enact
