// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/routes.h"
#include "app/visit.h"
#include "base/result.h"
#include "network/directory.h"
#include "network/permission.h"
#include "web/view.h"

namespace enact::network {

// Shared, because each handler of the router is a copy of its own; the last one takes it along.
using SharedDirectory = std::shared_ptr<Directory>;
using DirectoryHandler = base::Result<web::Response> (*)(app::Visit&, Directory&);
app::Handler with(const SharedDirectory& directory, DirectoryHandler handler);

void network_routes(app::Routes& routes, const SharedDirectory& directory);
void kinds_routes(app::Routes& routes);
void org_routes(app::Routes& routes);
void org_form_routes(app::Routes& routes, const SharedDirectory& directory);
void people_routes(app::Routes& routes, const SharedDirectory& directory);
void facts_routes(app::Routes& routes);
void permissions_routes(app::Routes& routes);
void links_routes(app::Routes& routes);
void paths_routes(app::Routes& routes);
void introductions_routes(app::Routes& routes);
void map_routes(app::Routes& routes);
// "12 connections on record", for the play that is done with the map.
std::string map_standing(store::Reader& reader, const std::string& workspace);
void introduction_ask_routes(app::Routes& routes);
void introduction_answer_routes(app::Routes& routes);
void fields_routes(app::Routes& routes);
void verification_routes(app::Routes& routes);  // of one record
void stale_routes(app::Routes& routes);         // of an ecosystem
void answer_routes(app::Routes& routes);        // of whoever was asked
void duplicates_routes(app::Routes& routes);
void merge_routes(app::Routes& routes);
void sites_routes(app::Routes& routes);
void fundings_routes(app::Routes& routes);

using app::Filled;
inline base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled) {
  return app::show(visit, "network", std::move(filled));
}

// Sets `record_pages`: what other rooms, and this one, have about the record, as far as the viewer
// may see it. `kind` is an organization's, else empty.
void show_record_pages(web::View& view,
                       const app::Visit& visit,
                       app::RecordPage::Record record,
                       std::string_view kind);

// Sets `standing`, the last word on each channel, and `history`, all that was ever said.
void show_permissions(web::View& view, const std::vector<Permission>& history);

// "Cohort 1"; a cohort that is no number is shown as it was named.
std::string cohort_words(std::string_view cohort);

// A partial date for a <time>: `<name>` as people say it, `<name>_iso` for the markup, and whether
// there is one.
void set_date(web::View& view, const std::string& name, std::string_view partial_date);

}  // namespace enact::network
