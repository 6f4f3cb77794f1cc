// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_page.h"

#include <algorithm>

#include "identity/role.h"
#include "playbook/run_forms.h"
#include "playbook/run_history.h"
#include "playbook/run_json.h"
#include "playbook/run_views.h"
#include "playbook/runs.h"
#include "playbook/tool_views.h"

namespace enact::playbook {
namespace {

using web::View;

bool may_contribute(const app::Visit& visit) {
  return identity::meets(visit.viewer, web::Needs::contributor, visit.scope);
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
      .set("may_write_up", may_contribute(visit) && !run.is_told() && run.state == RunState::done);
}

void set_forms(View& view, const app::Visit& visit, const base::Error* error) {
  view.set("today", visit.today().iso())
      .set("happened_on", typed_or(visit, error, "happened_on", visit.today().iso()))
      .set("is_organization", typed_or(visit, error, "involved_kind", "") == "organization");
  for (const auto field : {"note", "reason", "evidence_title", "evidence_url", "involved_name",
                           "involved_part", "ask_name", "ask_email", "ask_why"})
    view.set(field, typed_or(visit, error, field, ""));
  app::show_faults(view, run_page_fields(), error);
  view.set("is_dirty", error != nullptr);
}

bool can_show(const base::Error& error) {
  return error.kind == base::Error::Kind::invalid || error.kind == base::Error::Kind::conflict;
}

View run_view(app::Visit& visit, store::Reader& reader, const Run& run, const base::Error* error) {
  View view;
  view.set("may_work",
           !run.is_told() && identity::meets(visit.viewer, web::Needs::participant, visit.scope))
      .set("may_contribute", may_contribute(visit) && !run.is_told());
  set_standing(view, run, visit.today());
  set_moves(view, visit, run);
  set_steps(view, visit, reader, run);
  set_notes(view, reader, run);
  set_evidence(view, reader, run);
  const auto play = published_document(reader, run.play);
  view.set_list("tools", play ? tool_views(reader, visit.services.tools, play->tools, run.workspace)
                              : std::vector<View>{});
  set_people(view, visit, reader, {.back = "run", .error = error});
  set_organizations(view, reader, run);
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

base::Result<web::Response> run_page(app::Visit& visit, const base::Error* error) {
  if (error != nullptr && !can_show(*error)) return tl::unexpected(*error);
  View view;
  app::PageOptions options;
  options.section = "board";
  if (error != nullptr) options.status = error->kind == base::Error::Kind::conflict ? 409 : 422;
  base::Json json;
  const bool wants_json = visit.request.format == "json";
  const bool is_there = visit.services.db.read([&](store::Reader& reader) {
    const auto run = find_run(reader, visit.id());
    if (!run) return false;
    options.title = run->title;
    if (wants_json) {
      json = run_json(reader, *run);
    } else {
      view = run_view(visit, reader, *run, error);
      options.purpose = set_run_head(view, reader, *run);
    }
    return true;
  });
  if (!is_there) return base::not_found("There is no such run.");
  if (wants_json) return web::json(json.dump());
  return app::page(visit, "playbook", "run.html", std::move(view), std::move(options));
}

base::Result<web::Response> back_to_run(app::Visit& visit,
                                        const base::Result<void>& done,
                                        std::string_view notice) {
  if (!done) return run_page(visit, &done.error());
  return app::redirect_with_notice(visit, "/runs/" + visit.id(), notice);
}

}  // namespace enact::playbook
