// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/routes.h"
#include "app/visit.h"

// The pages by which people steer.
namespace enact::playbook {

base::Result<web::Response> show_month(app::Visit& visit);
base::Result<web::Response> show_board(app::Visit& visit);
base::Result<web::Response> show_timeline(app::Visit& visit);
base::Result<web::Response> show_matrix(app::Visit& visit);

// Home, This month, the board, the timeline and the matrix.
void overview_routes(app::Routes& routes);

}  // namespace enact::playbook
