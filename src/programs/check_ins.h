// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "programs/check_in.h"
#include "programs/need.h"
#include "programs/plans.h"
#include "store/database.h"

namespace enact::programs {

// Newest first.
std::vector<CheckIn> check_ins_of(store::Reader& reader, const Whose& whose, std::size_t most);

// A check-in with what came of it, kept all together or not at all. Faults of a need or a step are
// named by its place: "need_what-2", "reason-<step>".
struct WholeCheckIn {
  CheckIn check_in;
  std::vector<Need> needs;
  std::vector<StepMove> moves;
};
base::Result<void> log_check_in(store::Writer& writer,
                                const Whose& whose,
                                const WholeCheckIn& whole,
                                const identity::Event& by);

}  // namespace enact::programs
