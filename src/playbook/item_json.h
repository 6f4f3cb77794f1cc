// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "playbook/enactments.h"
#include "playbook/items.h"

// What the pages say, for programs: the same addresses with .json behind them.
namespace enact::playbook {

base::Json item_json(store::Reader& reader, const Item& item);
base::Json play_json(store::Reader& reader, const Item& play);
base::Json strategy_json(const Item& strategy,
                         const std::vector<Item>& plays,
                         const EnactedPlays& enacted);

}  // namespace enact::playbook
