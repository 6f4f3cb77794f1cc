// SPDX-License-Identifier: Apache-2.0
#include "demo_directory.h"

#include <fmt/format.h>

#include <string_view>

#include "base/csv.h"
#include "base/text.h"
#include "make_believe/assets.h"
#include "network/affiliations.h"
#include "network/facts.h"
#include "network/links.h"
#include "network/orgs.h"
#include "network/people.h"
#include "outreach/criteria_sets.h"
#include "outreach/shortlist.h"

namespace enact {
namespace {

constexpr const char* kInvented = "Invented for this demo";

identity::Event by(app::Services& services, std::string name) {
  identity::Event event;
  event.actor = "command";
  event.actor_name = std::move(name);
  event.at = services.clock.now();
  return event;
}

std::string_view asset(std::string_view path) {
  for (const auto& file : make_believe::assets())
    if (file.path == path) return file.content;
  throw std::logic_error(fmt::format("The demo has no file {}.", path));
}

template <class T>
base::Result<void> done(const base::Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  return {};
}

// A row of organizations.csv: an organization, and a fact for each further column.
base::Result<void> add_organization(store::Writer& writer,
                                    const base::CsvTable& table,
                                    std::size_t row,
                                    const identity::Event& event) {
  network::OrgRecord org;
  org.id = table.cell(row, "id");
  org.name = table.cell(row, "name");
  org.parent = table.cell(row, "parent");
  org.region = table.cell(row, "city");
  org.kind = table.cell(row, "kind");
  org.about = "Make-believe, invented for this demo.";
  org.source = kInvented;
  const auto added = network::add_org(writer, org, event);
  if (!added) return tl::unexpected(added.error());
  std::vector<network::Fact> facts;
  for (std::size_t column = 4; column < table.header.size(); ++column)
    if (const auto& value = table.rows[row][column]; !value.empty())
      facts.push_back({.field = table.header[column], .value = value, .source = kInvented});
  return done(network::note_facts(writer, {network::Thing::organization, added->id}, facts,
                                  added->version, event));
}

base::Result<void> add_organizations(app::Services& services) {
  const auto table = base::read_csv(asset("make-believe/organizations.csv"));
  if (!table) return tl::unexpected(table.error());
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    for (std::size_t row = 0; row < table->rows.size(); ++row)
      if (auto added = add_organization(writer, *table, row, by(services, "enact demo")); !added)
        return added;
    return {};
  });
}

base::Result<void> add_criteria(app::Services& services) {
  const auto criteria = outreach::read_criteria(asset("criteria/stem-push.csv"));
  if (!criteria) return tl::unexpected(criteria.error());
  return services.db.write([&](store::Writer& writer) {
    return done(outreach::save_criteria(writer, {.goal = 8, .criteria = *criteria},
                                        by(services, "Hana Okoye")));
  });
}

// Points for the criteria in their order; -1 is not known yet.
struct DemoCandidate {
  std::string_view program;
  std::vector<int> points;
  outreach::Stage stage = outreach::Stage::scored;
  std::string_view reason = {};
};

const std::vector<DemoCandidate>& candidates() {
  using enum outreach::Stage;
  static const std::vector<DemoCandidate> all{
      {"riverbend-robotics", {3, 2, 3, 3, 2, 2, 3, 3, 2}, interested},
      {"hilltop-health", {3, 3, 3, 2, 3, 3, 3, 2, -1}, approached},
      {"allegheny-field", {3, 2, 3, 3, 2, -1, 2, 2, 2}},
      {"north-shore-genes", {2, 2, 3, 3, 2, 1, 1, -1, -1}},
      {"code-by-the-bridge", {-1, 2, 3, -1, -1, -1, 1, -1, -1}},
      {"three-rivers-math",
       {0, 1, 3, 2, 1, 1, 1, 1, 1},
       set_aside,
       "60 hours a year are too few this time. A summer term would change the answer."},
  };
  return all;
}

