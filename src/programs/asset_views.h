// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.h"
#include "programs/asset.h"
#include "web/view.h"

namespace enact::programs {

web::View asset_view(const Asset& asset, base::Day today);

}  // namespace enact::programs
