// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace enact::network {

// The last day that a partial date may mean: "2021-07" is 31 July 2021. Nothing for other text.
std::optional<base::Day> last_day_of(std::string_view partial_date);

}  // namespace enact::network
