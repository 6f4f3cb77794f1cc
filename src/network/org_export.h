// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/csv.h"
#include "network/org.h"

namespace enact::network {

const base::CsvRow& org_columns();

// An organization as CsvWriter is given it. Two that have the same line in a file have the same
// cells.
std::string cells_of(const OrgRecord& org);

std::string csv_of(const std::vector<OrgRecord>& orgs);
std::string json_of(const std::vector<OrgRecord>& orgs);

}  // namespace enact::network
