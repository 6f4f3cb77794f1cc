// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/module.h"
#include "playbook/run.h"
#include "store/database.h"

namespace enact::playbook {

// How many runs of one strategy's plays stand so in one ecosystem. Cells without any are left out.
struct RunCount {
  std::string workspace;
  std::string strategy;  // item id
  RunState state = RunState::planned;
  long long runs = 0;

  bool operator==(const RunCount&) const = default;
};

// From the kept counts: a handful of rows, however many runs there are. Sorted by workspace,
// strategy and state's name.
std::vector<RunCount> run_counts(store::Reader& reader);
std::vector<RunCount> run_counts(store::Reader& reader, std::string_view workspace);

// The same, counted from the runs themselves: slow, to check the kept ones.
std::vector<RunCount> recount_runs(store::Reader& reader);

// Puts the kept counts right; also as a command, `enact playbook recount`.
void count_again(store::Writer& writer);
app::Command recount_command();

// Whether the kept counts are what counting gives.
app::Diagnosis check_run_counts(app::Services& services);

// One run of a cell moved from a state to another; nothing for one that is new, or gone. To be
// called in the transaction that moves it.
struct CountMove {
  std::optional<RunState> from;
  std::optional<RunState> to;
};
void move_count(store::Writer& writer,
                const std::string& workspace,
                const std::string& strategy,
                const CountMove& move);

}  // namespace enact::playbook
