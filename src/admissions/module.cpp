// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include "admissions/assets.h"
#include "admissions/commitments.h"
#include "admissions/lists.h"
#include "admissions/pages.h"
#include "admissions/references.h"

namespace enact::admissions {
namespace {

void routes(app::Routes& routes) {
  overview_routes(routes);
  kinds_routes(routes);
  institution_routes(routes);
  commitment_routes(routes);
  lists_routes(routes);
  adding_routes(routes);
  inviting_routes(routes);
  rsvp_routes(routes);
  asking_routes(routes);
}

void start(app::Services& services) {
  for (auto& reference : references()) services.references.push_back(std::move(reference));
  services.tools.push_back({.id = "prospects",
                            .label = "Lists of people to win",
                            .path = "/prospects",
                            .standing = prospects_standing});
  services.tools.push_back({.id = "commitments",
                            .label = "What colleges have committed to",
                            .path = "/admissions",
                            .standing = commitments_standing});
  // Many colleges belong to no ecosystem, so it is not asked at theirs.
  services.record_pages.push_back({.record = app::RecordPage::Record::org,
                                   .kinds = {"college", "admissions-office", "department"},
                                   .label = "Admissions",
                                   .ending = "/admissions",
                                   .needs = web::Needs::signed_in});
}

}  // namespace

const app::Module& module() {
  static const app::Module m{.name = "admissions",
                             .assets = assets,
                             .routes = routes,
                             .navigation = {{.section = "admissions",
                                             .label = "Admissions",
                                             .url = "/admissions",
                                             .needs = web::Needs::reader,
                                             .order = 46}},
                             .start = start};
  return m;
}

}  // namespace enact::admissions
