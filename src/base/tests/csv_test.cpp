// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace enact::base {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ReadCsv, NamesEveryLineThatHasTooFewOrTooManyCells) {
  const auto table = read_csv("a,b\n1,2\n1\n\"x\ny\",2\n1,2,3\n");
  ASSERT_FALSE(table);
  ASSERT_EQ(table.error().faults.size(), 2u);
  EXPECT_EQ(table.error().faults[0].line, 3);
  EXPECT_THAT(table.error().faults[0].message, HasSubstr("1 cell where the header has 2"));
  EXPECT_EQ(table.error().faults[1].line, 6) << "a cell of two lines counts as two";
}

TEST(ReadCsv, NamesTheLineWhereAQuoteOpensThatNeverCloses) {
  const auto table = read_csv("a,b\n1,2\n1,\"x\n\n\n");
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().faults.front().line, 3);
  EXPECT_THAT(table.error().message, HasSubstr("never closed"));
}

TEST(ReadCsv, RefusesAnEmptyFile) {
  for (const auto* text : {"", "\n\n", "\xEF\xBB\xBF"}) {
    const auto table = read_csv(text);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().message, "The file is empty.");
  }
}

TEST(ReadCsv, ReadsQuotesCrlfEmptyLinesAndAByteOrderMark) {
  const auto table = read_csv("\xEF\xBB\xBFid,name\r\n\r\n1,\"A, \"\"B\"\"\r\nC\"\r\n2,x");
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_THAT(table->header, ElementsAre("id", "name"));
  EXPECT_EQ(table->cell(0, "name"), "A, \"B\"\r\nC");
  EXPECT_EQ(table->cell(1, "id"), "2");
  EXPECT_EQ(table->cell(1, "no such column"), "");
  EXPECT_THAT(table->lines, ElementsAre(3, 5));
}

TEST(CsvWriter, DisarmsWhatASpreadsheetWouldRun) {
  CsvWriter csv({"cell"});
  for (const auto* cell : {"=1+1", "+x", "-x", "@x", "\tx", "\rx", "-", "-1+1"}) csv.add({cell});
  const auto table = read_csv(csv.text());
  ASSERT_TRUE(table);
  for (const auto& row : table->rows) EXPECT_EQ(row[0].front(), '\'') << row[0];
}

TEST(CsvWriter, LeavesNumbersAndTextsAsTheyAre) {
  CsvWriter csv({"a", "b"});
  csv.add({"-12.5", "a=b"});
  csv.add({"+3", "it's"});
  EXPECT_EQ(csv.text(), "a,b\n-12.5,a=b\n+3,it's\n");
}

RC_GTEST_PROP(Csv, IsReadAsItWasWritten, (const std::vector<std::string>& cells)) {
  CsvRow row{"first"};  // so that no row is an empty line
  for (const auto& cell : cells) row.push_back("x" + cell);
  CsvWriter csv(CsvRow(row.size(), "column"));
  csv.add(row);
  csv.add(row);
  const auto table = read_csv(csv.text());
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->rows == std::vector<CsvRow>({row, row}));
}

}  // namespace
}  // namespace enact::base
