// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/tool.h"
#include "store/database.h"
#include "web/view.h"

namespace enact::playbook {

// For each tool that the play names and the program has: `label`, `url` and perhaps `standing`, how
// far the ecosystem has come with it.
std::vector<web::View> tool_views(store::Reader& reader,
                                  const std::vector<app::Tool>& tools,
                                  const std::vector<std::string>& named,
                                  const std::string& ecosystem);

// For each of these ecosystems and each tool of which something waits there: `label`, `tool_url`,
// `key`, `count`, `has_more`, and the first few as `waiting`.
std::vector<web::View> waiting_views(store::Reader& reader,
                                     const std::vector<app::Tool>& tools,
                                     const std::vector<std::string>& ecosystems);

}  // namespace enact::playbook
