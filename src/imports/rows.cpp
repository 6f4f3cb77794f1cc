// SPDX-License-Identifier: Apache-2.0
#include "imports/rows.h"

#include "base/json.h"
#include "imports/queries.h"

namespace enact::imports {
namespace {

std::string to_json(const std::vector<Match>& matches) {
  if (matches.empty()) return {};
  auto all = base::Json::array();
  for (const auto& match : matches)
    all.add(base::Json::object()
                .set("record", match.record)
                .set("label", match.label)
                .set("why", match.why)
                .set("certain", match.strength == Match::Strength::certain));
  return all.dump();
}

std::vector<Match> matches_from(const std::string& json) {
  std::vector<Match> matches;
  if (json.empty()) return matches;
  const auto all = base::Json::parse(json);
  if (!all) return matches;
  for (const auto& each : all->items())
    matches.push_back(
        {each["record"].text(), each["label"].text(), each["why"].text(),
         each["certain"].truth() ? Match::Strength::certain : Match::Strength::likely});
  return matches;
}

std::string cells_json(const std::vector<std::string>& cells) {
  if (cells.empty()) return {};
  base::Json::Array all(cells.begin(), cells.end());
  return base::Json(std::move(all)).dump();
}

std::vector<std::string> cells_from(const std::string& json) {
  std::vector<std::string> cells;
  if (json.empty()) return cells;
  if (const auto all = base::Json::parse(json))
    for (const auto& cell : all->items()) cells.push_back(cell.text());
  return cells;
}

PlannedRow row_in(const store::Row& kept) {
  PlannedRow row;
  row.position = kept.integer("position");
  row.line = static_cast<int>(kept.integer("line"));
  row.action = action_named(kept.text("action")).value_or(Action::failed);
  row.reason = kept.text("reason");
  row.label = kept.text("label");
  row.record = kept.text("record");
  row.version = kept.integer("version");
  row.new_record = kept.text("new_record");
  row.said = values_from(kept.text("said"));
  row.changes = changes_from(kept.text("changes"));
  row.cells = cells_from(kept.text("cells"));
  row.question = question_named(kept.text("question"));
  row.matches = matches_from(kept.text("matches"));
  row.twin = kept.integer("twin");
  row.decided_by = kept.text("decided_by");
  row.was_left = kept.truth("was_left");
  return row;
}

std::vector<PlannedRow> rows_in(const store::Rows& kept) {
  std::vector<PlannedRow> rows;
  rows.reserve(kept.size());
  for (const auto& row : kept) rows.push_back(row_in(row));
  return rows;
}

}  // namespace

// In one statement: a round trip for each row would take most of a plan's time on PostgreSQL.
void add_rows(store::Writer& writer, std::string_view import, std::span<const PlannedRow> rows) {
  auto all = base::Json::array();
  for (const auto& row : rows)
    all.add(base::Json(base::Json::Array{
        std::to_string(row.position), std::to_string(row.line), std::string(name_of(row.action)),
        row.reason, row.label, row.record, std::to_string(row.version), row.new_record,
        row.said.empty() ? std::string() : to_json(row.said),
        row.changes.empty() ? std::string() : to_json(row.changes), cells_json(row.cells),
        std::string(name_of(row.question)), to_json(row.matches), std::to_string(row.twin)}));
  if (!rows.empty()) writer.run(sql::add_rows, {{"import", import}, {"rows", all.dump()}});
}

void forget_rows(store::Writer& writer, std::string_view import) {
  writer.run(sql::forget_rows, {{"import", import}});
}

std::optional<PlannedRow> find_row(store::Reader& reader,
                                   std::string_view import,
                                   std::int64_t position) {
  const auto kept = reader.one(sql::find_row, {{"import", import}, {"position", position}});
  if (!kept) return {};
  return row_in(*kept);
}

std::vector<PlannedRow> rows_from(store::Reader& reader,
                                  std::string_view import,
                                  std::optional<Action> action,
                                  std::int64_t position,
                                  int limit) {
  if (!action)
    return rows_in(
        reader.all(sql::rows_from, {{"import", import}, {"position", position}, {"limit", limit}}));
  return rows_in(reader.all(sql::rows_of_action, {{"import", import},
                                                  {"action", name_of(*action)},
                                                  {"position", position},
                                                  {"limit", limit}}));
}

std::vector<PlannedRow> page_of_rows(store::Reader& reader,
                                     std::string_view import,
                                     std::optional<Action> action,
                                     const PageOfRows& page) {
  // Without a gap, the position of a row is its number.
  if (!action) return rows_from(reader, import, {}, page.offset, page.limit);
  return rows_in(reader.all(sql::page_of_action, {{"import", import},
                                                  {"action", name_of(*action)},
                                                  {"limit", page.limit},
                                                  {"offset", page.offset}}));
}

std::vector<PlannedRow> twins_of(store::Reader& reader,
                                 std::string_view import,
                                 const PlannedRow& row) {
  if (row.twin < 0) return {};
  return rows_in(reader.all(sql::twins_of, {{"import", import}, {"twin", row.twin}}));
}

std::map<Action, std::int64_t> count_actions(store::Reader& reader, std::string_view import) {
  std::map<Action, std::int64_t> counts;
  for (const auto action : kActions) counts[action] = 0;
  for (const auto& row : reader.all(sql::count_actions, {{"import", import}}))
    counts[action_named(row.text("action")).value_or(Action::failed)] += row.integer("rows");
  return counts;
}

std::map<Question, std::int64_t> count_questions(store::Reader& reader, std::string_view import) {
  std::map<Question, std::int64_t> counts;
  for (const auto& row : reader.all(sql::count_questions, {{"import", import}}))
    counts[question_named(row.text("question"))] += row.integer("rows");
  return counts;
}

std::optional<std::int64_t> line_of_other(store::Reader& reader,
                                          std::string_view import,
                                          std::string_view record,
                                          std::int64_t position) {
  const auto other = reader.one(sql::others_of_record,
                                {{"import", import}, {"record", record}, {"position", position}});
  if (!other) return {};
  return other->integer("line");
}

void keep_decision(store::Writer& writer, std::string_view import, const PlannedRow& row) {
  writer.run(sql::decide_row, {{"import", import},
                               {"position", row.position},
                               {"action", name_of(row.action)},
                               {"reason", row.reason},
                               {"record", row.record},
                               {"version", row.version},
                               {"changes", row.changes.empty() ? "" : to_json(row.changes)},
                               {"decided_by", row.decided_by}});
}

void keep_joined(store::Writer& writer, std::string_view import, const PlannedRow& row) {
  writer.run(sql::keep_joined, {{"import", import},
                                {"position", row.position},
                                {"action", name_of(row.action)},
                                {"reason", row.reason},
                                {"record", row.record},
                                {"version", row.version},
                                {"changes", row.changes.empty() ? "" : to_json(row.changes)},
                                {"said", to_json(row.said)}});
}

void ask_about(store::Writer& writer, std::string_view import, const PlannedRow& row) {
  writer.run(sql::ask_about_row, {{"import", import},
                                  {"position", row.position},
                                  {"question", name_of(row.question)},
                                  {"reason", row.reason},
                                  {"twin", row.twin},
                                  {"matches", to_json(row.matches)},
                                  {"said", to_json(row.said)}});
}

void leave_record(store::Writer& writer, std::string_view import, std::string_view record) {
  writer.run(sql::leave_record, {{"import", import}, {"record", record}});
}

}  // namespace enact::imports
