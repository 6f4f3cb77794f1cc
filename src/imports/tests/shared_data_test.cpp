// SPDX-License-Identifier: Apache-2.0
// Opens every table of the shared folder of real data, where there is one, and compares the rows
// with the counts in its manifest.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "imports/contact_cell.h"
#include "imports/date_cell.h"
#include "imports/grade_cell.h"
#include "imports/number_cell.h"
#include "imports/place_cell.h"
#include "imports/table_file.h"

namespace enact::imports {
namespace {

namespace fs = std::filesystem;

fs::path data_folder() {
  const char* told = std::getenv("ENACT_SHARED");
  const auto shared =
      told != nullptr ? fs::path(told) : fs::path(ENACT_ROOM_DIR) / "../../../shared";
  return shared / "data";
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TableFile opened(const std::string& name, const ReadOptions& options = {}) {
  auto file = TableFile::open(bytes_of(data_folder() / name), options);
  EXPECT_TRUE(file) << name << ": " << (file ? "" : file.error().message);
  return file ? std::move(*file) : TableFile::open("a,b\n1,2\n").value();
}

// Rows without a fault, by reading them all.
std::size_t good_rows(TableFile& file) {
  std::size_t good = 0;
  std::size_t all = 0;
  int line = 0;
  for (TableRow row; file.next(row); ++all) {
    EXPECT_GE(row.line, line);
    line = row.line;
    for (const auto& cell : row.cells) {
      EXPECT_FALSE(base::invalid_utf8(cell)) << line;
      EXPECT_EQ(cell.find('\0'), std::string::npos) << line;
    }
    if (!row.fault.empty()) continue;
    EXPECT_EQ(row.cells.size(), file.header().size()) << line;
    ++good;
  }
  EXPECT_EQ(all, file.facts().rows);
  EXPECT_EQ(all - good, file.facts().faulty_rows);
  return good;
}

class SharedData : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(data_folder()))
      GTEST_SKIP()
          << "There is no folder of shared data beside the project; ENACT_SHARED may name one.";
  }
};

