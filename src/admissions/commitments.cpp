// SPDX-License-Identifier: Apache-2.0
#include "admissions/commitments.h"

#include <fmt/format.h>

#include "admissions/kinds.h"
#include "admissions/queries.h"
#include "app/edition.h"
#include "base/id.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

Commitment commitment_from(const store::Row& row) {
  Commitment c;
  c.id = row.text("id");
  c.workspace = row.text("workspace");
  c.org = row.text("org");
  c.kind = row.text("kind");
  c.details = row.text("details");
  c.for_all = row.truth("for_all");
  c.state = state_named(row.text("state")).value_or(State::discussed);
  c.state_since = row.text("state_since");
  c.evidence = row.text("evidence");
  c.reason = row.text("reason");
  c.review_on = row.text("review_on");
  c.is_public = row.truth("is_public");
  c.version = row.integer("version");
  c.org_name = row.text("org_name");
  c.institution = row.text("institution");
  c.institution_name = row.text("institution_name");
  c.kind_label = row.text("kind_label");
  c.program_count = static_cast<int>(row.integer("program_count"));
  return c;
}

std::vector<Commitment> commitments_from(const store::Rows& rows) {
  std::vector<Commitment> all;
  all.reserve(rows.size());
  for (const auto& row : rows) all.push_back(commitment_from(row));
  return all;
}

identity::Event about(identity::Event by, const Commitment& commitment, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "commitment";
  by.subject_id = commitment.id;
  by.subject_name = fmt::format("{}: {}", commitment.org_name, commitment.kind_label);
  by.org = commitment.workspace;
  return by;
}

base::Failure overtaken() {
  return base::conflict(
      "Somebody changed this commitment while you were writing. Nothing of theirs was changed; "
      "what you wrote is below.");
}

base::Failure not_there() {
  return base::not_found("There is no such commitment.");
}

void keep_programs(store::Writer& writer, const Commitment& commitment) {
  writer.run(sql::forget_programs, {{"commitment", commitment.id}});
  for (const auto& program : commitment.programs)
    writer.run(sql::add_program, {{"commitment", commitment.id}, {"program", program}});
}

void keep_step(store::Writer& writer,
               std::string_view commitment,
               const Step& step,
               const identity::Event& by) {
  writer.run(sql::insert_step, {{"id", base::new_id()},
                                {"commitment", commitment},
                                {"state", name_of(step.state)},
                                {"said_on", step.said_on},
                                {"evidence", step.evidence},
                                {"reason", step.reason},
                                {"by", by.actor_name},
                                {"now", by.at.iso()}});
}

void add_unknown(std::vector<base::Fault>& faults,
                 store::Reader& reader,
                 const Commitment& commitment) {
  if (!commitment.kind.empty() && !find_kind(reader, commitment.kind))
    faults.push_back({.field = "kind", .message = "Choose what they would do.", .file = {}});
  for (const auto& program : commitment.programs) {
    const auto org = network::find_org(reader, program);
    if (org && org->kind == "pcsp") continue;
    faults.push_back(
        {.field = "programs", .message = "Tick programs of the directory.", .file = {}});
    return;
  }
}

}  // namespace

std::vector<Commitment> commitments(store::Reader& reader, const CommitmentFilter& filter) {
  return commitments_from(reader.all(sql::commitments_in, {{"workspace", filter.workspace},
                                                           {"state", filter.state},
                                                           {"kind", filter.kind},
                                                           {"due", filter.review_by},
                                                           {"public", filter.only_public},
                                                           {"most", filter.most},
                                                           {"from", filter.from}}));
}

CommitmentCounts count_commitments(store::Reader& reader, const CommitmentFilter& filter) {
  CommitmentCounts counts;
  for (const auto& row :
       reader.all(sql::count_commitments, {{"workspace", filter.workspace}, {"kind", filter.kind}}))
    counts.by_state[row.text("state")] = row.integer("number");
  for (const auto& row : reader.all(sql::count_kinds, {{"workspace", filter.workspace},
                                                       {"state", filter.state},
                                                       {"public", filter.only_public}}))
    counts.by_kind[row.text("kind")] = row.integer("number");
  if (!filter.review_by.empty())
    counts.to_review = reader
                           .one(sql::count_reviews, {{"workspace", filter.workspace},
                                                     {"kind", filter.kind},
                                                     {"due", filter.review_by}})
                           ->integer("number");
  return counts;
}

std::vector<Commitment> commitments_at(store::Reader& reader,
                                       std::string_view org,
                                       std::string_view workspace) {
  return commitments_from(
      reader.all(sql::commitments_at, {{"org", org}, {"workspace", workspace}}));
}

std::optional<Commitment> find_commitment(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_commitment, {{"id", id}});
  if (!row) return std::nullopt;
  auto commitment = commitment_from(*row);
  for (const auto& program : reader.all(sql::programs_of, {{"commitment", id}}))
    commitment.programs.push_back(program.text("program"));
  commitment.program_count = static_cast<int>(commitment.programs.size());
  return commitment;
}

std::vector<Step> steps_of(store::Reader& reader, std::string_view commitment) {
  std::vector<Step> steps;
  for (const auto& row : reader.all(sql::steps_of, {{"commitment", commitment}}))
    steps.push_back({.state = state_named(row.text("state")).value_or(State::discussed),
                     .said_on = row.text("said_on"),
                     .evidence = row.text("evidence"),
                     .reason = row.text("reason"),
                     .noted_by = row.text("noted_by"),
                     .noted_at = row.text("noted_at")});
  return steps;
}

