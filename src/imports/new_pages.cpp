// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
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

// The boundary and the other fields of the form come on top of the file.
constexpr std::size_t kBodyLimit = kMostFileBytes + (std::size_t{1} << 20);

struct Handed {
  std::string name;
  std::string bytes;
};

Handed handed_in(const web::Form& form) {
  for (const auto& upload : form.uploads())
    if (upload.field == "file" && !upload.content.empty())
      return {upload.file_name.empty() ? "file" : upload.file_name, upload.content};
  return {"Pasted rows", form.raw("text")};
}

std::vector<web::View> choices(const std::vector<std::pair<std::string, std::string>>& all,
                               const std::string& chosen) {
  std::vector<web::View> views;
  for (const auto& [value, label] : all)
    views.emplace_back().set("value", value).set("label", label).set("is_chosen", value == chosen);
  return views;
}

Answer new_page(Visit& visit, const Setup& setup, const base::Error* error) {
  const auto asked = [&](std::string_view name) {
    return visit.request.form ? visit.form().text(name) : visit.request.query_value(name);
  };
  std::vector<std::pair<std::string, std::string>> targets;
  for (const auto* target : setup.targets)
    targets.emplace_back(std::string(target->name()), std::string(target->label()));
  auto ecosystems = visit.services.db.read([&](store::Reader& reader) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& org : ecosystems_to_import_for(visit.viewer))
      all.emplace_back(org, org_words(reader, setup, org));
    return all;
  });
  web::View view;
  view.set("has_one_ecosystem", ecosystems.size() <= 1)
      .set("ecosystem", ecosystems.empty() ? std::string() : ecosystems.front().first)
      .set("ecosystem_name", ecosystems.empty() ? std::string() : ecosystems.front().second)
      .set("most", kMostFileBytes >> 20)
      .set("text", visit.form().raw("text"));
  view.set_list("ecosystems", choices(ecosystems, asked("ecosystem")));
  view.set_list("targets", choices(targets, asked("target")));
  app::show_faults(view, {"target", "file"}, error);
  return app::page(
      visit, "imports", "import_new.html", std::move(view),
      {.title = "Import a file", .status = error != nullptr ? 422 : 200, .section = "imports"});
}

// The columns that the file has for this mapping, which may read nested records in its own way.
std::vector<std::string> header_as_read(const Mapping& mapping,
                                        const TableFile& file,
                                        const std::string& bytes) {
  const auto& reading = mapping.reading;
  if (file.facts().format == Format::csv || (reading.rows_in.empty() && reading.current_in.empty()))
    return file.header();
  const auto again = TableFile::open(bytes, reading);
  return again ? again->header() : std::vector<std::string>();
}

// Of the mappings that have a name the one that fits the file best, else what the header suggests.
Mapping mapping_for(store::Reader& reader,
                    const Target& target,
                    const std::string& org,
                    const TableFile& file,
                    const std::string& bytes) {
  auto best = guessed_mapping(target, file.header());
  auto best_fit = fit_of(best, target, file.header());
  for (auto& named : mappings_for(reader, target, org)) {
    const auto fit = fit_of(named.mapping, target, header_as_read(named.mapping, file, bytes));
    if (fit == 0 || fit < best_fit) continue;
    best = std::move(named.mapping);
    best_fit = fit;
  }
  return best;
}

// GET /imports/new
Answer begin(Visit& visit, const Setup& setup) {
  return new_page(visit, setup, nullptr);
}

// POST /imports/new
Answer read_file(Visit& visit, const Setup& setup) {
  const auto refuse = [&](const base::Error& error) { return new_page(visit, setup, &error); };
  const auto* target = find_target(setup, visit.form().text("target"));
  if (target == nullptr)
    return refuse({.kind = base::Error::Kind::invalid,
                   .field = "target",
                   .message = "Choose what the rows of the file are.",
                   .faults = {}});
  const bool is_known = visit.services.db.read([&](store::Reader& reader) {
    return visit.scope.empty() || setup.org_name(reader, visit.scope).has_value();
  });
  if (!is_known) return base::not_found("There is no such ecosystem to import for.");
  const auto handed = handed_in(visit.form());
  NewImport draft{.org = visit.scope, .file_name = handed.name, .mapping = {}};
  draft.mapping.target = target->name();
  if (!handed.bytes.empty() && handed.bytes.size() <= kMostFileBytes) {
    const auto file = TableFile::open(handed.bytes);
    if (!file) {
      auto error = file.error();
      for (auto& fault : error.faults) fault.field = "file";
      error.field = "file";
      return refuse(error);
    }
    draft.mapping = visit.services.db.read([&](store::Reader& reader) {
      return mapping_for(reader, TargetOf(reader, *target, visit.scope), visit.scope, *file,
                         handed.bytes);
    });
  }
  const auto id = begin_import(visit.services.db, draft, handed.bytes, deed_of(visit));
  if (!id) return refuse(id.error());
  return web::redirect(fmt::format("/imports/{}/columns", *id));
}

}  // namespace

void new_routes(app::Routes& routes, const Setup& setup) {
  routes.get("/imports/new", Needs::contributor, scopes::new_import(),
             [&setup](Visit& visit) { return begin(visit, setup); });
  routes.post("/imports/new", Needs::contributor, scopes::new_import(),
              [&setup](Visit& visit) { return read_file(visit, setup); },
              {.body_limit = kBodyLimit});
}

}  // namespace enact::imports
