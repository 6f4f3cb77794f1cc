// SPDX-License-Identifier: Apache-2.0
#include "playbook/tool_views.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kMostWaiting = 5;  // of one tool, on a page of many things

web::View waiting_view(const app::Tool& tool,
                       const std::string& ecosystem,
                       const std::vector<app::Waiting>& all) {
  std::vector<web::View> rows;
  for (const auto& one : all) {
    if (rows.size() == kMostWaiting) break;
    rows.emplace_back().set("what", one.what).set("url", one.url).set("why", one.why);
  }
  web::View view;
  view.set("label", tool.label)
      .set("tool_url", tool.url(ecosystem))
      .set("key", tool.id + "-" + ecosystem)
      .set("count", all.size())
      .set("has_more", all.size() > kMostWaiting)
      .set("waiting", std::move(rows));
  return view;
}

}  // namespace

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

std::vector<web::View> waiting_views(store::Reader& reader,
                                     const std::vector<app::Tool>& tools,
                                     const std::vector<std::string>& ecosystems) {
  std::vector<web::View> views;
  for (const auto& ecosystem : ecosystems)
    for (const auto& tool : tools) {
      if (!tool.waiting) continue;
      const auto all = tool.waiting(reader, ecosystem);
      if (!all.empty()) views.push_back(waiting_view(tool, ecosystem, all));
    }
  return views;
}

}  // namespace enact::playbook
