// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "network/network.h"
#include "network/orgs.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::network {

// The make-believe network of support/world.h, with Eve, who directs the robotics club and used to
// be at the foundation.
class NetworkPages : public testing::Test {
 protected:
  NetworkPages() {
    const auto people = program.db().write([&](store::Writer& writer) {
      return import_people(writer,
                           "id,name,email,make_believe,org,role,from,until\n"
                           "eve,Eve Sand,eve@robots.example,yes,robotics-club,Director,2021-07,\n"
                           "eve,Eve Sand,eve@robots.example,yes,lakeside,Member,2019,2021\n"
                           "gil,Gil Hill,gil@hill.example,yes,hillside,Coordinator,2020,\n",
                           program.by("Hana"));
    });
    EXPECT_TRUE(people) << people.error().message;
  }

  std::string page(const std::string& target) { return support::body_of(browser.get(target)); }
  OrgRecord org(const std::string& id) {
    return *program.db().read([&](store::Reader& reader) { return find_record(reader, id); });
  }
  support::FormFields form_of(const OrgRecord& org) {
    return {{"name", org.name},
            {"short_name", org.short_name},
            {"kind", org.kind},
            {"parent", org.parent},
            {"region", org.region},
            {"cohort", org.cohort},
            {"version", std::to_string(org.version)}};
  }

  support::Program program;
  support::World world = support::make_world(program);
  support::Browser browser{program};
};

}  // namespace enact::network
