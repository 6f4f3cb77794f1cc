// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_views.h"

#include <fmt/format.h>

#include <algorithm>

#include "network/network.h"
#include "playbook/evidence_file.h"
#include "playbook/item_views.h"
#include "playbook/run_evidence.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/runs.h"
#include "playbook/write_ups.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

using web::View;

void set_day(View& view, const std::string& name, const std::optional<base::Day>& day) {
  view.set("has_" + name, day.has_value())
      .set(name, day ? day->iso() : "")
      .set(name + "_words", day ? day->words() : "");
}

}  // namespace

std::string typed_or(const app::Visit& visit,
                     const base::Error* error,
                     std::string_view field,
                     std::string otherwise) {
  return error != nullptr && visit.form().has(field) ? visit.form().raw(field) : otherwise;
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

void set_steps(View& view, const app::Visit& visit, store::Reader& reader, const Run& run) {
  std::vector<View> all, open;
  const auto chosen = visit.form().all("done");
  for (const auto& step : run_steps(reader, run.id)) {
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

void set_notes(View& view, store::Reader& reader, const Run& run) {
  const auto notes = run_notes(reader, run.id);
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

void set_evidence(View& view, store::Reader& reader, const Run& run) {
  std::vector<View> all;
  for (const auto& piece : run_evidence(reader, run.id)) {
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

void set_organizations(View& view, store::Reader& reader, const Run& run) {
  std::vector<View> organizations, known;
  for (const auto& one : involved_in(reader, run.id)) {
    if (one.is_person()) continue;
    View organization;
    organization.set("id", one.id)
        .set("name", one.name)
        .set("in_network", !one.ref.empty())
        .set("ref", one.ref)
        .set_maybe("part", one.part);
    organizations.push_back(std::move(organization));
  }
  for (const auto& one : known_to(reader, run.workspace)) {
    View name;
    name.set("name", one.name);
    known.push_back(std::move(name));
  }
  view.set_list("organizations", std::move(organizations)).set("known", std::move(known));
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
        .set("consent_on", typed_or(visit, error, "consent_on", day.iso()))
        .set("consent_how", typed_or(visit, error, "consent_how", one.consent_how));
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
  const auto chosen = typed_or(visit, error, "owner", run.owner);
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
      .set("title", typed_or(visit, error, "title", run.title))
      .set("helpers", typed_or(visit, error, "helpers", run.helpers))
      .set("started_on", typed_or(visit, error, "started_on", iso(run.started_on)))
      .set("due_on", typed_or(visit, error, "due_on", iso(run.due_on)))
      .set("done_on", typed_or(visit, error, "done_on", iso(run.done_on)))
      .set("details_open", error != nullptr && visit.form().has("version"));
}

}  // namespace enact::playbook
