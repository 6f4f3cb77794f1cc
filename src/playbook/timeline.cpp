// SPDX-License-Identifier: Apache-2.0
#include "playbook/timeline.h"

#include "playbook/board.h"
#include "playbook/queries.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kMonthLength = 7;  // "2026-05"

struct HappenedWords {
  Happened happened;
  std::string_view name;
  std::string_view words;
  std::string_view mark;
};

constexpr HappenedWords kWords[] = {
    {Happened::begun, "begun", "begun", "mark-in-progress"},
    {Happened::finished, "finished", "done", "mark-done"},
    {Happened::written_up, "written_up", "written up", "mark-written-up"},
    {Happened::set_aside, "set_aside", "set aside", "mark-set-aside"},
    {Happened::notes, "notes", "noted", ""},
};

const HappenedWords& line_of(Happened happened) {
  return kWords[static_cast<std::size_t>(happened)];
}

Happened happened_named(std::string_view name) {
  for (const auto& line : kWords)
    if (line.name == name) return line.happened;
  return Happened::notes;
}

}  // namespace

std::string_view name_of(Happened happened) {
  return line_of(happened).name;
}

std::string_view words_for(Happened happened) {
  return line_of(happened).words;
}

std::string_view mark_of(Happened happened) {
  return line_of(happened).mark;
}

std::vector<std::string> Timeline::years() const {
  std::vector<std::string> years;
  for (const auto& part : parts)
    if (years.empty() || years.back() != part.year()) years.push_back(part.year());
  return years;
}

Timeline by_month(std::vector<Happening> happenings) {
  Timeline timeline;
  for (auto& one : happenings) {
    const auto month = one.day.substr(0, kMonthLength);
    if (timeline.parts.empty() || timeline.parts.back().month != month)
      timeline.parts.push_back({.month = month, .counts = {}, .happenings = {}});
    auto& part = timeline.parts.back();
    part.counts[static_cast<std::size_t>(one.what)] += one.times;
    part.happenings.push_back(std::move(one));
  }
  return timeline;
}

Timeline timeline(store::Reader& reader, const TimelineRequest& request) {
  const auto& selection = request.selection;
  if (board(reader, {.selection = selection, .state = request.state, .most = 0}).is_too_wide)
    return {.parts = {}, .is_too_wide = true};
  std::vector<Happening> happenings;
  for (const auto& row :
       reader.all(sql::happenings, {{"path", selection.path},
                                    {"workspace", selection.workspace},
                                    {"workspaces", selection.workspaces},
                                    {"everywhere", selection.is_everywhere},
                                    {"strategy", selection.strategy},
                                    {"play", selection.play},
                                    {"owner", selection.owner},
                                    {"state", request.state ? name_of(*request.state) : ""}}))
    happenings.push_back({.what = happened_named(row.text("what")),
                          .day = row.text("day"),
                          .times = row.integer("times"),
                          .run = row.text("id"),
                          .title = row.text("title"),
                          .play = row.text("play"),
                          .strategy = row.text("strategy"),
                          .workspace = row.text("workspace"),
                          .owner_name = row.text("owner_name"),
                          .vignette = row.text("source").empty() ? "" : row.text("vignette")});
  return by_month(std::move(happenings));
}

}  // namespace enact::playbook
