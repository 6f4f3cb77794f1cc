// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "app/services.h"
#include "base/result.h"

namespace enact {

// Fills an empty database with the shipped playbook and a make-believe network that enacts it:
// people, runs in every state, notes, a story that waits for review. Leaves a database alone that
// holds a playbook already. Everybody's password is accounts::kDemoPassword.
base::Result<void> seed_demo(app::Services& services, std::ostream& out);

// Who can be tried out, for the terminal.
void describe_demo(const app::Services& services, std::ostream& out);

}  // namespace enact
