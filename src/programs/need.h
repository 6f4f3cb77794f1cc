// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "programs/kind.h"

namespace enact::programs {

enum class Urgency { whenever = 1, soon = 2, urgent = 3 };
inline constexpr std::array kUrgencies{Urgency::whenever, Urgency::soon, Urgency::urgent};
std::string_view words_of(Urgency urgency);

// Matched: somebody agreed to give it. Met: it was given.
enum class NeedState { open, matched, met, withdrawn };
inline constexpr std::array kNeedStates{NeedState::open, NeedState::matched, NeedState::met,
                                        NeedState::withdrawn};
std::string_view name_of(NeedState state);
std::string_view words_of(NeedState state);
std::optional<NeedState> need_state_named(std::string_view name);

// What a program asked for.
struct Need {
  std::string id;
  std::string workspace;
  std::string program;
  std::string program_name;
  Kind kind = Kind::other;
  std::string what;  // "Two chemists for three Saturdays"
  int amount = 0;    // 0: not said
  std::string needed_from;
  std::string needed_by;
  Urgency urgency = Urgency::soon;
  NeedState state = NeedState::open;
  std::string state_since;
  std::string noted_by_name;
  std::string noted_on;
  std::int64_t version = 0;

  // Whether something is still to be done about it.
  bool is_waiting() const { return state == NeedState::open || state == NeedState::matched; }
};

// Fields what, amount, needed_from, needed_by.
std::vector<base::Fault> faults_of(const Need& need);

// A need may come back after it was met or withdrawn, and says why. Fields state, note.
base::Result<void> check_move(NeedState from, NeedState to, std::string_view note);

}  // namespace enact::programs
