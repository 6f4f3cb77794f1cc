// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imports/table_file.h"

namespace enact::imports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Columns and rows as one text: "a|b / 1|2 / 3|4".
std::string read(std::string bytes, const TableLimits& limits = {}) {
  auto file = TableFile::open(std::move(bytes), {}, limits);
  if (!file) return "refused: " + file.error().message;
  const auto line = [](const std::vector<std::string>& cells) {
    std::string text;
    for (const auto& cell : cells) text += (&cell == &cells.front() ? "" : "|") + cell;
    return text;
  };
  auto text = line(file->header());
  for (TableRow row; file->next(row);)
    text += " / " + line(row.cells) + (row.fault.empty() ? "" : " (" + row.fault + ")");
  return text;
}

std::vector<int> lines_of(std::string bytes) {
  auto file = TableFile::open(std::move(bytes)).value();
  std::vector<int> lines;
  for (TableRow row; file.next(row);) lines.push_back(row.line);
  return lines;
}

TEST(Records, MapsBecomePathsAndListsOfValuesOneCell) {
  EXPECT_EQ(read(R"([{"id":{"a":1,"b":true},"tags":["x","y"],"none":null},{"id":{"a":-2.5}}])"),
            "id.a|id.b|tags|none / 1|true|x; y| / -2.5|||");
}

TEST(Records, TheLastOfAListOfMapsIsAColumnOfItsOwn) {
  EXPECT_EQ(read("- name: Ana\n  terms:\n  - state: PA\n  - state: IL\n- name: Bo\n  terms:\n"
                 "  - state: NY\n"),
            "name|terms.0.state|terms.1.state|terms.last.state / Ana|PA|IL|IL / Bo|NY||NY");
}

TEST(Records, ColumnsStandInTheOrderInWhichTheyAreMet) {
  EXPECT_EQ(read("- b: 1\n- a: 2\n  b: 3\n"), "b|a / 1| / 3|2");
}

TEST(Records, ListsWithinListsStayJson) {
  EXPECT_EQ(read(R"([{"name":"x","box":[[1,2],[3,4]]}])"), "name|box / x|[[1,2],[3,4]]");
}

TEST(Records, AListOfListsIsATableWithoutNames) {
  EXPECT_EQ(read("{\"zips\":[\n[\"99553\",\"AK\"],\n[\"60609\",\"IL\"]]}"),
            "column 1|column 2 / 99553|AK / 60609|IL");
}

TEST(Records, OneListInAnEnvelopeIsReadAndTheRestNamed) {
  auto file = TableFile::open("{\"total\": 1,\n\"data\": [{\"a\": 1}], \"page\": 1}").value();
  EXPECT_THAT(file.header(), ElementsAre("a"));
  EXPECT_THAT(file.facts().warnings.at(0).message, HasSubstr("left out: total, page"));
  EXPECT_EQ(file.facts().words, "JSON, UTF-8, 1 column, 1 record");
}

TEST(Records, WhatHasANameOfItsOwnIsARecordWithItsList) {
  EXPECT_EQ(read(R"({"id":"o1","phones":[{"n":"1"}]})"), "id|phones.0.n|phones.last.n / o1|1|1");
}

TEST(Records, ListsWithNamesGetAColumnOfNames) {
  const auto* table = "key|name|rank / SSAF|Ana|1 / SSAF|Bo|2 / SSAP|Cy|1";
  EXPECT_EQ(
      read("SSAF:\n- name: Ana\n  rank: 1\n- name: Bo\n  rank: 2\nSSCM: []\nSSAP:\n- name: Cy\n"
           "  rank: 1\n"),
      table);
  EXPECT_EQ(read(R"({"SSAF":[{"name":"Ana","rank":1},{"name":"Bo","rank":2}],"SSCM":[],
                     "SSAP":[{"name":"Cy","rank":1}]})"),
            table);
}

TEST(Records, EachYamlDocumentIsARecord) {
  const auto* text =
      "# source: a.yml\nid: 1\nname: Ana\n---\n# source: b.yml\nid: 2\nname: Bo\n---\n";
  EXPECT_EQ(read(text), "id|name / 1|Ana / 2|Bo");
  EXPECT_THAT(lines_of(text), ElementsAre(2, 6));
}

