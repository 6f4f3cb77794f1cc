// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "programs/kind.h"

namespace enact::programs {

// Offered: both sides were told. Agreed: both said yes. Then it worked out, or it did not.
enum class MatchState { offered, agreed, worked_out, did_not };
inline constexpr std::array kMatchStates{MatchState::offered, MatchState::agreed,
                                         MatchState::worked_out, MatchState::did_not};
std::string_view name_of(MatchState state);
std::string_view words_of(MatchState state);
std::optional<MatchState> match_state_named(std::string_view name);

// An asset put beside a need.
struct Match {
  std::string id;
  std::string workspace;
  std::string need;
  std::string need_what;
  std::string program;
  std::string program_name;
  std::string asset;
  std::string asset_what;
  std::string offered_by;  // who gives it
  std::string contact;
  int amount = 1;
  MatchState state = MatchState::offered;
  std::string state_since;
  std::string why;
  std::string outcome;
  std::string offered_on;
  std::string offered_by_name;  // who brought the two together
  std::int64_t version = 0;
};

// Whether so much of the asset is bound by it.
bool holds(MatchState state, Kind kind);

// Nothing comes back once it ended, and an end says what came of it. Fields state, outcome.
base::Result<void> check_move(MatchState from, MatchState to, std::string_view outcome);

}  // namespace enact::programs
