// SPDX-License-Identifier: Apache-2.0
#include "network/person_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "network/changes.h"
#include "network/network.h"
#include "network/people.h"
#include "network/queries.h"

namespace enact::network {
namespace {

// Where a person works is a part of the record, so its version counts up with it: an import that
// was planned before, or is taken back after, then finds out.
void touch(store::Writer& writer, const std::string& person, const identity::Event& by) {
  writer.run(sql::touch_person_standing,
             {{"id", person}, {"now", by.at.iso()}, {"by", by.actor_name}});
  note_change(writer, Thing::person, person);
}

void record(store::Writer& writer, const Affiliation& affiliation, identity::Event by) {
  by.subject_kind = "person";
  by.subject_id = affiliation.person;
  by.subject_name = affiliation.person_name;
  by.org = workspace_of(writer, affiliation.org);
  by.after = to_json(affiliation);
  identity::record(writer, by);
}

}  // namespace

PersonRecord person_from(const store::Row& row) {
  return {.id = row.text("id"),
          .name = row.text("name"),
          .email = row.text("email"),
          .phone = row.text("phone"),
          .note = row.text("note"),
          .make_believe = row.truth("make_believe"),
          .version = row.integer("version"),
          .updated_at = row.text("updated_at"),
          .updated_by = row.text("updated_by")};
}

std::vector<Affiliation> affiliations_from(const store::Rows& rows) {
  std::vector<Affiliation> found;
  found.reserve(rows.size());
  for (const auto& row : rows)
    found.push_back({.id = row.text("id"),
                     .person = row.text("person"),
                     .person_name = row.text("person_name"),
                     .org = row.text("org"),
                     .org_name = row.text("org_name"),
                     .role = row.text("role"),
                     .from = row.text("from_date"),
                     .until = row.text("until_date"),
                     .has_ended = !row.is_null("ended_at")});
  std::sort(found.begin(), found.end(), [](const Affiliation& a, const Affiliation& b) {
    return std::tie(a.has_ended, b.until, a.org_name, a.person_name, a.id) <
           std::tie(b.has_ended, a.until, b.org_name, b.person_name, b.id);
  });
  return found;
}

bool save_row(store::Writer& writer, const PersonRecord& person, identity::Event by) {
  const auto before = find_person_record(writer, person.id);
  const bool is_new = person.version == 0;
  const auto touched = is_new
                           ? writer.run(sql::record_person, {{"id", person.id},
                                                             {"name", person.name},
                                                             {"email", person.email},
                                                             {"phone", person.phone},
                                                             {"note", person.note},
                                                             {"make_believe", person.make_believe},
                                                             {"now", by.at.iso()},
                                                             {"by", by.actor_name}})
                           : writer.run(sql::change_person, {{"id", person.id},
                                                             {"name", person.name},
                                                             {"email", person.email},
                                                             {"phone", person.phone},
                                                             {"note", person.note},
                                                             {"make_believe", person.make_believe},
                                                             {"version", person.version},
                                                             {"now", by.at.iso()},
                                                             {"by", by.actor_name}});
  if (touched != 1) return false;
  note_change(writer, Thing::person, person.id);
  by.verb = is_new ? "network.person.added" : "network.person.changed";
  by.subject_kind = "person";
  by.subject_id = person.id;
  by.subject_name = person.name;
  if (before) by.before = to_json(*before);
  by.after = to_json(person);
  identity::record(writer, by);
  return true;
}

void insert_row(store::Writer& writer, const Affiliation& affiliation, identity::Event by) {
  const auto ended = [&](const std::string& text) {
    return affiliation.has_ended ? std::optional(text) : std::nullopt;
  };
  writer.run(sql::record_affiliation, {{"id", affiliation.id},
                                       {"person", affiliation.person},
                                       {"org", affiliation.org},
                                       {"role", affiliation.role},
                                       {"from_date", affiliation.from},
                                       {"until_date", affiliation.until},
                                       {"by", by.actor_name},
                                       {"now", by.at.iso()},
                                       {"ended_by", ended(by.actor_name)},
                                       {"ended_at", ended(by.at.iso())}});
  touch(writer, affiliation.person, by);
  by.verb = "network.affiliation.begun";
  record(writer, affiliation, std::move(by));
}

bool end_row(store::Writer& writer, const Affiliation& affiliation, identity::Event by) {
  const auto touched = writer.run(sql::end_affiliation, {{"id", affiliation.id},
                                                         {"until_date", affiliation.until},
                                                         {"by", by.actor_name},
                                                         {"now", by.at.iso()}});
  if (touched != 1) return false;
  touch(writer, affiliation.person, by);
  by.verb = "network.affiliation.ended";
  auto before = affiliation;
  before.until.clear();
  before.has_ended = false;
  by.before = to_json(before);
  record(writer, affiliation, std::move(by));
  return true;
}

}  // namespace enact::network
