// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/routes.h"
#include "imports/import.h"
#include "imports/imports.h"
#include "web/view.h"

namespace enact::imports {

// The routes of each part; add_routes() calls them all.
void list_routes(app::Routes& routes, const Setup& setup);
void new_routes(app::Routes& routes, const Setup& setup);
void mapping_routes(app::Routes& routes, const Setup& setup);
void column_routes(app::Routes& routes, const Setup& setup);
void plan_routes(app::Routes& routes, const Setup& setup);
void deed_routes(app::Routes& routes, const Setup& setup);
void download_routes(app::Routes& routes, const Setup& setup);

// At which ecosystem the routes ask for permission.
namespace scopes {
const app::Scope& import();      // that of the import {id}
const app::Scope& mapping();     // that of the saved mapping {id}
const app::Scope& new_import();  // the one that was chosen, or the first where the viewer works
}  // namespace scopes

// The ecosystems that the viewer may import for; for the hub also "", the whole network.
std::vector<std::string> ecosystems_to_import_for(const identity::Viewer& viewer);

// What they are called: "Lakeside", "The whole network".
std::string org_words(store::Reader& reader, const Setup& setup, const std::string& org);

// An import with its target, both of which a route needs.
struct OpenedImport {
  Import import;
  TargetOf target;  // as the import's ecosystem has it
};
base::Result<OpenedImport> open(const app::Visit& visit, const Setup& setup);

// Who does it, now.
Deed deed_of(const app::Visit& visit);

// Sets name, state, facts and who began it, which stand at the top of every page of an import.
void show_import(web::View& view, const OpenedImport& opened, const std::string& org);

}  // namespace enact::imports