TEST(Records, KeepTheLineOnWhichTheyBegin) {
  EXPECT_THAT(lines_of("[\n{\"a\":1},\n\n{\n\"a\":2}]"), ElementsAre(2, 4));
  EXPECT_THAT(lines_of("x:\n- a: 1\n  b: 2\n- a: 3\ny:\n- a: 1\n"), ElementsAre(2, 4, 6));
  EXPECT_THAT(lines_of("{\"a\":1}\n{\"a\":2}\n"), ElementsAre(1, 2));
}

TEST(Records, YamlValuesAreTextsAsTheyStandThere) {
  EXPECT_EQ(read("- a: 010\n  b: yes\n  c: 2021-03-04\n  d: ~\n  e: '8'\n"),
            "a|b|c|d|e / 010|yes|2021-03-04||8");
}

TEST(Records, YamlReferencesAreRefusedSoThatNoFileGrows) {
  EXPECT_THAT(read("- &a [x, x]\n- b: [*a, *a]\n"), HasSubstr("Line 2"));
  EXPECT_THAT(read("- a: 1\n  a: 2\n"), HasSubstr("\"a\" stands here a second time"));
  EXPECT_THAT(read("- x: 1\n  ? [a]\n  : 2\n"), HasSubstr("A name must be a single text"));
  EXPECT_THAT(read("- a: " + std::string(100, '[') + "\n"), HasSubstr("refused"));
  std::string deep = "- a: 1\n";
  for (std::size_t i = 0; i < 40; ++i) deep += std::string(2 * i, ' ') + "  b:\n";
  EXPECT_THAT(read(deep + std::string(82, ' ') + "c: 1\n"), HasSubstr("nested too deeply"));
  EXPECT_THAT(read("---\n" + std::string(100'000, '[')), HasSubstr("refused"));
  EXPECT_THAT(read("---\na: 1\n]\n"), HasSubstr("refused"));
  EXPECT_THAT(read("- a: b: c\n"), HasSubstr("Line 1"));
}

TEST(Records, ABrokenJsonRecordIsARowWithItsFault) {
  EXPECT_EQ(read("[{\"a\":1},{\"a\":tru},{\"a\":2}]"),
            "a / 1 / {\"a\":tru} (This is not valid JSON.) / 2");
  EXPECT_THAT(read("[{\"a\":1}\n{\"a\":2}]"), HasSubstr("on line 2"));
  EXPECT_THAT(read("[{\"a\":1}"), HasSubstr("not valid JSON"));
  EXPECT_THAT(read("[{\"a\":\"1}]"), HasSubstr("not valid JSON"));
  EXPECT_THAT(read("[]"), HasSubstr("no records"));
}

TEST(Records, TwoPathsOfOneNameAreAFaultAndNotALoss) {
  EXPECT_EQ(read(R"([{"a.b":1,"a":{"b":2},"c":3}])"),
            "a.b|c / 1|3 (The name \"a.b\" stands twice in this record.)");
}

TEST(Records, StayWithinTheLimits) {
  EXPECT_THAT(read(R"([{"a":1,"b":2,"c":3}])", {.columns = 2}), HasSubstr("more than 2 columns"));
  EXPECT_THAT(read(R"([{"a":1},{"a":2}])", {.rows = 1}), HasSubstr("more than 1 records"));
  EXPECT_THAT(read("- a: 1\n", {.yaml_bytes = 3}), HasSubstr("larger than"));
  EXPECT_THAT(read("[{\"a\":\"xéé\"}]", {.cell_bytes = 4}), HasSubstr("a / xé (\"a\" holds more"));
  // Each list within a list doubles the columns; the limit ends that.
  std::string deep = R"([{"a":1}])";
  for (int i = 0; i < 30; ++i) deep = R"([{"n":)" + deep + "}]";
  EXPECT_THAT(read(deep), HasSubstr("refused"));
}

TEST(Records, AreReadInTheEncodingOfTheirFile) {
  EXPECT_EQ(read("- name: Garc\xED"
                 "a\n- name: Jos\xE9\n- name: caf\xE9\n- name: García\n"),
            "name / García / José / café / García");
  EXPECT_EQ(read("[{\"a\":\"x\\u0000y\"}]"), "a / x y");
}

TEST(Records, WithoutAnyValueAreLeftOut) {
  EXPECT_EQ(read(R"([{"a":null},{"a":1},{"a":" "},{},{"a":2}])"), "a / 1 / 2");
}

}  // namespace
}  // namespace enact::imports
