// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <map>

#include "base/json.h"
#include "exchange/listings.h"
#include "exchange/package.h"
#include "exchange/uuid.h"
#include "network/facts.h"
#include "network/fundings.h"
#include "network/orgs.h"
#include "network/sites.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::exchange {
namespace {

using base::Json;
using support::body_of;
using testing::HasSubstr;
using testing::Not;

// The make-believe network with some more programs, asked by a visitor.
class Api : public testing::TestWithParam<support::Backend> {
 protected:
  Api() {
    program.db().write([&](store::Writer& w) {
      network::OrgRecord org;
      org.kind = "museum";
      org.name = "River Museum";
      must(network::add_org(w, org, program.by()));
      org.kind = "pcsp";
      org.name = "Night Sky Club";
      org.parent = "river-museum";
      org.about = "Looks at stars.";
      must(network::add_org(w, org, program.by()));
      const network::Subject club{network::Thing::organization, "night-sky-club"};
      must(network::note_facts(w, club,
                               {{.field = "cost", .value = "0"},
                                {.field = "budget", .value = "77777"},
                                {.field = "fields", .value = "astronomy"}},
                               1, program.by()));
      network::SiteDraft site;
      site.site.org = "night-sky-club";
      site.site.name = "Hill";
      site.site.state = "PA";
      site.times = "Fri 20:00-22:00, All year";
      must(network::note_site(w, site, program.by()));
      site.site.name = "Closed hut";
      const auto closed = network::note_site(w, site, program.by());
      must(network::end_site(w, closed->id, "2025", program.by()));
      must(network::note_funding(
          w, {.org = "night-sky-club", .funder_name = "Secret Fund", .amount = "5"}, program.by()));
    });
  }
  template <class T>
  static void must(const base::Result<T>& result) {
    if (!result) throw std::logic_error(result.error().message);
  }
  Json get(const std::string& target, int status = 200) {
    const auto response = browser.get(target);
    EXPECT_EQ(response.status, status) << target << ": " << body_of(response);
    EXPECT_EQ(support::header_of(response, "Access-Control-Allow-Origin"), "*") << target;
    const auto json = Json::parse(body_of(response));
    EXPECT_TRUE(json) << body_of(response);
    return json ? *json : Json();
  }

