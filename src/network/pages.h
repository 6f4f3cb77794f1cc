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
void fields_routes(app::Routes& routes);

// What was read for a page. The frame around it reads for itself, so pages are made after reading.
struct Filled {
  std::string_view template_name;
  web::View view;
  app::PageOptions options;
};
base::Result<web::Response> show(const app::Visit& visit, base::Result<Filled> filled);

// Sets `standing`, the last word on each channel, and `history`, all that was ever said.
void show_permissions(web::View& view, const std::vector<Permission>& history);

// "Cohort 1"; a cohort that is no number is shown as it was named.
std::string cohort_words(std::string_view cohort);

// A partial date for a <time>: `<name>` as people say it, `<name>_iso` for the markup, and whether
// there is one.
void set_date(web::View& view, const std::string& name, std::string_view partial_date);

}  // namespace enact::network
