// SPDX-License-Identifier: Apache-2.0
#include "network/org.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace enact::network {
namespace {

using testing::HasSubstr;

const std::vector<Kind> kKinds{{"ecosystem", "Ecosystem", "Ecosystems"},
                               {"pcsp", "Program", "Programs"}};

OrgRecord org_named(std::string id, std::string name, std::string parent = "") {
  OrgRecord org;
  org.id = std::move(id);
  org.name = std::move(name);
  org.kind = "ecosystem";
  org.parent = std::move(parent);
  return org;
}

// What is said of the field, or nothing.
std::string fault_of(const OrgRecord& org, const OrgTree& others, std::string_view field) {
  const auto faults = faults_of(org, kKinds, others.with(org));
  const auto found = std::find_if(faults.begin(), faults.end(),
                                  [&](const base::Fault& fault) { return fault.field == field; });
  return found != faults.end() ? found->message : std::string();
}

TEST(Org, NeedsANameAndAKindThatTheNetworkKnows) {
  auto org = org_named("lakeside", "");
  org.kind = "club";
  EXPECT_FALSE(fault_of(org, OrgTree({}), "name").empty());
  EXPECT_THAT(fault_of(org, OrgTree({}), "kind"), HasSubstr("\"club\""));
}

TEST(Org, CannotBelongToWhatIsNotOnRecord) {
  const auto org = org_named("lakeside", "Lakeside", "shore");
  EXPECT_THAT(fault_of(org, OrgTree({}), "parent"), HasSubstr("no organization \"shore\""));
}

TEST(Org, CannotBelongToItself) {
  const auto org = org_named("lakeside", "Lakeside", "lakeside");
  EXPECT_EQ(fault_of(org, OrgTree({}), "parent"), "An organization cannot belong to itself.");
}

TEST(Org, IsToldTheWholeCircleOfParentsThatItWouldClose) {
  const OrgTree others({org_named("shore", "Shore", "lakeside"), org_named("bay", "Bay", "shore")});
  const auto org = org_named("lakeside", "Lakeside", "bay");
  EXPECT_THAT(fault_of(org, others, "parent"),
              HasSubstr("Lakeside belongs to Bay, Bay belongs to Shore, and Shore belongs to "
                        "Lakeside."));
}

TEST(Org, IsNotBlamedForACircleThatItOnlyHangsFrom) {
  const OrgTree others({org_named("shore", "Shore", "bay"), org_named("bay", "Bay", "shore")});
  EXPECT_EQ(fault_of(org_named("lakeside", "Lakeside", "bay"), others, "parent"), "");
}

TEST(Org, KnowsItsDatesOnlyAsFarAsSomebodyWroteThemDown) {
  auto org = org_named("lakeside", "Lakeside");
  for (const auto* date : {"2021", "2021-07", "2021-07-27", ""}) {
    org.joined = date;
    EXPECT_EQ(fault_of(org, OrgTree({}), "joined"), "") << date;
  }
  for (const auto* date : {"last July", "2021-13", "2021-02-30", "07/2021"}) {
    org.joined = date;
    EXPECT_NE(fault_of(org, OrgTree({}), "joined"), "") << date;
  }
}

TEST(Org, RefusesAWebAddressThatIsNotOne) {
  auto org = org_named("lakeside", "Lakeside");
  for (const auto* url : {"javascript:alert(1)", "lakeside.example", "https://", "https://a b"}) {
    org.url = url;
    EXPECT_NE(fault_of(org, OrgTree({}), "url"), "") << url;
  }
  org.url = "https://lakeside.example/stem?x=1";
  EXPECT_EQ(fault_of(org, OrgTree({}), "url"), "");
}

TEST(Org, ReportsAllFaultsAtOnce) {
  auto org = org_named("Not An Id", "");
  org.as_of = "soon";
  org.url = "nowhere";
  EXPECT_EQ(faults_of(org, kKinds, OrgTree({})).size(), 4u);
}

TEST(Org, KeepsNoUnprintableCharactersAndNoOuterSpaces) {
  auto org = org_named("lakeside", "  Lake\tside\n");
  org.about = "One.\r\n\r\nTwo.\a ";
  const auto tidy = tidied(org);
  EXPECT_EQ(tidy.name, "Lake side");
  EXPECT_EQ(tidy.about, "One.\n\nTwo.");
}

TEST(Priorities, AreWrittenOneALineOrWithSemicolons) {
  const std::vector<std::string> expected{"reach", "equity in STEM"};
  EXPECT_EQ(priorities_from("reach; equity in STEM;"), expected);
  EXPECT_EQ(priorities_from(" reach\n\nequity in STEM\nreach"), expected);
  EXPECT_EQ(priorities_from(words_of(expected)), expected);
}

TEST(OrgTree, FindsTheNearestEcosystemAmongTheParents) {
  auto program = org_named("robots", "Robots", "college");
  program.kind = "pcsp";
  auto college = org_named("college", "College", "lakeside");
  college.kind = "college";
  const OrgTree tree(
      {program, college, org_named("lakeside", "Lakeside", "coast"), org_named("coast", "Coast")});
  EXPECT_EQ(tree.workspace_of("robots"), "lakeside");
  EXPECT_EQ(tree.workspace_of("lakeside"), "lakeside");
  EXPECT_EQ(tree.workspace_of("nobody"), "");
}

TEST(OrgTree, ComesBackFromACircleOfParents) {
  const OrgTree tree({org_named("a", "A", "b"), org_named("b", "B", "a")});
  EXPECT_EQ(tree.parents_of("a").size(), 1u);
  EXPECT_EQ(tree.circle_through("a").size(), 2u);
}

TEST(OrgTree, PutsTheTenthCohortAfterTheSecondAndNoCohortLast) {
  auto tenth = org_named("a", "A"), second = org_named("b", "B"), none = org_named("c", "C");
  tenth.cohort = "10";
  second.cohort = "2";
  const OrgTree tree({none, tenth, second});
  std::string order;
  for (const auto* org : tree.ecosystems()) order += org->id;
  EXPECT_EQ(order, "bac");
}

}  // namespace
}  // namespace enact::network
