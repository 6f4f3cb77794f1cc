// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "playbook/run.h"
#include "playbook/run_filter.h"
#include "store/database.h"

// What happened, by month, from the days that people gave their runs.
namespace enact::playbook {

enum class Happened { begun, finished, written_up, set_aside, notes };

inline constexpr Happened kHappened[] = {Happened::begun, Happened::finished, Happened::written_up,
                                         Happened::set_aside, Happened::notes};

std::string_view name_of(Happened happened);    // "written_up": in files
std::string_view words_for(Happened happened);  // "written up"
std::string_view mark_of(Happened happened);    // "mark-written-up"; empty for notes

struct Happening {
  Happened what = Happened::begun;
  std::string day;      // partial date: of a story that was told, only the year may be known
  long long times = 1;  // of notes: how many in that month; the day is the last one's
  std::string run;
  std::string title;
  std::string play;      // item id
  std::string strategy;  // item id
  std::string workspace;
  std::string owner_name;
  std::string vignette;  // of a run that was told, not done here; else empty
};

// A month, or a year of which no month is known, or "" for what has no date.
struct TimelinePart {
  std::string month;                // "2026-05", "2021", ""
  std::array<long long, 5> counts;  // in the order of kHappened
  std::vector<Happening> happenings;

  std::string year() const { return month.substr(0, 4); }
};

struct Timeline {
  std::vector<TimelinePart> parts;  // newest first
  bool is_too_wide = false;         // so many runs that nothing is listed

  // The years in which something happened, newest first; "" where something has no date.
  std::vector<std::string> years() const;
};

struct TimelineRequest {
  RunSelection selection;
  std::optional<RunState> state;
};
Timeline timeline(store::Reader& reader, const TimelineRequest& request);

// Groups what is sorted by day, newest first.
Timeline by_month(std::vector<Happening> happenings);

}  // namespace enact::playbook
