// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json.h"
#include "playbook/run.h"
#include "store/database.h"

namespace enact::playbook {

// A run with all its papers, for programs: /runs/{id}.json.
base::Json run_json(store::Reader& reader, const Run& run);

}  // namespace enact::playbook
