// SPDX-License-Identifier: Apache-2.0
#include "imports/row.h"

#include <fmt/format.h>

#include <stdexcept>

namespace enact::imports {
namespace {

struct ActionWords {
  Action action;
  std::string_view name;
  std::string_view words;
  std::string_view mark;
};

constexpr ActionWords kActionWords[] = {
    {Action::create, "create", "New", "mark-published"},
    {Action::update, "update", "Changes", "mark-in-progress"},
    {Action::unchanged, "unchanged", "As before", "mark-quiet"},
    {Action::skipped, "skipped", "Left out", "mark-set-aside"},
    {Action::ask, "ask", "To decide", "mark-waiting"},
    {Action::failed, "failed", "Faulty", "mark-overdue"},
};

struct QuestionWords {
  std::string_view name;
  std::string_view words;
};

constexpr QuestionWords kQuestionWords[] = {
    {"", ""},
    {"two_matches", "Fits several records"},
    {"likely_match", "Perhaps the same as a record"},
    {"same_record", "Several rows about the same"},
};

}  // namespace

std::string_view name_of(Action action) {
  return kActionWords[static_cast<int>(action)].name;
}

std::string_view words_for(Action action) {
  return kActionWords[static_cast<int>(action)].words;
}

std::string_view mark_of(Action action) {
  return kActionWords[static_cast<int>(action)].mark;
}

std::string_view name_of(Question question) {
  return kQuestionWords[static_cast<int>(question)].name;
}

std::string_view words_for(Question question) {
  return kQuestionWords[static_cast<int>(question)].words;
}

std::optional<Action> action_named(std::string_view name) {
  for (const auto& line : kActionWords)
    if (line.name == name) return line.action;
  return {};
}

Question question_named(std::string_view name) {
  for (std::size_t at = 0; at < std::size(kQuestionWords); ++at)
    if (kQuestionWords[at].name == name) return static_cast<Question>(at);
  throw std::runtime_error("a row of an import asks what this program does not know");
}

std::string question_words(const PlannedRow& row, const Target& target) {
  switch (row.question) {
    case Question::two_matches:
      return fmt::format("It fits {} {}.", row.matches.size(), target.plural());
    case Question::likely_match:
      return fmt::format("It may be one of the {} on record, but that is not certain.",
                         target.plural());
    case Question::same_record:
      return fmt::format("Several rows are about the same {}.", target.singular());
    case Question::none:
      break;
  }
  return {};
}

}  // namespace enact::imports
