// SPDX-License-Identifier: Apache-2.0
#include "network/people_kept.h"

#include <cmath>
#include <set>

#include "base/amount.h"
#include "base/id.h"
#include "network/changes.h"
#include "network/facts.h"
#include "network/fields.h"
#include "network/many.h"
#include "network/orgs_written.h"
#include "network/people_index.h"
#include "network/people_written.h"
#include "network/person_fields.h"
#include "network/person_rows.h"
#include "network/places.h"
#include "network/queries.h"

namespace enact::network {
namespace {

using base::Json;
using imports::Occasion;
using imports::RecordChange;
using imports::Refusal;
using imports::Values;

constexpr const char* kChanged = "Somebody changed it.";

using FactFields = std::map<std::string, Field, std::less<>>;

FactFields fact_fields(store::Reader& reader, const std::string& workspace) {
  FactFields all;
  for (auto& field : fields(reader, Thing::person, workspace)) {
    auto id = field.id;
    all.emplace(std::move(id), std::move(field));
  }
  return all;
}

// An end that is open is no number in a database.
Json finite(double number) {
  return std::isfinite(number) ? Json(number) : Json();
}

Affiliation affiliation_of(const std::string& person, const Place& place) {
  Affiliation affiliation;
  affiliation.id = base::new_id();
  affiliation.person = person;
  affiliation.org = place.org;
  affiliation.role = place.role;
  affiliation.from = place.from;
  affiliation.until = place.until;
  affiliation.has_ended = place.has_ended;
  return affiliation;
}

// The rows of new people, on their way into a few statements.
class NewPeople {
 public:
  NewPeople(FactFields fields) : fields_(std::move(fields)) {}

  void add(const imports::NewRecord& record) {
    PersonRecord person;
    read_columns(person, record.values);
    person.id = record.id;
    people_.add(Json::Array{person.id, person.name, person.email, person.phone, person.note,
                            std::string(person.make_believe ? "1" : "0")});
    for (const auto& place : places_from(record.values.text(kPlaces)))
      add(affiliation_of(person.id, place));
    for (const auto& [name, text] : record.values.items())
      if (const auto field = fields_.find(name); field != fields_.end() && !text.empty())
        add_fact(person.id, field->second, text, record.values);
    ids_.push_back(person.id);
  }

  void write(store::Writer& writer, const identity::Event& by) const {
    if (ids_.empty()) return;
    const auto run = [&](const store::Query& query, const Json& rows) {
      if (!rows.items().empty())
        writer.run(query, {{"rows", rows.dump()}, {"by", by.actor_name}, {"now", by.at.iso()}});
    };
    run(sql::record_people, people_);
    run(sql::record_affiliations, affiliations_);
    run(sql::record_facts, facts_);
    note_changes(writer, Thing::person, ids_);
    index_people(writer, ids_);
  }

 private:
  void add(const Affiliation& at) {
    affiliations_.add(Json::Array{at.id, at.person, at.org, at.role, at.from, at.until,
                                  std::string(at.has_ended ? "ended" : "")});
  }

  void add_fact(const std::string& person,
                const Field& field,
                const std::string& text,
                const Values& values) {
    const auto amount = field.shape == Shape::amount ? base::read_amount(text) : std::nullopt;
    facts_.add(Json::Array{person, field.id, text, amount ? finite(amount->low) : Json(),
                           amount ? finite(amount->high) : Json(), values.text("source"),
                           values.text("as_of")});
  }

  FactFields fields_;
  std::vector<std::string> ids_;
  Json people_ = Json::array();
  Json affiliations_ = Json::array();
  Json facts_ = Json::array();
};

// Changes of people who are on record, one after another: of a hundred rows few are.
class Changing {
 public:
  Changing(store::Writer& writer, std::span<const RecordChange> changes, const Occasion& on)
      : writer_(writer), by_(on.by), fields_(fact_fields(writer, on.org)) {
    std::vector<std::string> ids;
    for (const auto& change : changes) ids.push_back(change.id);
    people_ = whole_people(writer, ids);
  }

  enum class Way { forth, back };

  std::vector<Refusal> run(std::span<const RecordChange> changes, Way way) {
    std::vector<Refusal> refused;
    std::vector<std::string> changed;
    for (const auto& change : changes) {
      const auto person = people_.find(change.id);
      if (person == people_.end() || !save_columns(person->second.record, change)) {
        refused.push_back({change.id, kChanged});
        continue;
      }
      if (change.values.has(kPlaces)) save_places(person->second, change);
      way == Way::forth ? save_facts(change) : give_facts_back(change);
      changed.push_back(change.id);
    }
    if (changed.empty()) return refused;
    note_changes(writer_, Thing::person, changed);
    index_people(writer_, changed);
    return refused;
  }

 private:
  bool save_columns(PersonRecord person, const RecordChange& change) {
    read_columns(person, change.values);
    return writer_.run(sql::change_person, {{"id", person.id},
                                            {"name", person.name},
                                            {"email", person.email},
                                            {"phone", person.phone},
                                            {"note", person.note},
                                            {"make_believe", person.make_believe},
                                            {"version", change.version},
                                            {"now", by_.at.iso()},
                                            {"by", by_.actor_name}}) == 1;
  }

