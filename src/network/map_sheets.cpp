// SPDX-License-Identifier: Apache-2.0
#include "network/map_sheets.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/kinds.h"
#include "network/orgs.h"

namespace enact::network {
namespace {

struct Labels {
  explicit Labels(const std::vector<Link>& links) {
    for (const auto& link : links) {
      if (link.is_private) continue;
      add(link.from, link.from_name);
      add(link.to, link.to_name);
    }
  }
  void add(const Subject& subject, const std::string& name) {
    by_id.emplace(subject.id, std::pair(subject.thing, name));
    ids[base::lower(name)].insert(subject.id);
  }
  std::string of(const std::string& id) const {
    const auto& name = by_id.at(id).second;
    return ids.at(base::lower(name)).size() == 1 ? name : fmt::format("{} ({})", name, id);
  }

  std::map<std::string, std::pair<Thing, std::string>> by_id;
  std::map<std::string, std::set<std::string>> ids;  // by name
};

base::CsvRow person_row(store::Reader& reader, const Labels& labels, const std::string& id) {
  std::string role;
  for (const auto& place : affiliations_of(reader, id))
    if (place.is_current() && role.empty()) role = place.role + ", " + place.org_name;
  return {labels.of(id), "Person", role, "", id};
}

}  // namespace

std::string elements_csv(store::Reader& reader, const std::vector<Link>& links) {
  const Labels labels(links);
  std::map<std::string, std::string> kind_labels;
  for (const auto& kind : kinds(reader)) kind_labels[kind.id] = kind.label;
  base::CsvWriter csv({"Label", "Type", "Description", "Tags", "ID"});
  for (const auto& [id, known] : labels.by_id) {
    const auto org = known.first == Thing::organization ? find_record(reader, id) : std::nullopt;
    if (org)
      csv.add({labels.of(id), kind_labels[org->kind], org->about, base::join(org->priorities, "|"),
               id});
    else
      csv.add(person_row(reader, labels, id));
  }
  return csv.text();
}

std::string connections_csv(const std::vector<Link>& links) {
  const Labels labels(links);
  base::CsvWriter csv({"From", "To", "Direction", "Label", "Type", "Strength", "Description",
                       "Since", "Last contact"});
  for (const auto& link : links) {
    if (link.is_private) continue;
    const bool is_people = to_of(link.kind) == Thing::person && from_of(link.kind) == Thing::person;
    csv.add({labels.of(link.from.id), labels.of(link.to.id),
             link.kind == LinkKind::knows ? "undirected" : "directed",
             std::string(words_of(link.kind)), std::string(name_of(link.kind)),
             is_people ? std::to_string(static_cast<int>(link.strength)) : "", link.note,
             link.from_date, link.last_contact});
  }
  return csv.text();
}

}  // namespace enact::network
