// SPDX-License-Identifier: Apache-2.0
#include "demo_sites.h"

#include <string_view>
#include <vector>

#include "network/fundings.h"
#include "network/sites.h"

namespace enact {
namespace {

constexpr const char* kInvented = "Invented for this demo";

struct DemoSite {
  std::string_view org, name, street, city, state, zip, coordinates, directions, times;
  bool is_over = false;
};

const std::vector<DemoSite>& sites() {
  static const std::vector<DemoSite> all{
      {"riverbend-robotics", "Riverbend Community Hall", "12 Ferry Lane", "Pittsburgh", "PA",
       "15203", "40.4287, -79.9631", "Workshop on the ground floor; ring at the side door",
       "Mon, Wed 4:00 pm to 6:30 pm, School year"},
      {"riverbend-robotics", "Lakeview College, Room 204", "1 College Square", "Pittsburgh", "PA",
       "15213", "40.4435, -79.9532", "Second floor, left of the lift",
       "Mon to Fri 9:00 am to 3:00 pm, Summer"},
      {"riverbend-robotics", "The old boathouse", "3 Wharf Street", "Pittsburgh", "PA", "15222", "",
       "", "Sat 10:00 am to 1:00 pm, School year", true},
      {"hilltop-health", "Hilltop Health Center", "80 Summit Road", "Pittsburgh", "PA", "15210",
       "40.4102, -79.9916", "Training rooms, third floor", "Tue, Thu 3:30 pm to 5:30 pm, All year"},
      {"allegheny-field", "Field Station at Mill Run", "", "Mill Run", "WV", "", "",
       "Bus from town", "Mon to Thu 8:30 am to 4:00 pm, Summer"},
      {"north-shore-genes", "North Shore Laboratory", "7 Quay Street", "Pittsburgh", "PA", "15212",
       "40.4494, -80.0067", "", "Mon to Fri 9:00 am to 12:30 pm, Summer"},
      {"bay-data", "Oakland Youth Library", "400 Lake Street", "Oakland", "CA", "94612",
       "37.8080, -122.2640", "", "Sat 10:00 am to 2:00 pm, All year"},
      {"lakefront-labs", "Lakefront Labs", "900 Shore Drive", "Chicago", "IL", "60605",
       "41.8700, -87.6170", "Entrance on the lake side",
       "Wed 4:00 pm to 7:00 pm, School year\nMon to Fri 10:00 am to 3:00 pm, Summer"},
  };
  return all;
}

struct DemoFunding {
  std::string_view org, funder, amount, award, from, until;
};

const std::vector<DemoFunding>& fundings() {
  static const std::vector<DemoFunding> all{
      {"riverbend-robotics", "Three Bridges Fund", "60000", "TB-114", "2024-07", "2027-06"},
      {"riverbend-robotics", "Lakeview College", "about 15000", "", "2025-01", "2028-12"},
      {"hilltop-health", "Summit Hospital Trust", "40000 to 50000", "SH-7", "2025", "2026-12"},
      {"lakefront-labs", "Shoreline Foundation", "120000", "", "2023-09", "2027-08"},
      {"bay-data", "Golden Hill Giving", "35000", "", "2025-07", "2029-06"},
  };
  return all;
}

identity::Event by_ana(app::Services& services) {
  identity::Event event;
  event.actor = "command";
  event.actor_name = "Ana Duarte";
  event.at = services.clock.now();
  return event;
}

base::Result<void> add_site(store::Writer& writer,
                            const DemoSite& wanted,
                            const identity::Event& event) {
  network::SiteDraft draft;
  auto& site = draft.site;
  site.org = wanted.org;
  site.name = wanted.name;
  site.street = wanted.street;
  site.city = wanted.city;
  site.state = wanted.state;
  site.zip = wanted.zip;
  site.directions = wanted.directions;
  site.source = kInvented;
  draft.coordinates = wanted.coordinates;
  draft.times = wanted.times;
  const auto noted = network::note_site(writer, draft, event);
  if (!noted) return tl::unexpected(noted.error());
  if (wanted.is_over) return network::end_site(writer, noted->id, "2025-06", event);
  return {};
}

base::Result<void> add_funding(store::Writer& writer,
                               const DemoFunding& wanted,
                               const identity::Event& event) {
  network::Funding funding;
  funding.org = wanted.org;
  funding.funder_name = wanted.funder;
  funding.amount = wanted.amount;
  funding.award = wanted.award;
  funding.from_date = wanted.from;
  funding.until_date = wanted.until;
  funding.source = kInvented;
  const auto noted = network::note_funding(writer, funding, event);
  if (!noted) return tl::unexpected(noted.error());
  return {};
}

}  // namespace

base::Result<void> seed_demo_sites(app::Services& services) {
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    for (const auto& wanted : sites())
      if (auto added = add_site(writer, wanted, by_ana(services)); !added) return added;
    for (const auto& wanted : fundings())
      if (auto added = add_funding(writer, wanted, by_ana(services)); !added) return added;
    return {};
  });
}

}  // namespace enact
