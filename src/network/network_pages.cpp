// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/date.h"
#include "base/text.h"
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

OrgFilter filter_of(const Visit& visit) {
  return {.kind = visit.request.query_value("kind"),
          .cohort = visit.request.query_value("cohort"),
          .words = std::string(base::trim(visit.request.query_value("q")))};
}

std::string query_of(const OrgFilter& filter) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) parts.push_back(fmt::format("{}={}", name, base::url_encode(value)));
  };
  add("kind", filter.kind);
  add("cohort", filter.cohort);
  add("q", filter.words);
  return parts.empty() ? std::string() : "?" + base::join(parts, "&");
}

web::View choice(std::string label, const OrgFilter& to, bool is_current) {
  web::View view;
  view.set("label", std::move(label))
      .set("url", "/network" + query_of(to))
      .set("is_current", is_current);
  return view;
}

// Links that change one part of the filter and keep the rest.
void show_filter(web::View& view,
                 const OrgFilter& filter,
                 const OrgTree& tree,
                 const std::vector<Kind>& kinds) {
  std::map<std::string, int> of_kind, of_cohort;
  for (const auto& org : tree.all()) {
    ++of_kind[org.kind];
    if (!org.cohort.empty()) ++of_cohort[org.cohort];
  }
  auto to = filter;
  to.kind.clear();
  std::vector<web::View> kind_links{choice("All", to, filter.kind.empty())};
  for (const auto& kind : kinds) {
    if (!of_kind.contains(kind.id)) continue;
    to.kind = kind.id;
    kind_links.push_back(
        choice(fmt::format("{} {}", kind.plural, of_kind[kind.id]), to, filter.kind == kind.id));
  }
  to = filter;
  to.cohort.clear();
  std::vector<web::View> cohort_links{choice("Any", to, filter.cohort.empty())};
  for (const auto& [cohort, count] : of_cohort) {
    to.cohort = cohort;
    cohort_links.push_back(choice(cohort, to, filter.cohort == cohort));
  }
  view.set("kinds", std::move(kind_links)).set_list("cohort_links", std::move(cohort_links));
  view.set("words", filter.words).set("kind", filter.kind).set("cohort", filter.cohort);
  view.set("csv", "/network.csv" + query_of(filter));
  view.set("json", "/network.json" + query_of(filter));
}

web::View link_to(const Org& org) {
  web::View view;
  view.set("name", org.name).set("url", "/orgs/" + org.id).set_maybe("region", org.region);
  return view;
}

web::View ecosystem_row(const Org& org, const OrgTree& tree) {
  auto view = link_to(org);
  const auto* parent = tree.find(org.parent);
  view.set_maybe("parent", parent != nullptr ? parent->name : "");
  view.set("parent_url", "/orgs/" + org.parent);
  view.set("programs", tree.programs_of(org.id).size());
  return view;
}

// The ecosystems that the filter lets through, a table for each cohort.
std::vector<web::View> cohort_tables(const std::vector<OrgRecord>& found, const OrgTree& tree) {
  std::vector<const Org*> ecosystems;
  for (const auto& org : found)
    if (org.kind == kEcosystem) ecosystems.push_back(&org);
  std::stable_sort(ecosystems.begin(), ecosystems.end(),
                   [](const Org* a, const Org* b) { return cohort_place(*a) < cohort_place(*b); });
  std::vector<web::View> tables;
  for (auto from = ecosystems.begin(); from != ecosystems.end();) {
    const auto to = std::find_if(from, ecosystems.end(),
                                 [&](const Org* o) { return o->cohort != (*from)->cohort; });
    std::vector<web::View> rows;
    for (auto at = from; at != to; ++at) rows.push_back(ecosystem_row(**at, tree));
    web::View table;
    table.set("title", cohort_words((*from)->cohort))
        .set("table_id", fmt::format("cohort-{}", tables.size() + 1))
        .set("rows", std::move(rows));
    tables.push_back(std::move(table));
    from = to;
  }
  return tables;
}

std::vector<web::View> other_kinds(const std::vector<OrgRecord>& found,
                                   const std::vector<Kind>& kinds) {
  std::vector<web::View> groups;
  for (const auto& kind : kinds) {
    if (kind.id == kEcosystem) continue;
    std::vector<web::View> rows;
    for (const auto& org : found)
      if (org.kind == kind.id) rows.push_back(link_to(org));
    if (rows.empty()) continue;
    web::View group;
    group.set("title", kind.plural)
        .set("group_id", "kind-" + kind.id)
        .set("count", rows.size())
        .set("rows", std::move(rows));
    groups.push_back(std::move(group));
  }
  return groups;
}

bool leads_somewhere(const identity::Viewer& viewer) {
  return viewer.is_hub() || viewer.has(identity::Role::ecosystem_lead);
}

Filled network_page(const Visit& visit,
                    store::Reader& reader,
                    const OrgFilter& filter,
                    const std::vector<OrgRecord>& found) {
  const auto all = tree(reader);
  const auto known = kinds(reader);
  web::View view;
  show_filter(view, filter, all, known);
  view.set_list("cohorts", cohort_tables(found, all));
  view.set_list("groups", other_kinds(found, known));
  view.set("count", base::counted(std::ssize(found), "organization", "organizations"))
      .set("total", all.all().size())
      .set("is_filtered", !filter.is_empty())
      .set("is_empty", found.empty())
      .set("is_nobody", all.all().empty())
      .set("is_hub", visit.viewer.is_hub())
      .set("is_signed_in", visit.viewer.is_signed_in())
      .set("may_add", leads_somewhere(visit.viewer));
  return {"network.html",
          std::move(view),
          {.title = "Network",
           .description = "The ecosystems, their programs and the organizations around them.",
           .section = "network"}};
}

// GET /network
Answer show_network(Visit& visit) {
  const auto filter = filter_of(visit);
  std::vector<OrgRecord> found;
  const auto filled = visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    found = records(reader, filter);
    if (!visit.request.format.empty()) return Filled{};
    return network_page(visit, reader, filter, found);
  });
  if (visit.request.format == "csv") return web::csv(csv_of(found), "organizations.csv");
  if (visit.request.format == "json") return web::json(json_of(found));
  return show(visit, filled);
}

// GET /network/structure
Answer show_structure(Visit& visit) {
  const auto all = visit.services.db.read([](store::Reader& reader) { return tree(reader); });
  const auto structure = structure_of(all, visit.network);
  return app::page(visit, "network", "structure.html", structure_view(structure),
                   {.title = "How the network is built",
                    .description = "The hub, the cohorts, the ecosystems with the organizations "
                                   "that host them, and their programs.",
                    .section = "network"});
}

}  // namespace

Answer show(const Visit& visit, base::Result<Filled> filled) {
  if (!filled) return tl::unexpected(filled.error());
  return app::page(visit, "network", filled->template_name, std::move(filled->view),
                   std::move(filled->options));
}

std::string cohort_words(std::string_view cohort) {
  if (cohort.empty()) return "No cohort";
  return base::to_integer(cohort) ? fmt::format("Cohort {}", cohort) : std::string(cohort);
}

void set_date(web::View& view, const std::string& name, std::string_view partial_date) {
  view.set_maybe(name, base::partial_date_words(partial_date));
  view.set(name + "_iso", partial_date);
}

void network_routes(app::Routes& routes) {
  routes.get("/network", Needs::nothing, show_network, {.formats = {"csv", "json"}});
  routes.get("/network/structure", Needs::nothing, show_structure);
}

}  // namespace enact::network
