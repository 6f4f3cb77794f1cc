// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/network.h"
#include "programs/agreement_link.h"
#include "programs/check_ins.h"
#include "programs/form_fields.h"
#include "programs/needs.h"
#include "programs/overview.h"
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
using Presence = FormField::Presence;

constexpr std::size_t kMostCheckIns = 10;
constexpr std::size_t kMostNeeds = 50;

// The forms of the page, each shown open when it comes back with a fault.
std::vector<std::string> show_forms(web::View& view,
                                    store::Reader& reader,
                                    const Visit& visit,
                                    const Whose& whose,
                                    const std::vector<Goal>& goals,
                                    const base::Error* error) {
  const web::Form& form = visit.form();
  const auto day = [&](std::string_view name) {
    return form.text(name).empty() ? visit.today().iso() : form.text(name);
  };
  std::vector<std::string> names;
  const auto put = [&](FormFields&& fields, std::string_view name) {
    names.insert(names.end(), fields.names().begin(), fields.names().end());
    std::move(fields).show(view, name);
  };

  FormFields goal(error);
  goal.add({.name = "goal_title",
            .label = "Goal",
            .value = form.text("goal_title"),
            .help = "So that a stranger could tell whether it was met. Three are plenty.",
            .presence = Presence::required});
  put(std::move(goal), "goal_fields");

  FormFields step(error);
  add_step_fields(step, step_in(form), goals, owners_at(reader, whose.workspace, whose.program));
  put(std::move(step), "step_fields");

  FormFields need(error);
  need.add_need(form);
  put(std::move(need), "need_fields");

  FormFields note(error);
  note.add({.name = "note",
            .label = "Note",
            .value = form.text("note"),
            .presence = Presence::required,
            .control = Control::lines});
  note.add({.name = "happened_on",
            .label = "It happened on",
            .value = day("happened_on"),
            .presence = Presence::required,
            .type = "date"});
  put(std::move(note), "note_fields");

  FormFields agreed(error);
  agreed.add({.name = "agreed_name",
              .label = "Who agreed for the program",
              .value = form.text("agreed_name"),
              .presence = Presence::required});
  agreed.add({.name = "agreed_on",
              .label = "On",
              .value = day("agreed_on"),
              .presence = Presence::required,
              .type = "date"});
  agreed.add({.name = "remark", .label = "Remark", .value = form.text("remark")});
  put(std::move(agreed), "agreed_fields");

  FormFields ask(error);
  ask.add({.name = "ask_name",
           .label = "Name",
           .value = form.text("ask_name"),
           .presence = Presence::required});
  ask.add({.name = "ask_email",
           .label = "E-mail address",
           .value = form.text("ask_email"),
           .help = "They get a link that opens this plan and lets them agree. It works once, for "
                   "30 days, and they need no account.",
           .presence = Presence::required,
           .type = "email"});
  put(std::move(ask), "ask_fields");
  return names;
}

void show_around(web::View& view,
                 store::Reader& reader,
                 const Visit& visit,
                 const Whose& whose,
                 const Standing& standing) {
  std::vector<web::View> needed, heard;
  for (const auto& need :
       needs(reader, {.workspace = whose.workspace, .program = whose.program}, 0, kMostNeeds))
    needed.push_back(need_view(need));
  for (const auto& check_in : check_ins_of(reader, whose, kMostCheckIns))
    heard.push_back(check_in_view(check_in));
  view.set("last", check_in_words(standing, visit.today()))
      .set("is_late", is_check_in_due(standing, visit.today()))
      .set("plan_words", plan_words(standing))
      .set("needs_url",
           address("/support/needs",
                   {{"ecosystem", whose.workspace}, {"program", whose.program}, {"state", "all"}}))
      .set_maybe("calls", base::join(calls_of(standing, visit.today()), ", "))
      .set_list("needs", std::move(needed))
      .set_list("check_ins", std::move(heard));
  set_day(view, "next",
          standing.rhythm_days > 0 && standing.last_check_in
              ? check_in_due(standing, visit.today())->iso()
              : "");
}

Answer plan_page(Visit& visit, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto whose = whose_program(reader, visit);
    if (!whose) return tl::unexpected(whose.error());
    const auto part = check_part(visit.viewer, whose->program, whose->workspace);
    if (!part) return tl::unexpected(part.error());
    const auto known = supported(reader, whose->workspace, whose->program, visit.today());
    const auto whole = whole_plan(reader, whose->workspace, whose->program).value_or(WholePlan{});
    web::View view;
    set_plan(view, whole, visit.today());
    show_around(view, reader, visit, *whose, known->standing);
    auto names = show_forms(view, reader, visit, *whose, whole.goals, error);
    FormFields rhythm(error);
    const auto typed = visit.form().text("rhythm_days");
    rhythm.add({.name = "rhythm_days",
                .label = "Days between two check-ins",
                .value = typed.empty() ? std::to_string(known->standing.rhythm_days) : typed,
                .help = "30 is usual. 0: nobody checks in with this program.",
                .presence = Presence::required});
    std::move(rhythm).show(view, "rhythm_fields");
    names.emplace_back("rhythm_days");
    view.set("name", whose->program_name)
        .set("url", plan_url(whose->program))
        .set("program_url", "/orgs/" + whose->program)
        .set("action", "/support/programs/" + whose->program)
        .set("ecosystem", whose->workspace)
        .set("ecosystem_name", network::org_name(reader, whose->workspace))
        .set("plan_version", whole.plan.version)
        .set("viewer_name", visit.viewer.name)
        .set("works_here", *part == Part::ecosystem)
        .set("is_theirs", *part == Part::program)
        .set("has_steps", !whole.steps.empty());
    app::show_faults(view, names, error);
    return Filled{"plan.html",
                  std::move(view),
                  {.title = "Plan for " + whose->program_name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "support"}};
  }));
}

