// SPDX-License-Identifier: Apache-2.0
#include "identity/role.h"

#include <gtest/gtest.h>

namespace enact::identity {
namespace {

using web::Needs;

constexpr Needs kAllNeeds[] = {
    Needs::unstated,    Needs::nothing, Needs::signed_in, Needs::reader,   Needs::participant,
    Needs::contributor, Needs::lead,    Needs::analyst,   Needs::reviewer, Needs::hub};

Viewer viewer_with(Role role, const std::string& org, const std::string& workspace) {
  Viewer viewer;
  viewer.user_id = "u1";
  viewer.grants.push_back({role, org, workspace});
  return viewer;
}

// What somebody with one role meets at their own ecosystem, in the order of kAllNeeds.
std::string needs_met(const Viewer& viewer, const std::string& scope) {
  std::string met;
  for (const auto needs : kAllNeeds) met += meets(viewer, needs, scope) ? 'y' : '-';
  return met;
}

TEST(Role, AVisitorMeetsOnlyWhatAsksForNothing) {
  EXPECT_EQ(needs_met(Viewer{}, "lakeside"), "-y--------");
}

TEST(Role, EachRoleMeetsItsOwnNeedsAtItsOwnEcosystem) {
  const auto at_home = [](Role role, const std::string& org) {
    return needs_met(viewer_with(role, org, "lakeside"), "lakeside");
  };
  EXPECT_EQ(at_home(Role::hub, ""), "-yyyyyyyyy");
  EXPECT_EQ(at_home(Role::ecosystem_lead, "lakeside"), "-yyyyyy---");
  EXPECT_EQ(at_home(Role::member, "lakeside-museum"), "-yyyyy----");
  EXPECT_EQ(at_home(Role::program_lead, "lakeside-girls-code"), "-yyyy-----");
  EXPECT_EQ(at_home(Role::admissions_partner, "lake-college"), "-yy-------");
  EXPECT_EQ(at_home(Role::reviewer, ""), "-yyy---yy-");
  EXPECT_EQ(at_home(Role::researcher, ""), "-yyy---y--");
}

TEST(Role, ALeadMeetsNothingAtAnotherEcosystem) {
  const auto lead = viewer_with(Role::ecosystem_lead, "lakeside", "lakeside");
  EXPECT_EQ(needs_met(lead, "hilltown"), "-yy-------");
  EXPECT_EQ(needs_met(lead, ""), "-yy-------");
}

TEST(Role, AGrantWithoutAnOrganizationOpensNoUnnamedScope) {
  EXPECT_FALSE(meets(viewer_with(Role::ecosystem_lead, "", ""), Needs::lead, ""));
}

TEST(Role, TheHubMeetsEverythingEverywhereButAnUnstatedNeed) {
  const auto hub = viewer_with(Role::hub, "", "");
  EXPECT_EQ(needs_met(hub, "hilltown"), "-yyyyyyyyy");
  EXPECT_EQ(needs_met(hub, ""), "-yyyyyyyyy");
}

TEST(Role, NamesAreReadBack) {
  for (const auto role : kRoles) {
    EXPECT_EQ(role_named(name_of(role)), role);
    EXPECT_FALSE(words_for(role).empty());
  }
  EXPECT_FALSE(role_named("ecosystem lead"));
  EXPECT_FALSE(role_named(""));
}

TEST(Viewer, WorkspacesAreThoseTakenPartInEachOnce) {
  Viewer viewer;
  viewer.user_id = "u1";
  viewer.grants = {{Role::program_lead, "girls-code", "lakeside"},
                   {Role::member, "lakeside", "lakeside"},
                   {Role::admissions_partner, "hill-college", "hilltown"},
                   {Role::reviewer, "", ""},
                   {Role::member, "delta", "delta"}};
  EXPECT_EQ(viewer.workspaces(), (std::vector<std::string>{"lakeside", "delta"}));
}

}  // namespace
}  // namespace enact::identity
