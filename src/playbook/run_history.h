// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "store/database.h"
#include "web/view.h"

namespace enact::playbook {

// What was done to a run, newest first, from the audit: each with at, at_words, who, what.
std::vector<web::View> history_views(store::Reader& reader, std::string_view run);

}  // namespace enact::playbook
