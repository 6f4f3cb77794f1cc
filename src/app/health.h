// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/services.h"
#include "base/date.h"
#include "store/database.h"

namespace enact::app {

// What time it is where the database runs. Links and sessions run out by the clock, so one that
// differs from ours locks people out.
std::optional<base::Instant> database_time(store::Reader& reader);

// Puts what waits and what failed, of jobs and mail, among the numbers of /metrics.
void add_gauges(Services& services);

}  // namespace enact::app
