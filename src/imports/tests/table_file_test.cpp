// SPDX-License-Identifier: Apache-2.0
#include "imports/table_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace enact::imports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Everything {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<int> lines;
  std::vector<std::string> faults;
  TableFacts facts;
  std::string refusal;

  std::string warnings() const {
    std::string text;
    for (const auto& each : facts.warnings)
      text += std::to_string(each.line) + ": " + each.message + "\n";
    return text;
  }
};

Everything read(std::string bytes,
                const ReadOptions& options = {},
                const TableLimits& limits = {}) {
  Everything all;
  auto file = TableFile::open(std::move(bytes), options, limits);
  if (!file) {
    all.refusal = file.error().message;
    return all;
  }
  all.facts = file->facts();
  all.header = file->header();
  for (TableRow row; file->next(row);) {
    all.rows.push_back(row.cells);
    all.lines.push_back(row.line);
    all.faults.push_back(row.fault);
  }
  return all;
}

TEST(TableFile, RefusesWhatIsNoTableAndSaysWhatItIs) {
  const std::pair<std::string, std::string> files[] = {
      {"", "empty"},
      {"\xEF\xBB\xBF \r\n", "empty"},
      {"PK\x03\x04 and so on", "Excel workbook"},
      {"\xD0\xCF\x11\xE0\xA1\xB1", "old kind"},
      {"%PDF-1.7", "PDF"},
      {"  <!DOCTYPE html><table>", "web page"},
      {"BEGIN:VCALENDAR\r\n", "calendar"},
      {std::string("a,b\0\0\0\0\0\0\1\2\3", 12), "not a text file"},
      {"\x89PNG\r\n", "picture"},
  };
  for (const auto& [bytes, word] : files) EXPECT_THAT(read(bytes).refusal, HasSubstr(word));
}

TEST(TableFile, RefusesAMillionLinesOfProse) {
  std::string prose;
  for (int i = 0; i < 1'000'000; ++i)
    prose += i % 3 == 0 ? "It was the best of times, it was the worst of times, it was the age,\n"
                        : "of wisdom and of foolishness.\n";
  EXPECT_THAT(read(prose).refusal, HasSubstr("does not look like a table"));
}

