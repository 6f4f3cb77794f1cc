// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/visit.h"
#include "identity/role.h"
#include "network/network.h"

namespace enact::accounts {

struct Offer {
  std::string email;
  identity::Grant grant;
};

// What somebody typed into the form that offers a role, and whether they may offer it. All faults
// together; fields "email", "role", "org". `ecosystem` is where it is offered from: an admissions
// partner's own organization belongs to none.
base::Result<Offer> read_offer(store::Reader& reader,
                               const app::Services& services,
                               const identity::Viewer& viewer,
                               const web::Form& form,
                               const std::string& ecosystem);

// The same rule for a role and an organization however they were given. An `org` that is empty
// stands for the whole network.
base::Result<identity::Grant> grant_at(store::Reader& reader,
                                       const app::Services& services,
                                       identity::Role role,
                                       const std::string& org,
                                       const std::string& ecosystem);

// Organizations that the viewer may offer roles at: all of a small network; of a large one the
// first by name, those of the ecosystem, and for the hub every ecosystem.
std::vector<network::Org> orgs_to_offer(store::Reader& reader,
                                        const app::Services& services,
                                        const identity::Viewer& viewer,
                                        const std::string& ecosystem);

}  // namespace enact::accounts
