// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/routes.h"
#include "app/visit.h"
#include "programs/plans.h"
#include "web/view.h"

namespace enact::programs {

void overview_routes(app::Routes& routes);  // all programs, and the reminders
void plan_routes(app::Routes& routes);      // of one program
void step_routes(app::Routes& routes);      // one step or goal of it
void check_in_routes(app::Routes& routes);
void need_list_routes(app::Routes& routes);
void need_routes(app::Routes& routes);  // one need, with what would meet it
void asset_list_routes(app::Routes& routes);
void asset_routes(app::Routes& routes);
void agreement_routes(app::Routes& routes);  // behind a link in an e-mail

using app::Filled;
using app::status_of;
inline base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled) {
  return app::show(visit, "programs", std::move(filled));
}

// The program {id} of a visit, within the ecosystem of its scope.
base::Result<Whose> whose_program(store::Reader& reader, const app::Visit& visit);

// "/orgs/robotics-club/plan"
std::string plan_url(std::string_view program);

// Sets `name` to words, has_`name`, and `name`_iso for the markup.
void set_day(web::View& view, std::string_view name, std::string_view iso);

// "open", as a mark: the class of ui/styles/state.css and its words.
void set_mark(web::View& view, std::string_view css, std::string_view words);

// The way that something went, for pages/_programs_history.html.
void set_history(web::View& view, const std::vector<Move>& moves);

// A link that filters a list.
web::View filter_link(std::string_view label, long long count, std::string url, bool is_current);

// "/support/needs?state=met", of what is not empty.
std::string address(std::string_view path,
                    const std::vector<std::pair<std::string, std::string>>& query);

// Which page of a list: `?from=100`.
std::size_t from_in(const app::Visit& visit);
std::int64_t version_in(const app::Visit& visit);

}  // namespace enact::programs
