// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "playbook/run.h"
#include "playbook/run_filter.h"
#include "store/database.h"

// The runs by how far they have come.
namespace enact::playbook {

struct Card {
  Run run;
  long long steps = 0;
  long long steps_ticked = 0;
};

struct Lane {
  RunState state = RunState::planned;
  long long runs = 0;  // exact, however many cards are shown
  std::vector<Card> cards;

  long long more() const { return runs - std::ssize(cards); }
};

struct Board {
  std::vector<Lane> lanes;  // in the order of kRunStates; only one where a state was asked for
  long long runs = 0;
  bool is_too_wide = false;  // there are so many runs that no card is shown
};

struct BoardRequest {
  RunSelection selection;
  std::optional<RunState> state;
  long long most = 1000;  // cards on all lanes together
};

// Open runs are ordered by when they are due, those without a date last; the others newest first.
Board board(store::Reader& reader, const BoardRequest& request);

// From more runs than this no cards are picked: a person would not look through them either.
inline constexpr long long kTooManyToPickFrom = 20'000;

// How many of `wanted` each one gets when there are `most` in all: everybody the same, and what
// one does not need goes to the others.
std::vector<long long> fair_shares(std::span<const long long> wanted, long long most);

}  // namespace enact::playbook
