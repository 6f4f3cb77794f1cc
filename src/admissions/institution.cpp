// SPDX-License-Identifier: Apache-2.0
#include "admissions/institution.h"

#include <algorithm>

#include "admissions/queries.h"
#include "base/id.h"
#include "base/plain_text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

constexpr std::size_t kMostOffices = 200;
constexpr std::size_t kMostContacts = 1000;
constexpr std::size_t kMostPrograms = 500;
constexpr std::size_t kMostWords = 8000;

std::vector<Program> programs_from(const store::Rows& rows) {
  std::vector<Program> programs;
  for (const auto& row : rows) programs.push_back({row.text("id"), row.text("name")});
  return programs;
}

ProcessNote note_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .org = row.text("org"),
          .org_name = row.text("org_name"),
          .topic = topic_named(row.text("topic")).value_or(Topic::other),
          .words = row.text("words"),
          .source = row.text("source"),
          .as_of = row.text("as_of"),
          .noted_by = row.text("noted_by"),
          .superseded_by = row.text("superseded_by"),
          .superseded_at = row.text("superseded_at")};
}

Plan plan_from(const store::Row& row) {
  return {.id = row.text("id"),
          .workspace = row.text("workspace"),
          .org = row.text("org"),
          .what = row.text("what"),
          .due_on = row.text("due_on"),
          .noted_by = row.text("noted_by")};
}

std::vector<base::Fault> faults_of(const ProcessNote& note) {
  std::vector<base::Fault> faults;
  if (note.words.empty())
    faults.push_back({.field = "words", .message = "Write down what you learned.", .file = {}});
  if (note.words.size() > kMostWords)
    faults.push_back({.field = "words", .message = "Say it in 8,000 characters.", .file = {}});
  if (note.source.empty())
    faults.push_back({.field = "source",
                      .message = "Say where it comes from: who said it, or which page.",
                      .file = {}});
  if (note.source.size() > 500)
    faults.push_back({.field = "source", .message = "Say it in 500 characters.", .file = {}});
  if (note.as_of.empty() || !base::is_partial_date(note.as_of))
    faults.push_back({.field = "as_of",
                      .message = "Write of when it is: 2026, 2026-05 or 2026-05-14.",
                      .file = {}});
  return faults;
}

std::vector<base::Fault> faults_of(const Plan& plan) {
  std::vector<base::Fault> faults;
  if (plan.what.empty())
    faults.push_back({.field = "what", .message = "Say what you will do next.", .file = {}});
  if (plan.what.size() > 500)
    faults.push_back({.field = "what", .message = "Say it in 500 characters.", .file = {}});
  if (!plan.due_on.empty() && !base::Day::parse(plan.due_on))
    faults.push_back({.field = "due_on", .message = "Write the day as 2027-05-14.", .file = {}});
  return faults;
}

void record_at(store::Writer& writer,
               identity::Event by,
               std::string verb,
               const std::string& org,
               base::Json after) {
  by.verb = std::move(verb);
  by.subject_kind = "organization";
  by.subject_id = org;
  by.subject_name = network::org_name(writer, org);
  by.after = std::move(after);
  identity::record(writer, by);
}

}  // namespace

std::vector<Office> offices_of(store::Reader& reader, std::string_view org, Contacts contacts) {
  std::vector<Office> offices;
  for (const auto& row : reader.all(sql::offices_of, {{"org", org}, {"most", kMostOffices}}))
    offices.push_back({.id = row.text("id"),
                       .name = row.text("name"),
                       .kind_label = row.text("kind_label"),
                       .priorities = row.text("priorities"),
                       .contacts = {}});
  if (contacts == Contacts::hidden) return offices;
  for (const auto& row : reader.all(sql::contacts_of, {{"org", org}, {"most", kMostContacts}})) {
    const auto at = std::find_if(offices.begin(), offices.end(),
                                 [&](const Office& o) { return o.id == row.text("org"); });
    if (at != offices.end())
      at->contacts.push_back({row.text("person"), row.text("name"), row.text("role")});
  }
  return offices;
}

std::vector<Program> programs_housed(store::Reader& reader,
                                     std::string_view org,
                                     std::string_view workspace,
                                     std::string_view viewer) {
  return programs_from(reader.all(sql::programs_housed,
                                  {{"org", org}, {"workspace", workspace}, {"viewer", viewer}}));
}

std::vector<Program> programs_in(store::Reader& reader, std::string_view workspace) {
  return programs_from(
      reader.all(sql::programs_in, {{"workspace", workspace}, {"most", kMostPrograms}}));
}

