// SPDX-License-Identifier: Apache-2.0
#include "programs/plans.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "programs/checks.h"
#include "programs/owners.h"
#include "programs/queries.h"

namespace enact::programs {
namespace {

constexpr int kMostNotes = 50;

Step step_from(const store::Row& row) {
  return {.id = row.text("id"),
          .plan = row.text("plan"),
          .workspace = row.text("workspace"),
          .program = row.text("program"),
          .goal = row.text("goal"),
          .title = row.text("title"),
          .side = row.text("side") == name_of(Side::program) ? Side::program : Side::ecosystem,
          .owner_name = row.text("owner_name"),
          .owner_thing = row.text("owner_thing"),
          .owner = row.text("owner"),
          .due_on = row.text("due_on"),
          .state = step_state_named(row.text("state")).value_or(StepState::open),
          .state_since = row.text("state_since"),
          .reason = row.text("reason"),
          .version = row.integer("version")};
}

std::vector<Goal> goals_of(store::Reader& reader, std::string_view plan) {
  std::vector<Goal> goals;
  for (const auto& row : reader.all(sql::goals_of, {{"plan", plan}}))
    goals.push_back({row.text("id"), row.text("plan"), row.text("title")});
  return goals;
}

// The plan, begun now where there is none.
Plan plan_for(store::Writer& writer, const Whose& whose, const identity::Event& by) {
  writer.run(sql::insert_plan, {{"id", base::new_id()},
                                {"program", whose.program},
                                {"workspace", whose.workspace},
                                {"by", by.actor_name},
                                {"now", by.at.iso()}});
  return *find_plan(writer, whose.workspace, whose.program);
}

identity::Event about(identity::Event by, const Whose& whose, std::string verb) {
  by.verb = std::move(verb);
  by.subject_kind = "plan";
  by.subject_id = whose.program;
  by.subject_name = whose.program_name;
  by.org = whose.workspace;
  return by;
}

Whose whose_is(store::Reader& reader, const Step& step) {
  const auto plan = find_plan(reader, step.workspace, step.program);
  return {step.workspace, step.program, plan ? plan->program_name : ""};
}

base::Failure overtaken() {
  return base::conflict(
      "Somebody changed this step while you were writing. Nothing of theirs was changed; look at "
      "it and change it again.");
}

// The owner that was written, as far as somebody on record is meant.
void find_owner(store::Reader& reader, Step& step) {
  const auto owner = owner_called(reader, step.workspace, step.program, step.owner_name);
  step.owner_name = owner.name;
  step.owner_thing = owner.thing;
  step.owner = owner.id;
}

// A step belongs to a goal of its own plan, or to none.
base::Result<void> check_goal(store::Reader& reader, const Step& step) {
  const auto goals = goals_of(reader, step.plan);
  const bool is_there = std::any_of(goals.begin(), goals.end(),
                                    [&](const Goal& goal) { return goal.id == step.goal; });
  if (step.goal.empty() || is_there) return {};
  return base::invalid("goal", "Choose a goal of this plan.");
}

}  // namespace

std::optional<Plan> find_plan(store::Reader& reader,
                              std::string_view workspace,
                              std::string_view program) {
  const auto row = reader.one(sql::find_plan, {{"workspace", workspace}, {"program", program}});
  if (!row) return std::nullopt;
  return Plan{.id = row->text("id"),
              .workspace = row->text("workspace"),
              .program = row->text("program"),
              .program_name = row->text("program_name"),
              .version = row->integer("version")};
}

std::optional<WholePlan> whole_plan(store::Reader& reader,
                                    std::string_view workspace,
                                    std::string_view program) {
  const auto plan = find_plan(reader, workspace, program);
  if (!plan) return std::nullopt;
  WholePlan whole{.plan = *plan};
  whole.goals = goals_of(reader, plan->id);
  whole.steps = steps_of(reader, plan->id);
  for (const auto& row : reader.all(sql::notes_of, {{"plan", plan->id}, {"most", kMostNotes}}))
    whole.notes.push_back({.id = row.text("id"),
                           .plan = plan->id,
                           .happened_on = row.text("happened_on"),
                           .text = row.text("text"),
                           .written_by_name = row.text("written_by_name")});
  for (const auto& row : reader.all(sql::agreements_of, {{"plan", plan->id}}))
    whole.agreements.push_back({.id = row.text("id"),
                                .plan = plan->id,
                                .plan_version = row.integer("plan_version"),
                                .name = row.text("name"),
                                .agreed_on = row.text("agreed_on"),
                                .how = how_named(row.text("how")).value_or(Agreement::How::told),
                                .remark = row.text("remark"),
                                .noted_by_name = row.text("noted_by_name")});
  return whole;
}

std::vector<Step> steps_of(store::Reader& reader, std::string_view plan) {
  std::vector<Step> steps;
  for (const auto& row : reader.all(sql::steps_of, {{"plan", plan}}))
    steps.push_back(step_from(row));
  return steps;
}

std::optional<Step> find_step(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_step, {{"id", id}});
  return row ? std::optional(step_from(*row)) : std::nullopt;
}

