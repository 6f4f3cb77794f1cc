// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_pages.h"

#include <fmt/format.h>

#include "app/visit.h"
#include "base/text.h"
#include "identity/audit.h"
#include "identity/role.h"
#include "playbook/items.h"
#include "playbook/run_forms.h"
#include "playbook/run_page.h"
#include "playbook/run_views.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

// The ecosystem for which the form says that it acts; the only one of the viewer where it is left
// out.
app::Scope workspace_in_form() {
  return {.name = "workspace", .find = [](Visit& visit) -> base::Result<std::string> {
            auto workspace = visit.form().text("workspace");
            const auto own = visit.viewer.workspaces();
            if (workspace.empty() && own.size() == 1) workspace = own.front();
            if (workspace.empty())
              return base::invalid("workspace",
                                   "Choose the ecosystem that is doing this. Go back to the play "
                                   "and choose it beside the button.");
            return workspace;
          }};
}

base::Result<void> without_run(const base::Result<Run>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

Answer begin_run(Visit& visit) {
  auto begin = begin_form(visit.form());
  if (!begin) return tl::unexpected(begin.error());
  begin->play = item_id(Kind::play, visit.id());
  begin->workspace = visit.scope;
  const auto run = visit.services.db.write(
      [&](store::Writer& writer) { return enact_play(writer, *begin, visit.event()); });
  if (!run) return tl::unexpected(run.error());
  return app::redirect_with_notice(visit, "/runs/" + run->id,
                                   "The run has begun, with the steps of the play. It is planned "
                                   "until you start it.");
}

Answer show_run(Visit& visit) {
  return run_page(visit);
}

Answer log_on_run(Visit& visit) {
  const auto progress = progress_form(visit.form(), visit.today());
  if (!progress) return run_page(visit, &progress.error());
  if (progress->state && !identity::meets(visit.viewer, web::Needs::contributor, visit.scope))
    return base::forbidden(
        "You can write notes and tick steps here. How the run stands is for the ecosystem's lead "
        "and members to say; go back and log it without that.");
  const auto logged = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return log_progress(writer, visit.id(), *progress, by);
  });
  return back_to_run(visit, logged, "Logged.");
}

Answer tick_on_run(Visit& visit) {
  const auto position = base::to_integer(visit.id("position"));
  if (!position) return base::not_found("This run has no such step.");
  const auto tick = visit.form().text("done") == "0" ? Tick::open : Tick::done;
  const auto ticked = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return tick_step(writer, visit.id(), *position, tick, by);
  });
  return back_to_run(
      visit, ticked,
      fmt::format("Step {} is {}.", *position, tick == Tick::done ? "done" : "open"));
}

Answer move_on_run(Visit& visit) {
  const auto move = move_form(visit.form());
  if (!move) return run_page(visit, &move.error());
  const auto moved = visit.services.db.write([&](store::Writer& writer) {
    return move_run(writer, visit.id(), move->state, move->reason, visit.event());
  });
  if (!moved) return run_page(visit, &moved.error());
  if (visit.form().text("back") == "write-up")
    return web::redirect("/runs/" + visit.id() + "/write-up");
  return app::redirect_with_notice(
      visit, "/runs/" + visit.id(),
      fmt::format("The run is {} now.", base::lower(words_for(moved->state))));
}

void set_what_is_in_use(web::View& view, store::Reader& reader, const Run& run) {
  const auto last = identity::events(reader, {.org = {},
                                              .subject_kind = "run",
                                              .subject_id = run.id,
                                              .verb_prefix = {},
                                              .before_id = {},
                                              .limit = 1});
  const auto words = [](const std::optional<base::Day>& day) {
    return day ? day->words() : std::string("not set");
  };
  view.set("who", last.empty() ? "Somebody else" : last.front().actor_name)
      .set("at", run.touched_at.iso())
      .set("at_words", run.touched_at.words())
      .set("their_owner", run.owner_name.empty() ? "nobody yet" : run.owner_name)
      .set("their_helpers", run.helpers.empty() ? "nobody" : run.helpers)
      .set("their_started_on", words(run.started_on))
      .set("their_due_on", words(run.due_on))
      .set("their_done_on", words(run.done_on));
}

// The form again beside what somebody else saved meanwhile. Saving it then replaces theirs, since
// the writer has seen it.
Answer stale_details(Visit& visit, const base::Error& error) {
  web::View view;
  app::PageOptions options;
  options.status = 409;
  options.section = "board";
  const bool is_there = visit.services.db.read([&](store::Reader& reader) {
    const auto run = find_run(reader, visit.id());
    if (!run) return false;
    options.title = "Somebody saved first: " + run->title;
    options.purpose = set_run_head(view, reader, *run);
    set_details(view, visit, reader, *run, &error);
    set_what_is_in_use(view, reader, *run);
    return true;
  });
  if (!is_there) return base::not_found("There is no such run.");
  app::show_faults(view, run_page_fields());
  return app::page(visit, "playbook", "run_stale.html", std::move(view), std::move(options));
}

Answer change_details(Visit& visit) {
  const auto change = details_form(visit.form());
  if (!change) return run_page(visit, &change.error());
  const auto changed = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return without_run(change_run(writer, visit.id(), *change, by));
  });
  if (!changed && changed.error().kind == base::Error::Kind::conflict)
    return stale_details(visit, changed.error());
  return back_to_run(visit, changed, "Saved.");
}

}  // namespace

void run_routes(app::Routes& routes) {
  using web::Needs;
  routes.post("/plays/{id}/runs", Needs::contributor, workspace_in_form(), begin_run);
  routes.get("/runs/{id}", Needs::reader, of_run(), show_run, {.formats = {"json"}});
  routes.post("/runs/{id}/notes", Needs::participant, of_run(), log_on_run);
  routes.post("/runs/{id}/steps/{position}", Needs::participant, of_run(), tick_on_run);
  routes.post("/runs/{id}/state", Needs::contributor, of_run(), move_on_run);
  routes.post("/runs/{id}/details", Needs::contributor, of_run(), change_details);
  run_paper_routes(routes);
  write_up_routes(routes);
  note_link_routes(routes);
}

}  // namespace enact::playbook
