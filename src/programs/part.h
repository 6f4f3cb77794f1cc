// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/role.h"

namespace enact::programs {

// As whom somebody looks at a program. What one program says is not for the others, so those who
// lead a program see theirs alone.
enum class Part {
  none,
  program,    // leads it
  ecosystem,  // works for the ecosystem
};

Part part_in(const identity::Viewer& viewer, std::string_view program, std::string_view workspace);
bool works_for(const identity::Viewer& viewer, std::string_view workspace);

// A sentence for whom it is not open to.
base::Result<Part> check_part(const identity::Viewer& viewer,
                              std::string_view program,
                              std::string_view workspace);

}  // namespace enact::programs
