// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "identity/role.h"
#include "network/network.h"
#include "playbook/evidence_file.h"
#include "playbook/item_views.h"
#include "playbook/run_forms.h"
#include "playbook/run_history.h"
#include "playbook/run_json.h"
#include "playbook/write_ups.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

using web::View;

bool may_contribute(const app::Visit& visit) {
  return identity::meets(visit.viewer, web::Needs::contributor, visit.scope);
}

// What was typed where a form came back, else what is known.
std::string value(const app::Visit& visit,
                  const base::Error* error,
                  std::string_view field,
                  std::string otherwise = {}) {
  return error != nullptr && visit.form().has(field) ? visit.form().raw(field) : otherwise;
}

void set_day(View& view, const std::string& name, const std::optional<base::Day>& day) {
  view.set("has_" + name, day.has_value())
      .set(name, day ? day->iso() : "")
      .set(name + "_words", day ? day->words() : "");
}

void set_standing(View& view, const Run& run, base::Day today) {
  set_day(view, "due", run.due_on);
  view.set("since", run.state_since.iso())
      .set("since_words", run.state_since.words())
      .set("is_open", run.is_open())
      .set("is_overdue", run.is_overdue(today))
      .set("due_relative", run.due_on ? base::relative_words(*run.due_on, today) : "")
      .set("is_told", run.is_told())
      .set("told_source", run.source);
  view.set_maybe("owner_name", run.owner_name)
      .set_maybe("helper_names", run.helpers)
      .set_maybe("set_aside_reason", run.set_aside_reason);
}

struct MoveWords {
  RunState from;
  RunState to;
  std::string_view button;
};

constexpr MoveWords kMoves[] = {
    {RunState::planned, RunState::in_progress, "Start it"},
    {RunState::in_progress, RunState::done, "Mark as done"},
    {RunState::done, RunState::in_progress, "Take it up again"},
    {RunState::set_aside, RunState::in_progress, "Take it up again"},
};

// What the buttons offer: the one step forward, and whether it can be set aside.
void set_moves(View& view, const app::Visit& visit, const Run& run) {
  const bool may = may_contribute(visit) && !run.is_told() && run.vignette.empty();
  std::vector<View> moves;
  for (const auto& move : kMoves) {
    if (move.from != run.state || !may) continue;
    View one;
    one.set("to", name_of(move.to)).set("button", move.button);
    moves.push_back(std::move(one));
  }
  const auto next = next_states(run.state);
  const bool is_main = run.state != RunState::done;
  view.set("main_moves", is_main ? moves : std::vector<View>{})
      .set("side_moves", is_main ? std::vector<View>{} : moves)
      .set_list("quick_moves", run.is_open() ? moves : std::vector<View>{});
  view.set("may_set_aside",
           may && std::find(next.begin(), next.end(), RunState::set_aside) != next.end())
      .set("may_write_up", may_contribute(visit) && !run.is_told() &&
                               (run.state == RunState::done || run.state == RunState::in_progress));
}

void set_steps(View& view, const std::vector<RunStep>& steps, const app::Visit& visit) {
  std::vector<View> all, open;
  const auto chosen = visit.form().all("done");
  for (const auto& step : steps) {
    View one;
    one.set("position", step.position)
        .set("text", web::plain_words(step.text))
        .set("is_done", step.is_ticked())
        .set("done_by", step.ticked_by_name)
        .set("done_on", step.ticked_at ? step.ticked_at->day().iso() : "")
        .set("done_on_words", step.ticked_at ? step.ticked_at->day().words() : "")
        .set("is_chosen", std::find(chosen.begin(), chosen.end(), std::to_string(step.position)) !=
                              chosen.end());
    if (!step.is_ticked()) open.push_back(one);
    all.push_back(std::move(one));
  }
  view.set("steps_count", fmt::format("{} of {}", all.size() - open.size(), all.size()))
      .set_list("steps", std::move(all))
      .set_list("open_steps", std::move(open));
}

void set_notes(View& view, const std::vector<RunNote>& notes) {
  std::vector<View> all;
  for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
    View one;
    one.set("by", note->written_by_name)
        .set("on", note->happened_on.iso())
        .set("on_words", note->happened_on.words())
        .set("by_link", note->by_link)
        .set("html", web::SafeHtml::made_by_us(note->html));
    all.push_back(std::move(one));
  }
  view.set("notes_count", all.size()).set_list("notes", std::move(all));
}

