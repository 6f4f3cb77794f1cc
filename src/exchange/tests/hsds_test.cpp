// SPDX-License-Identifier: Apache-2.0
#include "exchange/hsds.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>

#include "exchange/hsds_tables.h"
#include "exchange/uuid.h"

namespace enact::exchange {
namespace {

base::Day day(std::string_view iso) {
  return *base::Day::parse(iso);
}

Listing robots() {
  Listing listing;
  listing.org = {"robots", "Robots", "", "https://robots.example"};
  listing.updated_at = "2026-11-22T09:30:00.123Z";
  listing.facts = {{"cost", "0"}, {"ages", "14 to 18"}, {"fields", "computing; Engineering"}};
  ListedSite site;
  site.id = "s1";
  site.name = "Hall";
  site.street = "1 Main Street";
  site.city = "Erie";
  site.state = "PA";
  site.zip = "16501";
  site.times = {{{1, 3}, "16:00", "18:00", "School year"}, {{6}, "09:00", "12:00", "Summer"}};
  listing.sites = {site};
  return listing;
}

TEST(Uuid, IsTheSameForEverAndOneForEachThing) {
  EXPECT_EQ(uuid_of("service", "robots"), uuid_of("service", "robots"));
  EXPECT_NE(uuid_of("service", "robots"), uuid_of("organization", "robots"));
  EXPECT_TRUE(std::regex_match(
      uuid_of("service", "robots"),
      std::regex("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")));
  EXPECT_EQ(uuid_of("service", "robots"), "1b0e057b-3bd6-8ee7-a73f-c577921d952e");
}

TEST(Service, HoldsWhatIsKnownAndLeavesOutTheRest) {
  const auto json = service_json(robots(), day("2026-11-22"));
  EXPECT_EQ(json["id"].text(), uuid_of("service", "robots"));
  EXPECT_EQ(json["status"].text(), "active");
  EXPECT_EQ(json["last_modified"].text(), "2026-11-22T09:30:00Z");
  EXPECT_EQ(json["minimum_age"].dump(), "14.0");
  EXPECT_EQ(json["fees_description"].text(), "Free.");
  EXPECT_EQ(json["attributes"].items().size(), 2U);
  EXPECT_EQ(json["organization"]["name"].text(), "Robots") << "it runs itself";
  for (const auto* unknown : {"email", "alternate_name", "phones", "eligibility_description"})
    EXPECT_TRUE(json[unknown].is_null()) << unknown;
}

TEST(Service, IsInactiveFromTheDayAfterItsEnd) {
  auto listing = robots();
  for (const auto& [ends, status] : {std::pair{"2026-11-22", "active"},
                                     {"2026-11-21", "inactive"},
                                     {"2026", "active"},
                                     {"2025", "inactive"},
                                     {"2026-10", "inactive"}}) {
    listing.facts["ends"] = ends;
    EXPECT_EQ(service_json(listing, day("2026-11-22"))["status"].text(), status) << ends;
  }
}

TEST(Service, SaysWhenInTheHoursOfItsState) {
  const auto json = service_json(robots(), day("2026-11-22"));
  const auto& place = json["service_at_locations"].items().at(0);
  const auto& winter = place["schedules"].items().at(0);
  EXPECT_EQ(winter["byday"].text(), "MO,WE");
  EXPECT_EQ(winter["opens_at"].text(), "16:00-05:00");
  const auto& summer = place["schedules"].items().at(1);
  EXPECT_EQ(summer["opens_at"].text(), "09:00-04:00");
  EXPECT_EQ(summer["timezone"].dump(), "-4.0");
  EXPECT_EQ(place["location"]["addresses"].items().size(), 1U);
}

TEST(Service, HasNoHalfOfAnAddressAndNoPriceThatIsNoNumber) {
  auto listing = robots();
  listing.sites[0].zip.clear();
  listing.facts["cost"] = "0 to 50";
  const auto json = service_json(listing, day("2026-11-22"));
  const auto& location = json["service_at_locations"].items().at(0)["location"];
  EXPECT_TRUE(location["addresses"].is_null());
  EXPECT_EQ(location["description"].text(), "Erie, PA");
  const auto& option = json["cost_options"].items().at(0);
  EXPECT_TRUE(option["amount"].is_null());
  EXPECT_EQ(option["amount_description"].text(), "0 to 50 dollars");
}

TEST(Service, GivesNoAddressThatOthersCouldNotRead) {
  auto listing = robots();
  listing.org.url = "https://robots.example/a b";
  listing.facts["email"] = "ask us";
  const auto json = service_json(listing, day("2026-11-22"));
  EXPECT_TRUE(json["url"].is_null());
  EXPECT_TRUE(json["email"].is_null());
}

TEST(Organization, IsTheHostOrWhomAFactNamesOrTheProgramItself) {
  auto listing = robots();
  listing.facts["host_name"] = "Boys' Club";
  EXPECT_EQ(organization_json(listing)["name"].text(), "Boys' Club");
  listing.host = ListedOrg{"museum", "Museum", "Old.", ""};
  EXPECT_EQ(organization_json(listing)["id"].text(), uuid_of("organization", "museum"));
}

std::string all_of(const base::TemporaryFile& file) {
  std::string text(file.size(), '\0');
  file.read(0, text.data(), text.size());
  return text;
}

TEST(Rows, HoldWhatTheJsonHolds) {
  HsdsRows rows;
  auto listing = robots();
  listing.org.name = "Robots, \"R\" us";
  listing.facts["phone"] = "+1 412 555 0100";
  rows.add_service(service_json(listing, day("2026-11-22")), HsdsRows::Organization::included);
  rows.add_service(service_json(robots(), day("2026-11-22")), HsdsRows::Organization::apart);
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < hsds_tables().size(); ++i)
    files[std::string(hsds_tables()[i].name)] = all_of(rows.file(i));
  EXPECT_THAT(files["service"], testing::HasSubstr(",\"Robots, \"\"R\"\" us\","));
  EXPECT_THAT(files["service"], testing::HasSubstr(",14,18,2026-11-22T09:30:00Z\n"));
  EXPECT_THAT(files["phone"], testing::HasSubstr(",+1 412 555 0100\n"));
  EXPECT_THAT(files["schedule"],
              testing::HasSubstr(",-5,MO,WEEKLY,\"MO,WE\",School year,16:00:00"));
  const auto lines = [&](const char* table) {
    return std::count(files[table].begin(), files[table].end(), '\n');
  };
  EXPECT_EQ(lines("service"), 3);
  EXPECT_EQ(lines("organization"), 2) << "a host comes by itself";
  EXPECT_EQ(lines("taxonomy"), 2) << "what is shared is written once";
  EXPECT_EQ(lines("taxonomy_term"), 3);
  EXPECT_EQ(lines("attribute"), 5);
}

TEST(Zones, AreKnownForEveryState) {
  EXPECT_EQ(winter_hours_from_utc("PA"), -5);
  EXPECT_EQ(winter_hours_from_utc("HI"), -10);
  EXPECT_EQ(winter_hours_from_utc("P"), std::nullopt);
  EXPECT_EQ(winter_hours_from_utc(""), std::nullopt);
}

}  // namespace
}  // namespace enact::exchange
