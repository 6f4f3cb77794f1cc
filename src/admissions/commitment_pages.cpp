// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "admissions/asking.h"
#include "admissions/commitment_form.h"
#include "admissions/commitments.h"
#include "admissions/pages.h"
#include "admissions/scopes.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

enum class Form { none, step, words, question };
struct Trouble {
  Form form = Form::none;
  const base::Error* error = nullptr;
};

std::vector<web::View> step_views(const std::vector<Step>& steps) {
  std::vector<web::View> views;
  for (const auto& step : steps) {
    auto& view = views.emplace_back();
    view.set("state", words_of(step.state))
        .set("mark", mark_of(step.state))
        .set("by", step.noted_by)
        .set_maybe("reason", step.reason);
    set_evidence(view, step.evidence);
    set_date(view, "said_on", step.said_on);
  }
  return views;
}

// What most likely happened since: the next state, or that it is still in force.
State proposed(State now) {
  constexpr State kNext[] = {State::agreed, State::in_force, State::in_force, State::discussed};
  return kNext[static_cast<std::size_t>(now)];
}

std::vector<web::View> next_states(State now, State chosen) {
  std::vector<web::View> options;
  for (const auto state : kStates) {
    if (state == State::ended && now == State::ended) continue;
    add_option(
        options, name_of(state),
        state == now ? "Still " + base::lower(words_of(state)) : std::string(words_of(state)),
        name_of(chosen));
  }
  return options;
}

Answer commitment_page(Visit& visit, const Trouble& trouble) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto commitment = find_commitment(reader, visit.id());
    if (!commitment) return base::not_found("There is no such commitment.");
    auto form = CommitmentForm{.commitment = *commitment, .step = {}, .prospect = {}};
    form.step.state = proposed(commitment->state);
    if (trouble.form != Form::none) {
      const auto posted = posted_commitment(visit.form());
      if (trouble.form == Form::step) form.step = posted.step;
      if (trouble.form == Form::words) form.commitment = posted.commitment;
    }
    auto view = commitment_view(*commitment, visit.today());
    show_commitment_form(view, reader, form, commitment->workspace, visit.today());
    set_evidence(view, form.step.evidence);
    view.set("states", next_states(commitment->state, form.step.state));
    const auto names = programs_by_commitment(reader, commitment->workspace);
    const auto listed = names.find(commitment->id);
    const bool may_edit = identity::meets(visit.viewer, Needs::contributor, visit.scope);
    view.set("version", commitment->version)
        .set("scope", commitment->for_all || listed == names.end() ? scope_words(*commitment)
                                                                   : "for " + listed->second)
        .set("ecosystem_name", network::org_name(reader, commitment->workspace))
        .set("page_url", fmt::format("{}/admissions?ecosystem={}",
                                     "/orgs/" + commitment->institution, commitment->workspace))
        .set("steps", step_views(steps_of(reader, commitment->id)))
        .set("next_review",
             trouble.form == Form::step ? visit.form().text("next_review") : commitment->review_on)
        .set("is_step_open", trouble.form == Form::step)
        .set("is_words_open", trouble.form == Form::words)
        .set("is_marked_public", commitment->is_public)
        .set("is_asking", trouble.form == Form::question)
        .set("may_ask", may_edit && commitment->state != State::ended)
        .set("ask_name", visit.form().text("ask_name"))
        .set("ask_email", visit.form().text("ask_email"))
        .set("may_edit", may_edit)
        .set("may_show", identity::meets(visit.viewer, Needs::lead, visit.scope));
    auto fields = kCommitmentFields;
    for (const auto* field : {"next_review", "ask_name", "ask_email"}) fields.emplace_back(field);
    app::show_faults(view, fields, trouble.error);
    return Filled{"commitment.html",
                  std::move(view),
                  {.title = commitment->kind_label,
                   .status = trouble.error != nullptr ? status_of(*trouble.error) : 200,
                   .section = "admissions"}};
  }));
}

// GET /commitments/{id}
Answer show_one(Visit& visit) {
  return commitment_page(visit, {});
}

std::int64_t version_in(const Visit& visit) {
  return base::to_integer(visit.form().text("version")).value_or(0);
}

// POST /commitments/{id}
Answer change(Visit& visit) {
  auto draft = posted_commitment(visit.form()).commitment;
  draft.id = visit.id();
  draft.version = version_in(visit);
  const auto changed = visit.services.db.write(
      [&](store::Writer& writer) { return change_commitment(writer, draft, visit.event()); });
  if (!changed) return commitment_page(visit, {Form::words, &changed.error()});
  return app::redirect_with_notice(visit, "/commitments/" + visit.id(), "Saved.");
}

// POST /commitments/{id}/state
Answer move(Visit& visit) {
  const auto& form = visit.form();
  if (!state_named(form.text("state")))
    return base::invalid("state", "Choose a state of the list.");
  const auto step = posted_commitment(form).step;
  const auto moved = visit.services.db.write([&](store::Writer& writer) {
    return take_step(writer, visit.id(), step, form.text("next_review"), version_in(visit),
                     visit.event());
  });
  if (!moved) return commitment_page(visit, {Form::step, &moved.error()});
  return app::redirect_with_notice(visit, "/commitments/" + visit.id(), "Recorded.");
}

// POST /commitments/{id}/shown
Answer show_or_hide(Visit& visit) {
  const auto shown = visit.form().text("shown") == "all" ? Shown::to_all : Shown::to_the_network;
  const auto done = visit.services.db.write([&](store::Writer& writer) {
    return show_commitment(writer, visit.id(), shown, visit.event());
  });
  if (!done) return tl::unexpected(done.error());
  return app::redirect_with_notice(visit, "/commitments/" + visit.id(),
                                   shown == Shown::to_all
                                       ? "Everybody can read it while it is in force."
                                       : "Only the network reads it.");
}

// POST /commitments/{id}/ask
Answer ask(Visit& visit) {
  const auto& form = visit.form();
  const auto asked = visit.services.db.write([&](store::Writer& writer) {
    return ask_whether_still_so(writer, visit.services, visit.id(), form.text("ask_name"),
                                form.text("ask_email"), visit.event());
  });
  if (!asked) return commitment_page(visit, {Form::question, &asked.error()});
  return app::redirect_with_notice(visit, "/commitments/" + visit.id(),
                                   "The question is on its way to " + form.text("ask_name") + ".");
}

}  // namespace

void commitment_routes(app::Routes& routes) {
  routes.get("/commitments/{id}", Needs::reader, scopes::commitment(), show_one);
  routes.post("/commitments/{id}", Needs::contributor, scopes::commitment(), change);
  routes.post("/commitments/{id}/state", Needs::contributor, scopes::commitment(), move);
  routes.post("/commitments/{id}/ask", Needs::contributor, scopes::commitment(), ask);
  routes.post("/commitments/{id}/shown", Needs::lead, scopes::commitment(), show_or_hide);
}

}  // namespace enact::admissions
