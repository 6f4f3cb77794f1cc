// SPDX-License-Identifier: Apache-2.0
#include "playbook/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace enact::playbook {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<base::Fault> faults_in(const std::string& text) {
  const auto head = parse_front_matter(text, "plays/1-1.md");
  return head ? std::vector<base::Fault>{} : head.error().faults;
}

// "3: words" of the one fault there must be.
std::string only_fault(const std::string& text) {
  const auto faults = faults_in(text);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return std::to_string(faults[0].line) + ": " + faults[0].message;
}

std::vector<int> lines_of(const std::vector<base::Fault>& faults) {
  std::vector<int> lines;
  for (const auto& fault : faults) lines.push_back(fault.line);
  return lines;
}

TEST(FrontMatter, MustStandBetweenTwoLinesOfHyphens) {
  EXPECT_THAT(only_fault(""), HasSubstr("1: The file must begin with a line of three hyphens"));
  EXPECT_THAT(only_fault("kind: play\n"), HasSubstr("1: The file must begin"));
  EXPECT_THAT(only_fault("----\nkind: play\n---\n"), HasSubstr("1: The file must begin"));
  EXPECT_THAT(only_fault("---\nkind: play\n\nText.\n"), HasSubstr("1: The front matter is never"));
  EXPECT_THAT(only_fault("---\nkind: play\n---"), HasSubstr("never closed"));
  EXPECT_THAT(only_fault("---\n---\n"), HasSubstr("2: The front matter must be lines"));
  EXPECT_THAT(only_fault("---\n- a\n- b\n---\n"), HasSubstr("2: The front matter must be lines"));
}

TEST(FrontMatter, NamesTheLineThatIsNotUtf8) {
  EXPECT_THAT(only_fault("---\ntitle: a\n---\n\nText\nmore \xFF\n"), HasSubstr("6: "));
  EXPECT_THAT(only_fault("---\ntitle: \xE9t\xE9\n---\n"), HasSubstr("2: There is a character here "
                                                                    "that is not UTF-8"));
}

TEST(FrontMatter, SaysHowToSaveAFileWithWindowsLineEndsOrAByteOrderMark) {
  EXPECT_THAT(only_fault("---\r\ntitle: a\r\n---\r\n"),
              HasSubstr("1: The file has Windows line ends"));
  EXPECT_THAT(only_fault("---\ntitle: a\n---\n\nText\r\n"),
              HasSubstr("5: Lines end with carriage"));
  EXPECT_THAT(only_fault("\xEF\xBB\xBF---\ntitle: a\n---\n"), HasSubstr("1: The file begins with a "
                                                                        "byte-order mark"));
}

TEST(FrontMatter, ReportsEveryFaultWithItsLine) {
  const auto faults = faults_in(
      "---\nkind: play\ntitle: A\n\ntitle: B\nsource: [\"a\", [\"b\"]]\nweeks: {most: 4}\n"
      "[x]: y\n---\n");
  EXPECT_THAT(lines_of(faults), ElementsAre(5, 6, 7, 8));
  EXPECT_EQ(faults[0].field, "title");
  EXPECT_THAT(faults[0].message, HasSubstr("second time"));
  EXPECT_THAT(faults[1].message, HasSubstr("list of texts only"));
  EXPECT_THAT(faults[2].message, HasSubstr("text or a list of texts"));
  for (const auto& fault : faults) EXPECT_EQ(fault.file, "plays/1-1.md");
}

TEST(FrontMatter, NamesTheLineThatIsNoYaml) {
  EXPECT_THAT(only_fault("---\nkind: play\ntitle: Ask: a friend\nid: x\n---\n"), HasSubstr("3: "));
  EXPECT_THAT(only_fault("---\nkind: play\ntitle: @here\n---\n"), HasSubstr("3: This line cannot"));
  EXPECT_THAT(only_fault("---\nkind: play\n\ttitle: x\n---\n"),
              HasSubstr("cannot be read as YAML"));
}

TEST(FrontMatter, RefusesAnchorsAndReferences) {
  const auto faults = faults_in("---\nkind: &k play\nid: a\ntitle: *k\nalso: [&a x, *a]\n---\n");
  EXPECT_THAT(lines_of(faults), ElementsAre(2, 4, 5, 5));
  EXPECT_THAT(faults[0].message, HasSubstr("Anchors"));
}

TEST(FrontMatter, RefusesABombOfReferences) {
  std::string bomb = "---\na: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'l'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += std::string(i > 0 ? ", *" : "*") + char(c - 1);
    bomb += "]\n";
  }
  EXPECT_FALSE(faults_in(bomb + "---\n").empty());
}

