// SPDX-License-Identifier: Apache-2.0
#include "programs/step_fields.h"

namespace enact::programs {

using Control = FormField::Control;
using Presence = FormField::Presence;

void add_step_fields(FormFields& fields,
                     const Step& step,
                     const std::vector<Goal>& goals,
                     const std::vector<Owner>& owners) {
  std::vector<Option> for_goal;
  for (const auto& goal : goals) for_goal.push_back({goal.id, goal.title});
  for_goal.push_back({"", "No goal in particular"});
  std::vector<std::string> names;
  for (const auto& owner : owners) names.push_back(owner.name);
  fields.add({.name = "title",
              .label = "What is to be done",
              .value = step.title,
              .presence = Presence::required});
  fields.add({.name = "goal",
              .label = "For the goal",
              .value = step.goal,
              .control = Control::choice,
              .options = std::move(for_goal)});
  fields.add({.name = "side",
              .label = "Promised by",
              .value = std::string(name_of(step.side)),
              .control = Control::choice,
              .options = {{"ecosystem", "The ecosystem"}, {"program", "The program"}}});
  fields.add({.name = "owner_name",
              .label = "Who does it",
              .value = step.owner_name,
              .suggestions = std::move(names)});
  fields.add({.name = "due_on", .label = "Due", .value = step.due_on, .type = "date"});
}

Step step_in(const web::Form& form) {
  return {.goal = form.text("goal"),
          .title = form.text("title"),
          .side = form.text("side") == "program" ? Side::program : Side::ecosystem,
          .owner_name = form.text("owner_name"),
          .due_on = form.text("due_on")};
}

}  // namespace enact::programs
