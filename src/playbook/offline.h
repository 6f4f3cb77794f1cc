// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/services.h"
#include "base/result.h"

namespace enact::playbook {

// The published playbook as a folder of static pages that open from the disk without a server,
// with a search page of their own. Says how many pages were written.
base::Result<long long> export_offline(app::Services& services,
                                       const std::filesystem::path& folder);

}  // namespace enact::playbook
