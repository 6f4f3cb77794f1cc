// SPDX-License-Identifier: Apache-2.0
#include "programs/need.h"

#include "base/text.h"
#include "programs/checks.h"

namespace enact::programs {
namespace {

struct StateWords {
  NeedState state;
  std::string_view name;
  std::string_view words;
};

constexpr StateWords kWords[] = {
    {NeedState::open, "open", "Open"},
    {NeedState::matched, "matched", "Matched"},
    {NeedState::met, "met", "Met"},
    {NeedState::withdrawn, "withdrawn", "Withdrawn"},
};

constexpr std::size_t kLongestWhat = 300;

}  // namespace

std::string_view words_of(Urgency urgency) {
  constexpr std::string_view kUrgencyWords[] = {"Whenever it comes", "Soon", "Urgent"};
  return kUrgencyWords[static_cast<std::size_t>(urgency) - 1];
}

std::string_view name_of(NeedState state) {
  return kWords[static_cast<std::size_t>(state)].name;
}

std::string_view words_of(NeedState state) {
  return kWords[static_cast<std::size_t>(state)].words;
}

std::optional<NeedState> need_state_named(std::string_view name) {
  for (const auto& line : kWords)
    if (line.name == name) return line.state;
  return std::nullopt;
}

std::vector<base::Fault> faults_of(const Need& need) {
  Faults faults;
  faults.text("what", need.what, kLongestWhat,
              "Write what is needed, so that somebody could say yes to it.");
  faults.number("amount", need.amount);
  faults.day("needed_from", need.needed_from);
  faults.day("needed_by", need.needed_by);
  faults.order("needed_by", need.needed_from, need.needed_by,
               "It is needed by a day before it begins. Change one of the two.");
  return faults.all();
}

base::Result<void> check_move(NeedState from, NeedState to, std::string_view note) {
  if (from == to)
    return base::invalid("state", "That is how it stands already. Choose what changed.");
  const bool is_over = from == NeedState::met || from == NeedState::withdrawn;
  if (!base::trim(note).empty()) return {};
  if (to == NeedState::withdrawn)
    return base::invalid("note", "Say in a few words why it is not needed any more.");
  if (is_over) return base::invalid("note", "Say in a few words why it is back.");
  return {};
}

}  // namespace enact::programs