void set_evidence(View& view, const std::vector<RunEvidence>& evidence) {
  std::vector<View> all;
  for (const auto& piece : evidence) {
    View one;
    one.set("id", piece.id)
        .set("name", piece.title)
        .set("is_file", piece.is_file())
        .set("url", piece.url)
        .set("size", size_words(piece.size))
        .set("by", piece.added_by_name)
        .set("on", piece.added_at.day().iso())
        .set("on_words", piece.added_at.day().words());
    all.push_back(std::move(one));
  }
  view.set("evidence_count", all.size()).set_list("evidence", std::move(all));
  view.set("evidence_endings", evidence_endings());
}

void set_organisations(View& view, store::Reader& reader, const Run& run) {
  std::vector<View> organisations, known;
  for (const auto& one : involved_in(reader, run.id)) {
    if (one.is_person()) continue;
    View organisation;
    organisation.set("id", one.id)
        .set("name", one.name)
        .set("in_network", !one.ref.empty())
        .set("ref", one.ref)
        .set_maybe("part", one.part);
    organisations.push_back(std::move(organisation));
  }
  for (const auto& one : known_to(reader, run.workspace)) {
    View name;
    name.set("name", one.name);
    known.push_back(std::move(name));
  }
  view.set_list("organisations", std::move(organisations)).set("known", std::move(known));
}

void set_story(View& view, store::Reader& reader, const Run& run) {
  const auto now = run.vignette.empty() ? WriteUp() : write_up_of(reader, run);
  const auto item = run.vignette.empty() ? std::nullopt : find_item(reader, run.vignette);
  view.set("has_story", now.revision.has_value())
      .set("story_is_published", item && item->is_published())
      .set("story_title", item ? item->title : "")
      .set("story_url", item ? item->address() : "")
      .set("story_mark", now.revision ? mark_of(now.revision->state) : "")
      .set("story_state", now.revision ? words_for(now.revision->state) : "");
}

void set_forms(View& view, const app::Visit& visit, const base::Error* error) {
  view.set("today", visit.today().iso())
      .set("happened_on", value(visit, error, "happened_on", visit.today().iso()))
      .set("is_organisation", value(visit, error, "involved_kind") == "organisation");
  for (const auto field : {"note", "reason", "evidence_title", "evidence_url", "involved_name",
                           "involved_part", "ask_name", "ask_email", "ask_why"})
    view.set(field, value(visit, error, field));
  app::show_faults(view, run_page_fields(), error);
  view.set("is_dirty", error != nullptr);
}

bool can_show(const base::Error& error) {
  return error.kind == base::Error::Kind::invalid || error.kind == base::Error::Kind::conflict;
}

View run_view(app::Visit& visit, store::Reader& reader, const Run& run, const base::Error* error) {
  View view;
  view.set("may_work", !run.is_told())
      .set("may_contribute", may_contribute(visit) && !run.is_told());
  set_standing(view, run, visit.today());
  set_moves(view, visit, run);
  set_steps(view, run_steps(reader, run.id), visit);
  set_notes(view, run_notes(reader, run.id));
  set_evidence(view, run_evidence(reader, run.id));
  set_people(view, visit, reader, {.back = "run", .error = error});
  set_organisations(view, reader, run);
  set_story(view, reader, run);
  set_forms(view, visit, error);
  set_details(view, visit, reader, run, error);
  view.set("history", history_views(reader, run.id));
  return view;
}

}  // namespace

app::Scope of_run() {
  return {.name = "run", .find = [](app::Visit& visit) -> base::Result<std::string> {
            const auto run = visit.services.db.read(
                [&](store::Reader& reader) { return find_run(reader, visit.id()); });
            if (!run) return base::not_found("There is no such run. Its address may be cut off.");
            return run->workspace;
          }};
}