// GET /orgs/{id}/plan
Answer show_plan(Visit& visit) {
  return plan_page(visit, nullptr);
}

// Does `verb` about the program {id}, for whom it is open; a fault brings the page back.
template <class Verb>
Answer change(Visit& visit, std::string_view notice, Verb verb) {
  const auto done = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto whose = whose_program(writer, visit);
    if (!whose) return tl::unexpected(whose.error());
    const auto part = check_part(visit.viewer, whose->program, whose->workspace);
    if (!part) return tl::unexpected(part.error());
    return verb(writer, *whose);
  });
  if (done) return app::redirect_with_notice(visit, plan_url(visit.id()), notice);
  if (done.error().kind != base::Error::Kind::invalid) return tl::unexpected(done.error());
  return plan_page(visit, &done.error());
}

// POST /support/programs/{id}/goals
Answer add_a_goal(Visit& visit) {
  return change(visit, "The goal is noted.", [&](store::Writer& writer, const Whose& whose) {
    return add_goal(writer, whose, visit.form().text("goal_title"), visit.event());
  });
}

// POST /support/programs/{id}/steps
Answer add_a_step(Visit& visit) {
  return change(visit, "The step is noted.", [&](store::Writer& writer, const Whose& whose) {
    return add_step(writer, whose, step_in(visit.form()), visit.event());
  });
}

// POST /support/programs/{id}/notes
Answer write_a_note(Visit& visit) {
  return change(visit, "The note is kept.", [&](store::Writer& writer, const Whose& whose) {
    return add_note(
        writer, whose,
        {.happened_on = visit.form().text("happened_on"), .text = visit.form().text("note")},
        visit.event());
  });
}

// POST /support/programs/{id}/needs
Answer note_a_need(Visit& visit) {
  return change(visit, "The need is noted.",
                [&](store::Writer& writer, const Whose& whose) -> base::Result<void> {
                  auto need = need_in(visit.form());
                  need.workspace = whose.workspace;
                  need.program = whose.program;
                  const auto noted = note_need(writer, std::move(need), visit.event());
                  if (!noted) return tl::unexpected(noted.error());
                  return {};
                });
}

// POST /support/programs/{id}/agreements: the program's own leader agrees for themselves; somebody
// of the ecosystem notes what they were told.
Answer agree(Visit& visit) {
  return change(visit, "The plan is agreed.", [&](store::Writer& writer, const Whose& whose) {
    const auto& form = visit.form();
    const bool is_theirs = part_in(visit.viewer, whose.program, whose.workspace) == Part::program;
    Agreement agreement{.name = form.text("agreed_name"),
                        .agreed_on = form.text("agreed_on"),
                        .how = Agreement::How::told,
                        .remark = form.text("remark")};
    if (is_theirs)
      agreement = {.name = visit.viewer.name,
                   .agreed_on = visit.today().iso(),
                   .how = Agreement::How::signed_in,
                   .remark = form.text("remark")};
    return note_agreement(writer, whose, agreement, visit.event());
  });
}

// POST /support/programs/{id}/ask
Answer ask(Visit& visit) {
  return change(visit, "The link is on its way.", [&](store::Writer& writer, const Whose& whose) {
    return ask_for_agreement(writer, visit.services, whose,
                             {visit.form().text("ask_name"), visit.form().text("ask_email")},
                             visit.event());
  });
}

// POST /support/programs/{id}/rhythm
Answer set_its_rhythm(Visit& visit) {
  return change(visit, "The rhythm is changed.", [&](store::Writer& writer, const Whose& whose) {
    return set_rhythm(writer, whose.program, number_in(visit.form(), "rhythm_days", kUsualRhythm),
                      visit.event());
  });
}

}  // namespace

void plan_routes(app::Routes& routes) {
  const auto of = scopes::program();
  routes.get("/orgs/{id}/plan", Needs::participant, of, show_plan);
  routes.post("/support/programs/{id}/goals", Needs::contributor, of, add_a_goal);
  routes.post("/support/programs/{id}/steps", Needs::contributor, of, add_a_step);
  routes.post("/support/programs/{id}/notes", Needs::participant, of, write_a_note);
  routes.post("/support/programs/{id}/needs", Needs::participant, of, note_a_need);
  routes.post("/support/programs/{id}/agreements", Needs::participant, of, agree);
  routes.post("/support/programs/{id}/ask", Needs::contributor, of, ask);
  routes.post("/support/programs/{id}/rhythm", Needs::contributor, of, set_its_rhythm);
}

}  // namespace enact::programs