std::optional<PlacedGoal> find_goal(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_goal, {{"id", id}});
  if (!row) return std::nullopt;
  return PlacedGoal{{row->text("id"), row->text("plan"), row->text("title")},
                    row->text("workspace"),
                    row->text("program")};
}

base::Result<void> add_goal(store::Writer& writer,
                            const Whose& whose,
                            std::string_view title,
                            identity::Event by) {
  const Goal goal{.id = base::new_id(), .title = std::string(base::trim(title))};
  if (auto wrong = refused(faults_of(goal)); !wrong) return wrong;
  const auto plan = plan_for(writer, whose, by);
  if (goals_of(writer, plan.id).size() >= kMostGoals)
    return base::invalid("goal_title", fmt::format("A plan has room for {} goals.", kMostGoals));
  writer.run(sql::insert_goal, {{"id", goal.id}, {"plan", plan.id}, {"title", goal.title}});
  writer.run(sql::touch_plan, {{"id", plan.id}});
  auto event = about(std::move(by), whose, "programs.goal.added");
  event.after = base::Json::object().set("title", goal.title);
  identity::record(writer, event);
  return {};
}

base::Result<void> change_goal(store::Writer& writer,
                               const PlacedGoal& placed,
                               std::string_view title,
                               identity::Event by) {
  const auto plan = find_plan(writer, placed.workspace, placed.program);
  if (!plan) return base::not_found("There is no such plan.");
  Goal goal = placed.goal;
  goal.title = base::trim(title);
  if (goal.title.empty()) {
    writer.run(sql::leave_goal, {{"goal", goal.id}});
    writer.run(sql::remove_goal, {{"id", goal.id}});
  } else {
    if (auto wrong = refused(faults_of(goal)); !wrong) return wrong;
    writer.run(sql::change_goal, {{"id", goal.id}, {"title", goal.title}});
  }
  writer.run(sql::touch_plan, {{"id", plan->id}});
  auto event = about(std::move(by), {placed.workspace, placed.program, plan->program_name},
                     "programs.goal.changed");
  event.before = base::Json::object().set("title", placed.goal.title);
  event.after = base::Json::object().set("title", goal.title);
  identity::record(writer, event);
  return {};
}

base::Result<void> add_step(store::Writer& writer,
                            const Whose& whose,
                            Step step,
                            identity::Event by) {
  if (auto wrong = refused(faults_of(step)); !wrong) return wrong;
  const auto plan = plan_for(writer, whose, by);
  step.plan = plan.id;
  step.workspace = whose.workspace;
  step.program = whose.program;
  if (auto wrong = check_goal(writer, step); !wrong) return wrong;
  if (steps_of(writer, plan.id).size() >= kMostSteps)
    return base::invalid("title", fmt::format("A plan has room for {} steps.", kMostSteps));
  find_owner(writer, step);
  step.id = base::new_id();
  writer.run(sql::insert_step, {{"id", step.id},
                                {"plan", step.plan},
                                {"workspace", step.workspace},
                                {"program", step.program},
                                {"goal", step.goal},
                                {"title", step.title},
                                {"side", name_of(step.side)},
                                {"owner_name", step.owner_name},
                                {"owner_thing", step.owner_thing},
                                {"owner", step.owner},
                                {"due_on", step.due_on},
                                {"today", by.at.day().iso()}});
  writer.run(sql::touch_plan, {{"id", plan.id}});
  auto event = about(std::move(by), whose, "programs.step.added");
  event.after = base::Json::object().set("title", step.title).set("due_on", step.due_on);
  identity::record(writer, event);
  return {};
}

