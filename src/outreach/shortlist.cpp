// SPDX-License-Identifier: Apache-2.0
#include "outreach/shortlist.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
#include "outreach/criteria_sets.h"
#include "outreach/queries.h"

namespace enact::outreach {
namespace {

constexpr std::string_view kProgram = "pcsp";

Candidate candidate_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .program = row.text("program"),
          .program_name = row.text("program_name"),
          .stage = stage_named(row.text("stage")).value_or(Stage::identified),
          .stage_since = row.text("stage_since"),
          .reason = row.text("reason"),
          .version = row.integer("version")};
}

// The facts that the criteria look at, between bars.
std::string fields_of(const std::vector<Criterion>& criteria) {
  std::string fields = "|";
  for (const auto& criterion : criteria)
    if (!criterion.field.empty()) fields += criterion.field + "|";
  return fields;
}

// Where a candidate stands on the page: the running first.
int group_of(const Ranked& ranked) {
  if (is_out(ranked.candidate.stage)) return 3;
  if (ranked.assessment.is_cut()) return 2;
  return ranked.assessment.needs_finding_out() ? 1 : 0;
}

bool stands_before(const Ranked& a, const Ranked& b) {
  return std::tuple(group_of(a), -a.assessment.share(), a.assessment.unknown,
                    base::lower(a.candidate.program_name), a.candidate.id) <
         std::tuple(group_of(b), -b.assessment.share(), b.assessment.unknown,
                    base::lower(b.candidate.program_name), b.candidate.id);
}

void number(std::vector<Ranked>& ranked) {
  int place = 0;
  for (std::size_t i = 0; i < ranked.size() && group_of(ranked[i]) == 0; ++i) {
    const bool is_equal = i > 0 && ranked[i].assessment.share() == ranked[i - 1].assessment.share();
    if (!is_equal) place = static_cast<int>(i) + 1;
    ranked[i].rank = place;
  }
}

base::Json to_json(const std::vector<Score>& scores) {
  auto json = base::Json::object();
  for (const auto& score : scores) json.set(score.key, score.points);
  return json;
}

identity::Event about(identity::Event by, const Candidate& candidate, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "candidate";
  by.subject_id = candidate.id;
  by.subject_name = candidate.program_name;
  by.org = candidate.workspace;
  return by;
}

base::Failure overtaken() {
  return base::conflict(
      "Somebody changed this candidate while you were writing. Nothing of theirs "
      "was changed; your answers are below.");
}

}  // namespace

std::vector<Ranked> shortlist(store::Reader& reader,
                              std::string_view workspace,
                              const std::vector<Criterion>& criteria) {
  std::map<std::string, Known> known;
  std::map<std::string, Points> points;
  for (const auto& row : reader.all(sql::facts_of_candidates,
                                    {{"workspace", workspace}, {"fields", fields_of(criteria)}}))
    known[row.text("id")][row.text("field")] = row.text("value");
  for (const auto& row : reader.all(sql::scores_in, {{"workspace", workspace}}))
    points[row.text("candidate")][row.text("key")] = static_cast<int>(row.integer("points"));
  std::vector<Ranked> all;
  for (const auto& row : reader.all(sql::candidates_of, {{"workspace", workspace}})) {
    auto candidate = candidate_from(row);
    auto assessment = assess(criteria, known[candidate.id], points[candidate.id]);
    all.push_back({std::move(candidate), std::move(assessment)});
  }
  std::sort(all.begin(), all.end(), stands_before);
  number(all);
  return all;
}

ShortlistCount count_of(const std::vector<Ranked>& shortlist) {
  ShortlistCount count;
  for (const auto& ranked : shortlist) {
    if (is_out(ranked.candidate.stage)) ++count.out;
    if (group_of(ranked) < 2) ++count.running;
    if (ranked.rank > 0) ++count.scored;
  }
  return count;
}

std::string shortlist_standing(store::Reader& reader, const std::string& workspace) {
  const auto set = criteria_for(reader, workspace);
  const auto all = shortlist(reader, workspace, set.criteria);
  if (all.empty()) return {};
  const auto count = count_of(all);
  return fmt::format("{} of {} candidates in the running, {} scored, {} out with a reason",
                     count.running, set.goal, count.scored, count.out);
}

std::optional<Candidate> find_candidate(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_candidate, {{"id", id}});
  return row ? std::optional(candidate_from(*row)) : std::nullopt;
}

std::vector<Score> scores_of(store::Reader& reader, std::string_view candidate) {
  std::vector<Score> scores;
  for (const auto& row : reader.all(sql::scores_of, {{"candidate", candidate}}))
    scores.push_back({.key = row.text("key"),
                      .points = static_cast<int>(row.integer("points")),
                      .note = row.text("note"),
                      .scored_by = row.text("scored_by"),
                      .scored_at = row.text("scored_at")});
  return scores;
}

