// SPDX-License-Identifier: Apache-2.0
// Opens every table of the shared folder of real data, where there is one, and compares the rows
// with the counts in its manifest.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "imports/table_file.h"

namespace enact::imports {
namespace {

namespace fs = std::filesystem;

fs::path data_folder() {
  const char* told = std::getenv("ENACT_SHARED");
  const auto shared = told != nullptr ? fs::path(told) : fs::path(ENACT_ROOM_DIR) / "../../../shared";
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

#define SKIP_WITHOUT_DATA()                  \
  if (!fs::exists(data_folder()))            \
  GTEST_SKIP() << "There is no folder of shared data; ENACT_SHARED may name one."

// What the manifest cannot know: lines that are no row of the table, and files without a header.
struct Expected {
  std::string_view path;
  std::size_t rows;
  std::size_t faulty;
};
constexpr Expected kOwn[] = {
    {"geography/acs2013_grade12_by_race_zip.csv", 33'148, 4},        // a footer of four lines
    {"institutions/scorecard_fieldofstudy_ba_sample.csv", 5'252, 1},  // cut off in its last line
    {"programs/first_robotics_teams_2019_pa_il_ca_ny.csv", 1'086, 0},  // no header
    {"institutions/ipeds_hd2022.csv", 6'256, 1},   // a loose quote in an address
    {"taxonomy/nces_CIPCode2020.csv", 2'847, 1},   // loose quotes in a text
    {"taxonomy/ncses_stem_classification.csv", 2'009, 4},  // text above the table, notes below
};

TEST(SharedData, EveryCsvFileHasAsManyRowsAsItsManifestSays) {
  SKIP_WITHOUT_DATA();
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
    if (std::getenv("SHOW") != nullptr) {
      fprintf(stderr, "%s: %s\n", std::string(parts[0]).c_str(), file.facts().words.c_str());
      for (const auto& w : file.facts().warnings) fprintf(stderr, "   %d %s\n", w.line, w.message.c_str());
    }
    EXPECT_EQ(file.facts().rows, expected.rows);
    EXPECT_EQ(good_rows(file), expected.rows - expected.faulty);
    ++files;
  }
  EXPECT_GE(files, 40);
}

TEST(SharedData, EveryYamlAndJsonTableIsRead) {
  SKIP_WITHOUT_DATA();
  for (const auto& entry : fs::recursive_directory_iterator(data_folder())) {
    const auto ending = entry.path().extension();
    if (ending != ".yaml" && ending != ".json" && ending != ".geojson" && ending != ".tsv") continue;
    SCOPED_TRACE(entry.path());
    auto file = TableFile::open(bytes_of(entry.path()));
    fprintf(stderr, "%s: %s\n", entry.path().c_str(), file ? file->facts().words.c_str() : file.error().message.c_str());
    if (file) for (const auto& w : file->facts().warnings) fprintf(stderr, "   %d %s\n", w.line, w.message.c_str());
    if (file) good_rows(*file);
  }
}

}  // namespace
}  // namespace enact::imports