  support::Program program{GetParam()};
  support::World world = support::make_world(program);
  support::Browser browser{program};
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         Api,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(Api, SaysWhatItIs) {
  for (const auto* root : {"/hsds", "/hsds/"}) EXPECT_EQ(get(root)["version"].text(), "3.1");
  EXPECT_THAT(get("/hsds")["openapi_url"].text(), testing::EndsWith("/hsds/openapi.json"));
  EXPECT_EQ(get("/hsds/openapi.json")["openapi"].text(), "3.1.0");
  EXPECT_EQ(browser.get("/hsds/about").status, 200);
}

TEST_P(Api, GivesProgramsPageByPage) {
  const auto all = get("/hsds/services");
  EXPECT_EQ(all["total_items"].integer(), 2);
  EXPECT_TRUE(all["first_page"].truth() && all["last_page"].truth() && !all["empty"].truth());
  const auto second = get("/hsds/services?per_page=1&page=2");
  EXPECT_EQ(second["total_pages"].integer(), 2);
  EXPECT_EQ(second["size"].integer(), 1);
  EXPECT_TRUE(second["last_page"].truth());
  EXPECT_EQ(second["contents"].items().at(0)["id"].text(),
            all["contents"].items().at(1)["id"].text());
  const auto beyond = get("/hsds/services?page=9");
  EXPECT_TRUE(beyond["empty"].truth());
  EXPECT_TRUE(beyond["contents"].is_array());
}

TEST_P(Api, FindsByWordsOrganizationAndChange) {
  EXPECT_EQ(get("/hsds/services?search=STARS")["total_items"].integer(), 1);
  EXPECT_EQ(get("/hsds/services?search=100%25")["total_items"].integer(), 0);
  const auto museum = uuid_of("organization", "river-museum");
  EXPECT_EQ(get("/hsds/services?organization_id=" + museum)["total_items"].integer(), 1);
  EXPECT_TRUE(get("/hsds/services?organization_id=nobody")["empty"].truth());
  EXPECT_EQ(get("/hsds/services?modified_after=2026-05-04")["total_items"].integer(), 2);
  EXPECT_EQ(get("/hsds/services?modified_after=2026-05-05T00:00:00Z")["total_items"].integer(), 0);
  const auto minimal = get("/hsds/services?minimal=true")["contents"].items().at(0);
  EXPECT_EQ(minimal.members().size(), 2U);
}

TEST_P(Api, RefusesWhatItCannotDoInASentence) {
  for (const auto* query :
       {"page=0", "per_page=100000", "per_page=x", "format=xml", "proximity=5",
        "modified_after=yesterday", "modified_after=2026-05-05T00:00:00+02:00"}) {
    const auto wrong = get(std::string("/hsds/services?") + query, 400);
    EXPECT_EQ(wrong["status"].integer(), 400) << query;
    EXPECT_FALSE(wrong["detail"].text().empty()) << query;
  }
  EXPECT_EQ(get("/hsds/services/nothing", 404)["title"].text(), "Not Found");
}

TEST_P(Api, GivesAProgramWithEverythingPublicAndNothingElse) {
  const auto json = get("/hsds/services/" + uuid_of("service", "night-sky-club"));
  EXPECT_EQ(json["organization"]["name"].text(), "River Museum");
  const auto& places = json["service_at_locations"].items();
  ASSERT_EQ(places.size(), 1U) << "what is over is left out";
  EXPECT_EQ(places[0]["schedules"].items().at(0)["byday"].text(), "FR");
  EXPECT_THAT(json.dump(), Not(HasSubstr("77777")));
  EXPECT_THAT(json.dump(), Not(HasSubstr("Secret")));
  EXPECT_EQ(get("/hsds/organizations/" + uuid_of("organization", "river-museum"))["name"].text(),
            "River Museum");
  EXPECT_EQ(get("/hsds/organizations/" + uuid_of("organization", "robotics-club"))["name"].text(),
            "Lakeside Robotics Club")
      << "a program of an ecosystem runs itself";
  get("/hsds/organizations/" + uuid_of("organization", "lakeside"), 404);
  get("/hsds/services/" + uuid_of("organization", "night-sky-club"), 404);
}

TEST_P(Api, FindsByItsIdWhatWasAddedAfterItWasFirstAsked) {
  get("/hsds/services");
  const auto id = uuid_of("service", "new-club");
  get("/hsds/services/" + id, 404);
  program.db().write([&](store::Writer& w) {
    network::OrgRecord org;
    org.kind = "offering";
    org.name = "New Club";
    must(network::add_org(w, org, program.by()));
  });
  EXPECT_EQ(get("/hsds/services/" + id)["name"].text(), "New Club");
}

TEST_P(Api, PacksEverythingIntoOneFile) {
  const auto first = browser.get("/hsds/package.zip");
  ASSERT_TRUE(first.file);
  EXPECT_EQ(first.type, "application/zip");
  std::string bytes(first.file->size(), '\0');
  first.file->read(0, bytes.data(), bytes.size());
  EXPECT_TRUE(bytes.starts_with("PK"));
  for (const auto* file :
       {"datapackage.json", "services.csv", "schedules.csv", "organizations.csv"})
    EXPECT_THAT(bytes, HasSubstr(file));
  EXPECT_EQ(browser.get("/hsds/package.zip").file, first.file) << "made once for an edition";
  program.db().write([&](store::Writer& w) {
    network::OrgRecord org;
    org.kind = "pcsp";
    org.name = "New Club";
    must(network::add_org(w, org, program.by()));
  });
  EXPECT_NE(browser.get("/hsds/package.zip").file, first.file);
}

TEST_P(Api, ReadsEveryProgramOnceHoweverManyThereAre) {
  constexpr int kMany = 1'203;  // over two pieces, and not a whole number of them
  program.db().write([&](store::Writer& w) {
    for (int i = 0; i < kMany; ++i) {
      network::OrgRecord org;
      org.kind = "offering";
      org.name = "Offering " + std::to_string(i);
      org.parent = i % 2 == 0 ? "river-museum" : "";
      must(network::add_org(w, org, program.by()));
    }
  });
  std::map<std::string, int> seen;
  int hosts = 0;
  program.db().read([&](store::Reader& r) {
    each_listing(r, [&](const Listing& listing) { ++seen[listing.org.id]; });
    each_host(r, [&](const ListedOrg&) { ++hosts; });
  });
  EXPECT_EQ(seen.size(), std::size_t{kMany} + 2);
  for (const auto& [id, times] : seen) EXPECT_EQ(times, 1) << id;
  EXPECT_EQ(hosts, 1);
}

}  // namespace
}  // namespace enact::exchange
