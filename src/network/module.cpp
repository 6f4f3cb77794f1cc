// SPDX-License-Identifier: Apache-2.0
#include "app/module.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/assets.h"
#include "network/commands.h"
#include "network/duplicates.h"
#include "network/duplicates_view.h"
#include "network/introductions.h"
#include "network/link_target.h"
#include "network/merge_references.h"
#include "network/network.h"
#include "network/org_choice.h"
#include "network/org_rows.h"
#include "network/org_target.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/person_target.h"
#include "network/queries.h"

namespace enact::network {
namespace {

// What can be imported, and for whom.
const imports::Setup& import_setup() {
  static const imports::Setup setup{
      .targets = {&org_target(), &person_target(), &link_target()},
      .org_name = [](store::Reader& reader, const std::string& org) -> std::optional<std::string> {
        const auto found = find_org(reader, org);
        if (!found || found->kind != kEcosystem) return std::nullopt;
        return found->name;
      }};
  return setup;
}

void routes(app::Routes& routes) {
  const auto directory = std::make_shared<Directory>();
  network_routes(routes, directory);
  kinds_routes(routes);
  org_routes(routes);
  org_form_routes(routes, directory);
  suggest_routes(routes, directory);
  people_routes(routes, directory);
  facts_routes(routes);
  permissions_routes(routes);
  links_routes(routes);
  paths_routes(routes);
  introductions_routes(routes);
  map_routes(routes);
  fields_routes(routes);
  verification_routes(routes);
  stale_routes(routes);
  answer_routes(routes);
  duplicates_routes(routes);
  merge_routes(routes);
  sites_routes(routes);
  fundings_routes(routes);
  imports::add_routes(routes, import_setup());
}

std::vector<app::Command> all_commands() {
  auto all = commands();
  for (auto& command : imports::commands(import_setup())) all.push_back(std::move(command));
  return all;
}

std::vector<app::Job> jobs() {
  auto all = imports::jobs(import_setup());
  all.push_back(duplicates_job());
  return all;
}

void start(app::Services& services) {
  using Record = app::RecordPage::Record;
  for (const auto& page : std::vector<app::RecordPage>{
           {Record::org, {}, "Sites and times", "/sites"},
           {Record::org, {}, "Funding", "/funding"},
           {Record::org, {}, "Connections", "/links"},
           {Record::org, {}, "Map of its connections", "/map"},
           {Record::org, {}, "Who can introduce us?", "/paths", web::Needs::signed_in},
           {Record::org, {}, "Still right?", "/still-right"},
           {Record::org, {}, "Merge with another record", "/merge", web::Needs::lead},
           {Record::person, {}, "May we contact them?", "/permissions"},
           {Record::person, {}, "Connections", "/links"},
           {Record::person, {}, "Map of their connections", "/map"},
           {Record::person, {}, "Who can introduce us?", "/paths"},
           {Record::person, {}, "Still right?", "/still-right"},
           {Record::person, {}, "Merge with another record", "/merge", web::Needs::lead}})
    services.record_pages.push_back(page);
  services.tools.push_back({.id = "duplicates",
                            .label = "Possible duplicates",
                            .path = "/network/duplicates",
                            .standing = duplicates_standing});
  for (auto& reference : own_references()) services.references.push_back(std::move(reference));
  services.tools.push_back({.id = "introductions",
                            .label = "Introductions",
                            .path = "/introductions",
                            .standing = introductions_standing});
  services.tools.push_back({.id = "relationship-map",
                            .label = "Who is connected with whom",
                            .path = "/network/map",
                            .standing = map_standing});
  services.workspace_of = [](store::Reader& reader, const std::string& org) {
    return workspace_of(reader, org);
  };
}

app::Diagnosis diagnosis(std::string what, std::vector<std::string> wrong, std::string advice) {
  using Verdict = app::Diagnosis::Verdict;
  if (wrong.empty()) return {Verdict::fine, std::move(what), "none", {}};
  constexpr std::size_t kMostNamed = 5;
  const auto count = wrong.size();
  if (count > kMostNamed) wrong.resize(kMostNamed);
  auto named = base::join(wrong, "; ");
  if (count > kMostNamed) named += fmt::format("; and {} more", count - kMostNamed);
  return {Verdict::worrying, std::move(what), std::move(named), std::move(advice)};
}

// More are not told apart: five are named, and the others are counted as far as this.
constexpr int kMostExamined = 1'000;

std::vector<app::Diagnosis> doctor(app::Services& services) {
  return services.db.read([](store::Reader& reader) {
    std::vector<std::string> circles, orphans;
    for (const auto& row : reader.all(sql::orgs_without_end, {{"most", kMostExamined}})) {
      const auto line = line_of(reader, org_from(row));
      const auto circle = line.circle_through(row.text("id"));
      const bool is_first = std::all_of(circle.begin(), circle.end(), [&](const Org* other) {
        return row.text("id") <= other->id;
      });
      if (!circle.empty() && is_first) circles.push_back(circle_words(circle));
    }
    for (const auto& row : reader.all(sql::orgs_without_parent, {{"most", kMostExamined}}))
      orphans.push_back(fmt::format("{} (parent {})", row.text("id"), row.text("parent")));
    std::vector<std::string> lost;
    for (const auto& row : reader.all(sql::merges_without_record, {{"most", kMostExamined}}))
      lost.push_back(fmt::format("{} {} (merged with {})", row.text("thing"), row.text("kept"),
                                 row.text("merged")));
    return std::vector<app::Diagnosis>{
        diagnosis("Organizations that belong to each other in a circle", std::move(circles),
                  "Edit one of them and choose another parent."),
        diagnosis("Organizations whose parent is not on record", std::move(orphans),
                  "Add the parent, or edit the organization and choose another."),
        diagnosis("Merges whose record is not there", std::move(lost),
                  "Somebody removed it by hand. Restore it from a backup.")};
  });
}

}  // namespace

const app::Module& module() {
  static const app::Module m{
      .name = "network",
      .assets = assets,
      .routes = routes,
      .commands = all_commands,
      .jobs = jobs,
      .navigation = {{.section = "network", .label = "Network", .url = "/network", .order = 40}},
      .start = start,
      .doctor = doctor};
  return m;
}

}  // namespace enact::network
