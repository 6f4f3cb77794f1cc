// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "network/network.h"
#include "playbook/outline.h"
#include "playbook/run_counts.h"
#include "store/database.h"

// Ecosystems by strategies: who is doing how much of what.
namespace enact::playbook {

// How many runs of each state, in the order of kRunStates.
class RunTally {
 public:
  void add(RunState state, long long runs) { runs_[static_cast<std::size_t>(state)] += runs; }
  long long of(RunState state) const { return runs_[static_cast<std::size_t>(state)]; }
  long long all() const;

  bool operator==(const RunTally&) const = default;

 private:
  std::array<long long, 5> runs_{};
};

struct MatrixRow {
  network::Org ecosystem;
  std::vector<RunTally> cells;  // one for each strategy
  RunTally total;
};

struct Matrix {
  std::vector<Heading> strategies;
  std::vector<MatrixRow> rows;   // by cohort and name
  std::vector<RunTally> totals;  // of each strategy
  RunTally total;
};

// Nothing that was counted is left out: a strategy or ecosystem that only the counts know gets a
// column or row of its own, after the others.
Matrix make_matrix(std::vector<Heading> strategies,
                   std::vector<network::Org> ecosystems,
                   const std::vector<RunCount>& counts);

// From the kept counts alone. With a cohort: its ecosystems only.
Matrix matrix(store::Reader& reader, const Outline& outline, std::string_view cohort = {});

}  // namespace enact::playbook
