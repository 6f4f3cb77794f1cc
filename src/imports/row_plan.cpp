// SPDX-License-Identifier: Apache-2.0
#include "imports/row_plan.h"

#include <fmt/format.h>

#include "base/text.h"

namespace enact::imports {
namespace {

void settle(PlannedRow& row, Action action, std::string reason) {
  row.action = action;
  row.reason = std::move(reason);
  row.record.clear();
  row.version = 0;
  row.changes.clear();
}

}  // namespace

void make_new(PlannedRow& row, const Target& target) {
  std::vector<std::string> missing;
  for (const auto& field : target.fields())
    if (field.presence == Presence::required && row.said.text(field.name).empty())
      missing.push_back(fmt::format("\"{}\"", field.label));
  if (!missing.empty())
    return fail(row, fmt::format("{} is missing, which a new {} needs.",
                                 base::join(missing, " and "), target.singular()));
  auto fitted = target.fitted(nullptr, row.said);
  if (!fitted) return fail(row, fitted.error().message);
  row.said = *std::move(fitted);
  settle(row, Action::create, {});
  row.record = row.new_record;
}

void aim_at(PlannedRow& row, const Stored& stored, const Target& target, const std::string& why) {
  settle(row, Action::unchanged, {});
  row.record = stored.id;
  row.version = stored.version;
  std::vector<std::string> kept;
  std::vector<std::string> emptied;
  std::vector<FieldChange> along;
  const auto fitted = target.fitted(&stored, row.said);
  if (!fitted) return fail(row, fitted.error().message);
  for (auto& change : changes_between(stored.values, *fitted)) {
    const auto* field = find_field(target, change.field);
    if (field == nullptr) continue;
    if (field->guard == Guard::goes_along) {
      along.push_back(std::move(change));
      continue;
    }
    if (field->guard == Guard::set_once && !change.before.empty()) {
      kept.push_back(fmt::format("\"{}\"", field->label));
      continue;
    }
    if (field->presence == Presence::required && change.after.empty())
      emptied.push_back(fmt::format("\"{}\"", field->label));
    row.changes.push_back(std::move(change));
  }
  if (!emptied.empty())
    return fail(row, fmt::format("It would leave {} empty, which a {} needs.",
                                 base::join(emptied, " and "), target.singular()));
  if (!row.changes.empty()) {
    row.action = Action::update;
    for (auto& change : along) row.changes.push_back(std::move(change));
  }
  if (!why.empty()) row.reason = fmt::format("Known by {}.", why);
  if (!kept.empty())
    add_note(row, fmt::format("{} stays as it is on record; an import does not change it.",
                              base::join(kept, " and ")));
}

void leave_out(PlannedRow& row, std::string reason) {
  settle(row, Action::skipped, std::move(reason));
}

void fail(PlannedRow& row, std::string reason) {
  settle(row, Action::failed, std::move(reason));
}

void ask(PlannedRow& row, Question question, std::string reason) {
  settle(row, Action::ask, std::move(reason));
  row.question = question;
}

void add_note(PlannedRow& row, std::string_view note) {
  if (!row.reason.empty()) row.reason += ' ';
  row.reason += note;
}

}  // namespace enact::imports
