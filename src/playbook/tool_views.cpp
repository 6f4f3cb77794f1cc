// SPDX-License-Identifier: Apache-2.0
#include "playbook/tool_views.h"

namespace enact::playbook {

std::vector<web::View> tool_views(store::Reader& reader,
                                  const std::vector<app::Tool>& tools,
                                  const std::vector<std::string>& named,
                                  const std::string& ecosystem) {
  std::vector<web::View> views;
  for (const auto& id : named) {
    const auto* tool = app::find_tool(tools, id);
    if (tool == nullptr) continue;  // of a program that has more rooms
    views.emplace_back()
        .set("label", tool->label)
        .set("url", tool->url(ecosystem))
        .set_maybe("standing", tool->standing ? tool->standing(reader, ecosystem) : "");
  }
  return views;
}

}  // namespace enact::playbook
