// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "network/field.h"
#include "stats/linkage_plan.h"

namespace enact::network {

// What makes two organizations, or two people, alike. The mathematics is the room stats'; here
// stands what is compared, how it is written, and in which words a likeness is told.
stats::LinkagePlan duplicate_plan(Thing thing, std::size_t records);

// The columns that the plan asks for, filled by the two below.
const std::vector<std::string>& duplicate_columns(Thing thing);

struct OrgTraits {
  std::string name;
  std::string kind;
  std::string url;
  std::string email;
  std::string phone;
  std::string city;
  std::string zip;
  std::string ipeds;
};
std::vector<std::string> traits_of(const OrgTraits& org);

struct PersonTraits {
  std::string name;
  std::string email;
  std::string phone;
  std::vector<std::string> orgs;  // at which the person is or was
};
std::vector<std::string> traits_of(const PersonTraits& person);

}  // namespace enact::network