std::map<std::string, std::string> programs_by_commitment(store::Reader& reader,
                                                          std::string_view workspace) {
  std::map<std::string, std::string> names;
  for (const auto& row : reader.all(sql::programs_of_all, {{"workspace", workspace}})) {
    auto& text = names[row.text("commitment")];
    text += (text.empty() ? "" : "; ") + row.text("name");
  }
  return names;
}

base::Result<Commitment> add_commitment(store::Writer& writer,
                                        Commitment draft,
                                        Step step,
                                        identity::Event by) {
  auto commitment = tidied(std::move(draft));
  step = tidied(std::move(step));
  auto faults = faults_of(commitment);
  for (auto& fault : faults_of(std::nullopt, step, by.at.day())) faults.push_back(std::move(fault));
  add_unknown(faults, writer, commitment);
  if (!network::find_org(writer, commitment.org))
    faults.push_back(
        {.field = "org", .message = "Choose the institution or its office.", .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));
  commitment.id = base::new_id();
  writer.run(sql::insert_commitment, {{"id", commitment.id},
                                      {"workspace", commitment.workspace},
                                      {"org", commitment.org},
                                      {"kind", commitment.kind},
                                      {"details", commitment.details},
                                      {"for_all", commitment.for_all},
                                      {"state", name_of(step.state)},
                                      {"since", step.said_on},
                                      {"evidence", step.evidence},
                                      {"review_on", commitment.review_on},
                                      {"by", by.actor_name},
                                      {"now", by.at.iso()}});
  keep_programs(writer, commitment);
  keep_step(writer, commitment.id, step, by);
  const auto kept = *find_commitment(writer, commitment.id);
  auto event = about(std::move(by), kept, "admissions.commitment.noted");
  event.after = to_json(kept).set("state", name_of(step.state));
  identity::record(writer, event);
  return kept;
}

base::Result<void> change_commitment(store::Writer& writer, Commitment draft, identity::Event by) {
  const auto stored = find_commitment(writer, draft.id);
  if (!stored) return not_there();
  auto commitment = tidied(std::move(draft));
  auto faults = faults_of(commitment);
  add_unknown(faults, writer, commitment);
  if (!faults.empty()) return base::invalid(std::move(faults));
  const auto changed = writer.run(sql::change_commitment, {{"id", commitment.id},
                                                           {"kind", commitment.kind},
                                                           {"details", commitment.details},
                                                           {"for_all", commitment.for_all},
                                                           {"review_on", commitment.review_on},
                                                           {"version", commitment.version}});
  if (changed != 1) return overtaken();
  keep_programs(writer, commitment);
  if (stored->is_shown_to_all()) app::touch_public_pages(writer);
  auto event = about(std::move(by), *stored, "admissions.commitment.changed");
  event.before = to_json(*stored);
  event.after = to_json(*find_commitment(writer, commitment.id));
  identity::record(writer, event);
  return {};
}

base::Result<void> take_step(store::Writer& writer,
                             std::string_view id,
                             Step step,
                             std::string review_on,
                             std::int64_t version,
                             identity::Event by) {
  const auto stored = find_commitment(writer, id);
  if (!stored) return not_there();
  step = tidied(std::move(step));
  auto faults = faults_of(stored->state, step, by.at.day());
  if (!review_on.empty() && !base::Day::parse(review_on))
    faults.push_back(
        {.field = "next_review", .message = "Write the day as 2027-05-14.", .file = {}});
  if (!faults.empty()) return base::invalid(std::move(faults));
  // What is still so stands since when it stood, shown by the page or document that showed it.
  const bool is_still_so = step.state == stored->state;
  const auto since = is_still_so ? stored->state_since : step.said_on;
  const auto evidence = is_still_so && is_link(stored->evidence) && !is_link(step.evidence)
                            ? stored->evidence
                            : step.evidence;
  const auto moved = writer.run(sql::move_commitment, {{"id", id},
                                                       {"state", name_of(step.state)},
                                                       {"since", since},
                                                       {"evidence", evidence},
                                                       {"reason", step.reason},
                                                       {"review_on", review_on},
                                                       {"version", version}});
  if (moved != 1) return overtaken();
  keep_step(writer, id, step, by);
  if (stored->is_public) app::touch_public_pages(writer);
  auto event = about(std::move(by), *stored, "admissions.commitment.moved");
  event.before = base::Json::object().set("state", name_of(stored->state));
  event.after = to_json(step);
  identity::record(writer, event);
  return {};
}

base::Result<void> show_commitment(store::Writer& writer,
                                   std::string_view id,
                                   Shown shown,
                                   identity::Event by) {
  const auto stored = find_commitment(writer, id);
  if (!stored) return not_there();
  const bool is_public = shown == Shown::to_all;
  if (writer.run(sql::show_commitment, {{"id", id}, {"is_public", is_public}}) != 1) return {};
  app::touch_public_pages(writer);
  auto event = about(std::move(by), *stored, "admissions.commitment.shown");
  event.before = base::Json::object().set("is_public", stored->is_public);
  event.after = base::Json::object().set("is_public", is_public);
  identity::record(writer, event);
  return {};
}

std::string commitments_standing(store::Reader& reader, const std::string& workspace) {
  const auto counts = count_commitments(reader, {.workspace = workspace}).by_state;
  const auto number = [&](State state) {
    const auto found = counts.find(std::string(name_of(state)));
    return found != counts.end() ? found->second : 0;
  };
  if (number(State::in_force) + number(State::agreed) + number(State::discussed) == 0) return {};
  auto words = base::counted(number(State::in_force), "commitment", "commitments") + " in force";
  if (number(State::agreed) > 0) words += fmt::format(", {} agreed", number(State::agreed));
  if (number(State::discussed) > 0)
    words += fmt::format(", {} discussed", number(State::discussed));
  return words;
}

}  // namespace enact::admissions
