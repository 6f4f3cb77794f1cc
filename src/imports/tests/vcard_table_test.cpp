// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <map>

#include "imports/table_file.h"

namespace enact::imports {
namespace {

using testing::HasSubstr;
using Record = std::map<std::string, std::string>;

std::vector<Record> records_of(std::string text) {
  auto file = TableFile::open(std::move(text));
  EXPECT_TRUE(file) << file.error().message;
  std::vector<Record> records;
  if (!file) return records;
  EXPECT_EQ(file->facts().format, Format::vcard);
  for (TableRow row; file->next(row);) {
    auto& record = records.emplace_back();
    record["line"] = std::to_string(row.line);
    if (!row.fault.empty()) record["fault"] = row.fault;
    for (std::size_t i = 0; i < file->header().size(); ++i)
      if (!row.cells[i].empty()) record[file->header()[i]] = row.cells[i];
  }
  return records;
}

TEST(Vcards, AreRowsWhateverTheirVersion) {
  const auto records = records_of(
      "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana "
      "Duarte\r\nitem1.EMAIL;TYPE=\"work,home\":ana@a.example\r\n"
      "EMAIL:ana@b.example\r\nTEL;VALUE=uri:tel:+1-412-555-0100\r\n"
      "ORG:Riverbend\\; Robots;Workshop\r\nTITLE:Director\r\n"
      "ADR:;;1 Main\\, Street;Erie;PA;16501;US\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\n=C3="
      "B6rg\n"
      "TEL;HOME;VOICE:412 555\nPHOTO;ENCODING=b:AAAA\n BBBB\nEND:VCARD\n");
  ASSERT_EQ(records.size(), 2U);
  const auto& ana = records[0];
  EXPECT_EQ(ana.at("name"), "Ana Duarte");
  EXPECT_EQ(ana.at("email"), "ana@a.example");
  EXPECT_EQ(ana.at("email 2"), "ana@b.example");
  EXPECT_EQ(ana.at("phone"), "+1-412-555-0100");
  EXPECT_EQ(ana.at("organization"), "Riverbend; Robots, Workshop");
  EXPECT_EQ(ana.at("street"), "1 Main, Street");
  EXPECT_EQ(ana.at("zip code"), "16501");
  const auto& second = records[1];
  EXPECT_EQ(second.at("name"), "J\xC3\xB6rg M\xC3\xBCller");
  EXPECT_EQ(second.at("line"), "11");
  EXPECT_EQ(second.count("photo"), 0U);
}

TEST(Vcards, FoldedLinesAreOne) {
  const auto records =
      records_of("BEGIN:VCARD\r\nFN:Ana\r\nNOTE:first line\\nand a lo\r\n ng one\r\nEND:VCARD\r\n");
  EXPECT_EQ(records.at(0).at("note"), "first line\nand a long one");
}

TEST(Vcards, ThatAreBrokenAreFaultyRowsWithTheirLine) {
  const auto records = records_of(
      "BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nEMAIL:x@y.example\nEND:VCARD\n"
      "BEGIN:VCARD\nFN:Ben\n");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_THAT(records[1].at("fault"), HasSubstr("no name"));
  EXPECT_EQ(records[1].at("line"), "4");
  EXPECT_THAT(records[2].at("fault"), HasSubstr("no end"));
}

TEST(Vcards, OfWhichNoneCanBeReadAreRefused) {
  const auto file = TableFile::open("BEGIN:VCARD\nEMAIL:x\nEND:VCARD\n");
  ASSERT_FALSE(file);
  EXPECT_THAT(file.error().message, HasSubstr("No contact card"));
}

TEST(Vcards, TakeThreeOfAKind) {
  std::string card = "begin:vcard\nFN:Ana\n";
  for (int i = 0; i < 9; ++i) card += "TEL:" + std::to_string(i) + "\n";
  const auto records = records_of(card + "end:vcard\n");
  EXPECT_EQ(records.at(0).at("phone 3"), "2");
  EXPECT_EQ(records.at(0).count("phone 4"), 0U);
}

}  // namespace
}  // namespace enact::imports
