// SPDX-License-Identifier: Apache-2.0
#include "programs/plan_views.h"

#include "base/text.h"
#include "programs/pages.h"

namespace enact::programs {
namespace {

std::vector<web::View> steps_under(const WholePlan& whole, std::string_view goal, base::Day today) {
  std::vector<web::View> views;
  for (const auto& step : whole.steps)
    if (step.goal == goal) views.push_back(step_view(step, today));
  return views;
}

void set_agreements(web::View& view, const WholePlan& whole) {
  std::vector<web::View> views;
  for (const auto& agreement : whole.agreements) {
    auto& row = views.emplace_back();
    row.set("name", agreement.name)
        .set("how", words_of(agreement.how))
        .set("is_old", agreement.plan_version != whole.plan.version)
        .set_maybe("remark", agreement.remark);
    set_day(row, "on", agreement.agreed_on);
  }
  view.set_list("agreements", std::move(views));
}

void set_notes(web::View& view, const WholePlan& whole) {
  std::vector<web::View> views;
  for (const auto& note : whole.notes) {
    auto& row = views.emplace_back();
    row.set("text", note.text).set("by", note.written_by_name);
    set_day(row, "on", note.happened_on);
  }
  view.set_list("notes", std::move(views));
}

}  // namespace

web::View step_view(const Step& step, base::Day today) {
  web::View view;
  view.set("step", step.id)
      .set("url", "/support/steps/" + step.id)
      .set("title", step.title)
      .set("side", step.side == Side::program ? "the program" : "the ecosystem")
      .set("version", step.version)
      .set("is_open", step.state == StepState::open)
      .set("is_done", step.state == StepState::done)
      .set("is_dropped", step.state == StepState::dropped)
      .set("is_overdue", step.is_overdue(today))
      .set("step_state", words_of(step.state))
      .set_maybe("owner", step.owner_name)
      .set_maybe("owner_url", step.owner_thing == "person" ? "/people/" + step.owner : "")
      .set_maybe("reason", step.reason);
  set_day(view, "due", step.due_on);
  set_day(view, "since", step.state_since);
  return view;
}

void set_plan(web::View& view, const WholePlan& whole, base::Day today) {
  std::vector<web::View> goals;
  for (const auto& goal : whole.goals) {
    auto& row = goals.emplace_back();
    row.set("goal", goal.id).set("title", goal.title);
    row.set_list("steps", steps_under(whole, goal.id, today));
  }
  auto loose = steps_under(whole, "", today);
  view.set("has_plan", !goals.empty() || !loose.empty());
  view.set_list("goals", std::move(goals));
  view.set_list("loose_steps", std::move(loose));
  set_agreements(view, whole);
  set_notes(view, whole);
}

web::View need_view(const Need& need) {
  web::View view;
  view.set("url", "/support/needs/" + need.id)
      .set("what", need.what)
      .set("kind", words_of(need.kind))
      .set("program", need.program_name)
      .set("program_url", plan_url(need.program))
      .set("need_state", words_of(need.state))
      .set("urgency", words_of(need.urgency))
      .set("is_urgent", need.urgency == Urgency::urgent && need.state == NeedState::open)
      .set("by", need.noted_by_name)
      .set_maybe("amount", need.amount > 0 ? std::to_string(need.amount) : "");
  set_day(view, "needed_from", need.needed_from);
  set_day(view, "needed_by", need.needed_by);
  set_day(view, "noted", need.noted_on);
  set_day(view, "since", need.state_since);
  return view;
}

web::View check_in_view(const CheckIn& check_in) {
  web::View view;
  view.set("how", words_of(check_in.how))
      .set("who", check_in.who)
      .set("said", check_in.said)
      .set_maybe("spoke_with", check_in.spoke_with);
  set_day(view, "on", check_in.happened_on);
  return view;
}

}  // namespace enact::programs
