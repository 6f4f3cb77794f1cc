// SPDX-License-Identifier: Apache-2.0
#include "imports/import.h"

#include <stdexcept>

namespace enact::imports {
namespace {

struct Words {
  State state;
  std::string_view name;
  std::string_view words;
  std::string_view mark;
};

constexpr Words kWords[] = {
    {State::read, "read", "waits for its columns to be named", "mark-draft"},
    {State::planning, "planning", "is being looked through", "mark-in-progress"},
    {State::planned, "planned", "waits to be decided", "mark-waiting"},
    {State::committing, "committing", "is being imported", "mark-in-progress"},
    {State::committed, "committed", "imported", "mark-published"},
    {State::undoing, "undoing", "is being taken back", "mark-in-progress"},
    {State::undone, "undone", "taken back", "mark-quiet"},
    {State::cancelled, "cancelled", "given up", "mark-quiet"},
};

const Words& words_of(State state) {
  return kWords[static_cast<int>(state)];
}

}  // namespace

std::string_view name_of(State state) {
  return words_of(state).name;
}

State state_named(std::string_view name) {
  for (const auto& line : kWords)
    if (line.name == name) return line.state;
  throw std::runtime_error("an import has a state that this program does not know");
}

std::string_view words_for(State state) {
  return words_of(state).words;
}

std::string_view mark_of(State state) {
  return words_of(state).mark;
}

bool Import::is_under_way() const {
  return state == State::planning || state == State::committing || state == State::undoing;
}

}  // namespace enact::imports
