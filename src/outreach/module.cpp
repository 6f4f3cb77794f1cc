// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "outreach/assets.h"
#include "outreach/pages.h"

namespace enact::outreach {
namespace {

void routes(app::Routes& routes) {
  shortlist_routes(routes);
  candidate_routes(routes);
  criteria_routes(routes);
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
                                             .order = 45}}};
  return m;
}

}  // namespace enact::outreach
