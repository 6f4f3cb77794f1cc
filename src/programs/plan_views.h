// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/date.h"
#include "programs/check_in.h"
#include "programs/need.h"
#include "programs/plans.h"
#include "web/view.h"

namespace enact::programs {

web::View step_view(const Step& step, base::Day today);

// `goals`, each with its `steps`, and `loose_steps`; how the plan was agreed.
void set_plan(web::View& view, const WholePlan& whole, base::Day today);

web::View need_view(const Need& need);
web::View check_in_view(const CheckIn& check_in);

}  // namespace enact::programs
