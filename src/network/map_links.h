// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "network/link.h"
#include "store/database.h"

namespace enact::network {

// Which links a map is drawn from.
struct MapRequest {
  std::string workspace;
  std::string viewer;             // user id: whose private links are among them
  std::string kind;               // of links, or empty: all
  std::optional<Subject> middle;  // only what is two steps away from it at most
};

// What was read, and how many there are: there may be more than anybody can look at.
struct MapLinks {
  std::vector<Link> links;
  std::size_t total = 0;  // of the ecosystem
};

inline constexpr std::size_t kMostRead = 3'000;

MapLinks links_for_map(store::Reader& reader,
                       const MapRequest& request,
                       std::size_t most = kMostRead);

}  // namespace enact::network
