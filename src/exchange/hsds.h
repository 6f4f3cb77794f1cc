// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/json.h"
#include "exchange/listing.h"

namespace enact::exchange {

// HSDS 3.1 (Open Referral): a program as a `service`, fully nested, with its `organization`, its
// `service_at_locations` and their `schedules`. Each part also names what it belongs to, so that
// hsds_tables.h can make rows of it. What is not known is left out.
inline constexpr std::string_view kHsdsVersion = "3.1";
base::Json service_json(const Listing& listing, base::Day today);

// Who runs it: its host, whom a fact names, or the program itself.
base::Json organization_json(const Listing& listing);
base::Json organization_json(const ListedOrg& org);

// Hours from UTC at which the state's clocks stand in winter; of a state with two zones, those
// where most people live. Nothing for what is no state.
std::optional<int> winter_hours_from_utc(std::string_view state);

}  // namespace enact::exchange
