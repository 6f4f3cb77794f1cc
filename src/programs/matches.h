// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "programs/match.h"
#include "programs/matching.h"
#include "programs/need.h"
#include "programs/offers.h"
#include "store/database.h"

namespace enact::programs {

// What would meet the need, best first; with what has an obstacle at the end.
struct Suggestion {
  Asset asset;
  Fit fit;
};
std::vector<Suggestion> suggestions(store::Reader& reader, const Need& need, base::Day today);

std::optional<Match> find_match(store::Reader& reader, std::string_view id);
std::vector<Match> matches_of_need(store::Reader& reader, std::string_view need);
std::vector<Match> matches_of_asset(store::Reader& reader, std::string_view asset);

struct NewOffer {
  std::string need;
  std::string asset;
  int amount = 1;
};
// Promises so much of the asset to the need. Refused where not so much is left. Field amount.
base::Result<Match> offer(store::Writer& writer, const NewOffer& wanted, identity::Event by);

struct MatchMove {
  std::string match;
  MatchState to = MatchState::agreed;
  std::string outcome;
  std::int64_t version = 0;
};
// The need goes along: matched once somebody agreed, met once it worked out, open again when the
// last offer did not.
base::Result<Match> move_match(store::Writer& writer, const MatchMove& move, identity::Event by);

}  // namespace enact::programs
