// SPDX-License-Identifier: Apache-2.0
#include "network/people.h"

#include <gmock/gmock.h>

#include "app/search.h"
#include "network/affiliations.h"
#include "network/network.h"
#include "network/orgs.h"
#include "world.h"

namespace enact::network {
namespace {

using base::Error;
using testing::HasSubstr;

class People : public testing::TestWithParam<support::Backend> {
 protected:
  void SetUp() override {
    for (const auto& org : {org_of("ecosystem", "Lakeside"), org_of("ecosystem", "Prairie"),
                            org_of("pcsp", "Robots", "lakeside")})
      ASSERT_TRUE(world.write([&](store::Writer& w) { return add_org(w, org, world.by("Hub")); }));
  }

  PersonRecord add(const std::string& name) {
    return *world.write(
        [&](store::Writer& w) { return add_person(w, person_called(name), world.by("Ana")); });
  }
  base::Result<Affiliation> take_up(const Affiliation& affiliation) {
    return world.write(
        [&](store::Writer& w) { return begin_affiliation(w, affiliation, world.by("Ana")); });
  }
  base::Result<Affiliation> leave(const std::string& affiliation, const std::string& until) {
    return world.write(
        [&](store::Writer& w) { return end_affiliation(w, affiliation, until, world.by("Ana")); });
  }
  long long found_in(const std::string& workspace, const std::string& words) {
    return world
        .read([&](store::Reader& r) {
          return app::search(r, {.words = words, .audiences = {workspace}});
        })
        .total;
  }

  World world{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         People,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(People, AreOfTheEcosystemWhosePartTheyAreAt) {
  const auto cleo = add("Cleo");
  ASSERT_TRUE(take_up(affiliation_at("robots", cleo.id, "Director")));
  const auto people = [&](const char* workspace) {
    return world.read([&](store::Reader& r) { return people_of(r, workspace); });
  };
  ASSERT_EQ(people("lakeside").size(), 1u);
  EXPECT_EQ(people("lakeside").front().role, "Director");
  EXPECT_EQ(people("lakeside").front().org, "robots");
  EXPECT_TRUE(people("prairie").empty());
}

TEST_P(People, AreNoLongerOfAnEcosystemThatTheyLeftButStayOnRecord) {
  const auto cleo = add("Cleo");
  const auto at = take_up(affiliation_at("robots", cleo.id, "Director"));
  ASSERT_TRUE(leave(at->id, "2026-06"));
  EXPECT_TRUE(world.read([](store::Reader& r) { return people_of(r, "lakeside"); }).empty());
  const auto history = world.read([&](store::Reader& r) { return affiliations_of(r, cleo.id); });
  ASSERT_EQ(history.size(), 1u);
  EXPECT_FALSE(history.front().is_current());
  EXPECT_EQ(history.front().until, "2026-06");
}

TEST_P(People, CannotTakeUpTheSameRoleTwiceAtOnce) {
  const auto cleo = add("Cleo");
  const auto first = take_up(affiliation_at("robots", cleo.id, "Director"));
  const auto again = take_up(affiliation_at("robots", cleo.id, "Director"));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message, "Cleo is already Director at Robots.");
  ASSERT_TRUE(leave(first->id, "2025"));
  EXPECT_TRUE(take_up(affiliation_at("robots", cleo.id, "Director")));
}

TEST_P(People, CannotLeaveTwice) {
  const auto cleo = add("Cleo");
  const auto at = take_up(affiliation_at("robots", cleo.id, "Director"));
  ASSERT_TRUE(leave(at->id, "2025"));
  const auto again = leave(at->id, "2024");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, Error::Kind::conflict);
}

TEST_P(People, CannotBeAtAnOrganizationThatIsNotOnRecord) {
  const auto cleo = add("Cleo");
  const auto at = take_up(affiliation_at("nowhere", cleo.id, "Director"));
  ASSERT_FALSE(at);
  EXPECT_EQ(at.error().field, "org");
}

TEST_P(People, AreNotChangedByAFormThatSomebodyElseOvertook) {
  auto mine = add("Cleo");
  auto theirs = mine;
  theirs.phone = "555 0100";
  ASSERT_TRUE(
      world.write([&](store::Writer& w) { return change_person(w, theirs, world.by("Ben")); }));
  mine.phone = "555 0199";
  const auto late =
      world.write([&](store::Writer& w) { return change_person(w, mine, world.by("Ana")); });
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Error::Kind::conflict);
  EXPECT_THAT(late.error().message, HasSubstr("Ben saved this"));
}

TEST_P(People, AreFoundBySearchOnlyInTheirEcosystemAndOnlyWhileTheyAreThere) {
  const auto cleo = add("Cleo");
  EXPECT_EQ(found_in("lakeside", "cleo"), 0);
  const auto at = take_up(affiliation_at("robots", cleo.id, "Director"));
  EXPECT_EQ(found_in("lakeside", "cleo"), 1);
  EXPECT_EQ(found_in("prairie", "cleo"), 0);
  EXPECT_EQ(found_in("", "cleo"), 0);
  ASSERT_TRUE(leave(at->id, "2025"));
  EXPECT_EQ(found_in("lakeside", "cleo"), 0);
}

TEST_P(People, MoveInSearchWithTheOrganizationThatTheyAreAt) {
  const auto cleo = add("Cleo");
  ASSERT_TRUE(take_up(affiliation_at("robots", cleo.id, "Director")));
  auto robots = *world.read([](store::Reader& r) { return find_record(r, "robots"); });
  robots.parent = "prairie";
  ASSERT_TRUE(
      world.write([&](store::Writer& w) { return change_org(w, robots, world.by("Hub")); }));
  EXPECT_EQ(found_in("lakeside", "cleo"), 0);
  EXPECT_EQ(found_in("prairie", "cleo"), 1);
}

}  // namespace
}  // namespace enact::network
