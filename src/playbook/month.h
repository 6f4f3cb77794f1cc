// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "playbook/items.h"
#include "playbook/run.h"
#include "playbook/run_filter.h"
#include "store/database.h"

// What a person should look at this month.
namespace enact::playbook {

inline constexpr std::chrono::days kDueSoon{31};     // how far ahead a month looks
inline constexpr std::chrono::days kQuietAfter{30};  // without a sign of life
inline constexpr std::size_t kMostOnMonth = 100;     // runs in one list
inline constexpr int kNewestStories = 5;

// What an open run asks of its people. A run has one answer: what is overdue is not named again
// for being quiet.
enum class Call { none, overdue, due, quiet };
Call call_of(const Run& run, base::Day today);

// "nothing for 11 weeks", "nothing for 40 days".
std::string quiet_words(base::Day touched, base::Day today);

// At most kMostOnMonth of them; `has_more` where there are others.
struct RunList {
  std::vector<Run> runs;
  bool has_more = false;
};

// Those that call so today, each once, in the order given.
RunList calling(std::vector<Run> runs, Call call, base::Day today);

// A story that a reviewer sent back.
struct ReturnedStory {
  Run run;
  std::string reviewer_name;
  std::string comment;
  std::string returned_at;
};

// A text of the playbook that was changed since an ecosystem with a note on it last looked.
struct HubChange {
  std::string workspace;
  std::string item;
  std::string title;  // "4.1 Put it in the channels you already run"
  long long seen_revision = 0;
  long long published_revision = 0;
  std::string published_at;
};

// A vignette that the network has just published.
struct NewStory {
  Item vignette;
  std::string ecosystem_name;
};

struct Month {
  RunList overdue;
  RunList due;
  RunList quiet;
  RunList to_write_up;  // done, mine, and nobody has told how
  std::vector<ReturnedStory> returned;
  long long texts_in_review = 0;  // counted for reviewers only
  std::vector<HubChange> hub_changes;
  std::vector<NewStory> new_stories;  // of the whole network
  bool has_own_runs = false;          // an ecosystem of mine ever began a run
};

struct MonthRequest {
  RunScope scope;
  std::string user;
  bool reviews = false;
  base::Instant now;
};
Month month(store::Reader& reader, const MonthRequest& request);

}  // namespace enact::playbook
