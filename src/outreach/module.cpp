// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "outreach/assets.h"
#include "outreach/merging.h"
#include "outreach/pages.h"
#include "outreach/shortlist.h"

namespace enact::outreach {
namespace {

void routes(app::Routes& routes) {
  shortlist_routes(routes);
  candidate_routes(routes);
  criteria_routes(routes);
}

void start(app::Services& services) {
  services.tools.push_back({.id = "candidates",
                            .label = "Candidate programs",
                            .path = "/shortlist",
                            .standing = shortlist_standing});
  services.references.push_back(candidates_reference());
}

}  // namespace

const app::Module& module() {
  static const app::Module m{.name = "outreach",
                             .assets = assets,
                             .routes = routes,
                             .navigation = {{.section = "shortlist",
                                             .label = "Candidates",
                                             .url = "/shortlist",
                                             .needs = web::Needs::participant,
                                             .order = 45}},
                             .start = start};
  return m;
}

}  // namespace enact::outreach
