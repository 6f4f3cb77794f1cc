// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "imports/mapping.h"

namespace enact::imports {

// One file on its way in.
//
//   read -> planning -> planned -> committing -> committed -> undoing -> undone
//
// A plan that cannot be made goes back to read, with a message; a commit or an undo that is
// refused goes back to planned or committed, with a message. Until it is committed an import can
// be cancelled. Never change the names: in the database.
enum class State {
  read,  // the file is here; a person says what its columns mean
  planning,
  planned,
  committing,
  committed,
  undoing,
  undone,
  cancelled,
};

std::string_view name_of(State state);
State state_named(std::string_view name);
std::string_view words_for(State state);  // "waits for its mapping"
std::string_view mark_of(State state);    // the class of its mark on pages

// Somebody's deed: by whom and when.
struct Deed {
  std::string user;
  std::string name;
  base::Instant at;
};

struct Import {
  std::string id;
  std::string org;     // the ecosystem that it is for, or empty
  std::string target;  // a target's name
  std::string file_name;
  std::int64_t file_bytes = 0;
  std::string digest;  // SHA-256 of the file
  Mapping mapping;
  State state = State::read;
  std::string message;  // why it is not further, or what is to be known; a sentence
  std::string run;
  std::int64_t rows_done = 0;  // of what is being done now
  std::int64_t rows_all = 0;
  std::vector<std::string> header;  // since the file was first opened
  std::string facts;                // "Comma-separated, UTF-8, 8 columns, 6,256 rows"
  std::int64_t plan_version = 0;
  std::string target_state;  // Target::state when it was planned
  Deed begun;
  std::optional<base::Instant> planned_at;
  std::optional<Deed> committed;
  std::optional<Deed> undone;

  // A job is at it, or waits to be.
  bool is_under_way() const;
  // Nothing is left to do with it.
  bool is_over() const { return state == State::undone || state == State::cancelled; }
};

}  // namespace enact::imports
