// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/form_views.h"
#include "network/org.h"
#include "network/org_choice.h"
#include "network/person.h"
#include "web/form.h"

namespace enact::network {

// From what was posted to a draft, and from a draft to the fields of its form. Whether a draft is
// right is for org.h and person.h to say.

OrgRecord org_draft(const web::Form& form);
std::vector<Input> org_inputs(const OrgRecord& org,
                              const std::vector<Kind>& kinds,
                              const OrgField& parent);

PersonRecord person_draft(const web::Form& form);
std::vector<Input> person_inputs(const PersonRecord& person);

Affiliation affiliation_draft(const web::Form& form);
std::vector<Input> affiliation_inputs(const Affiliation& affiliation, const OrgField& org);

}  // namespace enact::network