TEST(FrontMatter, RefusesDeepNestingHoweverItIsHidden) {
  const auto repeated = [](const std::string& part, int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += part;
    return text;
  };
  for (const auto& value :
       {repeated("[", 20'000), repeated("{a: ", 10'000),
        repeated("]", 1000) + repeated("[", 20'000), repeated("[ \"]\", ", 5'000)})
    EXPECT_EQ(faults_in("---\nkind: " + value + "\n---\n").size(), 1u);
  std::string indented;
  for (std::size_t depth = 1; depth < 40; ++depth) indented += "\n" + std::string(depth, ' ') + "-";
  EXPECT_EQ(faults_in("---\nkind:" + indented + " x\n---\n").size(), 1u);
  EXPECT_EQ(faults_in("---\n" + repeated("- ", 10'000) + "\n---\n").size(), 1u);
  EXPECT_EQ(faults_in("---\n" + repeated("? ", 10'000) + "\n---\n").size(), 1u);
  EXPECT_EQ(faults_in("---\n" + repeated(": ", 10'000) + "\n---\n").size(), 1u);
  EXPECT_THAT(only_fault("---\nid: x\nkind: " + repeated("[", 30) + repeated("]", 30) + "\n---\n"),
              HasSubstr("3: The front matter is too deeply nested"));
}

TEST(FrontMatter, RefusesASecondDocumentInsideOfIt) {
  EXPECT_THAT(only_fault("---\nkind: play\n...\nid: x\n---\n"), HasSubstr("second YAML document"));
  EXPECT_THAT(only_fault("---\nkind: play\n--- \nid: x\n---\n"), HasSubstr("second YAML document"));
}

TEST(FrontMatter, RefusesAStrayBracketInAFiniteTime) {
  for (const auto* head : {"t: a\n}\n", "]", "a: b\n]: c\n", "}: }\n", "? }\n", "t}\n...\n]\n"})
    EXPECT_FALSE(faults_in("---\n" + std::string(head) + "\n---\n").empty()) << head;
}

TEST(FrontMatter, IsAtMostSixtyFourKilobytes) {
  const auto head = "---\ntitle: " + std::string(70'000, 'x') + "\n---\n";
  EXPECT_THAT(only_fault(head), HasSubstr("longer than 64 KB"));
}

TEST(FrontMatter, LeavesTheBodyAsItStandsAndCountsItsFirstLine) {
  const std::string text =
      "---\nkind: play # a comment\nsource: [\"a\", b]\nsummary:\n---\n\n\n x\n";
  const auto head = parse_front_matter(text);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_EQ(head->body, "\n x\n");
  EXPECT_EQ(head->body_line, 7);
  EXPECT_EQ(head->find("kind")->text(), "play");
  EXPECT_THAT(head->find("source")->values, ElementsAre("a", "b"));
  EXPECT_EQ(head->find("source")->line, 3);
  EXPECT_EQ(head->find("summary")->text(), "");
  EXPECT_EQ(head->find("title"), nullptr);
}

TEST(FrontMatter, EndsAtTheFirstLineOfHyphensAlsoWhenTheBodyHasMore) {
  const auto head = parse_front_matter("---\nkind: play\n---\nText\n\n---\n\nMore\n");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->body, "Text\n\n---\n\nMore\n");
  EXPECT_EQ(head->body_line, 4);
}

std::string printable(const std::string& bytes) {
  std::string text;
  for (const char c : bytes) text += c < 0 ? "\xC3\xA9" : std::string(1, c < ' ' ? ' ' : c);
  return text;
}

RC_GTEST_PROP(YamlScalar, IsReadBackAsItWas, (const std::string& bytes)) {
  const auto value = printable(bytes);
  const std::string text = "---\ntitle: " + yaml_scalar(value) + "\n---\n";
  const auto head = parse_front_matter(text);
  RC_ASSERT(head.has_value());
  RC_ASSERT(head->find("title")->text() == value);
}

RC_GTEST_PROP(YamlList, IsReadBackAsItWas, (const std::vector<std::string>& raw)) {
  std::vector<std::string> values;
  for (const auto& bytes : raw) values.push_back(printable(bytes));
  const std::string text = "---\nsource: " + yaml_list(values) + "\n---\n";
  const auto head = parse_front_matter(text);
  RC_ASSERT(head.has_value());
  RC_ASSERT(head->find("source")->values == values);
}

TEST(YamlScalar, QuotesWhatYamlWouldReadAsSomethingElse) {
  for (const auto* word : {"Yes", "null", "~", "1.5", "- a", "a: b", "a #b", "[x]", "", "a ",
                           "\"a\"", "a\\b", "*x", "&x", "!x", "?", "a:"}) {
    const std::string text = "---\ntitle: " + yaml_scalar(word) + "\n---\n";
    const auto head = parse_front_matter(text);
    ASSERT_TRUE(head) << word;
    EXPECT_EQ(head->find("title")->text(), word);
  }
}

}  // namespace
}  // namespace enact::playbook
