// SPDX-License-Identifier: Apache-2.0
#include "imports/pages.h"

#include <fmt/format.h>

#include "base/text.h"
#include "imports/jobs.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/numbers.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Found = base::Result<std::string>;

base::Failure no_such_import() {
  return base::not_found("There is no import at this address.");
}

Found of_import(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Found {
    const auto import = find_import(reader, visit.id());
    if (!import) return no_such_import();
    return import->org;
  });
}

Found of_mapping(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) -> Found {
    const auto mapping = find_saved_mapping(reader, visit.id());
    if (!mapping) return base::not_found("There is no mapping at this address.");
    return mapping->org;
  });
}

Found of_new_import(Visit& visit) {
  const auto asked =
      visit.request.form ? visit.form().text("ecosystem") : visit.request.query_value("ecosystem");
  if (!asked.empty()) return asked;
  const auto own = ecosystems_to_import_for(visit.viewer);
  return own.empty() ? std::string() : own.front();
}

}  // namespace

namespace scopes {

const app::Scope& import() {
  static const app::Scope scope{"import", of_import};
  return scope;
}

const app::Scope& mapping() {
  static const app::Scope scope{"mapping", of_mapping};
  return scope;
}

const app::Scope& new_import() {
  static const app::Scope scope{"ecosystem of the import", of_new_import};
  return scope;
}

}  // namespace scopes

std::vector<std::string> ecosystems_to_import_for(const identity::Viewer& viewer) {
  std::vector<std::string> all;
  if (viewer.is_hub()) all.emplace_back();
  for (auto& org : viewer.workspaces())
    if (identity::meets(viewer, Needs::contributor, org)) all.push_back(std::move(org));
  return all;
}

std::string org_words(store::Reader& reader, const Setup& setup, const std::string& org) {
  return org.empty() ? std::string("The whole network") : setup.org_name(reader, org).value_or(org);
}

base::Result<OpenedImport> open(const Visit& visit, const Setup& setup) {
  return visit.services.db.read([&](store::Reader& reader) -> base::Result<OpenedImport> {
    auto import = find_import(reader, visit.id());
    if (!import) return no_such_import();
    const auto* target = find_target(setup, import->target);
    if (target == nullptr)
      return base::not_found("What this import was about can no longer be imported.");
    TargetOf own(reader, *target, import->org);
    return OpenedImport{*std::move(import), std::move(own)};
  });
}

Deed deed_of(const Visit& visit) {
  return {visit.viewer.user_id, visit.viewer.name, visit.now()};
}

void show_import(web::View& view, const OpenedImport& opened, const std::string& org) {
  const auto& import = opened.import;
  view.set("url", "/imports/" + import.id)
      .set("name", import.file_name)
      .set("target", opened.target->label())
      .set("org", org)
      .set("state", words_for(import.state))
      .set("mark", mark_of(import.state))
      .set("begun_by", import.begun.name)
      .set("begun_at", import.begun.at.day().words())
      .set("begun_iso", import.begun.at.day().iso());
  view.set_maybe("facts", import.facts);
  view.set_maybe("message", import.message);
  view.set_maybe("mapping", import.mapping.name);
}

void add_routes(app::Routes& routes, const Setup& setup) {
  list_routes(routes, setup);
  new_routes(routes, setup);
  mapping_routes(routes, setup);
  column_routes(routes, setup);
  plan_routes(routes, setup);
  deed_routes(routes, setup);
  download_routes(routes, setup);
}

}  // namespace enact::imports
