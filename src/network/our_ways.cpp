// SPDX-License-Identifier: Apache-2.0
#include "network/our_ways.h"

#include <algorithm>
#include <set>

#include "network/affiliations.h"
#include "network/network.h"

namespace enact::network {

std::vector<std::string> our_people(store::Reader& reader, const identity::Viewer& viewer) {
  std::set<std::string> people;
  auto workspaces = viewer.workspaces();
  if (viewer.is_hub())
    for (const auto& ecosystem : ecosystems(reader)) workspaces.push_back(ecosystem.id);
  for (const auto& workspace : workspaces)
    for (auto& person : people_at(reader, workspace)) people.insert(std::move(person));
  return {people.begin(), people.end()};
}

OurWays our_ways(store::Reader& reader,
                 const identity::Viewer& viewer,
                 const std::vector<std::string>& people,
                 base::Day today,
                 std::size_t most) {
  auto from = our_people(reader, viewer);
  const std::set<std::string> goal(people.begin(), people.end());
  const auto ours = from.size();
  std::erase_if(from, [&](const std::string& person) { return goal.count(person) != 0; });
  return {.paths = warm_paths(reader,
                              {.from = from,
                               .to = people,
                               .viewer = viewer.user_id,
                               .workspaces = viewer.workspaces(),
                               .everywhere = viewer.is_hub(),
                               .most = most},
                              today),
          .are_ours = from.size() < ours};
}

std::string ecosystem_to_ask_for(store::Reader& reader,
                                 const identity::Viewer& viewer,
                                 const WarmPath& path) {
  for (const auto& workspace :
       workspaces_of_person(reader, path.steps.front().from, Which::current))
    if (identity::meets(viewer, web::Needs::contributor, workspace)) return workspace;
  return {};
}

std::optional<WarmPath> way_over(store::Reader& reader,
                                 const identity::Viewer& viewer,
                                 const std::string& introducer,
                                 const std::string& target,
                                 base::Day today) {
  constexpr std::size_t kMost = 50;
  for (auto& path : our_ways(reader, viewer, {target}, today, kMost).paths)
    if (way_to_ask(path).introducer == introducer) return std::move(path);
  return std::nullopt;
}

}  // namespace enact::network