TEST(TableFile, RefusesALongFileWhoseRowsDoNotFitTheirHeaderBeforeItsEnd) {
  std::string text = "a,b,c\n";
  for (int i = 0; i < 400; ++i) text += "1,2,3\n";
  for (int i = 0; i < 40'000; ++i) text += "1;2;3\n";
  EXPECT_THAT(read(text).refusal, HasSubstr("of its first 5,000 rows"));
}

TEST(TableFile, IsReadWithAnyCommonDelimiter) {
  for (const std::string d : {",", ";", "\t", "|"}) {
    const auto all = read("name" + d + "city\nLakeside" + d + "\"Pine; Hill, \t|x\"\n");
    EXPECT_THAT(all.header, ElementsAre("name", "city")) << d;
    ASSERT_EQ(all.rows.size(), 1u) << d;
    EXPECT_THAT(all.rows[0], ElementsAre("Lakeside", "Pine; Hill, \t|x"));
    EXPECT_EQ(all.facts.delimiter, d[0]);
  }
}

TEST(TableFile, KeepsDecimalCommasApartFromTheDelimiter) {
  const auto all = read("place;price\nLakeside;1,5\nPine Hill;2,5\n");
  EXPECT_THAT(all.rows[0], ElementsAre("Lakeside", "1,5"));
  EXPECT_EQ(all.facts.words, "Semicolon-separated, UTF-8, 2 columns, 2 rows");
}

TEST(TableFile, TakesTheDelimiterThatExcelWroteIntoTheFile) {
  const auto all = read("sep=;\r\na,x;b\r\n1,y;2\r\n");
  EXPECT_THAT(all.header, ElementsAre("a,x", "b"));
  EXPECT_THAT(all.lines, ElementsAre(3));
}

TEST(TableFile, ReadsQuotesThatStandBehindASpace) {
  const auto all = read("name, note\nAna, \"one, two\"\nBo, \"three, four\"\n");
  EXPECT_THAT(all.rows[0], ElementsAre("Ana", "one, two"));
}

TEST(TableFile, ReadsLinesThatEndAsOnOldMacintoshes) {
  const auto all = read("a,b\r1,\"x\ny\"\r2,z");
  ASSERT_EQ(all.rows.size(), 2u);
  EXPECT_EQ(all.rows[0][1], "x\ny");
  EXPECT_THAT(all.lines, ElementsAre(2, 4));
}

TEST(TableFile, IsAListOfOneColumnWhenItsLinesAreShort) {
  const auto all = read("name\nLakeside\nPine Hill\nUniversity of the Bay\n");
  EXPECT_THAT(all.header, ElementsAre("name"));
  EXPECT_EQ(all.rows.size(), 3u);
}

TEST(TableFile, LeavesOutWhatStandsAboveTheTable) {
  const auto all =
      read("Report of May\n\nFilter,all\nid,name,city\n1,Ana,Lakeside\n2,Bo,Lakeside\n");
  EXPECT_THAT(all.header, ElementsAre("id", "name", "city"));
  EXPECT_THAT(all.lines, ElementsAre(5, 6));
  EXPECT_THAT(all.warnings(), HasSubstr("begins on line 4"));
  EXPECT_THAT(all.warnings(), HasSubstr("Report of May"));
  const auto told = read("x,y\nid,name\n1,Ana\n", {.first_line = 2});
  EXPECT_THAT(told.header, ElementsAre("id", "name"));
  EXPECT_THAT(read("a,b\n", {.first_line = 9}).refusal, HasSubstr("does not have"));
}

TEST(TableFile, SeesThatThereIsNoHeader) {
  const auto all = read(
      "frc4,Van Nuys,California,1997\nfrc8,Palo Alto,California,1996\n"
      "frc9,Fresno,California,1999\n");
  EXPECT_EQ(all.facts.header_row, HeaderRow::absent);
  EXPECT_THAT(all.header, ElementsAre("column 1", "column 2", "column 3", "column 4"));
  EXPECT_EQ(all.rows.size(), 3u);
  const auto told = read("1,2\n3,4\n", {.header_row = HeaderRow::present});
  EXPECT_THAT(told.header, ElementsAre("1", "2"));
}

TEST(TableFile, TakesYearsThatCountOnForNames) {
  const auto all = read("place,2019,2020,2021\nLakeside,5,6,7\n");
  EXPECT_THAT(all.header, ElementsAre("place", "2019", "2020", "2021"));
}

TEST(TableFile, TellsApartColumnsWithoutNameAndWithTheSameName) {
  EXPECT_THAT(read("the name,\x11,the city and the state\nAna,2,Lakeside\nBo,2,Lakeside\n").header,
              ElementsAre("the name", "column 2", "the city and the state"));
  const auto all = read("phone,, phone ,phone (2),\xC2\xA0zip\xC2\xA0\n1,2,3,4,5\n");
  EXPECT_THAT(all.header, ElementsAre("phone", "column 2", "phone (3)", "phone (2)", "zip"));
  EXPECT_THAT(all.warnings(),
              HasSubstr("1: 1 column has the name of a column before: \"phone (3)\""));
}

TEST(TableFile, HandsOnRowsThatDoNotFitWithTheirFault) {
  const auto all = read("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n,,\n\n4,5,6\n");
  EXPECT_THAT(all.lines, ElementsAre(2, 3, 4, 5, 8)) << "empty rows are left out";
  EXPECT_THAT(all.faults, ElementsAre("", "This row has 2 cells where the header has 3.",
                                      "This row has 4 cells where the header has 3.", "", ""));
  EXPECT_THAT(all.rows[1], ElementsAre("1", "2")) << "nothing is added to a row";
  EXPECT_EQ(all.facts.faulty_rows, 2u);
  EXPECT_THAT(all.warnings(), HasSubstr("3: This row has 2 cells"));
}

TEST(TableFile, LosesOnlyTheRowOfAQuoteThatNeverCloses) {
  const auto all = read("a,b\n1,\"x\n2,y\n3,\"z\"\n");
  EXPECT_THAT(all.lines, ElementsAre(2, 3, 4));
  EXPECT_EQ(all.faults[0], "The quote that opens cell 2 on line 2 is never closed.");
  EXPECT_THAT(all.rows[0], ElementsAre("1", "\"x"));
  EXPECT_THAT(all.rows[2], ElementsAre("3", "z"));
}

TEST(TableFile, CutsACellWithLooseQuotesWhereItIsMeantToEnd) {
  const auto all = read("a,b,c\n1,\"the \"old\", name\",2\n3,4,5\n6,7,8\n");
  EXPECT_THAT(all.rows[0], ElementsAre("1", "the \"old", " name\"", "2"));
  EXPECT_THAT(all.faults[0], HasSubstr("Cell 2 goes on behind its closing quote"));
  const auto one = read("a,b,c\n1,\"the \"old\" name, here\",2\n3,4,5\n6,7,8\n");
  EXPECT_THAT(one.rows[0], ElementsAre("1", "the \"old\" name, here", "2"));
  EXPECT_THAT(one.faults[0], HasSubstr("Cell 2"));
}

TEST(TableFile, RefusesAFileFullOfQuotesThatNeverClose) {
  std::string text = "a,b\n";
  for (int i = 0; i < 500; ++i) text += "1,\"x\n2\"y,3\n";
  EXPECT_THAT(read(text).refusal, HasSubstr("More than 100 quotes are never closed"));
}

TEST(TableFile, CutsWhatIsLongerThanItsLimitsAndSaysSo) {
  const TableLimits limits{.columns = 3, .cell_bytes = 10};
  const auto all = read("a,b\n1,12345678901234\n1,2,3,4,5\n1,2\n1,2\n", {}, limits);
  EXPECT_THAT(all.rows[0], ElementsAre("1", "1234567890"));
  EXPECT_THAT(all.faults[0], HasSubstr("Cell 2 holds more than 10 bytes"));
  EXPECT_EQ(all.rows[1].size(), 3u);
  EXPECT_THAT(all.faults[1], HasSubstr("more than 3 cells"));
  EXPECT_THAT(read("a\n1\n2\n", {}, {.rows = 1}).refusal, HasSubstr("more than 1 rows"));
  EXPECT_THAT(read("a,b\n1,2\n", {}, {.file_bytes = 3}).refusal, HasSubstr("larger than"));
}

TEST(TableFile, TakesANameOfTenThousandCharacters) {
  const std::string name(10'000, 'n');
  const auto all = read("id,name\n1," + name + "\n");
  EXPECT_EQ(all.rows[0][1], name);
  EXPECT_EQ(all.faults[0], "");
}

TEST(TableFile, KeepsRightToLeftAndCombiningCharacters) {
  const std::string name = "\u05E9\u05DC\u05D5\u05DD \u202Bx\u202C e\u0301";
  EXPECT_EQ(read("id,name\n1," + name + "\n").rows[0][1], name);
}

TEST(TableFile, ReadsWindows1252AndShowsWhatTheGuessRestsOn) {
  const auto all = read(
      "id,name\n1,Garc\xED"
      "a\n2,the \x93old\x94 school \x96 caf\xE9\n");
  EXPECT_EQ(all.facts.encoding, Encoding::windows_1252);
  EXPECT_EQ(all.rows[0][1], "García");
  EXPECT_EQ(all.rows[1][1], "the “old” school – café");
  EXPECT_THAT(all.warnings(),
              HasSubstr("2: That the file is in Windows-1252 is a guess, made from 2 "
                        "cells. Check: line 2, name: \"García\""));
}

TEST(TableFile, ReadsMacRomanWhenItMakesWordsOfSigns) {
  const auto all = read(
      "id,name\n1,Garc\x92"
      "a\n2,caf\x8E M\x9Fller\n3,Pi\x96"
      "ata\n");
  EXPECT_EQ(all.facts.encoding, Encoding::mac_roman);
  EXPECT_EQ(all.rows[0][1], "García");
  EXPECT_EQ(all.rows[1][1], "café Müller");
  EXPECT_EQ(read("a,b\n1,don\x92t\n2,1990\x96"
                 "1995\n")
                .facts.encoding,
            Encoding::windows_1252);
}

TEST(TableFile, SaysWhatATextMeantThatWasGarbledBefore) {
  const auto all = read(
      "id,name\n1,University\x89\xDB\xD2"
      "Madison\n");
  EXPECT_EQ(all.rows[0][1], "Universityâ€“Madison") << "it is said and not applied";
  EXPECT_THAT(all.warnings(), HasSubstr("\"Universityâ€“Madison\", perhaps meant as "
                                        "\"University–Madison\"."));
}

TEST(TableFile, ReadsUtf16WithItsMark) {
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char c : std::string_view("a\tb\r\n1\t")) {
    (little += c) += '\0';
    (big += '\0') += c;
  }
  little += std::string("\xED\x00\x3D\xD8\x00\xDE", 6);  // í and U+1F600
  big += std::string("\x00\xED\xD8\x3D\xDE\x00", 6);
  for (const auto& bytes : {little, big}) {
    const auto all = read(bytes);
    EXPECT_EQ(all.facts.encoding, Encoding::utf16);
    EXPECT_THAT(all.rows.at(0), ElementsAre("1", "í\U0001F600"));
  }
}

TEST(TableFile, NamesTheLineAndColumnOfAnotherEncoding) {
  const auto all = read(
      "id,name\n1,García\n2,Garc\xED"
      "a\n3,José\n4,José\n");
  EXPECT_EQ(all.facts.encoding, Encoding::utf8);
  EXPECT_EQ(all.rows[1][1], "García");
  EXPECT_THAT(all.warnings(),
              HasSubstr("3: The file is in UTF-8, but 1 cell is in another encoding. "
                        "Check what was made of it: line 3, name: \"García\"."));
  const auto other = read(
      "id,name\n1,Garc\xED"
      "a\n2,Jos\xE9\n3,caf\xE9\n4,García\n");
  EXPECT_EQ(other.rows[3][1], "García");
  EXPECT_THAT(other.warnings(), HasSubstr("5: The file is in Windows-1252, but 1 cell"));
  EXPECT_EQ(other.facts.warnings.back().field, "name");
}

TEST(TableFile, ReadsInTheEncodingThatItIsTold) {
  const auto all = read("id,name\n1,\xC3\xA9\n", {.encoding = Encoding::windows_1252});
  EXPECT_EQ(all.rows[0][1], "Ã©");
}

TEST(TableFile, ShowsNulAsASignAndNamesItsPlace) {
  std::string text = "id,name\n1,A\n2,B\n";
  for (int i = 3; i < 60; ++i) text += std::to_string(i) + ",C\n";
  text += std::string("60,D\0E\n", 7);
  const auto all = read(text);
  EXPECT_EQ(all.rows.back()[1], "D\uFFFDE");
  EXPECT_THAT(all.warnings(), HasSubstr("61: 1 cell holds NUL"));
}

TEST(TableFile, UndoesWhatKeepsSpreadsheetsFromRunningCells) {
  const auto all = read("id,code,note\n1,=\"01.00\",'=1+1\n2,\"=\"\"01\"\"\",'tis\n3,=A1,'-x\n");
  EXPECT_THAT(all.rows[0], ElementsAre("1", "01.00", "=1+1"));
  EXPECT_THAT(all.rows[1], ElementsAre("2", "01", "'tis"));
  EXPECT_THAT(all.rows[2], ElementsAre("3", "=A1", "-x"));
  EXPECT_THAT(all.warnings(), HasSubstr("2 cells are written as a formula that is only a text"));
}

TEST(TableFile, IsReadAgainFromItsBeginning) {
  for (const auto* text : {"a,b\n1,2\n3,4\n", R"([{"a":1,"b":2},{"a":3,"b":4}])"}) {
    auto file = TableFile::open(text).value();
    TableRow row;
    while (file.next(row)) {
    }
    file.rewind();
    ASSERT_TRUE(file.next(row));
    EXPECT_THAT(row.cells, ElementsAre("1", "2"));
  }
}

TEST(TableFile, LeavesOutRowsThatAreEmptyOnceTheirMarksAreUndone) {
  const auto all = read("=\" \",\nname,city\nAna,Lakeside\n=\" \",=\" \"\nBo,Lakeside\n",
                        {.header_row = HeaderRow::present});
  EXPECT_THAT(all.header, ElementsAre("name", "city"));
  EXPECT_THAT(all.lines, ElementsAre(3, 5));
}

TEST(TableFile, HasAHeaderAndNoRowsWhenNothingStandsBelow) {
  const auto all = read("name,email\n");
  EXPECT_EQ(all.refusal, "");
  EXPECT_THAT(all.header, ElementsAre("name", "email"));
  EXPECT_EQ(all.facts.rows, 0u);
}

}  // namespace
}  // namespace enact::imports
