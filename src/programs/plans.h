// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/audit.h"
#include "programs/plan.h"
#include "store/database.h"

namespace enact::programs {

// What a page about a plan shows of it.
struct WholePlan {
  Plan plan;
  std::vector<Goal> goals;
  std::vector<Step> steps;
  std::vector<PlanNote> notes;        // newest first
  std::vector<Agreement> agreements;  // newest first
};

// Nothing where nobody began one.
std::optional<Plan> find_plan(store::Reader& reader,
                              std::string_view workspace,
                              std::string_view program);
std::optional<WholePlan> whole_plan(store::Reader& reader,
                                    std::string_view workspace,
                                    std::string_view program);
std::vector<Step> steps_of(store::Reader& reader, std::string_view plan);
std::optional<Step> find_step(store::Reader& reader, std::string_view id);

// Where a goal belongs.
struct PlacedGoal {
  Goal goal;
  std::string workspace;
  std::string program;
};
std::optional<PlacedGoal> find_goal(store::Reader& reader, std::string_view id);

// A program within its ecosystem: whose plan it is. The verbs begin one where there is none.
struct Whose {
  std::string workspace;
  std::string program;
  std::string program_name;
};

base::Result<void> add_goal(store::Writer& writer,
                            const Whose& whose,
                            std::string_view title,
                            identity::Event by);
// An empty title takes the goal away; its steps stay.
base::Result<void> change_goal(store::Writer& writer,
                               const PlacedGoal& goal,
                               std::string_view title,
                               identity::Event by);
// `step.owner_name` is looked up: who may come in, then who is on record there.
base::Result<void> add_step(store::Writer& writer,
                            const Whose& whose,
                            Step step,
                            identity::Event by);
// Words, owner and day; `step.version` is that of the form.
base::Result<void> change_step(store::Writer& writer, Step step, identity::Event by);

struct StepMove {
  std::string step;
  StepState to = StepState::open;
  std::string reason;
  std::int64_t version = 0;
};
// Nothing is done about a step that stands so already.
base::Result<void> move_step(store::Writer& writer, const StepMove& move, identity::Event by);

base::Result<void> add_note(store::Writer& writer,
                            const Whose& whose,
                            PlanNote note,
                            identity::Event by);
base::Result<void> note_agreement(store::Writer& writer,
                                  const Whose& whose,
                                  Agreement agreement,
                                  identity::Event by);

// One step of the history of a need, a step or a match.
struct Move {
  std::string state;
  std::string note;
  std::string moved_by_name;
  std::string moved_at;
};
void keep_move(store::Writer& writer,
               std::string_view thing,
               std::string_view subject,
               const Move& move,
               const identity::Event& by);
std::vector<Move> moves_of(store::Reader& reader, std::string_view thing, std::string_view subject);

}  // namespace enact::programs
