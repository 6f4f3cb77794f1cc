// SPDX-License-Identifier: Apache-2.0
#include "network/orgs.h"

#include <gmock/gmock.h>

#include "app/edition.h"
#include "app/search.h"
#include "network/kinds.h"
#include "network/network.h"
#include "world.h"

namespace enact::network {
namespace {

using base::Error;
using testing::HasSubstr;

class Orgs : public testing::TestWithParam<support::Backend> {
 protected:
  base::Result<OrgRecord> add(const OrgRecord& org) {
    return world.write([&](store::Writer& w) { return add_org(w, org, world.by("Ana")); });
  }
  base::Result<OrgRecord> change(const OrgRecord& org, const std::string& who = "Ana") {
    return world.write([&](store::Writer& w) { return change_org(w, org, world.by(who)); });
  }
  std::string found_by(const std::string& words) {
    const auto answer =
        world.read([&](store::Reader& r) { return app::search(r, {.words = words}); });
    return answer.hits.empty() ? "" : answer.hits.front().url;
  }

  World world{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Orgs,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Orgs, GetAnIdFromTheirNameAndANumberWhereItIsTaken) {
  EXPECT_EQ(add(org_of("ecosystem", "Lakeside STEM"))->id, "lakeside-stem");
  EXPECT_EQ(add(org_of("pcsp", "Lakeside STEM"))->id, "lakeside-stem-2");
  EXPECT_EQ(add(org_of("pcsp", "Lakeside STEM"))->id, "lakeside-stem-3");
  EXPECT_EQ(add(org_of("pcsp", "漢字"))->id, "organization");
}

TEST_P(Orgs, AreFoundAgainAsTheyWereSaved) {
  auto org = org_of("ecosystem", "Lakeside");
  org.region = "Great Rivers";
  org.cohort = "1";
  org.joined = "2021-09";
  org.about = "One.\n\nTwo.";
  org.priorities = {"reach", "equity"};
  org.url = "https://lakeside.example";
  org.source = "Its newsletter";
  org.as_of = "2024";
  const auto added = add(org);
  ASSERT_TRUE(added);
  const auto stored = world.read([&](store::Reader& r) { return find_record(r, "lakeside"); });
  org.id = "lakeside";
  EXPECT_TRUE(says_the_same(*stored, org));
  EXPECT_EQ(stored->version, 1);
  EXPECT_EQ(stored->updated_by, "Ana");
}

TEST_P(Orgs, AreNotChangedByAFormThatSomebodyElseOvertook) {
  auto mine = *add(org_of("ecosystem", "Lakeside"));
  auto theirs = mine;
  theirs.region = "Great Rivers";
  ASSERT_TRUE(change(theirs, "Ben"));

  mine.region = "Prairie";
  const auto late = change(mine);

  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Error::Kind::conflict);
  EXPECT_THAT(late.error().message, HasSubstr("Ben saved this while you were writing"));
  const auto stored = world.read([&](store::Reader& r) { return find_record(r, "lakeside"); });
  EXPECT_EQ(stored->region, "Great Rivers");
}

TEST_P(Orgs, KeepTheirVersionWhenNothingWasChanged) {
  const auto org = *add(org_of("ecosystem", "Lakeside"));
  EXPECT_EQ(change(org)->version, 1);
}

TEST_P(Orgs, CannotBelongToEachOtherInACircle) {
  auto coast = *add(org_of("ecosystem", "Coast"));
  ASSERT_TRUE(add(org_of("ecosystem", "Lakeside", "coast")));
  coast.parent = "lakeside";

  const auto circle = change(coast);

  ASSERT_FALSE(circle);
  EXPECT_EQ(circle.error().field, "parent");
  EXPECT_THAT(circle.error().message,
              HasSubstr("Coast belongs to Lakeside, and Lakeside belongs to Coast."));
}

TEST_P(Orgs, LeaveATraceOfWhatTheyWereBefore) {
  auto org = *add(org_of("ecosystem", "Lakeside"));
  org.name = "Lakeside Two";
  ASSERT_TRUE(change(org, "Ben"));

  const auto events = world.read([&](store::Reader& r) {
    return identity::events(r, {.subject_kind = "organization", .subject_id = "lakeside"});
  });
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].verb, "network.organization.changed");
  EXPECT_EQ(events[0].actor_name, "Ben");
  EXPECT_EQ(events[0].org, "lakeside");
  EXPECT_EQ(events[0].before["name"].text(), "Lakeside");
  EXPECT_EQ(events[0].after["name"].text(), "Lakeside Two");
  EXPECT_TRUE(events[1].before.is_null());
}

