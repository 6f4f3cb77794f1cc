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

// What was read for a page. The frame around it reads for itself, so pages are made after reading.
struct Filled {
  std::string_view template_name;
  web::View view;
  app::PageOptions options;
};
base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled);

// 409 for a form that somebody overtook, else 422.
int status_of(const base::Error& error);

// Sets `ecosystem`, its id, `ecosystem_name`, and `others`, the ecosystems to change to.
void show_ecosystem(web::View& view,
                    store::Reader& reader,
                    const app::Visit& visit,
                    std::string_view path);

// "at least 100 (Hours a year)".
std::string cut_words(const Criterion& cut);
// "meets", "fails", "unknown": for a mark's class and its words.
std::string_view name_of(Verdict verdict);

}  // namespace enact::outreach
