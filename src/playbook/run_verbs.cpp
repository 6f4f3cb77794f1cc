// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/id.h"
#include "base/text.h"
#include "network/network.h"
#include "playbook/items.h"
#include "playbook/queries.h"
#include "playbook/run_record.h"
#include "playbook/runs.h"
#include "web/safe_html.h"

namespace enact::playbook {
namespace {

using identity::Event;

base::Json state_of(const Run& run) {
  auto state = base::Json::object();
  state.set("state", name_of(run.state));
  if (run.state == RunState::set_aside) state.set("reason", run.set_aside_reason);
  return state;
}

base::Json details_of(const Run& run) {
  const auto iso = [](const std::optional<base::Day>& day) {
    return day ? base::Json(day->iso()) : base::Json();
  };
  auto details = base::Json::object();
  details.set("title", run.title).set("owner", run.owner_name).set("helpers", run.helpers);
  details.set("started_on", iso(run.started_on)).set("due_on", iso(run.due_on));
  details.set("done_on", iso(run.done_on));
  return details;
}

// Loads, lets the rule decide, saves, tells.
template <class Rule>
base::Result<Run> move(
    store::Writer& writer, std::string_view id, std::string_view what, const Event& by, Rule rule) {
  const auto before = run_at_work(writer, id);
  if (!before) return before;
  auto after = *before;
  if (const auto allowed = rule(after); !allowed) return tl::unexpected(allowed.error());
  auto saved = save_run(writer, *before, std::move(after), by.at);
  if (!saved) return saved;
  record_run_event(writer, *saved, {what, state_of(*before), state_of(*saved)}, by);
  return saved;
}

void copy_steps(store::Writer& writer, const Run& run, const Document& play) {
  int position = 0;
  for (const auto& step : steps_of(play)) {
    const auto html = web::markdown(step);
    writer.run(sql::insert_run_step,
               {{"run", run.id},
                {"position", ++position},
                {"text", step},
                {"html", html ? html->text() : web::SafeHtml::escaped(step).text()}});
  }
}

bool may_own(store::Reader& reader, const Run& run, const std::string& owner) {
  const auto owners = possible_owners(reader, run.workspace);
  return owner.empty() || owner == run.owner ||
         std::any_of(owners.begin(), owners.end(),
                     [&](const PossibleOwner& o) { return o.user_id == owner; });
}

std::string name_of_owner(store::Reader& reader, const Run& run, const std::string& owner) {
  if (owner == run.owner) return run.owner_name;
  for (const auto& possible : possible_owners(reader, run.workspace))
    if (possible.user_id == owner) return possible.name;
  return {};
}

}  // namespace

base::Result<Run> enact_play(store::Writer& writer, const Begin& begin, const Event& by) {
  const auto item = find_item(writer, begin.play);
  const auto play = published_document(writer, begin.play);
  if (!item || !play || item->kind != Kind::play || !item->is_published())
    return base::not_found("This playbook has no such play, or not yet.");
  const auto org = network::find_org(writer, begin.workspace);
  if (!org || org->kind != "ecosystem")
    return base::invalid("workspace", "Choose the ecosystem that is doing this.");

  Run run;
  run.id = base::new_id();
  run.play = item->id;
  run.strategy = item->parent;
  run.workspace = org->id;
  run.title = begin.title.empty() ? item->title : begin.title;
  run.state_since = by.at.day();
  run.owner = by.actor;
  run.owner_name = by.actor_name;
  run.play_revision = item->published_revision.value_or(0);
  run.made_by = by.actor;
  run.touched_at = by.at;
  run.due_on = begin.due_on;
  if (!run.due_on && play->weeks > 0) run.due_on = by.at.day() + std::chrono::weeks(play->weeks);
  if (auto checked = run.change({.title = run.title,
                                 .owner = run.owner,
                                 .owner_name = run.owner_name,
                                 .helpers = {},
                                 .started_on = {},
                                 .due_on = run.due_on,
                                 .done_on = {}},
                                by.at.day());
      !checked)
    return tl::unexpected(checked.error());

  insert_run(writer, run, by.at);
  copy_steps(writer, run, *play);
  auto after = details_of(run);
  after.set("play", run.play).set("state", name_of(run.state));
  record_run_event(writer, run, {"begun", {}, std::move(after)}, by);
  return run;
}

base::Result<Run> start_run(store::Writer& writer, std::string_view id, const Event& by) {
  return move(writer, id, "started", by, [&](Run& run) { return run.start(by.at.day()); });
}

base::Result<Run> finish_run(store::Writer& writer, std::string_view id, const Event& by) {
  return move(writer, id, "finished", by, [&](Run& run) { return run.finish(by.at.day()); });
}

base::Result<Run> set_run_aside(store::Writer& writer,
                                std::string_view id,
                                std::string reason,
                                const Event& by) {
  return move(writer, id, "set_aside", by,
              [&](Run& run) { return run.set_aside(std::move(reason), by.at.day()); });
}

base::Result<Run> take_up_run_again(store::Writer& writer, std::string_view id, const Event& by) {
  return move(writer, id, "taken_up_again", by,
              [&](Run& run) { return run.take_up_again(by.at.day()); });
}

base::Result<Run> move_run(store::Writer& writer,
                           std::string_view id,
                           RunState state,
                           std::string reason,
                           const Event& by) {
  const auto run = run_at_work(writer, id);
  if (!run) return run;
  if (run->state == state)
    return base::conflict(fmt::format("This run is {} already; somebody else may have been first.",
                                      base::lower(words_for(state))));
  switch (state) {
    case RunState::set_aside:
      return set_run_aside(writer, id, std::move(reason), by);
    case RunState::done:
      return finish_run(writer, id, by);
    case RunState::planned:
      return take_up_run_again(writer, id, by);
    case RunState::in_progress:
      return run->state == RunState::planned ? start_run(writer, id, by)
                                             : take_up_run_again(writer, id, by);
    case RunState::written_up:
      break;
  }
  return base::conflict(
      "A run counts as written up when its story is published. Write it up, and the hub reviews "
      "it.");
}

base::Result<Run> change_run(store::Writer& writer,
                             std::string_view id,
                             const RunChange& change,
                             const Event& by) {
  const auto before = run_at_work(writer, id);
  if (!before) return before;
  if (before->version != change.version)
    return base::conflict(
        "Somebody else saved this run while you were at it. Compare the two and save again; what "
        "you typed is still here.");
  if (!may_own(writer, *before, change.details.owner))
    return base::invalid("owner", "Choose somebody with an account in this ecosystem.");
  auto details = change.details;
  details.owner_name = name_of_owner(writer, *before, details.owner);
  auto after = *before;
  if (const auto allowed = after.change(std::move(details), by.at.day()); !allowed)
    return tl::unexpected(allowed.error());
  auto saved = save_run(writer, *before, std::move(after), by.at);
  if (!saved) return saved;
  record_run_event(writer, *saved, {"changed", details_of(*before), details_of(*saved)}, by);
  return saved;
}

base::Result<void> tick_step(
    store::Writer& writer, std::string_view id, long long position, Tick tick, const Event& by) {
  const auto run = run_at_work(writer, id);
  if (!run) return tl::unexpected(run.error());
  const auto steps = run_steps(writer, id);
  const auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const RunStep& s) { return s.position == position; });
  if (step == steps.end()) return base::not_found("This run has no such step.");
  const auto changed = tick == Tick::done ? writer.run(sql::tick_run_step, {{"run", run->id},
                                                                            {"position", position},
                                                                            {"name", by.actor_name},
                                                                            {"now", by.at.iso()}})
                                          : writer.run(sql::untick_run_step,
                                                       {{"run", run->id}, {"position", position}});
  if (changed == 0) return {};
  touch_run(writer, *run, by.at);
  auto after = base::Json::object();
  after.set("step", base::shorten(web::plain_words(step->text), 120));
  record_run_event(writer, *run,
                   {tick == Tick::done ? "step_ticked" : "step_unticked", {}, std::move(after)},
                   by);
  return {};
}

}  // namespace enact::playbook
