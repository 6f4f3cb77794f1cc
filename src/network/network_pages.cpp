// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/date.h"
#include "base/text.h"
#include "network/directory_request.h"
#include "network/directory_view.h"
#include "network/duplicates_view.h"
#include "network/fields.h"
#include "network/kinds.h"
#include "network/org_export.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/structure.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// A file of more would take the program's memory for one person's convenience.
constexpr std::size_t kMostInFile = 10'000;
constexpr std::size_t kMostEcosystems = 200;

bool leads_somewhere(const identity::Viewer& viewer) {
  return viewer.is_hub() || viewer.has(identity::Role::ecosystem_lead);
}

// How much there is to decide for whoever may, where they begin to: "3 possible duplicates to look
// at".
std::string duplicates_words(store::Reader& reader, const identity::Viewer& viewer) {
  if (viewer.is_hub()) return duplicates_standing(reader, {});
  for (const auto& own : viewer.workspaces())
    if (identity::meets(viewer, Needs::lead, own)) return duplicates_standing(reader, own);
  return {};
}

// Facts that the network does not show to visitors are not counted for them either.
std::vector<Facet> facets_for(store::Reader& reader, const identity::Viewer& viewer) {
  std::vector<Facet> facets(std::begin(kAllFacets), std::end(kAllFacets));
  if (viewer.is_hub() || !viewer.workspaces().empty()) return facets;
  std::erase_if(facets, [&](Facet facet) {
    if (facet != Facet::state && facet != Facet::field) return false;
    const auto field = find_field(reader, facet == Facet::state ? "state" : "fields");
    return !field || !field->is_public;
  });
  return facets;
}

// How many of the kind are in each ecosystem.
std::map<std::string, std::size_t> counts_by_ecosystem(const DirectoryAnswer& answer) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [value, count] : answer.counts[place_of(Facet::ecosystem)])
    counts[value] = count;
  return counts;
}

web::View ecosystem_row(store::Reader& reader, const Org& org, std::size_t programs) {
  const auto parent = find_org(reader, org.parent);
  web::View view;
  view.set("name", org.name).set("url", "/orgs/" + org.id).set("region", org.region);
  view.set_maybe("parent", parent ? parent->name : "");
  view.set("parent_url", "/orgs/" + org.parent).set("programs", grouped(programs));
  return view;
}

// The ecosystems, a table for each cohort: what the network looks like to somebody who asks for
// nothing in particular.
void show_cohorts(web::View& view, store::Reader& reader, const DirectoryAnswer& programs) {
  auto all = ecosystems(reader);
  const auto count = all.size();
  if (all.size() > kMostEcosystems) all.resize(kMostEcosystems);
  auto counts = counts_by_ecosystem(programs);
  std::vector<web::View> tables;
  for (auto from = all.begin(); from != all.end();) {
    const auto to =
        std::find_if(from, all.end(), [&](const Org& o) { return o.cohort != from->cohort; });
    std::vector<web::View> rows;
    for (auto at = from; at != to; ++at) rows.push_back(ecosystem_row(reader, *at, counts[at->id]));
    auto& table = tables.emplace_back();
    table.set("title", cohort_words(from->cohort))
        .set("table_id", fmt::format("cohort-{}", tables.size()))
        .set("rows", std::move(rows));
    from = to;
  }
  view.set_list("cohorts", std::move(tables));
  view.set("has_more_ecosystems", count > kMostEcosystems).set("more_ecosystems", grouped(count));
}

void show_downloads(web::View& view, const DirectoryRequest& request, std::size_t total) {
  auto all = request;
  all.page = 1;
  all.more.clear();
  view.set("has_downloads", request.chosen[place_of(Facet::kind)] != kPeople)
      .set("csv", all.address(".csv"))
      .set("json", all.address(".json"))
      .set("download_words",
           total <= kMostInFile
               ? std::string("Download these organizations as")
               : fmt::format("Narrow it down to download all; the first {} are here as",
                             grouped(kMostInFile)));
}

