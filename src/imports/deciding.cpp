// SPDX-License-Identifier: Apache-2.0
#include "imports/deciding.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "imports/journal.h"
#include "imports/row_plan.h"
#include "imports/rows.h"

namespace enact::imports {
namespace {

using Settled = base::Result<void>;
using Choice = Decision::Choice;

constexpr std::string_view kAnswerNames[] = {"skip", "new", "best", "first", "last"};

class Deciding {
 public:
  Deciding(store::Writer& writer, const Import& import, const Target& target, const Deed& by)
      : writer_(writer), import_(import), target_(target), by_(by) {}

  Settled settle(PlannedRow row, const Decision& decision) {
    if (row.question == Question::none)
      return base::conflict(fmt::format("Line {} asks nothing.", row.line));
    auto settled = decision.choice == Choice::record ? settle_on(row, decision.record) : Settled();
    if (!settled) return settled;
    if (decision.choice == Choice::fresh) make_new(row, target_);
    if (decision.choice == Choice::leave_out) leave_out(row, {});
    if (row.action == Action::failed)
      return base::invalid("", fmt::format("Line {}: {}", row.line, row.reason));
    add_note(row, fmt::format("Decided by {}.", by_.name));
    row.decided_by = by_.name;
    keep_decision(writer_, import_.id, row);
    return {};
  }

 private:
  Settled settle_on(PlannedRow& row, const std::string& record) {
    const auto match = std::find_if(row.matches.begin(), row.matches.end(),
                                    [&](const Match& each) { return each.record == record; });
    if (match == row.matches.end())
      return base::invalid(
          "", fmt::format("Line {} does not fit that {}.", row.line, target_.singular()));
    if (const auto other = line_of_other(writer_, import_.id, record, row.position))
      return base::conflict(
          fmt::format("Line {} is settled on {} already. Leave that line out "
                      "before you choose line {} for it.",
                      *other, match->label, row.line));
    const auto stored = target_.load(writer_, std::span(&record, 1));
    if (stored.empty())
      return base::conflict(
          fmt::format("{} was taken away since. Look through the file again.", match->label));
    aim_at(row, stored.front(), target_, match->why);
    return {};
  }

  store::Writer& writer_;
  const Import& import_;
  const Target& target_;
  const Deed& by_;
};

// All rows that ask this, in the order of the file.
std::vector<PlannedRow> asking(store::Reader& reader, std::string_view import, Question question) {
  std::vector<PlannedRow> all;
  std::int64_t next = 0;
  while (true) {
    auto rows = rows_from(reader, import, Action::ask, next, int(Target::kBatch));
    if (rows.empty()) return all;
    next = rows.back().position + 1;
    for (auto& row : rows)
      if (row.question == question) all.push_back(std::move(row));
  }
}

// What the answer means for each row.
std::vector<Decision> decisions(const std::vector<PlannedRow>& rows, AnswerForAll answer) {
  std::map<std::int64_t, std::int64_t> chosen;  // of each group of twins
  for (const auto& row : rows) {
    const auto [group, is_first] = chosen.try_emplace(row.twin, row.position);
    if (!is_first && answer == AnswerForAll::last_of_each) group->second = row.position;
  }
  const auto own = [](const PlannedRow& row) {
    return row.matches.empty() ? Decision{row.position, Choice::fresh}
                               : Decision{row.position, Choice::record, row.matches.front().record};
  };
  std::vector<Decision> all;
  for (const auto& row : rows) {
    const bool is_chosen = chosen.at(row.twin) == row.position;
    switch (answer) {
      case AnswerForAll::leave_out:
        all.push_back({row.position, Choice::leave_out});
        break;
      case AnswerForAll::fresh:
        all.push_back({row.position, Choice::fresh});
        break;
      case AnswerForAll::best_match:
        all.push_back(own(row));
        break;
      case AnswerForAll::first_of_each:
      case AnswerForAll::last_of_each:
        all.push_back(is_chosen ? own(row) : Decision{row.position, Choice::leave_out});
        break;
    }
  }
  return all;
}

base::Failure too_late(const Import& import) {
  return base::conflict(
      fmt::format("Nothing can be decided any more: the import {}.", words_for(import.state)));
}

}  // namespace

std::optional<Decision> decision_from(std::int64_t position, std::string_view text) {
  constexpr std::string_view kRecord = "record:";
  if (text == "new") return Decision{position, Choice::fresh};
  if (text == "skip") return Decision{position, Choice::leave_out};
  if (text.starts_with(kRecord))
    return Decision{position, Choice::record, std::string(text.substr(kRecord.size()))};
  return {};
}

Settled decide(store::Writer& writer,
               const Import& import,
               const Target& target,
               const Decision& decision,
               const Deed& by) {
  if (import.state != State::planned) return too_late(import);
  auto row = find_row(writer, import.id, decision.position);
  if (!row) return base::not_found("The file has no such row.");
  auto settled = Deciding(writer, import, target, by).settle(*std::move(row), decision);
  if (settled) touch_plan(writer, import.id, by.at);
  return settled;
}

std::string_view name_of(AnswerForAll answer) {
  return kAnswerNames[static_cast<int>(answer)];
}

std::optional<AnswerForAll> answer_named(std::string_view name) {
  for (std::size_t at = 0; at < std::size(kAnswerNames); ++at)
    if (kAnswerNames[at] == name) return static_cast<AnswerForAll>(at);
  return {};
}

std::vector<AnswerForAll> answers_to(Question question) {
  if (question == Question::same_record)
    return {AnswerForAll::first_of_each, AnswerForAll::last_of_each, AnswerForAll::leave_out};
  return {AnswerForAll::best_match, AnswerForAll::fresh, AnswerForAll::leave_out};
}

std::string words_for(AnswerForAll answer, const Target& target) {
  switch (answer) {
    case AnswerForAll::leave_out:
      return "Leave them all out";
    case AnswerForAll::fresh:
      return fmt::format("Add each as a new {}", target.singular());
    case AnswerForAll::best_match:
      return "Take the best match of each";
    case AnswerForAll::first_of_each:
      return "Take the first line of each, leave out the others";
    case AnswerForAll::last_of_each:
      return "Take the last line of each, leave out the others";
  }
  return {};
}

base::Result<std::int64_t> decide_alike(store::Writer& writer,
                                        const Import& import,
                                        const Target& target,
                                        Question question,
                                        AnswerForAll answer,
                                        const Deed& by) {
  if (import.state != State::planned) return too_late(import);
  const auto allowed = answers_to(question);
  if (question == Question::none ||
      std::find(allowed.begin(), allowed.end(), answer) == allowed.end())
    return base::invalid("", "Choose what to do with these rows.");
  const auto rows = asking(writer, import.id, question);
  const auto decided = decisions(rows, answer);
  Deciding deciding(writer, import, target, by);
  std::int64_t settled = 0;
  for (std::size_t at = 0; at < rows.size(); ++at)
    if (deciding.settle(rows[at], decided[at])) ++settled;
  touch_plan(writer, import.id, by.at);
  return settled;
}

}  // namespace enact::imports