// What the manifest cannot know: lines that are no row of the table, and files without a header.
struct Expected {
  std::string_view path;
  std::size_t rows;
  std::size_t faulty;
};
constexpr Expected kOwn[] = {
    {"geography/acs2013_grade12_by_race_zip.csv", 33'148, 4},          // a footer of four lines
    {"institutions/ipeds_hd2022.csv", 6'256, 1},                       // loose quotes in an address
    {"institutions/scorecard_fieldofstudy_ba_sample.csv", 5'252, 1},   // its last line is cut off
    {"programs/first_robotics_teams_2019_pa_il_ca_ny.csv", 1'086, 0},  // no header
    {"taxonomy/nces_CIPCode2020.csv", 2'847, 1},                       // loose quotes in a text
    {"taxonomy/ncses_stem_classification.csv", 2'009, 4},  // text above the table and below it
};

TEST_F(SharedData, EveryCsvFileHasAsManyRowsAsItsManifestSays) {
  int files = 0;
  const auto manifest = bytes_of(data_folder() / "MANIFEST.tsv");
  for (const auto line : base::lines(manifest)) {
    const auto parts = base::split(line, '\t');
    if (parts.size() < 4 || !parts[0].ends_with(".csv")) continue;
    auto expected = Expected{parts[0], std::size_t(*base::to_integer(parts[2])), 0};
    for (const auto& own : kOwn)
      if (own.path == parts[0]) expected = own;
    SCOPED_TRACE(parts[0]);
    auto file = opened(std::string(parts[0]));
    EXPECT_EQ(file.facts().rows, expected.rows);
    EXPECT_EQ(good_rows(file), expected.rows - expected.faulty);
    ++files;
  }
  EXPECT_GE(files, 40);
}

TEST_F(SharedData, YamlJsonAndTabFilesHaveTheRecordsThatTheirReadmeCounts) {
  const std::pair<std::string, std::size_t> files[] = {
      {"policymakers/congress_2026-06-15/legislators-current.yaml", 537},
      {"policymakers/congress_2026-06-15/committees-current.yaml", 49},
      {"policymakers/congress_2026-06-15/committee-membership-current.yaml", 3'879},
      {"policymakers/openstates_2026-08-05/pa_legislators.yaml", 252},
      {"policymakers/openstates_2026-08-05/pa_committees.yaml", 58},
      {"policymakers/openstates_2026-08-05/il_legislators.yaml", 176},
      {"policymakers/openstates_2026-08-05/il_committees.yaml", 81},
      {"policymakers/openstates_2026-08-05/ny_legislators.yaml", 213},
      {"policymakers/openstates_2026-08-05/ny_committees.yaml", 107},
      {"policymakers/openstates_2026-08-05/ca_legislators.yaml", 120},
      {"policymakers/openstates_2026-08-05/ca_committees.yaml", 116},
      {"geography/chicago_community_areas.geojson", 77},
      {"geography/zcta_county_state.json", 33'120},
      {"geography/geonames_us_zip.tsv", 41'490},
      {"MANIFEST.tsv", 410},
  };
  for (const auto& [name, records] : files) {
    SCOPED_TRACE(name);
    auto file = opened(name);
    EXPECT_EQ(good_rows(file), records);
  }
}

TEST_F(SharedData, NoOtherYamlOrJsonFileIsTooMuch) {
  for (const auto& entry : fs::recursive_directory_iterator(data_folder())) {
    const auto ending = entry.path().extension();
    if (ending != ".yaml" && ending != ".json") continue;
    SCOPED_TRACE(entry.path());
    auto file = TableFile::open(bytes_of(entry.path()));
    if (file)
      good_rows(*file);
    else
      EXPECT_NE(file.error().message.find("more than 2000 columns"), std::string::npos);
  }
}

TEST_F(SharedData, EncodingsAreAsTheReadmeSays) {
  EXPECT_EQ(opened("institutions/ipeds_hd2022.csv").facts().words,
            "Comma-separated, Windows-1252, 73 columns, 6,256 rows");
  const auto encoding = [](const std::string& name) {
    return opened("institutions/" + name).facts().encoding;
  };
  EXPECT_EQ(encoding("ipeds2017_profile.csv"), Encoding::windows_1252);
  EXPECT_EQ(encoding("scorecard2018_noids.csv"), Encoding::windows_1252);
  EXPECT_EQ(encoding("ipeds2014_stem_enrollment_by_race.csv"), Encoding::mac_roman);
  EXPECT_EQ(encoding("ipeds_adm2022.csv"), Encoding::utf8);
}

TEST_F(SharedData, HeadersAreMadeUsable) {
  EXPECT_EQ(opened("institutions/ipeds_adm2022.csv").header().back(), "ACTMT75");
  EXPECT_EQ(opened("geography/chicago_hardship_index.csv").header().back(), "column 10");
  EXPECT_EQ(opened("geography/chicago_hardship_index.csv").header().front(), "Community Area");
  EXPECT_EQ(opened("geography/acs2013_grade12_by_race_county.csv").header()[3],
            "Enrolled in school:!!Enrolled in grade 12 (2)");
  EXPECT_EQ(opened("programs/first_robotics_teams_2019_pa_il_ca_ny.csv").header()[0], "column 1");
  EXPECT_EQ(opened("taxonomy/ncses_stem_classification.csv").header()[4], "2022");
}

// How many cells of a column can be read, those without a value left out.
template <class Reader>
std::pair<int, int> read_column(const std::string& name,
                                const std::string& column,
                                const NoValue& no_value,
                                const Reader& reader) {
  auto file = opened(name);
  const auto& header = file.header();
  const auto at = std::size_t(std::find(header.begin(), header.end(), column) - header.begin());
  EXPECT_LT(at, header.size()) << column;
  std::pair<int, int> counts{0, 0};  // read, refused
  for (TableRow row; file.next(row);) {
    if (!row.fault.empty() || no_value(row.cells.at(at))) continue;
    ++(reader(row.cells[at]) ? counts.first : counts.second);
  }
  return counts;
}

TEST_F(SharedData, CellsOfRealColumnsAreRead) {
  using Counts = std::pair<int, int>;
  const auto awards = "funding/nsf_awards_fy2026_even.csv";
  OrderEvidence evidence;
  const auto gather = [&](const std::string& cell) {
    evidence.add(cell);
    return true;
  };
  read_column(awards, "start_date", NoValue(), gather);
  EXPECT_EQ(evidence.order(), DateOrder::month_first);
  const auto date = [&](const std::string& cell) {
    return read_date(cell, {.order = evidence.order()}).has_value();
  };
  EXPECT_EQ(read_column(awards, "start_date", NoValue(), date), Counts(555, 0));
  const auto amount = [](const std::string& cell) { return read_amount(cell).has_value(); };
  EXPECT_EQ(
      read_column("geography/chicago_hardship_index.csv", "Per Capita Income", NoValue(), amount),
      Counts(77, 0));
  const auto count = [](const std::string& cell) { return read_count(cell).has_value(); };
  EXPECT_EQ(read_column("institutions/ipeds_hd2022.csv", "LOCALE", NoValue({"-3"}), count).second,
            0);
  const auto state = [](const std::string& cell) { return read_state(cell).has_value(); };
  EXPECT_EQ(read_column("programs/chicago_mcmf_2020-01_2022-03.csv", "state", NoValue(), state),
            Counts(10'157, 0));
  const auto grades = [](const std::string& cell) { return read_grades(cell).has_value(); };
  EXPECT_EQ(read_column("schools/ccd2019_directory_25_states.csv", "lowest_grade_offered",
                        NoValue({"Ungraded", "Not applicable", "Adult education"}), grades)
                .second,
            0);
  EXPECT_EQ(
      read_column("schools/chicago_cps_profile_SY1819.csv", "Grades_Offered_All", NoValue(), grades)
          .second,
      4);
  const auto nyc = "programs/nyc_dycd_brooklyn_manhattan.csv";
  const auto phone = [](const std::string& cell) { return read_phone(cell).has_value(); };
  const auto phones = read_column(nyc, "Contact Number", NoValue(), phone);
  EXPECT_GT(phones.first, 700);
  EXPECT_LT(phones.second, 40);
}

}  // namespace
}  // namespace enact::imports
