// SPDX-License-Identifier: Apache-2.0
#include "network/structure.h"

#include <algorithm>
#include <map>

#include "network/directory_view.h"
#include "network/network.h"
#include "network/org.h"
#include "network/pages.h"

namespace enact::network {
namespace {

// As much as somebody can take in; the directory has the others.
constexpr std::size_t kEcosystemsDrawn = 60;
constexpr std::size_t kProgramsDrawn = 12;

// "12 more", with a link to all of them; or nothing.
void set_rest(web::View& view, std::size_t there, std::size_t shown, std::string url) {
  view.set("has_rest", there > shown)
      .set("rest", grouped(there - std::min(there, shown)))
      .set("rest_url", std::move(url));
}

web::View link_view(const Org& org) {
  web::View view;
  view.set("name", org.name).set("url", "/orgs/" + org.id);
  return view;
}

std::string count_words(std::size_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

web::View ecosystem_view(const Structure::Ecosystem& ecosystem, const std::string& cohort) {
  auto view = link_view(ecosystem.org);
  std::vector<web::View> programs;
  for (const auto& program : ecosystem.programs) programs.push_back(link_view(program));
  view.set("cohort", cohort)
      .set("program_count", grouped(ecosystem.program_count))
      .set("parent_url", "/orgs/" + ecosystem.parent.id);
  view.set_maybe("region", ecosystem.org.region).set_maybe("parent", ecosystem.parent.name);
  view.set_list("programs", std::move(programs));
  set_rest(view, ecosystem.program_count, ecosystem.programs.size(),
           "/network?kind=pcsp&ecosystem=" + ecosystem.org.id);
  return view;
}

}  // namespace

Structure structure_of(store::Database& db, Directory& directory, std::string_view network_name) {
  DirectoryQuestion question{.most = 0};
  question.chosen[place_of(Facet::kind)] = {std::string(kProgram)};
  const auto programs = directory.find(db, question);
  const auto first = directory.first_in_each(db, kProgram, kProgramsDrawn);
  std::map<std::string, std::size_t> counts;
  Structure structure;
  structure.root = structure.root_short = network_name;
  structure.program_count = structure.elsewhere_count = programs.total;
  for (const auto& [ecosystem, count] : programs.counts[place_of(Facet::ecosystem)]) {
    counts[ecosystem] = count;
    structure.elsewhere_count -= count;
  }
  db.read([&](store::Reader& reader) {
    const auto first_of = [&](const std::string& ecosystem) {
      std::vector<Org> orgs;
      if (const auto ids = first.find(ecosystem); ids != first.end())
        for (const auto& id : ids->second)
          if (auto org = find_org(reader, id)) orgs.push_back(std::move(*org));
      return orgs;
    };
    if (const auto hubs = orgs(reader, kHub); hubs.size() == 1) {
      structure.root = hubs.front().name;
      structure.root_short = hubs.front().short_name;
      structure.hub_id = hubs.front().id;
    }
    auto all = ecosystems(reader);
    structure.ecosystem_count = all.size();
    if (all.size() > kEcosystemsDrawn) all.resize(kEcosystemsDrawn);
    for (auto& org : all) {
      const auto title = cohort_words(org.cohort);
      if (structure.cohorts.empty() || structure.cohorts.back().title != title)
        structure.cohorts.push_back({title, {}});
      structure.cohorts.back().ecosystems.push_back(
          {.org = org,
           .parent = find_org(reader, org.parent).value_or(Org{}),
           .programs = first_of(org.id),
           .program_count = counts[org.id]});
    }
    structure.elsewhere = first_of("");
  });
  return structure;
}

web::View structure_view(const Structure& structure) {
  std::vector<web::View> cohorts, rows, elsewhere;
  for (const auto& cohort : structure.cohorts) {
    std::vector<web::View> ecosystems;
    for (const auto& ecosystem : cohort.ecosystems) {
      ecosystems.push_back(ecosystem_view(ecosystem, cohort.title));
      rows.push_back(ecosystem_view(ecosystem, cohort.title));
    }
    web::View view;
    view.set("title", cohort.title).set("ecosystems", std::move(ecosystems));
    cohorts.push_back(std::move(view));
  }
  for (const auto& program : structure.elsewhere) elsewhere.push_back(link_view(program));

  web::View view;
  view.set("root", structure.root).set("root_url", "/orgs/" + structure.hub_id);
  view.set("has_hub", !structure.hub_id.empty())
      .set("ecosystem_count", count_words(structure.ecosystem_count, "ecosystem"))
      .set("program_total", count_words(structure.program_count, "program"))
      .set("drawn", grouped(rows.size()))
      .set("is_cut", structure.ecosystem_count > rows.size())
      .set("elsewhere_rest", grouped(structure.elsewhere_count - structure.elsewhere.size()))
      .set("has_elsewhere_rest", structure.elsewhere_count > structure.elsewhere.size())
      .set("drawing", drawing(structure));
  view.set_list("cohorts", std::move(cohorts)).set_list("rows", std::move(rows));
  view.set_list("elsewhere", std::move(elsewhere));
  return view;
}

}  // namespace enact::network
