// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/routes.h"
#include "network/directory.h"
#include "network/form_views.h"
#include "network/pages.h"

namespace enact::network {

// An organization as a field of a form holds it. There may be a million to choose from, so its name
// or id is typed; with script, suggestions come while typing.
struct OrgField {
  std::string id;               // empty where none is meant, or none was found
  std::string text;             // as typed, or its name
  std::vector<Choice> several;  // one of these may be meant

  bool is_open() const { return id.empty() && !text.empty(); }
};

OrgField org_field(store::Reader& reader, std::string_view id);

// What the visit's form says in the field `name`: any organization by its id; by the words of its
// name those at which the viewer meets `needs`. An exact name goes before one that is cut short.
// Not to be called from inside a read or write.
OrgField posted_org(const app::Visit& visit,
                    Directory& directory,
                    std::string_view name,
                    web::Needs needs);

// Why the field is still open, for the form that is shown again.
base::Failure open_field(std::string_view name, const OrgField& field);

// The id that a form means, as far as that is plain without looking: for scopes.
std::string plain_org(const web::Form& form, std::string_view name);

// GET /network/suggest?q=lake&for=parent, for ui/scripts/suggest.js.
void suggest_routes(app::Routes& routes, const SharedDirectory& directory);

}  // namespace enact::network
