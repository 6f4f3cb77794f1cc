// SPDX-License-Identifier: Apache-2.0
#include "programs/part.h"

#include <algorithm>

namespace enact::programs {

bool works_for(const identity::Viewer& viewer, std::string_view workspace) {
  return identity::meets(viewer, web::Needs::contributor, workspace);
}

Part part_in(const identity::Viewer& viewer, std::string_view program, std::string_view workspace) {
  if (works_for(viewer, workspace)) return Part::ecosystem;
  const bool leads =
      std::any_of(viewer.grants.begin(), viewer.grants.end(), [&](const identity::Grant& grant) {
        return grant.role == identity::Role::program_lead && grant.org == program;
      });
  return leads ? Part::program : Part::none;
}

base::Result<Part> check_part(const identity::Viewer& viewer,
                              std::string_view program,
                              std::string_view workspace) {
  const auto part = part_in(viewer, program, workspace);
  if (part == Part::none)
    return base::forbidden(
        "This is between the ecosystem and another program. You see what concerns the program "
        "that you lead.");
  return part;
}

}  // namespace enact::programs
