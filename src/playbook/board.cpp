// SPDX-License-Identifier: Apache-2.0
#include "playbook/board.h"

#include <algorithm>
#include <iterator>

#include "playbook/queries.h"
#include "playbook/run_counts.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

constexpr auto kStates = std::size(kRunStates);
using Counts = std::vector<long long>;  // in the order of kRunStates

Counts kept_counts(store::Reader& reader, const RunSelection& selection) {
  Counts counts(kStates, 0);
  const bool is_one = !selection.workspace.empty();
  const auto kept = is_one ? run_counts(reader, selection.workspace) : run_counts(reader);
  for (const auto& count : kept) {
    const bool is_wanted =
        (selection.strategy.empty() || count.strategy == selection.strategy) &&
        (is_one || selection.workspaces.find("|" + count.workspace + "|") != std::string::npos);
    if (is_wanted) counts[static_cast<std::size_t>(count.state)] += count.runs;
  }
  return counts;
}

Counts counted(store::Reader& reader, const RunSelection& selection) {
  Counts counts(kStates, 0);
  for (const auto& row : reader.all(sql::count_board_runs, {{"path", selection.path},
                                                            {"workspaces", selection.workspaces},
                                                            {"everywhere", selection.is_everywhere},
                                                            {"strategy", selection.strategy},
                                                            {"play", selection.play},
                                                            {"owner", selection.owner}}))
    if (const auto state = run_state_named(row.text("state")))
      counts[static_cast<std::size_t>(*state)] = row.integer("runs");
  return counts;
}

std::vector<Card> cards(store::Reader& reader,
                        const RunSelection& selection,
                        RunState state,
                        long long most) {
  const bool is_open = state == RunState::planned || state == RunState::in_progress;
  std::vector<Card> cards;
  cards.reserve(static_cast<std::size_t>(most));
  for (const auto& row : reader.all(sql::board_lane, {{"path", selection.path},
                                                      {"workspace", selection.workspace},
                                                      {"workspaces", selection.workspaces},
                                                      {"everywhere", selection.is_everywhere},
                                                      {"strategy", selection.strategy},
                                                      {"play", selection.play},
                                                      {"owner", selection.owner},
                                                      {"state", name_of(state)},
                                                      {"newest_first", !is_open},
                                                      {"most", most}}))
    cards.push_back({.run = run_from(row),
                     .steps = row.integer("steps"),
                     .steps_ticked = row.integer("steps_ticked")});
  return cards;
}

}  // namespace

std::vector<long long> fair_shares(std::span<const long long> wanted, long long most) {
  std::vector<std::size_t> by_size(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) by_size[i] = i;
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  std::vector<long long> shares(wanted.size(), 0);
  auto left = most;
  for (std::size_t i = 0; i < by_size.size(); ++i) {
    const auto others = static_cast<long long>(by_size.size() - i);
    shares[by_size[i]] = std::min(wanted[by_size[i]], left / others);
    left -= shares[by_size[i]];
  }
  return shares;
}

Board board(store::Reader& reader, const BoardRequest& request) {
  const auto& selection = request.selection;
  auto counts =
      selection.is_of_cells() ? kept_counts(reader, selection) : counted(reader, selection);
  Board board;
  for (const auto state : kRunStates) {
    auto& count = counts[static_cast<std::size_t>(state)];
    if (request.state && state != *request.state) count = 0;
    board.runs += count;
  }
  board.is_too_wide = board.runs > std::max(kTooManyToPickFrom, request.most);
  const auto shares = fair_shares(counts, board.is_too_wide ? 0 : request.most);
  for (const auto state : kRunStates) {
    if (request.state && state != *request.state) continue;
    const auto i = static_cast<std::size_t>(state);
    board.lanes.push_back({.state = state,
                           .runs = counts[i],
                           .cards = shares[i] > 0 ? cards(reader, selection, state, shares[i])
                                                  : std::vector<Card>{}});
  }
  return board;
}

}  // namespace enact::playbook
