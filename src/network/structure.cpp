// SPDX-License-Identifier: Apache-2.0
#include "network/structure.h"

#include <algorithm>

#include "base/text.h"
#include "network/org.h"
#include "network/pages.h"

namespace enact::network {
namespace {

web::View link_view(const Org& org) {
  web::View view;
  view.set("name", org.name).set("url", "/orgs/" + org.id);
  return view;
}

web::View ecosystem_view(const Structure::Ecosystem& ecosystem, const std::string& cohort) {
  auto view = link_view(ecosystem.org);
  std::vector<web::View> programs;
  for (const auto& program : ecosystem.programs) programs.push_back(link_view(program));
  view.set("cohort", cohort)
      .set("program_count", ecosystem.programs.size())
      .set("parent_url", "/orgs/" + ecosystem.parent.id);
  view.set_maybe("region", ecosystem.org.region).set_maybe("parent", ecosystem.parent.name);
  view.set_list("programs", std::move(programs));
  return view;
}

}  // namespace

Structure structure_of(const OrgTree& tree, std::string_view network_name) {
  Structure structure;
  structure.root = structure.root_short = network_name;
  const auto is_hub = [](const Org& org) { return org.kind == kHub; };
  if (std::count_if(tree.all().begin(), tree.all().end(), is_hub) == 1) {
    const auto hub = std::find_if(tree.all().begin(), tree.all().end(), is_hub);
    structure.root = hub->name;
    structure.root_short = hub->short_name;
    structure.hub_id = hub->id;
  }
  for (const auto* org : tree.ecosystems()) {
    const auto title = cohort_words(org->cohort);
    if (structure.cohorts.empty() || structure.cohorts.back().title != title)
      structure.cohorts.push_back({title, {}});
    Structure::Ecosystem ecosystem;
    ecosystem.org = *org;
    if (const auto* parent = tree.find(org->parent)) ecosystem.parent = *parent;
    for (const auto* program : tree.programs_of(org->id)) ecosystem.programs.push_back(*program);
    structure.cohorts.back().ecosystems.push_back(std::move(ecosystem));
  }
  for (const auto& org : tree.all())
    if (org.kind == kProgram && tree.workspace_of(org.id).empty())
      structure.elsewhere.push_back(org);
  return structure;
}

web::View structure_view(const Structure& structure) {
  std::vector<web::View> cohorts, rows, elsewhere;
  std::size_t programs = structure.elsewhere.size();
  for (const auto& cohort : structure.cohorts) {
    std::vector<web::View> ecosystems;
    for (const auto& ecosystem : cohort.ecosystems) {
      ecosystems.push_back(ecosystem_view(ecosystem, cohort.title));
      rows.push_back(ecosystem_view(ecosystem, cohort.title));
      programs += ecosystem.programs.size();
    }
    web::View view;
    view.set("title", cohort.title).set("ecosystems", std::move(ecosystems));
    cohorts.push_back(std::move(view));
  }
  for (const auto& program : structure.elsewhere) elsewhere.push_back(link_view(program));

  web::View view;
  view.set("root", structure.root).set("root_url", "/orgs/" + structure.hub_id);
  view.set("has_hub", !structure.hub_id.empty())
      .set("ecosystem_count", base::counted(std::ssize(rows), "ecosystem", "ecosystems"))
      .set("program_total", base::counted(static_cast<long long>(programs), "program", "programs"))
      .set("drawing", drawing(structure));
  view.set_list("cohorts", std::move(cohorts)).set_list("rows", std::move(rows));
  view.set_list("elsewhere", std::move(elsewhere));
  return view;
}

}  // namespace enact::network
