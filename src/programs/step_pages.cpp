// SPDX-License-Identifier: Apache-2.0
#include "network/network.h"
#include "programs/form_fields.h"
#include "programs/owners.h"
#include "programs/pages.h"
#include "programs/part.h"
#include "programs/plan_views.h"
#include "programs/scopes.h"
#include "programs/step_fields.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Control = FormField::Control;

// What a form wants to make of a step, while it is at fault.
struct Draft {
  std::optional<Step> step;
  std::optional<StepMove> move;
};

Answer step_page(Visit& visit, const Draft& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto step = find_step(reader, visit.id());
    if (!step) return base::not_found("There is no such step.");
    const auto part = check_part(visit.viewer, step->program, step->workspace);
    if (!part) return tl::unexpected(part.error());
    const auto whole = whole_plan(reader, step->workspace, step->program).value_or(WholePlan{});
    auto view = step_view(*step, visit.today());
    FormFields fields(error);
    add_step_fields(fields, draft.step.value_or(*step), whole.goals,
                    owners_at(reader, step->workspace, step->program));
    FormFields moving(error);
    const auto move = draft.move.value_or(StepMove{step->id, step->state, step->reason});
    std::vector<Option> states;
    for (const auto state : kStepStates)
      states.push_back({std::string(name_of(state)), std::string(words_of(state))});
    moving.add({.name = "state",
                .label = "It is",
                .value = std::string(name_of(move.to)),
                .control = Control::choice,
                .options = std::move(states)});
    moving.add({.name = "reason",
                .label = "Reason",
                .value = move.reason,
                .help = "Needed when it is dropped."});
    auto names = fields.names();
    names.insert(names.end(), moving.names().begin(), moving.names().end());
    std::move(fields).show(view, "step_fields");
    std::move(moving).show(view, "move_fields");
    set_history(view, moves_of(reader, "step", step->id));
    view.set("plan_url", plan_url(step->program))
        .set("program", network::org_name(reader, step->program))
        .set("works_here", *part == Part::ecosystem);
    app::show_faults(view, names, error);
    return Filled{"step.html",
                  std::move(view),
                  {.title = step->title,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "support"}};
  }));
}

// GET /support/steps/{id}
Answer show_step(Visit& visit) {
  return step_page(visit, {}, nullptr);
}

std::string plan_of_step(Visit& visit) {
  return plan_url(visit.services.db.read([&](store::Reader& reader) {
    const auto step = find_step(reader, visit.id());
    return step ? step->program : std::string();
  }));
}

// POST /support/steps/{id}
Answer change(Visit& visit) {
  Draft draft{.step = step_in(visit.form())};
  draft.step->id = visit.id();
  draft.step->version = version_in(visit);
  const auto changed = visit.services.db.write(
      [&](store::Writer& writer) { return change_step(writer, *draft.step, visit.event()); });
  if (!changed && changed.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(changed.error());
  if (!changed) return step_page(visit, draft, &changed.error());
  return app::redirect_with_notice(visit, plan_of_step(visit), "The step is changed.");
}

// POST /support/steps/{id}/state
Answer move(Visit& visit) {
  const auto to = step_state_named(visit.form().text("state"));
  if (!to) return base::invalid("state", "Choose how the step stands.");
  const Draft draft{.move =
                        StepMove{visit.id(), *to, visit.form().text("reason"), version_in(visit)}};
  const auto moved = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto step = find_step(writer, visit.id());
    if (!step) return base::not_found("There is no such step.");
    const auto part = check_part(visit.viewer, step->program, step->workspace);
    if (!part) return tl::unexpected(part.error());
    return move_step(writer, *draft.move, visit.event());
  });
  using Kind = base::Error::Kind;
  if (!moved && (moved.error().kind == Kind::invalid || moved.error().kind == Kind::conflict))
    return step_page(visit, draft, &moved.error());
  if (!moved) return tl::unexpected(moved.error());
  return app::redirect_with_notice(visit, plan_of_step(visit), "Noted.");
}

// POST /support/goals/{id}
Answer change_its_goal(Visit& visit) {
  std::string program;
  const auto changed = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto goal = find_goal(writer, visit.id());
    if (!goal) return base::not_found("There is no such goal.");
    program = goal->program;
    return change_goal(writer, *goal, visit.form().text("title"), visit.event());
  });
  if (!changed) return tl::unexpected(changed.error());
  return app::redirect_with_notice(visit, plan_url(program), "The goal is changed.");
}

}  // namespace

void step_routes(app::Routes& routes) {
  routes.get("/support/steps/{id}", Needs::participant, scopes::step(), show_step);
  routes.post("/support/steps/{id}", Needs::contributor, scopes::step(), change);
  routes.post("/support/steps/{id}/state", Needs::participant, scopes::step(), move);
  routes.post("/support/goals/{id}", Needs::contributor, scopes::goal(), change_its_goal);
}

}  // namespace enact::programs