  // A place that changes is the same work before and after; what is over and above goes, which only
  // taking back brings about.
  void save_places(const WholePerson& person, const RecordChange& change) {
    auto wanted = places_from(change.values.text(kPlaces));
    std::vector<const Affiliation*> others;
    for (const auto& affiliation : person.affiliations) {
      const auto there = std::find(wanted.begin(), wanted.end(), place_of(affiliation));
      if (there != wanted.end())
        wanted.erase(there);
      else
        others.push_back(&affiliation);
    }
    for (const auto* other : others) {
      const auto same = std::find_if(wanted.begin(), wanted.end(), [&](const Place& place) {
        return place.org == other->org && place.role == other->role;
      });
      if (same == wanted.end()) {
        writer_.run(sql::remove_affiliation, {{"id", other->id}});
        continue;
      }
      const auto ended = [&](const std::string& text) {
        return same->has_ended ? std::optional(text) : std::nullopt;
      };
      writer_.run(sql::amend_affiliation, {{"id", other->id},
                                           {"from_date", same->from},
                                           {"until_date", same->until},
                                           {"ended_by", ended(by_.actor_name)},
                                           {"ended_at", ended(by_.at.iso())}});
      wanted.erase(same);
    }
    for (const auto& place : wanted) {
      const auto at = affiliation_of(person.record.id, place);
      auto rows = Json::array();
      rows.add(Json::Array{at.id, at.person, at.org, at.role, at.from, at.until,
                           std::string(at.has_ended ? "ended" : "")});
      writer_.run(sql::record_affiliations,
                  {{"rows", rows.dump()}, {"by", by_.actor_name}, {"now", by_.at.iso()}});
    }
  }

  void save_facts(const RecordChange& change) {
    const Subject subject{Thing::person, change.id};
    for (const auto& [name, text] : change.values.items()) {
      const auto field = fields_.find(name);
      if (field == fields_.end()) continue;
      writer_.run(sql::keep_replaced_fact, {{"thing", name_of(Thing::person)},
                                            {"subject", change.id},
                                            {"field", name},
                                            {"version", change.version}});
      keep_fact(writer_, subject, field->second,
                {.field = name,
                 .value = text,
                 .source = change.values.text("source"),
                 .as_of = change.values.text("as_of")},
                by_);
    }
  }

  // What was known when the import changed it, which was one version before.
  void give_facts_back(const RecordChange& change) {
    const auto version = change.version - 1;
    for (const auto& [name, text] : change.values.items()) {
      if (!fields_.contains(name)) continue;
      writer_.run(sql::forget_fact,
                  {{"thing", name_of(Thing::person)}, {"subject", change.id}, {"field", name}});
      writer_.run(sql::give_back_fact, {{"thing", name_of(Thing::person)},
                                        {"subject", change.id},
                                        {"version", version},
                                        {"field", name}});
    }
    writer_.run(sql::forget_replaced_facts,
                {{"thing", name_of(Thing::person)}, {"subject", change.id}, {"version", version}});
  }

  store::Writer& writer_;
  const identity::Event& by_;
  FactFields fields_;
  WholePeople people_;
};

}  // namespace

std::vector<Refusal> add_people(store::Writer& writer,
                                std::span<const imports::NewRecord> records,
                                const Occasion& on) {
  std::vector<std::string> ids;
  for (const auto& record : records) ids.push_back(record.id);
  std::set<std::string, std::less<>> taken;
  for (const auto& row : writer.all(sql::people_of_ids, {{"ids", json_list(ids)}}))
    taken.insert(row.text("id"));
  std::vector<Refusal> refused;
  NewPeople people(fact_fields(writer, on.org));
  for (const auto& record : records) {
    if (taken.insert(record.id).second)
      people.add(record);
    else
      refused.push_back({record.id, "There is already somebody of that id."});
  }
  people.write(writer, on.by);
  return refused;
}

std::vector<Refusal> change_people(store::Writer& writer,
                                   std::span<const RecordChange> changes,
                                   const Occasion& on) {
  return Changing(writer, changes, on).run(changes, Changing::Way::forth);
}

std::vector<Refusal> give_people_back(store::Writer& writer,
                                      std::span<const RecordChange> changes,
                                      const Occasion& on) {
  return Changing(writer, changes, on).run(changes, Changing::Way::back);
}

std::vector<Refusal> remove_people(store::Writer& writer,
                                   std::span<const imports::RecordVersion> records) {
  std::vector<std::string> ids, going;
  for (const auto& record : records) ids.push_back(record.id);
  std::map<std::string, std::int64_t> versions;
  for (const auto& row : writer.all(sql::people_of_ids, {{"ids", json_list(ids)}}))
    versions.emplace(row.text("id"), row.integer("version"));
  std::set<std::string> in_use;
  for (const auto& row : writer.all(sql::people_in_use, {{"ids", json_list(ids)}}))
    in_use.insert(row.text("id"));
  std::vector<Refusal> refused;
  for (const auto& record : records) {
    const auto version = versions.find(record.id);
    if (version == versions.end() || version->second != record.version)
      refused.push_back({record.id, kChanged});
    else if (in_use.contains(record.id))
      refused.push_back({record.id, "A connection, an answer or a check was noted since."});
    else
      going.push_back(record.id);
  }
  if (going.empty()) return refused;
  forget_people(writer, going);
  const auto list = json_list(going);
  for (const auto& query :
       {sql::remove_facts_of_people, sql::remove_affiliations_of_people, sql::remove_people})
    writer.run(query, {{"ids", list}});
  note_changes(writer, Thing::person, going);
  return refused;
}

}  // namespace enact::network
