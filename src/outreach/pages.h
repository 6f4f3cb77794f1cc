// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "app/routes.h"
#include "app/visit.h"
#include "outreach/criterion.h"
#include "web/view.h"

namespace enact::outreach {

void shortlist_routes(app::Routes& routes);  // the ranked list, and where to find more
void candidate_routes(app::Routes& routes);
void criteria_routes(app::Routes& routes);

using app::Filled;
inline base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled) {
  return app::show(visit, "outreach", std::move(filled));
}

using app::status_of;

// "at least 100 (Hours a year)".
std::string cut_words(const Criterion& cut);
// "meets", "fails", "unknown": for a mark's class and its words.
std::string_view name_of(Verdict verdict);

}  // namespace enact::outreach