std::string_view name_of(Topic topic) {
  constexpr std::string_view kNames[] = {"reading", "deadlines", "who_decides", "other"};
  return kNames[static_cast<std::size_t>(topic)];
}

std::string_view words_of(Topic topic) {
  constexpr std::string_view kWords[] = {"How it reads STEM experience", "Deadlines", "Who decides",
                                         "Something else"};
  return kWords[static_cast<std::size_t>(topic)];
}

std::optional<Topic> topic_named(std::string_view name) {
  for (const auto topic : kTopics)
    if (name_of(topic) == name) return topic;
  return std::nullopt;
}

std::vector<ProcessNote> notes_at(store::Reader& reader,
                                  std::string_view org,
                                  std::string_view workspace) {
  std::vector<ProcessNote> notes;
  for (const auto& row : reader.all(sql::notes_at, {{"org", org}, {"workspace", workspace}}))
    notes.push_back(note_from(row));
  return notes;
}

std::optional<ProcessNote> find_note(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_note, {{"id", id}});
  return row ? std::optional(note_from(*row)) : std::nullopt;
}

base::Result<void> note_process(store::Writer& writer, ProcessNote draft, identity::Event by) {
  draft.words = base::several_lines(draft.words);
  draft.source = base::one_line(draft.source);
  draft.as_of = base::one_line(draft.as_of);
  if (auto faults = faults_of(draft); !faults.empty()) return base::invalid(std::move(faults));
  if (!network::find_org(writer, draft.org))
    return base::invalid("org", "Choose the institution or its office.");
  writer.run(sql::insert_note, {{"id", base::new_id()},
                                {"workspace", draft.workspace},
                                {"org", draft.org},
                                {"topic", name_of(draft.topic)},
                                {"words", draft.words},
                                {"source", draft.source},
                                {"as_of", draft.as_of},
                                {"by", by.actor_name},
                                {"now", by.at.iso()}});
  record_at(writer, std::move(by), "admissions.process.noted", draft.org,
            base::Json::object()
                .set("topic", name_of(draft.topic))
                .set("words", draft.words)
                .set("source", draft.source)
                .set("as_of", draft.as_of));
  return {};
}

base::Result<void> supersede_note(store::Writer& writer, std::string_view id, identity::Event by) {
  const auto note = find_note(writer, id);
  if (!note) return base::not_found("There is no such note.");
  const auto changed =
      writer.run(sql::supersede_note, {{"id", id}, {"by", by.actor_name}, {"now", by.at.iso()}});
  if (changed != 1) return base::conflict("Somebody has said so already.");
  record_at(writer, std::move(by), "admissions.process.superseded", note->org,
            base::Json::object().set("words", note->words));
  return {};
}

std::vector<Plan> plans_at(store::Reader& reader,
                           std::string_view org,
                           std::string_view workspace) {
  std::vector<Plan> plans;
  for (const auto& row : reader.all(sql::plans_at, {{"org", org}, {"workspace", workspace}}))
    plans.push_back(plan_from(row));
  return plans;
}

std::optional<Plan> find_plan(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_plan, {{"id", id}});
  return row ? std::optional(plan_from(*row)) : std::nullopt;
}

base::Result<void> plan_next(store::Writer& writer, Plan draft, identity::Event by) {
  draft.what = base::one_line(draft.what);
  draft.due_on = base::one_line(draft.due_on);
  if (auto faults = faults_of(draft); !faults.empty()) return base::invalid(std::move(faults));
  if (!network::find_org(writer, draft.org))
    return base::not_found("There is no organization at this address.");
  writer.run(sql::insert_plan, {{"id", base::new_id()},
                                {"workspace", draft.workspace},
                                {"org", draft.org},
                                {"what", draft.what},
                                {"due_on", draft.due_on},
                                {"by", by.actor_name},
                                {"now", by.at.iso()}});
  record_at(writer, std::move(by), "admissions.plan.noted", draft.org,
            base::Json::object().set("what", draft.what).set("due_on", draft.due_on));
  return {};
}

base::Result<void> finish_plan(store::Writer& writer, std::string_view id, identity::Event by) {
  const auto plan = find_plan(writer, id);
  if (!plan) return base::not_found("There is no such step.");
  const auto done =
      writer.run(sql::finish_plan, {{"id", id}, {"by", by.actor_name}, {"now", by.at.iso()}});
  if (done != 1) return base::conflict("Somebody has marked it as done already.");
  record_at(writer, std::move(by), "admissions.plan.done", plan->org,
            base::Json::object().set("what", plan->what));
  return {};
}

}  // namespace enact::admissions