base::Result<void> add_candidate(store::Writer& writer,
                                 const DemoCandidate& wanted,
                                 const std::vector<outreach::Criterion>& criteria,
                                 const identity::Event& event) {
  const auto added = outreach::add_candidate(writer, "pittsburgh", wanted.program, event);
  if (!added) return tl::unexpected(added.error());
  std::vector<outreach::Score> scores;
  std::size_t at = 0;
  for (const auto& criterion : criteria) {
    if (criterion.kind == outreach::Criterion::Kind::cut) continue;
    if (const int points = wanted.points.at(at++); points >= 0)
      scores.push_back({.key = criterion.key, .points = points, .note = "Seen on a visit"});
  }
  if (auto scored =
          outreach::score_candidate(writer, added->id, scores, criteria, added->version, event);
      !scored)
    return scored;
  const auto now = outreach::find_candidate(writer, added->id);
  if (now->stage == wanted.stage) return {};
  return outreach::move_candidate(writer, now->id, wanted.stage, wanted.reason, now->version,
                                  event);
}

base::Result<void> add_candidates(app::Services& services) {
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto set = outreach::criteria_for(writer, "pittsburgh");
    for (const auto& wanted : candidates())
      if (auto added = add_candidate(writer, wanted, set.criteria, by(services, "Ana Duarte"));
          !added)
        return added;
    return {};
  });
}

base::Result<std::string> add_contact(store::Writer& writer,
                                      std::string name,
                                      std::string org,
                                      std::string role,
                                      const identity::Event& event) {
  network::PersonRecord record;
  record.name = std::move(name);
  record.email = base::lower(record.name.substr(0, record.name.find(' '))) + "@enact.example";
  record.make_believe = true;
  const auto person = network::add_person(writer, record, event);
  if (!person) return tl::unexpected(person.error());
  network::Affiliation place;
  place.person = person->id;
  place.org = std::move(org);
  place.role = std::move(role);
  const auto begun = network::begin_affiliation(writer, place, event);
  if (!begun) return tl::unexpected(begun.error());
  return person->id;
}

std::string id_of(store::Reader& reader, std::string_view name) {
  for (const auto& person : network::people_of(reader, "pittsburgh"))
    if (person.name == name) return person.id;
  throw std::logic_error(fmt::format("The demo has nobody called {}.", name));
}

// Ana knows Ben, Ben knows somebody at the robotics lab, who knows somebody in an admissions
// office.
base::Result<void> add_acquaintances(app::Services& services) {
  return services.db.write([&](store::Writer& writer) -> base::Result<void> {
    const auto event = by(services, "Ana Duarte");
    const auto ivo =
        add_contact(writer, "Ivo Marsh", "riverbend-robotics", "Program director", event);
    if (!ivo) return tl::unexpected(ivo.error());
    const auto liaison =
        add_contact(writer, "Dora Quill", "lakeview-admissions", "Associate director", event);
    if (!liaison) return tl::unexpected(liaison.error());
    const auto ana = id_of(writer, "Ana Duarte"), ben = id_of(writer, "Ben Ashby");
    struct Knows {
      std::string from, to;
      network::Strength strength;
      std::string last_contact;
    };
    const Knows all[] = {{ana, ben, network::Strength::know_well, "2026-11"},
                         {ben, *ivo, network::Strength::work_together, "2026-09"},
                         {ana, *ivo, network::Strength::have_met, "2024-05"},
                         {*ivo, *liaison, network::Strength::know_well, "2026-06"}};
    for (const auto& knows : all) {
      network::Link link;
      link.from = {network::Thing::person, knows.from};
      link.to = {network::Thing::person, knows.to};
      link.strength = knows.strength;
      link.last_contact = knows.last_contact;
      link.workspace = "pittsburgh";
      link.source = kInvented;
      if (auto noted = network::note_link(writer, link, event); !noted) return done(noted);
    }
    return {};
  });
}

}  // namespace

base::Result<void> seed_demo_directory(app::Services& services) {
  if (auto added = add_organizations(services); !added) return added;
  if (auto added = add_criteria(services); !added) return added;
  if (auto added = add_candidates(services); !added) return added;
  return add_acquaintances(services);
}

}  // namespace enact
