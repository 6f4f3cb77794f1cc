// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imports/target.h"
#include "imports/values.h"

namespace enact::imports {

// What the commit will do with a row. Never change the names: in the database.
enum class Action { create, update, unchanged, skipped, ask, failed };

inline constexpr Action kActions[] = {Action::create, Action::update,  Action::ask,
                                      Action::failed, Action::skipped, Action::unchanged};

// Why a person is asked about a row.
enum class Question {
  none,
  two_matches,   // it fits several records
  likely_match,  // it fits one, but not for certain
  same_record,   // another row of the file is about the same record
};

std::string_view name_of(Action action);
std::string_view words_for(Action action);  // "New", "Changes"
std::string_view mark_of(Action action);
std::string_view name_of(Question question);
std::string_view words_for(Question question);
std::optional<Action> action_named(std::string_view name);
Question question_named(std::string_view name);

// A row of the file with what is planned for it.
struct PlannedRow {
  std::int64_t position = 0;  // 0 for the first row of the file
  int line = 0;
  Action action = Action::failed;
  std::string reason;  // sentences
  std::string label;
  std::string record;        // which one it creates or changes, or is the same as
  std::int64_t version = 0;  // that the record had when it was planned; 0 for a new one
  std::string new_record;
  Values said;                       // what the row says, as the target takes it
  std::vector<FieldChange> changes;  // of an update
  std::vector<std::string> cells;    // as in the file; kept where the row failed
  Question question = Question::none;
  std::vector<Match> matches;
  std::int64_t twin = -1;
  std::string decided_by;  // whose decision it is; empty where the program decided
  bool was_left = false;   // an undo left its record as it was
};

// "Lines 5 and 9 are about the same person." and the like.
std::string question_words(const PlannedRow& row, const Target& target);

}  // namespace enact::imports
