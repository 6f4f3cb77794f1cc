// SPDX-License-Identifier: Apache-2.0
#include "app/tool.h"

#include <algorithm>

#include "base/text.h"

namespace enact::app {

std::string Tool::url(std::string_view ecosystem) const {
  return path + "?ecosystem=" + base::url_encode(ecosystem);
}

const Tool* find_tool(const std::vector<Tool>& tools, std::string_view id) {
  const auto found =
      std::find_if(tools.begin(), tools.end(), [&](const Tool& tool) { return tool.id == id; });
  return found != tools.end() ? &*found : nullptr;
}

}  // namespace enact::app
