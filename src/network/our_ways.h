// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/visit.h"
#include "network/introduction.h"
#include "network/warm_paths.h"
#include "store/database.h"

namespace enact::network {

// Everybody who is at one of the ecosystems in which the viewer takes part; of all for the hub.
std::vector<std::string> our_people(store::Reader& reader, const identity::Viewer& viewer);

// The warmest ways from our people to any of `people`, over what the viewer may know of. People who
// are ours already are no goal and no way: `are_ours` says that there are some.
struct OurWays {
  std::vector<WarmPath> paths;
  bool are_ours = false;
};
OurWays our_ways(store::Reader& reader,
                 const identity::Viewer& viewer,
                 const std::vector<std::string>& people,
                 base::Day today,
                 std::size_t most = 5);

// The ecosystem for which the viewer can ask along this way: one of those of its first person at
// which the viewer contributes; "" where there is none.
std::string ecosystem_to_ask_for(store::Reader& reader,
                                 const identity::Viewer& viewer,
                                 const WarmPath& path);

// The way over `introducer` to `target`, if there still is one that may be asked.
std::optional<WarmPath> way_over(store::Reader& reader,
                                 const identity::Viewer& viewer,
                                 const std::string& introducer,
                                 const std::string& target,
                                 base::Day today);

}  // namespace enact::network
