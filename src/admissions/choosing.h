// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "admissions/lists.h"
#include "web/form.h"

namespace enact::admissions {

// Whom a form of a list's page means: those ticked, or all of the group that it shows, which may be
// more than one page.
Chosen chosen_by(const web::Form& form);

}  // namespace enact::admissions
