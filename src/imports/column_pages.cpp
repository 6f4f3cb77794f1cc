// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/column_form.h"
#include "imports/guess.h"
#include "imports/jobs.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/pages.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// What a look at the beginning of the file shows.
struct Glance {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> samples;  // of each column
  std::string facts;
  std::vector<base::Fault> warnings;
};

constexpr int kRowsLookedAt = 500;
constexpr std::size_t kMostSamples = 3;
constexpr std::size_t kSampleBytes = 60;

base::Result<Glance> glance_at(const Visit& visit, const Import& import, const Mapping& mapping) {
  auto bytes =
      visit.services.db.read([&](store::Reader& reader) { return file_of(reader, import.id); });
  if (!bytes)
    return base::not_found("The file of this import was deleted, as it was not used for long.");
  auto file = TableFile::open(*std::move(bytes), mapping.reading);
  if (!file) return tl::unexpected(file.error());
  Glance glance;
  glance.header = file->header();
  glance.samples.resize(glance.header.size());
  glance.facts = file->facts().words;
  glance.warnings = file->facts().warnings;
  TableRow row;
  for (int n = 0; n < kRowsLookedAt && file->next(row); ++n)
    for (std::size_t at = 0; at < glance.samples.size() && at < row.cells.size(); ++at) {
      auto& samples = glance.samples[at];
      auto text = base::shorten(base::trim(row.cells[at]), kSampleBytes);
      if (samples.size() < kMostSamples && !text.empty() &&
          std::find(samples.begin(), samples.end(), text) == samples.end())
        samples.push_back(std::move(text));
    }
  return glance;
}

base::Failure too_late(const Import& import) {
  return base::conflict(
      fmt::format("The columns can no longer be chosen: the import {}.", words_for(import.state)));
}

bool may_be_mapped(const Import& import) {
  return import.state == State::read || import.state == State::planned;
}

std::vector<web::View> mapping_choices(const std::vector<NamedMapping>& all,
                                       const std::string& chosen) {
  std::vector<web::View> views;
  for (const auto& named : all)
    views.emplace_back()
        .set("value", named.mapping.name)
        .set("label", named.origin == NamedMapping::Origin::ready_made
                          ? named.mapping.name + " (ready-made)"
                          : named.mapping.name)
        .set("is_chosen", named.mapping.name == chosen);
  return views;
}

Answer columns_page(Visit& visit,
                    const Setup& setup,
                    const OpenedImport& opened,
                    const Mapping& mapping,
                    const Glance& glance,
                    const base::Error* error) {
  const auto& import = opened.import;
  web::View view;
  visit.services.db.read([&](store::Reader& reader) {
    show_import(view, opened, org_words(reader, setup, import.org));
    view.set_list("mappings",
                  mapping_choices(mappings_for(reader, opened.target, import.org), mapping.name));
  });
  std::vector<web::View> warnings;
  for (const auto& warning : glance.warnings)
    warnings.emplace_back().set(
        "warning", warning.line > 0 ? fmt::format("Line {}: {}", warning.line, warning.message)
                                    : warning.message);
  view.set("facts", glance.facts)
      .set("has_facts", true)
      .set("base", mapping.name)
      .set("mapping_name", visit.form().text("mapping_name"))
      .set("things", opened.target->plural());
  view.set_list("warnings", std::move(warnings));
  show_columns(view, mapping, opened.target, glance.header, glance.samples, error);
  app::show_faults(view, {"mapping_name"}, error);
  return app::page(visit, "imports", "import_columns.html", std::move(view),
                   {.title = "Columns of " + import.file_name,
                    .status = error != nullptr ? 422 : 200,
                    .section = "imports"});
}

// The mapping that the form begins with: the one asked for by name, else the import's own.
base::Result<Mapping> mapping_asked_for(const Visit& visit,
                                        const OpenedImport& opened,
                                        const std::string& name) {
  if (name.empty() || name == opened.import.mapping.name) return opened.import.mapping;
  auto found = visit.services.db.read([&](store::Reader& reader) {
    return find_mapping(reader, opened.target, opened.import.org, name);
  });
  if (!found) return base::not_found("There is no mapping of that name any more.");
  return *std::move(found);
}

// GET /imports/{id}/columns
Answer show(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  if (!may_be_mapped(opened->import)) return web::redirect("/imports/" + opened->import.id);
  const auto mapping = mapping_asked_for(visit, *opened, visit.request.query_value("mapping"));
  if (!mapping) return tl::unexpected(mapping.error());
  const auto glance = glance_at(visit, opened->import, *mapping);
  if (!glance) return tl::unexpected(glance.error());
  return columns_page(visit, setup, *opened, *mapping, *glance, nullptr);
}

// POST /imports/{id}/columns
Answer choose(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  if (!may_be_mapped(opened->import)) return too_late(opened->import);
  const auto shown = mapping_asked_for(visit, *opened, visit.form().text("base"));
  if (!shown) return tl::unexpected(shown.error());
  const auto glance = glance_at(visit, opened->import, *shown);
  if (!glance) return tl::unexpected(glance.error());
  auto mapping = mapping_in(visit.form(), *shown, opened->target, glance->header);
  const auto refuse = [&](const base::Error& error) {
    return columns_page(visit, setup, *opened, mapping, *glance, &error);
  };
  if (auto faults = faults_of(mapping, opened->target, glance->header); !faults.empty())
    return refuse(base::invalid(std::move(faults)).value());
  const auto saved = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    auto import = opened->import;
    import.header = glance->header;
    import.facts = glance->facts;
    if (visit.form().has("save")) {
      mapping.name = visit.form().text("mapping_name");
      if (auto kept = save_mapping(writer, import.org, mapping, visit.event()); !kept) return kept;
    }
    if (!set_mapping(writer, import, mapping) || !ask_for_plan(writer, import.id, visit.now()))
      return too_late(import);
    enqueue_plan(writer, import.id, visit.now());
    return {};
  });
  if (!saved && saved.error().kind == base::Error::Kind::invalid) return refuse(saved.error());
  if (!saved) return tl::unexpected(saved.error());
  return web::redirect("/imports/" + opened->import.id);
}

}  // namespace

void column_routes(app::Routes& routes, const Setup& setup) {
  routes.get("/imports/{id}/columns", Needs::contributor, scopes::import(),
             [&setup](Visit& visit) { return show(visit, setup); });
  routes.post("/imports/{id}/columns", Needs::contributor, scopes::import(),
              [&setup](Visit& visit) { return choose(visit, setup); });
}

}  // namespace enact::imports
