// SPDX-License-Identifier: Apache-2.0
#include "network/introduction.h"

#include <algorithm>

namespace enact::network {

std::string_view name_of(Standing standing) {
  constexpr std::string_view kNames[] = {"asked", "made", "met", "declined"};
  return kNames[static_cast<std::size_t>(standing)];
}

std::string_view words_of(Standing standing) {
  constexpr std::string_view kWords[] = {"Asked", "Introduction made", "They have met",
                                         "Rather not"};
  return kWords[static_cast<std::size_t>(standing)];
}

std::string_view mark_of(Standing standing) {
  constexpr std::string_view kMarks[] = {"mark-planned", "mark-in-progress", "mark-done",
                                         "mark-set-aside"};
  return kMarks[static_cast<std::size_t>(standing)];
}

std::optional<Standing> standing_named(std::string_view name) {
  for (const auto standing : kStandings)
    if (name_of(standing) == name) return standing;
  return std::nullopt;
}

std::string_view name_of(Party party) {
  constexpr std::string_view kNames[] = {"asker", "introducer", "target", "colleague"};
  return kNames[static_cast<std::size_t>(party)];
}

std::optional<Party> party_named(std::string_view name) {
  for (const auto party : {Party::asker, Party::introducer, Party::target, Party::colleague})
    if (name_of(party) == name) return party;
  return std::nullopt;
}

std::string_view name_of(Introduction::AskedBy asked_by) {
  return asked_by == Introduction::AskedBy::email ? "email" : "told";
}

bool waits_long(const Introduction& introduction, base::Day today) {
  const auto asked = base::Day::parse(introduction.asked_on);
  return introduction.standing == Standing::asked && asked && *asked + kWaitsLong <= today;
}

base::Result<void> may_move(Standing from, Party party, Standing to) {
  using enum Standing;
  if (from == to) return base::conflict("This is on record already.");
  if (from == met) return base::conflict("They have met: nothing more is to be done.");
  if (from == declined)
    return base::conflict("This was declined, and is closed. Ask anew if things have changed.");
  if (party == Party::target && from == asked)
    return base::conflict("The introduction is not made yet.");
  if (to == asked || (party == Party::target && to == made))
    return base::conflict("An introduction goes forward only.");
  return {};
}

std::vector<Standing> moves_of(Standing from, Party party) {
  std::vector<Standing> moves;
  for (const auto to : kStandings)
    if (may_move(from, party, to)) moves.push_back(to);
  return moves;
}

WayToAsk way_to_ask(const WarmPath& path) {
  const auto& steps = path.steps;
  if (steps.size() == 1) return {.introducer = steps[0].from, .via = {}, .target = steps[0].to};
  return {.introducer = steps[0].to,
          .via = steps.size() > 2 ? steps[1].to : std::string(),
          .target = steps.back().to};
}

bool is_private_to(const WarmPath& path, std::string_view workspace) {
  return std::any_of(path.steps.begin(), path.steps.end(), [&](const Acquaintance& step) {
    return step.is_private || step.workspace != workspace;
  });
}

}  // namespace enact::network
