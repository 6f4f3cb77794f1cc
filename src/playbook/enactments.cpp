// SPDX-License-Identifier: Apache-2.0
#include "playbook/enactments.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/edition.h"
#include "network/network.h"
#include "playbook/items.h"
#include "playbook/queries.h"
#include "playbook/run_counts.h"
#include "playbook/run_record.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

constexpr std::string_view kNoSource = "The playbook";  // a told run is known by having a source

std::string when_of(const store::Row& row) {
  const auto happened = row.text("happened");
  return happened.empty() ? row.text("done_on") : happened;
}

// Who was first, and the same order on every run of the query.
void sort_by_time(store::Rows& rows) {
  std::sort(rows.begin(), rows.end(), [](const store::Row& a, const store::Row& b) {
    const auto key = [](const store::Row& row) {
      return std::make_tuple(when_of(row), row.text("first_published_at"), row.text("vignette"),
                             row.text("run"));
    };
    return key(a) < key(b);
  });
}

std::string told_run_id(std::string_view vignette) {
  return "told-" + std::string(vignette.substr(vignette.find('/') + 1));
}

Run told_run(const TellRun& told, const Item& play, base::Day today) {
  const auto day = base::Day::parse(told.when);
  Run run;
  run.id = told_run_id(told.vignette);
  run.play = told.play;
  run.strategy = play.parent;
  run.workspace = told.workspace;
  run.title = told.title;
  run.state = RunState::written_up;
  run.state_since = day.value_or(today);
  run.done_on = day;
  run.vignette = told.vignette;
  run.source = told.source.empty() ? kNoSource : told.source;
  return run;
}

// A story that was written here comes back with an import: its run is already there.
bool was_done_here(store::Reader& reader, std::string_view vignette) {
  const auto rows = reader.all(sql::runs_told_by, {{"vignette", vignette}});
  return std::any_of(rows.begin(), rows.end(),
                     [](const store::Row& row) { return row.text("source").empty(); });
}

bool says_the_same(const Run& a, const Run& b) {
  return a.play == b.play && a.strategy == b.strategy && a.workspace == b.workspace &&
         a.title == b.title && a.done_on == b.done_on && a.source == b.source;
}

}  // namespace

std::vector<Enactment> enactments(store::Reader& reader, std::string_view play) {
  auto rows = reader.all(sql::enactments_of_play, {{"play", play}});
  sort_by_time(rows);
  std::vector<Enactment> all;
  for (const auto& row : rows)
    all.push_back({.run = row.text("run"),
                   .workspace = row.text("workspace"),
                   .org_name = network::org_name(reader, row.text("workspace")),
                   .vignette = row.text("vignette"),
                   .title = row.text("title"),
                   .when = when_of(row),
                   .source = row.text("source"),
                   .is_told = !row.text("told_source").empty()});
  return all;
}

EnactedPlays enacted_plays(store::Reader& reader) {
  auto rows = reader.all(sql::all_enactments);
  sort_by_time(rows);
  EnactedPlays plays;
  std::set<std::pair<std::string, std::string>> seen;
  std::map<std::string, std::string> names;
  for (const auto& row : rows) {
    const auto workspace = row.text("workspace");
    auto& play = plays[row.text("play")];
    if (seen.emplace(row.text("play"), workspace).second) ++play.ecosystems;
    if (!play.first_workspace.empty()) continue;
    auto& name = names[workspace];
    if (name.empty()) name = network::org_name(reader, workspace);
    play.first_workspace = workspace;
    play.first_org_name = name;
    play.first_when = when_of(row);
  }
  return plays;
}

long long runs_under_way(store::Reader& reader, std::string_view play) {
  const auto row = reader.one(sql::count_open_runs_of_play, {{"play", play}});
  return row ? row->integer("runs") : 0;
}

base::Result<void> tell(store::Writer& writer, const TellRun& told, const identity::Event& by) {
  const auto play = find_item(writer, told.play);
  if (!play) return base::not_found("This playbook has no play " + told.play + ".");
  if (was_done_here(writer, told.vignette)) return on_vignette_published(writer, told.vignette, by);
  auto run = told_run(told, *play, by.at.day());
  const auto known = find_run(writer, run.id);
  if (known && says_the_same(*known, run)) return {};
  if (!known) {
    insert_run(writer, run, by.at);
  } else {
    if (!run.done_on) run.state_since = known->state_since;
    if (const auto saved = save_run(writer, *known, run, by.at); !saved)
      return tl::unexpected(saved.error());
  }
  auto after = base::Json::object();
  after.set("play", run.play).set("vignette", run.vignette).set("source", run.source);
  record_run_event(writer, run, {"told", {}, std::move(after)}, by);
  app::touch_public_pages(writer);
  return {};
}

void untell(store::Writer& writer, std::string_view vignette, const identity::Event& by) {
  const auto run = find_run(writer, told_run_id(vignette));
  if (!run || !run->is_told()) return;
  writer.run(sql::remove_run, {{"id", run->id}});
  move_count(writer, run->workspace, run->strategy, {.from = run->state, .to = {}});
  auto before = base::Json::object();
  before.set("play", run->play).set("vignette", run->vignette).set("source", run->source);
  record_run_event(writer, *run, {"untold", std::move(before), {}}, by);
  app::touch_public_pages(writer);
}

base::Result<void> on_vignette_published(store::Writer& writer,
                                         std::string_view vignette,
                                         const identity::Event& by) {
  for (const auto& row : writer.all(sql::runs_told_by, {{"vignette", vignette}})) {
    const auto before = run_from(row);
    if (before.state == RunState::written_up) continue;
    auto after = before;
    if (const auto moved = after.write_up(std::string(vignette), by.at.day()); !moved) return moved;
    const auto saved = save_run(writer, before, std::move(after), by.at);
    if (!saved) return tl::unexpected(saved.error());
    auto from = base::Json::object();
    auto to = base::Json::object();
    from.set("state", name_of(before.state));
    to.set("state", name_of(saved->state)).set("vignette", vignette);
    record_run_event(writer, *saved, {"written_up", std::move(from), std::move(to)}, by);
  }
  return {};
}

}  // namespace enact::playbook
