// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "programs/form_fields.h"
#include "programs/owners.h"
#include "programs/plan.h"

namespace enact::programs {

// Fields title, goal, side, owner_name, due_on.
void add_step_fields(FormFields& fields,
                     const Step& step,
                     const std::vector<Goal>& goals,
                     const std::vector<Owner>& owners);
Step step_in(const web::Form& form);

}  // namespace enact::programs
