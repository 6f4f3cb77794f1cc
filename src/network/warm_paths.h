// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "network/warm_path.h"
#include "store/database.h"

namespace enact::network {

struct WarmPathQuery {
  std::vector<std::string> from;        // people: ours
  std::vector<std::string> to;          // people: any of them will do
  std::string viewer;                   // user id: whose private links may be used
  std::vector<std::string> workspaces;  // whose knowledge may be used
  bool everywhere = false;              // every ecosystem's
  std::size_t degree = 3;               // at most so many steps
  std::size_t most = 5;
};

// The warmest chains of acquaintance that the viewer may know of, the warmest first. Links of the
// kinds knows, introduced and reports to count, in both directions, until they end.
std::vector<WarmPath> warm_paths(store::Reader& reader,
                                 const WarmPathQuery& query,
                                 base::Day today);

// People with a current affiliation at the organization, or at one of its parts; those of an
// ecosystem inside are left out.
std::vector<std::string> people_at(store::Reader& reader, std::string_view org);

// People with a current affiliation at any organization of the kind; only at those in the state, or
// of a parent there, when one is given. At most so many.
struct AnyOffice {
  std::string kind;
  std::string state;  // "PA", or empty
};
std::vector<std::string> people_at_any(store::Reader& reader,
                                       const AnyOffice& office,
                                       std::size_t most);
std::size_t count_of(store::Reader& reader, const AnyOffice& office);

}  // namespace enact::network
