// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_record.h"

#include <fmt/format.h>

#include "playbook/queries.h"
#include "playbook/run_counts.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

std::optional<std::string> iso(const std::optional<base::Day>& day) {
  if (!day) return std::nullopt;
  return day->iso();
}

}  // namespace

base::Result<Run> run_at_work(store::Reader& reader, std::string_view id) {
  auto run = find_run(reader, id);
  if (!run) return base::not_found("There is no such run. It may have been taken back.");
  if (run->is_told())
    return base::conflict(
        "This run is told by a vignette of the playbook and is not worked on here. Begin a run of "
        "your own from the play.");
  return *std::move(run);
}

void insert_run(store::Writer& writer, const Run& run, base::Instant now) {
  writer.run(sql::insert_run, {{"id", run.id},
                               {"play", run.play},
                               {"strategy", run.strategy},
                               {"workspace", run.workspace},
                               {"title", run.title},
                               {"state", name_of(run.state)},
                               {"state_since", run.state_since.iso()},
                               {"owner", run.owner},
                               {"owner_name", run.owner_name},
                               {"helpers", run.helpers},
                               {"started_on", iso(run.started_on)},
                               {"due_on", iso(run.due_on)},
                               {"done_on", iso(run.done_on)},
                               {"play_revision", run.play_revision},
                               {"vignette", run.vignette},
                               {"source", run.source},
                               {"made_by", run.made_by},
                               {"now", now.iso()}});
  move_count(writer, run.workspace, run.strategy, {.from = {}, .to = run.state});
}

base::Result<Run> save_run(store::Writer& writer, const Run& before, Run after, base::Instant now) {
  const auto saved = writer.run(sql::save_run, {{"id", after.id},
                                                {"version", before.version},
                                                {"play", after.play},
                                                {"strategy", after.strategy},
                                                {"workspace", after.workspace},
                                                {"title", after.title},
                                                {"state", name_of(after.state)},
                                                {"state_since", after.state_since.iso()},
                                                {"owner", after.owner},
                                                {"owner_name", after.owner_name},
                                                {"helpers", after.helpers},
                                                {"started_on", iso(after.started_on)},
                                                {"due_on", iso(after.due_on)},
                                                {"done_on", iso(after.done_on)},
                                                {"set_aside_reason", after.set_aside_reason},
                                                {"vignette", after.vignette},
                                                {"source", after.source},
                                                {"now", now.iso()}});
  if (saved == 0)
    return base::conflict(
        "Somebody else saved this run while you were at it. Look at what it says now and try "
        "again; what you typed is still here.");
  if (before.workspace == after.workspace && before.strategy == after.strategy) {
    move_count(writer, after.workspace, after.strategy, {.from = before.state, .to = after.state});
  } else {
    move_count(writer, before.workspace, before.strategy, {.from = before.state, .to = {}});
    move_count(writer, after.workspace, after.strategy, {.from = {}, .to = after.state});
  }
  after.version = before.version + 1;
  after.touched_at = now;
  return after;
}

void touch_run(store::Writer& writer, const Run& run, base::Instant now) {
  writer.run(sql::touch_run, {{"id", run.id}, {"now", now.iso()}});
}

void record_run_event(store::Writer& writer,
                      const Run& run,
                      RunEvent told,
                      const identity::Event& by) {
  auto event = by;
  event.verb = fmt::format("playbook.run.{}", told.what);
  event.subject_kind = "run";
  event.subject_id = run.id;
  event.subject_name = run.title;
  event.org = run.workspace;
  event.before = std::move(told.before);
  event.after = std::move(told.after);
  identity::record(writer, event);
}

}  // namespace enact::playbook
