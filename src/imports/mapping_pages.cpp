// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"
#include "base/text.h"
#include "imports/jobs.h"
#include "imports/mappings.h"
#include "imports/pages.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr const char* kPage = "/imports/mappings";

web::View entry(const SavedMapping& mapping, const std::string& org, const Target* target) {
  const auto at = base::Instant::parse(mapping.changed_at);
  web::View view;
  view.set("id", mapping.id)
      .set("url", std::string(kPage) + "/" + mapping.id)
      .set("name", mapping.name)
      .set("value", mapping.name)
      .set("version", mapping.version)
      .set("org", org)
      .set("target", target != nullptr ? target->label() : std::string_view(mapping.target))
      .set("by", mapping.changed_by)
      .set("at", at ? at->day().words() : mapping.changed_at)
      .set("at_iso", at ? at->day().iso() : mapping.changed_at)
      .set("input", "name-" + mapping.id)
      .set("is_wrong", false);
  return view;
}

std::vector<web::View> ready_made_views(const Setup& setup) {
  std::vector<web::View> views;
  for (const auto* target : setup.targets)
    for (const auto& mapping : ready_made(*target))
      views.emplace_back().set("name", mapping.name).set("target", target->label());
  return views;
}

// With what was typed where it could not be done; `error` is about the mapping of this address.
Answer mappings_page(Visit& visit, const Setup& setup, const base::Error* error) {
  auto rows = visit.services.db.read([&](store::Reader& reader) {
    std::vector<web::View> views;
    for (const auto& org : ecosystems_to_import_for(visit.viewer))
      for (const auto& mapping : saved_mappings(reader, org)) {
        auto& view = views.emplace_back(
            entry(mapping, org_words(reader, setup, org), find_target(setup, mapping.target)));
        if (error != nullptr && mapping.id == visit.id())
          view.set("value", visit.form().text("mapping_name"))
              .set("is_wrong", true)
              .set("input", "mapping_name");
      }
    return views;
  });
  web::View view;
  view.set_list("rows", std::move(rows)).set_list("ready_made", ready_made_views(setup));
  app::show_faults(view, {"mapping_name"}, error);
  return app::page(visit, "imports", "import_mappings.html", std::move(view),
                   {.title = "Mappings of columns",
                    .status = error != nullptr ? app::status_of(*error) : 200,
                    .section = "imports"});
}

template <class Verb>
Answer does(Visit& visit, const Setup& setup, std::string_view notice, Verb verb) {
  const auto version = base::to_integer(visit.form().text("version")).value_or(0);
  const auto done = visit.services.db.write(
      [&](store::Writer& writer) { return verb(writer, std::int64_t(version)); });
  if (done) return app::redirect_with_notice(visit, kPage, notice);
  const auto kind = done.error().kind;
  if (kind != base::Error::Kind::invalid && kind != base::Error::Kind::conflict)
    return tl::unexpected(done.error());
  return mappings_page(visit, setup, &done.error());
}

// GET /imports/mappings
Answer show(Visit& visit, const Setup& setup) {
  return mappings_page(visit, setup, nullptr);
}

// POST /imports/mappings/{id}/name
Answer rename(Visit& visit, const Setup& setup) {
  return does(visit, setup, "The mapping has its new name.",
              [&](store::Writer& writer, std::int64_t version) {
                return rename_mapping(writer, visit.id(), visit.form().text("mapping_name"),
                                      version, visit.event());
              });
}

// POST /imports/mappings/{id}/delete
Answer remove(Visit& visit, const Setup& setup) {
  return does(visit, setup, "The mapping is deleted. What was imported by it stays.",
              [&](store::Writer& writer, std::int64_t version) {
                return delete_mapping(writer, visit.id(), version, visit.event());
              });
}

}  // namespace

void mapping_routes(app::Routes& routes, const Setup& setup) {
  routes.get(kPage, Needs::signed_in, [&setup](Visit& visit) { return show(visit, setup); });
  routes.post("/imports/mappings/{id}/name", Needs::contributor, scopes::mapping(),
              [&setup](Visit& visit) { return rename(visit, setup); });
  routes.post("/imports/mappings/{id}/delete", Needs::contributor, scopes::mapping(),
              [&setup](Visit& visit) { return remove(visit, setup); });
}

}  // namespace enact::imports