int set_run_head(View& view, store::Reader& reader, const Run& run) {
  const auto play = find_item(reader, run.play);
  const auto strategy = find_item(reader, run.strategy);
  const int purpose = strategy ? place_of(reader, *strategy).purpose_number : 0;
  view.set("run_title", run.title)
      .set("run_url", "/runs/" + run.id)
      .set("play_url", address_of(run.play))
      .set("play_words",
           play ? fmt::format("{} {}", number_words(play->slug), play->title) : run.play)
      .set("ecosystem", network::org_name(reader, run.workspace))
      .set("mark", mark_of(run.state))
      .set("state", words_for(run.state))
      .set("purpose", purpose);
  return purpose;
}

void set_people(View& view, app::Visit& visit, store::Reader& reader, const PeopleForm& form) {
  std::vector<View> people;
  for (const auto& one : involved_in(reader, visit.id())) {
    if (!one.is_person()) continue;
    const auto* error = visit.id("involved") == one.id ? form.error : nullptr;
    const auto day = one.consent_on.value_or(visit.today());
    View person;
    person.set("id", one.id)
        .set("name", one.name)
        .set("in_network", !one.ref.empty())
        .set("ref", one.ref)
        .set("consent", words_for(one.consent))
        .set("consent_mark", one.consent == Consent::given     ? "mark-done"
                             : one.consent == Consent::refused ? "mark-set-aside"
                                                               : "mark-unknown")
        .set("is_given", one.consent == Consent::given)
        .set("is_refused", one.consent == Consent::refused)
        .set("consent_on", value(visit, error, "consent_on", day.iso()))
        .set("consent_how", value(visit, error, "consent_how", one.consent_how));
    person.set_maybe("part", one.part);
    set_day(person, "answered", one.consent_on);
    people.push_back(std::move(person));
  }
  view.set("people_count", people.size()).set_list("people", std::move(people));
  view.set("people_back", form.back);
}

void set_details(View& view,
                 app::Visit& visit,
                 store::Reader& reader,
                 const Run& run,
                 const base::Error* error) {
  const auto iso = [](const std::optional<base::Day>& day) { return day ? day->iso() : ""; };
  auto owners = possible_owners(reader, run.workspace);
  const bool is_listed = std::any_of(owners.begin(), owners.end(),
                                     [&](const auto& o) { return o.user_id == run.owner; });
  if (!run.owner.empty() && !is_listed) owners.push_back({run.owner, run.owner_name});
  const auto chosen = value(visit, error, "owner", run.owner);
  std::vector<View> choices;
  for (const auto& owner : owners) {
    View choice;
    choice.set("id", owner.user_id)
        .set("name", owner.name)
        .set("is_chosen", owner.user_id == chosen);
    choices.push_back(std::move(choice));
  }
  view.set("owners", std::move(choices))
      .set("version", run.version)
      .set("title", value(visit, error, "title", run.title))
      .set("helpers", value(visit, error, "helpers", run.helpers))
      .set("started_on", value(visit, error, "started_on", iso(run.started_on)))
      .set("due_on", value(visit, error, "due_on", iso(run.due_on)))
      .set("done_on", value(visit, error, "done_on", iso(run.done_on)))
      .set("details_open", error != nullptr && visit.form().has("version"));
}

base::Result<web::Response> run_page(app::Visit& visit, const base::Error* error) {
  if (error != nullptr && !can_show(*error)) return tl::unexpected(*error);
  return visit.services.db.read([&](store::Reader& reader) -> base::Result<web::Response> {
    const auto run = find_run(reader, visit.id());
    if (!run) return base::not_found("There is no such run.");
    if (visit.request.format == "json") return web::json(run_json(reader, *run).dump());
    auto view = run_view(visit, reader, *run, error);
    const int purpose = set_run_head(view, reader, *run);
    app::PageOptions options;
    options.title = run->title;
    options.purpose = purpose;
    options.section = "board";
    if (error != nullptr) options.status = error->kind == base::Error::Kind::conflict ? 409 : 422;
    return app::page(visit, "playbook", "run.html", std::move(view), std::move(options));
  });
}

base::Result<web::Response> back_to_run(app::Visit& visit,
                                        const base::Result<void>& done,
                                        std::string_view notice) {
  if (!done) return run_page(visit, &done.error());
  return app::redirect_with_notice(visit, "/runs/" + visit.id(), notice);
}

}  // namespace enact::playbook
