// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace enact::outreach {

// How far a program has come on its way into the network.
enum class Stage {
  identified,
  scored,
  approached,
  interested,
  applied,
  selected,
  onboarded,
  declined,   // they do not want to
  set_aside,  // we do not, this time
};
inline constexpr std::array kStages{Stage::identified, Stage::scored,   Stage::approached,
                                    Stage::interested, Stage::applied,  Stage::selected,
                                    Stage::onboarded,  Stage::declined, Stage::set_aside};

std::string_view name_of(Stage stage);   // "set_aside"
std::string_view words_of(Stage stage);  // "Set aside"
std::optional<Stage> stage_named(std::string_view name);

// Whether the program is out of the running.
bool is_out(Stage stage);

// Any stage may follow any other, since life goes back and forth; but leaving needs a reason that
// one could read aloud to the program. Field "reason".
base::Result<void> check_move(Stage from, Stage to, std::string_view reason);

}  // namespace enact::outreach
