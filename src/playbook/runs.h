// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "playbook/run.h"
#include "store/database.h"

namespace enact::playbook {

// Reading.
std::optional<Run> find_run(store::Reader& reader, std::string_view id);

// An ecosystem's runs of one play, those that moved last first.
std::vector<Run> runs_of(store::Reader& reader, std::string_view play, std::string_view workspace);

// A person's planned and begun runs, those that are due first.
std::vector<Run> open_runs_of(store::Reader& reader, std::string_view owner);

Run run_from(const store::Row& row);  // of a query that selects every column

// A step as the play said it when the run began.
struct RunStep {
  long long position = 0;
  std::string text;  // Markdown
  std::string html;
  std::string ticked_by_name;
  std::optional<base::Instant> ticked_at;

  bool is_ticked() const { return ticked_at.has_value(); }
};
std::vector<RunStep> run_steps(store::Reader& reader, std::string_view run);

// Who may own a run: people with an account that takes part in the ecosystem, by name.
struct PossibleOwner {
  std::string user_id;
  std::string name;
};
std::vector<PossibleOwner> possible_owners(store::Reader& reader, std::string_view workspace);

// The business verbs, each to be called in a transaction of the caller's; each records its event
// and keeps the counts of runs in step.
//
// "We are doing this": the run takes over the steps of the play as they are published now. Without
// a title it has the play's; without a date it is due as long from now as the play usually takes.
struct Begin {
  std::string play;  // item id
  std::string workspace;
  std::string title = {};
  std::optional<base::Day> due_on = {};
};
base::Result<Run> enact_play(store::Writer& writer, const Begin& begin, const identity::Event& by);

base::Result<Run> start_run(store::Writer& writer, std::string_view id, const identity::Event& by);
base::Result<Run> finish_run(store::Writer& writer, std::string_view id, const identity::Event& by);
base::Result<Run> set_run_aside(store::Writer& writer,
                                std::string_view id,
                                std::string reason,
                                const identity::Event& by);
base::Result<Run> take_up_run_again(store::Writer& writer,
                                    std::string_view id,
                                    const identity::Event& by);

// Whatever a person may choose: `state` is one of next_states().
base::Result<Run> move_run(store::Writer& writer,
                           std::string_view id,
                           RunState state,
                           std::string reason,
                           const identity::Event& by);

// A conflict when somebody else saved since the version that the writer saw; nothing is stored.
struct RunChange {
  RunDetails details;
  long long version = 0;
};
base::Result<Run> change_run(store::Writer& writer,
                             std::string_view id,
                             const RunChange& change,
                             const identity::Event& by);

// Ticking what is ticked already changes nothing.
enum class Tick { done, open };
base::Result<void> tick_step(store::Writer& writer,
                             std::string_view id,
                             long long position,
                             Tick tick,
                             const identity::Event& by);

}  // namespace enact::playbook
