// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "network/org.h"
#include "store/database.h"

namespace enact::network {

// What search engines read of an organization's public page (schema.org, as JSON-LD): a program as
// an EducationalOccupationalProgram, a college as a CollegeOrUniversity, all others as an
// Organization. Only what visitors may read, and nothing that is not known. `site` is our public
// address: a thing has the same @id on every page.
std::string json_ld_of(store::Reader& reader, const OrgRecord& org, const std::string& site);

}  // namespace enact::network
