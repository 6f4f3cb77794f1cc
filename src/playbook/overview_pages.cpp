// SPDX-License-Identifier: Apache-2.0
#include "playbook/overview_pages.h"

#include "playbook/reading_pages.h"

namespace enact::playbook {
namespace {

base::Result<web::Response> show_home(app::Visit& visit) {
  return visit.viewer.is_signed_in() ? show_month(visit) : show_cover(visit);
}

}  // namespace

void overview_routes(app::Routes& routes) {
  using web::Needs;
  routes.get("/", Needs::nothing, show_home);
  routes.get("/month", Needs::signed_in, show_month, {.formats = {"csv"}});
  routes.get("/board", Needs::signed_in, show_board, {.formats = {"csv", "json"}});
  routes.get("/timeline", Needs::signed_in, show_timeline, {.formats = {"csv"}});
  routes.get("/matrix", Needs::analyst, show_matrix, {.formats = {"csv"}});
}

}  // namespace enact::playbook
