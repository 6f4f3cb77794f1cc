// SPDX-License-Identifier: Apache-2.0
#include "outreach/stage.h"

#include <fmt/format.h>

#include "base/text.h"

namespace enact::outreach {

std::string_view name_of(Stage stage) {
  constexpr std::string_view kNames[] = {"identified", "scored",   "approached",
                                         "interested", "applied",  "selected",
                                         "onboarded",  "declined", "set_aside"};
  return kNames[static_cast<std::size_t>(stage)];
}

std::string_view words_of(Stage stage) {
  constexpr std::string_view kWords[] = {"Identified", "Scored",   "Approached",
                                         "Interested", "Applied",  "Selected",
                                         "Onboarded",  "Declined", "Set aside"};
  return kWords[static_cast<std::size_t>(stage)];
}

std::optional<Stage> stage_named(std::string_view name) {
  for (const auto stage : kStages)
    if (name_of(stage) == name) return stage;
  return std::nullopt;
}

bool is_out(Stage stage) {
  return stage == Stage::declined || stage == Stage::set_aside;
}

base::Result<void> check_move(Stage from, Stage to, std::string_view reason) {
  if (from == to)
    return base::conflict(fmt::format("It is {} already.", base::lower(words_of(to))));
  if (is_out(to) && base::trim(reason).empty())
    return base::invalid("reason",
                         "Say why, as you could read it aloud to the program: what you looked at, "
                         "and what would change the answer.");
  return {};
}

}  // namespace enact::outreach
