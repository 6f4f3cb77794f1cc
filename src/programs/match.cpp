// SPDX-License-Identifier: Apache-2.0
#include "programs/match.h"

#include "base/text.h"

namespace enact::programs {
namespace {

struct StateWords {
  MatchState state;
  std::string_view name;
  std::string_view words;
};

constexpr StateWords kWords[] = {
    {MatchState::offered, "offered", "Offered"},
    {MatchState::agreed, "agreed", "Agreed"},
    {MatchState::worked_out, "worked_out", "Worked out"},
    {MatchState::did_not, "did_not", "Did not work out"},
};

}  // namespace

std::string_view name_of(MatchState state) {
  return kWords[static_cast<std::size_t>(state)].name;
}

std::string_view words_of(MatchState state) {
  return kWords[static_cast<std::size_t>(state)].words;
}

std::optional<MatchState> match_state_named(std::string_view name) {
  for (const auto& line : kWords)
    if (line.name == name) return line.state;
  return std::nullopt;
}

bool holds(MatchState state, Kind kind) {
  if (state == MatchState::worked_out) return is_used_up(kind);
  return state != MatchState::did_not;
}

base::Result<void> check_move(MatchState from, MatchState to, std::string_view outcome) {
  const bool is_over = from == MatchState::worked_out || from == MatchState::did_not;
  if (is_over)
    return base::invalid("state", "This came to its end already. Offer it anew if it is back.");
  if (to == from || to == MatchState::offered)
    return base::invalid("state", "Choose what came of the offer.");
  if (to != MatchState::agreed && base::trim(outcome).empty())
    return base::invalid("outcome", "Write a line about what came of it.");
  return {};
}

}  // namespace enact::programs