TEST_P(Orgs, AreFoundBySearchUnderTheirNewName) {
  auto org = *add(org_of("ecosystem", "Lakeside"));
  EXPECT_EQ(found_by("lakeside"), "/orgs/lakeside");
  org.name = "Prairie";
  ASSERT_TRUE(change(org));
  EXPECT_EQ(found_by("lakeside"), "");
  EXPECT_EQ(found_by("prairie"), "/orgs/lakeside");
}

TEST_P(Orgs, MakeThePublicPagesAnewWhenSaved) {
  const auto edition = [](store::Reader& r) { return app::public_edition(r); };
  const auto before = world.read(edition);
  ASSERT_TRUE(add(org_of("ecosystem", "Lakeside")));
  EXPECT_GT(world.read(edition), before);
}

TEST_P(Orgs, BelongToTheNearestEcosystemAmongTheirParents) {
  ASSERT_TRUE(add(org_of("hub", "Center")));
  ASSERT_TRUE(add(org_of("ecosystem", "Lakeside", "center")));
  ASSERT_TRUE(add(org_of("college", "College", "lakeside")));
  ASSERT_TRUE(add(org_of("pcsp", "Robots", "college")));
  const auto workspace = [&](std::string org) {
    return world.read([&](store::Reader& r) { return workspace_of(r, org); });
  };
  EXPECT_EQ(workspace("robots"), "lakeside");
  EXPECT_EQ(workspace("lakeside"), "lakeside");
  EXPECT_EQ(workspace("center"), "");
  EXPECT_EQ(workspace("nobody"), "");
}

TEST_P(Orgs, StandByCohortThenNameAsRowsOfABoard) {
  for (const auto& [name, cohort] : {std::pair{"Zinc", "1"}, {"Arch", "2"}, {"Bend", "1"}}) {
    auto org = org_of("ecosystem", name);
    org.cohort = cohort;
    ASSERT_TRUE(add(org));
  }
  std::string order;
  for (const auto& org : world.read([](store::Reader& r) { return ecosystems(r); }))
    order += org.name + " ";
  EXPECT_EQ(order, "Bend Zinc Arch ");
}

TEST_P(Orgs, CanBeOfAKindThatTheHubAdded) {
  EXPECT_FALSE(add(org_of("planetarium", "Dome")));
  const auto saved = world.write([&](store::Writer& w) {
    return save_kind(w, {"", "Planetarium", "Planetariums"}, world.by("Hub"));
  });
  ASSERT_TRUE(saved);
  EXPECT_TRUE(add(org_of("planetarium", "Dome")));
}

TEST_P(Orgs, KeepTheirKindWhenItIsWordedAnew) {
  const auto saved = world.write([&](store::Writer& w) {
    return save_kind(w, {"pcsp", "Youth program", "Youth programs"}, world.by("Hub"));
  });
  ASSERT_TRUE(saved);
  const auto all = world.read([](store::Reader& r) { return kinds(r); });
  EXPECT_EQ(label_of(all, "pcsp"), "Youth program");
  EXPECT_TRUE(add(org_of("pcsp", "Robots")));
}

}  // namespace
}  // namespace enact::network
