// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admissions/commitment.h"
#include "app/routes.h"
#include "app/visit.h"
#include "web/view.h"

namespace enact::admissions {

void institution_routes(app::Routes& routes);
void commitment_routes(app::Routes& routes);
void overview_routes(app::Routes& routes);
void kinds_routes(app::Routes& routes);
void lists_routes(app::Routes& routes);
void adding_routes(app::Routes& routes);
void inviting_routes(app::Routes& routes);
void rsvp_routes(app::Routes& routes);
void asking_routes(app::Routes& routes);

using app::Filled;
inline base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled) {
  return app::show(visit, "admissions", std::move(filled));
}
using app::status_of;

// An option of a <select>, or a box to tick.
void add_option(std::vector<web::View>& options,
                std::string_view value,
                std::string_view label,
                std::string_view chosen);

// Sets `<name>` as people say it, `<name>_iso` for the markup, and `has_<name>`.
void set_date(web::View& view, const std::string& name, std::string_view partial_date);

// What shows a state: sets `evidence`, `has_evidence` and whether it `is_evidence_link`.
void set_evidence(web::View& view, const std::string& evidence);

// A commitment as a row of a list.
web::View commitment_view(const Commitment& commitment, base::Day today);

// Sets `others`, the ecosystems whose pages the viewer may see, and whether the page is about all
// of them; `ecosystem` and `ecosystem_name` too.
void show_choice(web::View& view,
                 store::Reader& reader,
                 const app::Visit& visit,
                 std::string_view path);

// The ecosystem at which the page is, as a part of an address: "?ecosystem=lakeside", or nothing.
std::string ecosystem_part(const app::Visit& visit);

}  // namespace enact::admissions
