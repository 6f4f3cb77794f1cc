// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/services.h"
#include "base/result.h"
#include "identity/role.h"

namespace enact {

// Somebody of the demo's cast.
struct DemoPerson {
  std::string name;
  std::string handle;
  identity::Role role;
  std::string role_at;   // organization of the role; empty for the whole network
  std::string works_at;  // organization of the affiliation
  std::string job;

  std::string email() const { return handle + "@enact.example"; }
};

// What the cast is doing: runs in every state, some late, some quiet, one told and waiting for
// review, notes and copies.
base::Result<void> seed_demo_runs(app::Services& services, const std::vector<DemoPerson>& cast);

}  // namespace enact
