// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "imports/imports.h"
#include "network/org.h"

namespace enact::network {

// What a file can say of an organization: the columns of its record, then the facts that come with
// the program (sql/002_facts.sql), under their ids.
const std::vector<imports::Field>& org_fields();

// The columns of a record as texts, and back: fields that `said` does not have stay.
void write_columns(imports::Values& values, const OrgRecord& org);
void read_columns(OrgRecord& org, const imports::Values& said);

}  // namespace enact::network