Known known_of(store::Reader& reader, std::string_view program, const std::vector<Criterion>& of) {
  Known known;
  const auto fields = fields_of(of);
  for (const auto& row :
       reader.all(sql::facts_of_program, {{"program", program}, {"fields", fields}}))
    known[row.text("field")] = row.text("value");
  return known;
}

std::vector<Found> programs_beside(store::Reader& reader,
                                   std::string_view workspace,
                                   const std::vector<Criterion>& criteria) {
  std::set<std::string> candidates;
  for (const auto& row : reader.all(sql::candidates_of, {{"workspace", workspace}}))
    candidates.insert(row.text("program"));
  std::vector<Found> found;
  std::vector<Known> known;
  for (const auto& row : reader.all(sql::programs_with_facts, {{"fields", fields_of(criteria)}})) {
    if (candidates.count(row.text("id")) != 0) continue;
    if (found.empty() || found.back().program != row.text("id")) {
      found.push_back(
          {.program = row.text("id"), .name = row.text("name"), .region = row.text("region")});
      known.emplace_back();
    }
    if (!row.is_null("field")) known.back()[row.text("field")] = row.text("value");
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    found[i].cuts = assess(criteria, known[i], {}).cuts;
  return found;
}

base::Result<Candidate> add_candidate(store::Writer& writer,
                                      std::string_view workspace,
                                      std::string_view program,
                                      identity::Event by) {
  const auto org = network::find_org(writer, program);
  if (!org || org->kind != kProgram)
    return base::invalid("program", "Choose a program of the directory, or add it there first.");
  const auto id = base::new_id();
  const auto added = writer.run(sql::insert_candidate, {{"id", id},
                                                        {"workspace", workspace},
                                                        {"program", program},
                                                        {"today", by.at.day().iso()},
                                                        {"by", by.actor_name},
                                                        {"now", by.at.iso()}});
  if (added != 1)
    return base::invalid("program", fmt::format("{} is on the list already.", org->name));
  const auto candidate = *find_candidate(writer, id);
  identity::record(writer, about(std::move(by), candidate, "outreach.candidate.added"));
  return candidate;
}

base::Result<void> score_candidate(store::Writer& writer,
                                   std::string_view id,
                                   const std::vector<Score>& scores,
                                   const std::vector<Criterion>& criteria,
                                   std::int64_t version,
                                   identity::Event by) {
  const auto candidate = find_candidate(writer, id);
  if (!candidate) return base::not_found("There is no such candidate.");
  const auto before = scores_of(writer, id);
  if (writer.run(sql::touch_candidate, {{"id", id}, {"version", version}}) != 1) return overtaken();
  for (const auto& criterion : criteria) {
    const auto given = std::find_if(scores.begin(), scores.end(),
                                    [&](const Score& s) { return s.key == criterion.key; });
    if (given == scores.end()) {
      writer.run(sql::forget_score, {{"candidate", id}, {"key", criterion.key}});
      continue;
    }
    if (given->points < 0 || given->points > criterion.most_points())
      return base::invalid(criterion.key, fmt::format("Give \"{}\" 0 to {} points.",
                                                      criterion.label, criterion.most_points()));
    const auto known = std::find_if(before.begin(), before.end(),
                                    [&](const Score& s) { return s.key == criterion.key; });
    if (known != before.end() && known->points == given->points && known->note == given->note)
      continue;  // who scored it first stays named
    writer.run(sql::keep_score, {{"candidate", id},
                                 {"key", criterion.key},
                                 {"points", given->points},
                                 {"note", given->note},
                                 {"by", by.actor_name},
                                 {"now", by.at.iso()}});
  }
  if (!scores.empty() && candidate->stage == Stage::identified)
    writer.run(sql::move_candidate, {{"id", id},
                                     {"stage", name_of(Stage::scored)},
                                     {"today", by.at.day().iso()},
                                     {"reason", ""},
                                     {"version", version + 1}});
  auto event = about(std::move(by), *candidate, "outreach.candidate.scored");
  event.before = to_json(before);
  event.after = to_json(scores);
  identity::record(writer, event);
  return {};
}

base::Result<void> move_candidate(store::Writer& writer,
                                  std::string_view id,
                                  Stage to,
                                  std::string_view reason,
                                  std::int64_t version,
                                  identity::Event by) {
  const auto candidate = find_candidate(writer, id);
  if (!candidate) return base::not_found("There is no such candidate.");
  if (auto allowed = check_move(candidate->stage, to, reason); !allowed) return allowed;
  const auto moved = writer.run(sql::move_candidate, {{"id", id},
                                                      {"stage", name_of(to)},
                                                      {"today", by.at.day().iso()},
                                                      {"reason", base::trim(reason)},
                                                      {"version", version}});
  if (moved != 1) return overtaken();
  auto event = about(std::move(by), *candidate, "outreach.candidate.moved");
  event.before = base::Json::object().set("stage", name_of(candidate->stage));
  event.after = base::Json::object().set("stage", name_of(to)).set("reason", base::trim(reason));
  identity::record(writer, event);
  return {};
}

}  // namespace enact::outreach
