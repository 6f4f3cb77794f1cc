// SPDX-License-Identifier: Apache-2.0
#include "network/scopes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/affiliations.h"
#include "network/introductions.h"
#include "network/merge_references.h"
#include "network/network.h"
#include "network/org.h"
#include "network/org_choice.h"
#include "network/orgs.h"
#include "network/people.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Found = base::Result<std::string>;

// What the address asks for ("?parent=lakeside"), or the form holds.
std::string asked(const Visit& visit, std::string_view name) {
  return visit.request.form ? plain_org(visit.form(), name) : visit.request.query_value(name);
}

// The ecosystem of `org` when the viewer meets `needs` there, else the first where they do: the
// form is then shown again, with the sentence that says why not.
std::string workspace_or_own(const Visit& visit,
                             store::Reader& reader,
                             const std::string& org,
                             Needs needs) {
  const auto workspace = org.empty() ? std::string() : workspace_of(reader, org);
  if (!workspace.empty() && identity::meets(visit.viewer, needs, workspace)) return workspace;
  for (const auto& own : visit.viewer.workspaces())
    if (identity::meets(visit.viewer, needs, own)) return own;
  return workspace;
}

Found of_org(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Found {
    const auto stands = standing_id(reader, Thing::organization, visit.id());
    if (stands.empty())
      return base::not_found(fmt::format("There is no organization \"{}\" in the network.",
                                         base::shorten(visit.id(), 80)));
    return workspace_of(reader, stands);
  });
}

Found of_new_org(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) {
    return Found(workspace_or_own(visit, reader, asked(visit, "parent"), Needs::lead));
  });
}

Found of_new_person(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) {
    return Found(workspace_or_own(visit, reader, asked(visit, "org"), Needs::contributor));
  });
}

Found of_person(Visit& visit, Needs needs) {
  return visit.services.db.read([&](store::Reader& reader) -> Found {
    const auto stands = standing_id(reader, Thing::person, visit.id());
    if (stands.empty()) return base::not_found("There is nobody at this address.");
    const auto workspaces = workspaces_of_person(reader, stands, Which::any);
    const auto open = std::find_if(workspaces.begin(), workspaces.end(), [&](const auto& w) {
      return identity::meets(visit.viewer, needs, w);
    });
    if (open != workspaces.end()) return *open;
    return workspaces.empty() ? std::string() : workspaces.front();
  });
}

Found of_affiliation(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Found {
    const auto affiliation = find_affiliation(reader, visit.id("affiliation"));
    if (!affiliation || affiliation->person != visit.id())
      return base::not_found("This is not on record.");
    return workspace_of(reader, affiliation->org);
  });
}

Found of_introduction(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Found {
    const auto introduction = find_introduction(reader, visit.id());
    if (!introduction || !introduction->is_seen_by(visit.viewer.user_id))
      return base::not_found("There is no introduction at this address.");
    return introduction->workspace;
  });
}

}  // namespace

namespace scopes {

const app::Scope& org() {
  static const app::Scope scope{"organization", of_org};
  return scope;
}

const app::Scope& new_org() {
  static const app::Scope scope{"parent organization", of_new_org};
  return scope;
}

const app::Scope& affiliation() {
  static const app::Scope scope{"affiliation", of_affiliation};
  return scope;
}

app::Scope person(Needs needs) {
  return {"person", [needs](Visit& visit) { return of_person(visit, needs); }};
}

const app::Scope& introduction() {
  static const app::Scope scope{"introduction", of_introduction};
  return scope;
}

const app::Scope& new_person() {
  static const app::Scope scope{"organization of the person", of_new_person};
  return scope;
}

}  // namespace scopes

bool may_place(store::Reader& reader, const identity::Viewer& viewer, const Org& org) {
  if (org.kind == kHub && !viewer.is_hub()) return false;
  return identity::meets(viewer, Needs::lead, line_of(reader, org).workspace_of(org.id));
}

}  // namespace enact::network
