// SPDX-License-Identifier: Apache-2.0
#include "network/sites.h"

#include <gmock/gmock.h>

#include "network/fundings.h"
#include "network/orgs.h"
#include "world.h"

namespace enact::network {
namespace {

using base::Error;
using testing::HasSubstr;

class Sites : public testing::TestWithParam<support::Backend> {
 protected:
  void SetUp() override {
    world.write([&](store::Writer& w) {
      ASSERT_TRUE(add_org(w, org_of("pcsp", "Robots"), world.by("Hana")));
      ASSERT_TRUE(add_org(w, org_of("funder", "Lake Fund"), world.by("Hana")));
    });
  }
  SiteDraft hall() {
    SiteDraft draft;
    draft.site.org = "robots";
    draft.site.name = "Hall";
    draft.times = "Mon, Wed 16:00-18:00, School year\nSat 10:00-12:00";
    draft.coordinates = "40.5, -80.25";
    return draft;
  }
  base::Result<Site> note(SiteDraft draft) {
    return world.write([&](store::Writer& w) { return note_site(w, draft, world.by("Ana")); });
  }
  base::Result<Funding> note(Funding funding) {
    return world.write([&](store::Writer& w) { return note_funding(w, funding, world.by("Ana")); });
  }

  World world{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Sites,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Sites, AreKeptWithTheirTimes) {
  const auto noted = note(hall());
  ASSERT_TRUE(noted) << noted.error().message;
  const auto sites = world.read([](store::Reader& r) { return sites_of(r, "robots"); });
  ASSERT_EQ(sites.size(), 1U);
  EXPECT_EQ(sites[0].times, noted->times);
  EXPECT_EQ(sites[0].coordinates, (Coordinates{40.5, -80.25}));
  EXPECT_EQ(sites[0].noted_by, "Ana");
}

TEST_P(Sites, ThatSomebodyElseSavedAreNotOverwritten) {
  const auto noted = note(hall());
  auto draft = draft_of(*noted);
  draft.times = "Tue 16:00-18:00";
  const auto change = [&](const std::string& who) {
    return world.write([&](store::Writer& w) { return change_site(w, draft, world.by(who)); });
  };
  ASSERT_TRUE(change("Ben"));
  const auto late = change("Ana");
  EXPECT_EQ(late.error().kind, Error::Kind::conflict);
  EXPECT_THAT(late.error().message, HasSubstr("Ben saved this"));
  const auto stored = world.read([&](store::Reader& r) { return find_site(r, noted->id); });
  EXPECT_EQ(words_of(stored->times.at(0)), "Tue 4:00 pm to 6:00 pm");
  EXPECT_EQ(stored->version, 2);
}

TEST_P(Sites, ThatAreOverStayAndBearNoChange) {
  const auto noted = note(hall());
  const auto end = [&](const char* until) {
    return world.write(
        [&](store::Writer& w) { return end_site(w, noted->id, until, world.by("Ana")); });
  };
  EXPECT_EQ(end("in May").error().field, "until");
  ASSERT_TRUE(end("2026-05"));
  EXPECT_EQ(end("2026-06").error().kind, Error::Kind::conflict);
  const auto sites = world.read([](store::Reader& r) { return sites_of(r, "robots"); });
  ASSERT_EQ(sites.size(), 1U);
  EXPECT_TRUE(sites[0].has_ended);
  EXPECT_EQ(sites[0].until_date, "2026-05");
  auto draft = draft_of(sites[0]);
  const auto changed =
      world.write([&](store::Writer& w) { return change_site(w, draft, world.by("Ana")); });
  EXPECT_EQ(changed.error().kind, Error::Kind::conflict);
}

TEST_P(Sites, OfNobodyAreRefused) {
  auto draft = hall();
  draft.site.org = "nowhere";
  EXPECT_EQ(note(draft).error().kind, Error::Kind::not_found);
}

TEST_P(Sites, FundersAreOrganizationsWhereTheyAreOnRecordAndElseNames) {
  Funding funding{.org = "robots", .funder_name = "lake fund", .amount = "50000"};
  const auto known = note(funding);
  ASSERT_TRUE(known) << known.error().message;
  EXPECT_EQ(known->funder, "lake-fund");
  EXPECT_EQ(known->funder_name, "Lake Fund");
  funding.funder_name = "Somebody's aunt";
  EXPECT_EQ(note(funding)->funder, "");
  funding.funder_name = "Robots";
  EXPECT_EQ(note(funding).error().field, "funder") << "nobody pays for themselves";
}

TEST_P(Sites, FundingIsChangedOnceAndEndsOnce) {
  auto funding = *note(Funding{.org = "robots", .funder_name = "Lake Fund", .until_date = "2027"});
  funding.amount = "about 1000";
  const auto change = [&] {
    return world.write(
        [&](store::Writer& w) { return change_funding(w, funding, world.by("Ben")); });
  };
  ASSERT_TRUE(change());
  EXPECT_EQ(change().error().kind, Error::Kind::conflict);
  const auto end = [&] {
    return world.write(
        [&](store::Writer& w) { return end_funding(w, funding.id, "2026", world.by("Ben")); });
  };
  ASSERT_TRUE(end());
  EXPECT_FALSE(end());
  const auto all = world.read([](store::Reader& r) { return fundings_of(r, "robots"); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].until_date, "2026");
  EXPECT_EQ(all[0].amount, "about 1000");
}

}  // namespace
}  // namespace enact::network