base::Result<void> change_step(store::Writer& writer, Step step, identity::Event by) {
  const auto before = find_step(writer, step.id);
  if (!before) return base::not_found("There is no such step.");
  if (auto wrong = refused(faults_of(step)); !wrong) return wrong;
  step.plan = before->plan;
  step.workspace = before->workspace;
  step.program = before->program;
  if (auto wrong = check_goal(writer, step); !wrong) return wrong;
  find_owner(writer, step);
  const auto changed = writer.run(sql::change_step, {{"id", step.id},
                                                     {"goal", step.goal},
                                                     {"title", step.title},
                                                     {"side", name_of(step.side)},
                                                     {"owner_name", step.owner_name},
                                                     {"owner_thing", step.owner_thing},
                                                     {"owner", step.owner},
                                                     {"due_on", step.due_on},
                                                     {"version", step.version}});
  if (changed != 1) return overtaken();
  writer.run(sql::touch_plan, {{"id", step.plan}});
  auto event = about(std::move(by), whose_is(writer, *before), "programs.step.changed");
  event.before = base::Json::object().set("title", before->title).set("due_on", before->due_on);
  event.after = base::Json::object().set("title", step.title).set("due_on", step.due_on);
  identity::record(writer, event);
  return {};
}

base::Result<void> move_step(store::Writer& writer, const StepMove& move, identity::Event by) {
  const auto step = find_step(writer, move.step);
  if (!step) return base::not_found("There is no such step.");
  if (step->state == move.to) return {};
  const std::string reason(base::trim(move.reason));
  if (auto allowed = check_move(step->state, move.to, reason); !allowed) return allowed;
  const auto moved = writer.run(sql::move_step, {{"id", step->id},
                                                 {"state", name_of(move.to)},
                                                 {"today", by.at.day().iso()},
                                                 {"reason", reason},
                                                 {"version", move.version}});
  if (moved != 1) return overtaken();
  keep_move(writer, "step", step->id, {std::string(name_of(move.to)), reason}, by);
  auto event = about(std::move(by), whose_is(writer, *step), "programs.step.moved");
  event.before = base::Json::object().set("title", step->title).set("state", name_of(step->state));
  event.after = base::Json::object().set("state", name_of(move.to)).set("reason", reason);
  identity::record(writer, event);
  return {};
}

base::Result<void> add_note(store::Writer& writer,
                            const Whose& whose,
                            PlanNote note,
                            identity::Event by) {
  if (auto wrong = refused(faults_of(note, by.at.day())); !wrong) return wrong;
  const auto plan = plan_for(writer, whose, by);
  writer.run(sql::insert_note, {{"id", base::new_id()},
                                {"plan", plan.id},
                                {"happened_on", note.happened_on},
                                {"text", note.text},
                                {"by", by.actor},
                                {"by_name", by.actor_name},
                                {"now", by.at.iso()}});
  identity::record(writer, about(std::move(by), whose, "programs.note.written"));
  return {};
}

base::Result<void> note_agreement(store::Writer& writer,
                                  const Whose& whose,
                                  Agreement agreement,
                                  identity::Event by) {
  if (auto wrong = refused(faults_of(agreement, by.at.day())); !wrong) return wrong;
  const auto plan = find_plan(writer, whose.workspace, whose.program);
  if (!plan || steps_of(writer, plan->id).empty())
    return base::invalid("agreed_name",
                         "Write down a step first, so that there is something to "
                         "agree to.");
  writer.run(sql::insert_agreement, {{"id", base::new_id()},
                                     {"plan", plan->id},
                                     {"plan_version", plan->version},
                                     {"name", agreement.name},
                                     {"agreed_on", agreement.agreed_on},
                                     {"how", name_of(agreement.how)},
                                     {"remark", agreement.remark},
                                     {"by_name", by.actor_name},
                                     {"now", by.at.iso()}});
  auto event = about(std::move(by), whose, "programs.plan.agreed");
  event.after = base::Json::object().set("name", agreement.name).set("how", name_of(agreement.how));
  identity::record(writer, event);
  return {};
}

void keep_move(store::Writer& writer,
               std::string_view thing,
               std::string_view subject,
               const Move& move,
               const identity::Event& by) {
  writer.run(sql::insert_move, {{"id", base::new_id()},
                                {"thing", thing},
                                {"subject", subject},
                                {"state", move.state},
                                {"note", move.note},
                                {"by", by.actor},
                                {"by_name", by.actor_name},
                                {"now", by.at.iso()}});
}

std::vector<Move> moves_of(store::Reader& reader,
                           std::string_view thing,
                           std::string_view subject) {
  std::vector<Move> moves;
  for (const auto& row : reader.all(sql::moves_of, {{"thing", thing}, {"subject", subject}}))
    moves.push_back(
        {row.text("state"), row.text("note"), row.text("moved_by_name"), row.text("moved_at")});
  return moves;
}

}  // namespace enact::programs
