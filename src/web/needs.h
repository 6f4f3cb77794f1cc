// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace enact::web {

// What a route asks of the person. Stated in the route line; identity/role.h decides who meets
// it. The levels from `reader` to `lead` are asked at one organization, which the route's
// scope names.
enum class Needs {
  unstated,     // refused for everybody; the generated permission test fails on it
  nothing,      // anybody, signed in or not
  signed_in,    // any account
  reader,       // reads the ecosystem's work: who takes part in it, and who reads across all
  participant,  // takes part in the ecosystem: hub, its lead, its members, its programs' leads
  contributor,  // works for the ecosystem: hub, its lead, its members
  lead,         // leads the ecosystem (or is the hub)
  analyst,      // reads across all ecosystems: hub, reviewers, researchers
  reviewer,     // reviews what is to be published: hub, reviewers
  hub,          // runs the network
};

}  // namespace enact::web