// The organizations that the page goes through, as far as a file goes.
Answer download(Visit& visit, Directory& directory, const DirectoryRequest& request) {
  auto& db = visit.services.db;
  const auto answer = directory.find(db, question_of(request, {}, kMostInFile));
  std::vector<OrgRecord> found;
  db.read([&](store::Reader& reader) {
    for (const auto& ref : answer.page)
      if (auto org = find_record(reader, ref.id)) found.push_back(std::move(*org));
  });
  if (visit.request.format == "csv") return web::csv(csv_of(found), "organizations.csv");
  return web::json(json_of(found));
}

// GET /network
Answer show_network(Visit& visit, Directory& directory) {
  auto& db = visit.services.db;
  auto request = directory_request(visit, "/network");
  const auto facets =
      db.read([&](store::Reader& reader) { return facets_for(reader, visit.viewer); });
  for (const auto facet : kAllFacets)
    if (std::find(facets.begin(), facets.end(), facet) == facets.end())
      request.chosen[place_of(facet)].clear();
  if (!visit.request.format.empty()) {
    request.page = 1;
    return download(visit, directory, request);
  }
  const auto sight = sight_of(visit.viewer);
  const auto answer = directory.find(db, question_of(request, sight, kEntriesOfPage));
  DirectoryAnswer programs;
  if (request.is_empty()) {
    auto only_programs = request.with(Facet::kind, std::string(kProgram));
    programs = directory.find(db, question_of(only_programs, {}, 0));
  }
  return show(visit, db.read([&](store::Reader& reader) -> base::Result<Filled> {
    web::View view;
    show_directory(view, reader, request, answer, facets);
    show_entries(view, reader, answer, kinds(reader));
    if (request.is_empty())
      show_cohorts(view, reader, programs);
    else
      view.set_list("cohorts", {}).set("has_more_ecosystems", false).set("more_ecosystems", "");
    show_downloads(view, request, answer.total);
    view.set("words_label", "Name or place")
        .set("is_nobody", request.is_empty() && answer.total == 0)
        .set("is_hub", visit.viewer.is_hub())
        .set("is_signed_in", visit.viewer.is_signed_in())
        .set("takes_part", visit.viewer.is_hub() || !visit.viewer.workspaces().empty())
        .set("may_add", leads_somewhere(visit.viewer))
        .set_maybe("duplicates", duplicates_words(reader, visit.viewer));
    return Filled{"network.html",
                  std::move(view),
                  {.title = "Network",
                   .description = "The ecosystems, their programs and the organizations around "
                                  "them.",
                   .section = "network"}};
  }));
}

// GET /network/structure
Answer show_structure(Visit& visit, Directory& directory) {
  const auto structure = structure_of(visit.services.db, directory, visit.network);
  return app::page(visit, "network", "structure.html", structure_view(structure),
                   {.title = "How the network is built",
                    .description = "The hub, the cohorts, the ecosystems with the organizations "
                                   "that host them, and their programs.",
                    .section = "network"});
}

}  // namespace

std::string cohort_words(std::string_view cohort) {
  if (cohort.empty()) return "No cohort";
  return base::to_integer(cohort) ? fmt::format("Cohort {}", cohort) : std::string(cohort);
}

void set_date(web::View& view, const std::string& name, std::string_view partial_date) {
  view.set_maybe(name, base::partial_date_words(partial_date));
  view.set(name + "_iso", partial_date);
}

app::Handler with(const SharedDirectory& directory, DirectoryHandler handler) {
  return [directory, handler](Visit& visit) { return handler(visit, *directory); };
}

void network_routes(app::Routes& routes, const SharedDirectory& directory) {
  routes.get("/network", Needs::nothing, with(directory, show_network),
             {.formats = {"csv", "json"}});
  routes.get("/network/structure", Needs::nothing, with(directory, show_structure));
}

}  // namespace enact::network
