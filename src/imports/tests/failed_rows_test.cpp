// SPDX-License-Identifier: Apache-2.0
#include "imports/failed_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/text.h"

namespace enact::imports {
namespace {

using testing::ElementsAre;

TEST(FailedRows, KeepTheirColumnsAndSayWhyAtTheEnd) {
  FailedRows failed({"name", "Reason"});
  failed.add({.line = 7, .cells = {"Ana", "x"}, .fault = {}}, "The city is missing.");
  failed.add({.line = 8, .cells = {"Bo"}, .fault = {}}, "Too short.");
  failed.add({.line = 9, .cells = {"Cy", "y", "z"}, .fault = {}}, "Too long.");
  EXPECT_EQ(failed.text(),
            "name,Reason,Reason (2)\nAna,x,Line 7: The city is missing.\nBo,,Line 8: Too short.\n"
            "Cy,y,Line 9: Too long.,z\n");
  EXPECT_EQ(failed.count(), 3u);
}

TEST(FailedRows, DefuseFormulasAndReadingUndoesIt) {
  FailedRows failed({"name"});
  failed.add({.line = 2, .cells = {"=HYPERLINK(\"http://example.org\")"}, .fault = {}}, "@x");
  EXPECT_EQ(failed.text().find("\n="), std::string::npos);
  auto file = TableFile::open(failed.text()).value();
  TableRow row;
  ASSERT_TRUE(file.next(row));
  EXPECT_THAT(row.cells, ElementsAre("=HYPERLINK(\"http://example.org\")", "Line 2: @x"));
}

// Any text of a cell: signs that mean something to CSV, letters, and characters of several bytes.
rc::Gen<std::string> any_cell() {
  const auto piece =
      rc::gen::element<std::string>("a", "1", ",", ";", "\t", "|", "\"", "\n", "\r", "\r\n", " ",
                                    "=", "'", "-", "@", "é", "ש", "\u0301", "<", "sep=");
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(piece),
      [](const std::vector<std::string>& pieces) { return base::join(pieces, ""); });
}

RC_GTEST_PROP(FailedRows, AreReadAgainAsTheyWere, ()) {
  FailedRows failed({"id", "a", "b"});
  std::vector<std::vector<std::string>> rows;
  const auto count = *rc::gen::inRange(1, 20);
  for (int i = 0; i < count; ++i) {
    std::vector<std::string> cells{"r" + std::to_string(i), *any_cell(), *any_cell()};
    // An apostrophe before a formula is what defusing writes, so that nobody can tell them apart.
    const auto is_taken = [](const std::string& cell) {
      return cell.size() > 1 && cell[0] == '\'' &&
             std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos;
    };
    RC_PRE(std::none_of(cells.begin(), cells.end(), is_taken));
    failed.add({.line = i, .cells = cells, .fault = {}}, "because");
    rows.push_back(cells);
  }
  for (const bool is_told : {false, true}) {
    ReadOptions options;
    if (is_told) options = {Format::csv, Encoding::utf8, ',', HeaderRow::present, 1};
    auto file = TableFile::open(failed.text(), options);
    RC_ASSERT(file.has_value());
    RC_ASSERT(file->header() == std::vector<std::string>({"id", "a", "b", "Reason"}));
    std::size_t i = 0;
    for (TableRow row; file->next(row); ++i) {
      RC_ASSERT(row.fault == "");
      row.cells.pop_back();
      RC_ASSERT(row.cells == rows[i]);
    }
    RC_ASSERT(i == rows.size());
  }
}

}  // namespace
}  // namespace enact::imports
