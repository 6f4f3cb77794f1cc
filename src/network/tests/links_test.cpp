// SPDX-License-Identifier: Apache-2.0
#include "network/links.h"

#include <gmock/gmock.h>

#include "network/orgs.h"
#include "network/people.h"
#include "network/written_name.h"
#include "world.h"

namespace enact::network {
namespace {

using base::Error;
using testing::HasSubstr;

class Links : public testing::TestWithParam<support::Backend> {
 protected:
  void SetUp() override {
    world.write([&](store::Writer& w) {
      ASSERT_TRUE(add_org(w, org_of("college", "Lake College"), world.by("Hana")));
      ana = add_person(w, person_called("Ana"), world.by("Hana"))->id;
      ben = add_person(w, person_called("Ben"), world.by("Hana"))->id;
    });
  }
  Link knows(const std::string& from, const std::string& to) {
    Link link;
    link.from = {Thing::person, from};
    link.to = {Thing::person, to};
    return link;
  }
  base::Result<Link> note(const Link& link, const std::string& who = "Hana") {
    return world.write([&](store::Writer& w) { return note_link(w, link, world.by(who)); });
  }
  std::vector<Link> links_from(const std::string& person) {
    return world.read([&](store::Reader& r) { return links_of(r, {Thing::person, person}); });
  }
  base::Result<std::string> id_of(Thing thing, std::string_view written) {
    return world.read([&](store::Reader& r) { return id_written(r, thing, written, "to"); });
  }

  World world{GetParam()};
  std::string ana, ben;
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Links,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Links, AreSeenFromBothEnds) {
  auto link = knows(ana, ben);
  link.strength = Strength::know_well;
  link.last_contact = "2026-10";
  ASSERT_TRUE(note(link));
  ASSERT_EQ(links_from(ana).size(), 1U);
  ASSERT_EQ(links_from(ben).size(), 1U);
  EXPECT_EQ(links_from(ben)[0].from_name, "Ana");
  EXPECT_EQ(links_from(ben)[0].to_name, "Ben");
  EXPECT_EQ(links_from(ben)[0].strength, Strength::know_well);
}

TEST_P(Links, ThatMakeNoSenseAreRefusedInWords) {
  EXPECT_THAT(note(knows(ana, ana)).error().faults[0].message, HasSubstr("somebody else"));
  EXPECT_THAT(note(knows(ana, "nobody")).error().faults[0].message, HasSubstr("Add it first"));
  auto sits = knows(ana, ben);
  sits.kind = LinkKind::sits_on;
  EXPECT_EQ(note(sits).error().faults[0].field, "kind") << "nobody sits on a person";
  auto dated = knows(ana, ben);
  dated.last_contact = "last May";
  EXPECT_EQ(note(dated).error().faults[0].field, "last_contact");
}

TEST_P(Links, AreNotedOnceButAgainAfterTheirEnd) {
  const auto first = note(knows(ana, ben));
  ASSERT_TRUE(first);
  EXPECT_THAT(note(knows(ana, ben)).error().message, HasSubstr("Ana knows Ben"));
  const auto end = [&](const std::string& who) {
    return world.write(
        [&](store::Writer& w) { return end_link(w, first->id, "2026-11", world.by(who)); });
  };
  ASSERT_TRUE(end("Hana"));
  EXPECT_EQ(end("Hana").error().kind, Error::Kind::conflict);
  EXPECT_TRUE(links_from(ana)[0].has_ended);
  EXPECT_TRUE(note(knows(ana, ben)));
}

TEST_P(Links, ThatArePrivateAreSeenAndEndedByNobodyElse) {
  auto link = knows(ana, ben);
  link.is_private = true;
  const auto noted = note(link, "Hana");
  ASSERT_TRUE(noted);
  EXPECT_TRUE(links_from(ana)[0].is_seen_by("user-Hana"));
  EXPECT_FALSE(links_from(ana)[0].is_seen_by("user-Ben"));
  const auto ended =
      world.write([&](store::Writer& w) { return end_link(w, noted->id, "", world.by("Ben")); });
  EXPECT_EQ(ended.error().kind, Error::Kind::not_found);
}

TEST_P(Links, FindTheirOtherEndByNameOrId) {
  EXPECT_EQ(*id_of(Thing::person, " ana "), ana);
  EXPECT_EQ(*id_of(Thing::person, ben), ben);
  EXPECT_EQ(*id_of(Thing::organization, "Lake College"), "lake-college");
  EXPECT_EQ(*id_of(Thing::person, ""), "");
  EXPECT_THAT(id_of(Thing::person, "Zoe").error().message, HasSubstr("no person called \"Zoe\""));
  world.write([&](store::Writer& w) {
    ASSERT_TRUE(add_person(w, person_called("Ana"), world.by("Hana")));
  });
  EXPECT_THAT(id_of(Thing::person, "Ana").error().message, HasSubstr("More than one person"));
}

}  // namespace
}  // namespace enact::network
