// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/network.h"
#include "programs/check_ins.h"
#include "programs/form_fields.h"
#include "programs/overview.h"
#include "programs/owners.h"
#include "programs/pages.h"
#include "programs/plan_views.h"
#include "programs/scopes.h"

namespace enact::programs {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;
using Control = FormField::Control;
using Presence = FormField::Presence;

constexpr int kNeedRows = 2;  // of the form; more are noted on the plan's page

std::string row_end(int row) {
  return fmt::format("-{}", row);
}

// The form of one sending: what was said, needs, and how the steps stand.
WholeCheckIn check_in_of(const Visit& visit, const Whose& whose, const std::vector<Step>& steps) {
  const web::Form& form = visit.form();
  WholeCheckIn whole;
  whole.check_in = {.workspace = whose.workspace,
                    .program = whose.program,
                    .happened_on = form.text("happened_on"),
                    .who = form.text("who"),
                    .spoke_with = form.text("spoke_with"),
                    .how = check_in_how_named(form.text("how")).value_or(CheckIn::How::call),
                    .said = form.text("what_was_said"),
                    .next_by = form.text("next_by")};
  for (int row = 1; row <= kNeedRows; ++row) {
    auto need = need_in(form, "need_", row_end(row));
    if (need.what.empty()) continue;
    need.workspace = whose.workspace;
    need.program = whose.program;
    whole.needs.push_back(std::move(need));
  }
  for (const auto& step : steps) {
    const auto to = step_state_named(form.text("state-" + step.id));
    if (!to || *to == step.state) continue;
    whole.moves.push_back({step.id, *to, form.text("reason-" + step.id),
                           base::to_integer(form.text("version-" + step.id)).value_or(0)});
  }
  return whole;
}

void add_head_fields(FormFields& fields, const Visit& visit, const std::vector<Owner>& people) {
  const web::Form& form = visit.form();
  const auto value = [&](std::string_view name, const std::string& otherwise) {
    return form.has(name) ? form.text(name) : otherwise;
  };
  std::vector<Option> hows;
  for (const auto how : kHows)
    hows.push_back({std::string(name_of(how)), std::string(words_of(how))});
  std::vector<std::string> names;
  for (const auto& person : people) names.push_back(person.name);
  fields.add({.name = "what_was_said",
              .label = "What was said",
              .value = form.text("what_was_said"),
              .help = "What went well, what is stuck, what is coming up.",
              .presence = Presence::required,
              .control = Control::lines});
  fields.add({.name = "happened_on",
              .label = "When",
              .value = value("happened_on", visit.today().iso()),
              .presence = Presence::required,
              .type = "date"});
  fields.add({.name = "how",
              .label = "How",
              .value = value("how", "call"),
              .control = Control::choice,
              .options = std::move(hows)});
  fields.add({.name = "spoke_with",
              .label = "With whom",
              .value = form.text("spoke_with"),
              .suggestions = names});
  fields.add({.name = "who",
              .label = "Who of us",
              .value = value("who", visit.viewer.name),
              .presence = Presence::required,
              .suggestions = std::move(names)});
}

void show_needs(web::View& view,
                const Visit& visit,
                const base::Error* error,
                std::vector<std::string>& names) {
  std::vector<web::View> rows;
  for (int row = 1; row <= kNeedRows; ++row) {
    FormFields fields(error);
    fields.add_need(visit.form(), "need_", row_end(row));
    names.insert(names.end(), fields.names().begin(), fields.names().end());
    auto& shown = rows.emplace_back();
    shown.set("legend", row == 1 ? "A need" : "Another need");
    shown.set("is_filled", row == 1 || visit.form().has(fields.names().front()));
    std::move(fields).show(shown, "need_fields");
  }
  view.set("need_rows", std::move(rows));
}

void show_steps(web::View& view,
                const Visit& visit,
                const std::vector<Step>& steps,
                const base::Error* error,
                std::vector<std::string>& names) {
  std::vector<web::View> rows;
  for (const auto& step : steps) {
    if (step.state != StepState::open) continue;
    FormFields fields(error);
    const auto chosen = visit.form().text("state-" + step.id);
    fields.add({.name = "state-" + step.id,
                .label = "It is",
                .value = chosen.empty() ? "open" : chosen,
                .control = Control::choice,
                .options = {{"open", "still open"}, {"done", "done"}, {"dropped", "dropped"}}});
    fields.add({.name = "reason-" + step.id,
                .label = "Reason, when it is dropped",
                .value = visit.form().text("reason-" + step.id)});
    names.insert(names.end(), fields.names().begin(), fields.names().end());
    auto row = step_view(step, visit.today());
    std::move(fields).show(row, "move_fields");
    rows.push_back(std::move(row));
  }
  view.set_list("open_steps", std::move(rows));
}

Answer check_in_page(Visit& visit, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto whose = whose_program(reader, visit);
    if (!whose) return tl::unexpected(whose.error());
    const auto known = supported(reader, whose->workspace, whose->program, visit.today());
    const auto& standing = known->standing;
    const auto plan = find_plan(reader, whose->workspace, whose->program);
    const auto steps = plan ? steps_of(reader, plan->id) : std::vector<Step>{};
    const auto before = check_ins_of(reader, *whose, 1);

    web::View view;
    FormFields head(error);
    add_head_fields(head, visit, owners_at(reader, whose->workspace, whose->program));
    auto names = head.names();
    std::move(head).show(view, "head_fields");
    FormFields next(error);
    const int rhythm = standing.rhythm_days > 0 ? standing.rhythm_days : kUsualRhythm;
    next.add({.name = "next_by",
              .label = "The next one by",
              .value = visit.form().has("next_by")
                           ? visit.form().text("next_by")
                           : (visit.today() + std::chrono::days(rhythm)).iso(),
              .type = "date"});
    names.emplace_back("next_by");
    std::move(next).show(view, "next_fields");
    show_needs(view, visit, error, names);
    show_steps(view, visit, steps, error, names);
    std::vector<web::View> last;
    for (const auto& check_in : before) last.push_back(check_in_view(check_in));
    view.set_list("last_time", std::move(last));
    view.set("name", whose->program_name)
        .set("last", check_in_words(standing, visit.today()))
        .set("plan_words", plan_words(standing))
        .set("ecosystem", whose->workspace)
        .set("plan_url", plan_url(whose->program))
        .set("action", "/support/programs/" + whose->program + "/check-in");
    app::show_faults(view, names, error);
    return Filled{"check_in.html",
                  std::move(view),
                  {.title = "Check-in with " + whose->program_name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "support"}};
  }));
}

// GET /support/programs/{id}/check-in
Answer show_check_in(Visit& visit) {
  return check_in_page(visit, nullptr);
}

// POST /support/programs/{id}/check-in
Answer log(Visit& visit) {
  const auto logged = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto whose = whose_program(writer, visit);
    if (!whose) return tl::unexpected(whose.error());
    const auto plan = find_plan(writer, whose->workspace, whose->program);
    const auto steps = plan ? steps_of(writer, plan->id) : std::vector<Step>{};
    return log_check_in(writer, *whose, check_in_of(visit, *whose, steps), visit.event());
  });
  if (!logged && logged.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(logged.error());
  if (!logged) return check_in_page(visit, &logged.error());
  return app::redirect_with_notice(visit, "/support?ecosystem=" + visit.scope,
                                   "The check-in is logged.");
}

}  // namespace

void check_in_routes(app::Routes& routes) {
  routes.get("/support/programs/{id}/check-in", Needs::contributor, scopes::program(),
             show_check_in);
  routes.post("/support/programs/{id}/check-in", Needs::contributor, scopes::program(), log);
}

}  // namespace enact::programs
