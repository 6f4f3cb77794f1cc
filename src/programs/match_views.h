// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "programs/match.h"
#include "web/view.h"

namespace enact::programs {

web::View match_view(const Match& match);

}  // namespace enact::programs
