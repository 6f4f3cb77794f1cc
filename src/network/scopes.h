// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"
#include "identity/role.h"
#include "network/network.h"
#include "store/database.h"
#include "web/needs.h"

namespace enact::network {

// At which ecosystem the routes of this room ask for permission.
namespace scopes {
const app::Scope& org();          // of the organization {id}
const app::Scope& new_org();      // of the parent that was chosen, or where the person leads
const app::Scope& affiliation();  // of the organization of {affiliation}
// Of the person {id}: one of the person's ecosystems, now or then, at which the viewer meets
// `needs`, if there is one.
app::Scope person(web::Needs needs);
const app::Scope& introduction();  // of the introduction {id}
const app::Scope& new_person();    // of the organization that was chosen, or where the viewer works
}  // namespace scopes

// Whether the viewer would still meet Needs::lead at an organization if it were saved like this.
// Nobody but the hub can place one outside of the ecosystems that they lead.
bool may_place(store::Reader& reader, const identity::Viewer& viewer, const Org& org);

}  // namespace enact::network
