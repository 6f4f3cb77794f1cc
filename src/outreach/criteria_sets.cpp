// SPDX-License-Identifier: Apache-2.0
#include "outreach/criteria_sets.h"

#include <fmt/format.h>

#include "base/csv.h"
#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
#include "outreach/queries.h"

namespace enact::outreach {
namespace {

using Kind = Criterion::Kind;
using Rule = Criterion::Rule;

const base::CsvRow kColumns{"key",       "label",  "kind",   "field", "rule",
                            "threshold", "weight", "levels", "source"};

std::vector<std::string> levels_from(std::string_view text) {
  std::vector<std::string> levels;
  for (const auto line : base::lines(text))
    if (const auto level = base::trim(line); !level.empty()) levels.emplace_back(level);
  return levels;
}

Criterion criterion_from(const store::Row& row) {
  return {.key = row.text("key"),
          .label = row.text("label"),
          .kind = row.text("kind") == "cut" ? Kind::cut : Kind::score,
          .field = row.text("field"),
          .rule = rule_named(row.text("rule")).value_or(Rule::is),
          .threshold = row.text("threshold"),
          .weight = static_cast<int>(row.integer("weight")),
          .levels = levels_from(row.text("levels")),
          .source = row.text("source")};
}

CriteriaSet newest(store::Reader& reader, std::string_view workspace) {
  CriteriaSet set{.workspace = std::string(workspace)};
  const auto row = reader.one(sql::newest_criteria_set, {{"workspace", workspace}});
  if (!row) return set;
  set.version = static_cast<int>(row->integer("version"));
  set.goal = static_cast<int>(row->integer("goal"));
  set.made_by = row->text("made_by");
  set.made_at = row->text("made_at");
  for (const auto& criterion : reader.all(sql::criteria_of_set, {{"id", row->text("id")}}))
    set.criteria.push_back(criterion_from(criterion));
  return set;
}

base::Json to_json(const CriteriaSet& set) {
  return base::Json::object()
      .set("version", set.version)
      .set("goal", set.goal)
      .set("criteria", write_criteria(set.criteria));
}

void insert(store::Writer& writer, const CriteriaSet& set, const identity::Event& by) {
  const auto id = base::new_id();
  writer.run(sql::insert_criteria_set, {{"id", id},
                                        {"workspace", set.workspace},
                                        {"version", set.version},
                                        {"goal", set.goal},
                                        {"by", by.actor_name},
                                        {"now", by.at.iso()}});
  int place = 0;
  for (const auto& criterion : set.criteria)
    writer.run(sql::insert_criterion, {{"criteria_set", id},
                                       {"place", ++place},
                                       {"key", criterion.key},
                                       {"label", criterion.label},
                                       {"kind", name_of(criterion.kind)},
                                       {"field", criterion.field},
                                       {"rule", name_of(criterion.rule)},
                                       {"threshold", criterion.threshold},
                                       {"weight", criterion.weight},
                                       {"levels", base::join(criterion.levels, "\n")},
                                       {"source", criterion.source}});
}

}  // namespace

CriteriaSet criteria_for(store::Reader& reader, std::string_view workspace) {
  auto own = newest(reader, workspace);
  if (own.version > 0 || workspace.empty()) return own;
  return newest(reader, "");
}

base::Result<CriteriaSet> save_criteria(store::Writer& writer,
                                        CriteriaSet draft,
                                        identity::Event by) {
  auto faults = faults_of(draft.criteria);
  if (draft.goal < 1 || draft.goal > 1000)
    faults.push_back(
        {.field = "goal", .message = "Say how many candidates there should be.", .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));
  const auto stored = newest(writer, draft.workspace);
  if (stored.version != draft.version)
    return base::conflict(
        fmt::format("{} saved these criteria while you were writing.", stored.made_by));
  draft.version = stored.version + 1;
  insert(writer, draft, by);
  by.verb = "outreach.criteria.saved";
  by.subject_kind = "criteria";
  by.subject_id = draft.workspace.empty() ? "network" : draft.workspace;
  by.subject_name = draft.workspace.empty()
                        ? "The network's criteria"
                        : "Criteria of " + network::org_name(writer, draft.workspace);
  by.org = draft.workspace;
  if (stored.version > 0) by.before = to_json(stored);
  by.after = to_json(draft);
  identity::record(writer, by);
  return draft;
}

base::Result<std::vector<Criterion>> read_criteria(std::string_view csv) {
  const auto table = base::read_csv(csv);
  if (!table) return tl::unexpected(table.error());
  std::vector<base::Fault> faults;
  std::vector<Criterion> criteria;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto cell = [&](std::string_view column) {
      return std::string(base::trim(table->cell(row, column)));
    };
    const auto fault = [&](std::string column, std::string message) {
      faults.push_back({.field = std::move(column),
                        .message = std::move(message),
                        .file = {},
                        .line = table->lines[row]});
    };
    Criterion criterion{.key = cell("key"),
                        .label = cell("label"),
                        .kind = cell("kind") == "cut" ? Kind::cut : Kind::score,
                        .field = cell("field"),
                        .threshold = cell("threshold"),
                        .levels = levels_from(table->cell(row, "levels")),
                        .source = cell("source")};
    if (criterion.key.empty()) criterion.key = base::slug(criterion.label);
    if (cell("kind") != "cut" && cell("kind") != "score")
      fault("kind", "A criterion is a \"cut\" or a \"score\".");
    const auto rule = rule_named(cell("rule"));
    if (criterion.kind == Kind::cut && !rule)
      fault("rule", "A cut's rule is at_least, at_most, is or includes.");
    criterion.rule = rule.value_or(Rule::is);
    criterion.weight = static_cast<int>(base::to_integer(cell("weight")).value_or(1));
    for (auto& other : faults_of({criterion})) fault(other.field, std::move(other.message));
    criteria.push_back(std::move(criterion));
  }
  if (!faults.empty()) return base::invalid(std::move(faults));
  if (auto all = faults_of(criteria); !all.empty()) return base::invalid(std::move(all));
  return criteria;
}

std::string write_criteria(const std::vector<Criterion>& criteria) {
  base::CsvWriter csv(kColumns);
  for (const auto& c : criteria) {
    const bool is_cut = c.kind == Kind::cut;
    csv.add({c.key, c.label, std::string(name_of(c.kind)), c.field,
             is_cut ? std::string(name_of(c.rule)) : "", c.threshold,
             is_cut ? "" : std::to_string(c.weight), base::join(c.levels, "\n"), c.source});
  }
  return csv.text();
}

}  // namespace enact::outreach
