// SPDX-License-Identifier: Apache-2.0
#include "playbook/runs.h"

#include <algorithm>

#include "identity/access.h"
#include "playbook/queries.h"

namespace enact::playbook {
namespace {

std::optional<base::Day> day_in(const store::Row& row, std::string_view column) {
  return base::Day::parse(row.text(column));
}

std::vector<Run> runs_from(const store::Rows& rows) {
  std::vector<Run> runs;
  runs.reserve(rows.size());
  for (const auto& row : rows) runs.push_back(run_from(row));
  return runs;
}

}  // namespace

Run run_from(const store::Row& row) {
  Run run;
  run.id = row.text("id");
  run.play = row.text("play");
  run.strategy = row.text("strategy");
  run.workspace = row.text("workspace");
  run.title = row.text("title");
  run.state = run_state_named(row.text("state")).value_or(RunState::planned);
  run.state_since = day_in(row, "state_since").value_or(base::Day());
  run.owner = row.text("owner");
  run.owner_name = row.text("owner_name");
  run.helpers = row.text("helpers");
  run.started_on = day_in(row, "started_on");
  run.due_on = day_in(row, "due_on");
  run.done_on = day_in(row, "done_on");
  run.set_aside_reason = row.text("set_aside_reason");
  run.play_revision = row.integer("play_revision");
  run.vignette = row.text("vignette");
  run.source = row.text("source");
  run.made_by = row.text("made_by");
  run.touched_at = base::Instant::parse(row.text("touched_at")).value_or(base::Instant());
  run.version = row.integer("version");
  return run;
}

std::optional<Run> find_run(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_run, {{"id", id}});
  if (!row) return std::nullopt;
  return run_from(*row);
}

std::vector<Run> runs_of(store::Reader& reader, std::string_view play, std::string_view workspace) {
  return runs_from(reader.all(sql::runs_of_play, {{"play", play}, {"workspace", workspace}}));
}

std::vector<Run> open_runs_of(store::Reader& reader, std::string_view owner) {
  if (owner.empty()) return {};
  return runs_from(reader.all(sql::open_runs_of_owner, {{"owner", owner}}));
}

std::vector<RunStep> run_steps(store::Reader& reader, std::string_view run) {
  std::vector<RunStep> steps;
  for (const auto& row : reader.all(sql::steps_of_run, {{"run", run}}))
    steps.push_back({.position = row.integer("position"),
                     .text = row.text("text"),
                     .html = row.text("html"),
                     .ticked_by_name = row.text("ticked_by_name"),
                     .ticked_at = base::Instant::parse(row.text("ticked_at"))});
  return steps;
}

std::vector<PossibleOwner> possible_owners(store::Reader& reader, std::string_view workspace) {
  std::vector<PossibleOwner> owners;
  for (const auto& held : identity::held_roles(reader, workspace)) {
    identity::Viewer holder;
    holder.user_id = held.user_id;
    holder.grants.push_back(held);
    const bool takes_part = identity::meets(holder, web::Needs::participant, workspace);
    const bool is_known = std::any_of(owners.begin(), owners.end(), [&](const auto& owner) {
      return owner.user_id == held.user_id;
    });
    if (takes_part && !held.user_is_disabled && !is_known)
      owners.push_back({held.user_id, held.user_name});
  }
  return owners;
}

}  // namespace enact::playbook
