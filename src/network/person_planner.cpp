// SPDX-License-Identifier: Apache-2.0
#include "network/person_planner.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.h"
#include "base/text.h"
#include "network/facts.h"
#include "network/fields.h"
#include "network/person_fields.h"
#include "network/places.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

using imports::Candidate;
using imports::Match;
using Strength = Match::Strength;

void add_fault(Candidate& row, std::string field, std::string message) {
  row.faults.push_back(
      {.field = std::move(field), .message = std::move(message), .file = {}, .line = row.line});
}

std::string text_in(const Candidate& row, std::string_view field) {
  return one_line(row.values.text(field));
}

bool is_number(std::string_view field) {
  return field == kNumberInSource ||
         std::find(std::begin(kNumbers), std::end(kNumbers), field) != std::end(kNumbers);
}

std::string label_of(const WholePerson& person) {
  for (const auto& affiliation : person.affiliations)
    if (affiliation.is_current())
      return fmt::format("{}, {}", person.record.name, affiliation.org_name);
  return person.record.name;
}

bool are_alike(std::string_view a, std::string_view b) {
  return base::lower(one_line(a)) == base::lower(one_line(b));
}

// Whether the row gives a number, or an address, that is not the person's.
bool is_of_another(const Candidate& row, const WholePerson& person) {
  for (const auto* number : kNumbers) {
    const auto fact = person.facts.find(number);
    const auto& said = row.values.text(number);
    if (fact != person.facts.end() && !said.empty() && fact->second.value != said) return true;
  }
  return false;
}

Hints hints_of(std::span<const Candidate> rows) {
  Hints hints;
  for (const auto& row : rows) {
    const auto& values = row.values;
    if (const auto& id = values.text("id"); !id.empty()) hints.ids.push_back(id);
    if (const auto& email = values.text("email"); !email.empty()) hints.emails.push_back(email);
    if (const auto& name = values.text("name"); !name.empty()) hints.names.push_back(name);
    for (const auto& [field, text] : values.items())
      if (is_number(field) && !text.empty()) hints.numbers.emplace_back(field, text);
  }
  return hints;
}

}  // namespace

PersonPlanner::PersonPlanner(store::Reader& reader, const imports::Occasion& on) : on_(on) {
  for (auto& field : fields(reader, Thing::person, on.org)) {
    auto id = field.id;
    facts_.emplace(std::move(id), std::move(field));
  }
}

void PersonPlanner::judge(store::Reader& reader, std::span<Candidate> rows) {
  look_up_orgs(reader, rows);
  for (auto& row : rows) {
    tidy_name(row);
    tidy_facts(row);
    tidy_place(row);
  }
  const PeopleWritten people(reader, hints_of(rows));
  std::vector<std::string> orgs;
  for (const auto& [id, person] : people.all())
    for (const auto& affiliation : person.affiliations) orgs.push_back(affiliation.org);
  orgs_.look_up_standing(reader, orgs);
  for (auto& row : rows) {
    row.label = row.values.text("name");
    find(people, row);
    row.new_record = new_id(people, row);
    check(people, row);
  }
}

void PersonPlanner::tidy_name(Candidate& row) const {
  auto parts = std::vector<std::string>{text_in(row, kGivenName), text_in(row, kFamilyName)};
  std::erase(parts, "");
  if (row.values.text("name").empty() && !parts.empty())
    row.values.set("name", base::join(parts, " "));
  row.values.erase(kGivenName);
  row.values.erase(kFamilyName);
  if (row.values.text("make_believe") == "no") row.values.set("make_believe", "");
}

void PersonPlanner::tidy_facts(Candidate& row) const {
  for (const auto& [id, field] : facts_) {
    const auto* said = row.values.find(id);
    if (said == nullptr || said->empty()) continue;
    const auto value = kept_value(field, *said);
    if (value)
      row.values.set(id, *value);
    else
      add_fault(row, id, value.error().message);
  }
}

void PersonPlanner::look_up_orgs(store::Reader& reader, std::span<const Candidate> rows) {
  std::vector<std::string> words, numbers, ids;
  for (const auto& row : rows) {
    words.push_back(text_in(row, kOrg));
    numbers.push_back(text_in(row, kOrgNumber));
    for (auto& place : places_from(row.values.text(kPlaces))) ids.push_back(std::move(place.org));
  }
  orgs_.look_up(reader, words, numbers);
  orgs_.look_up_standing(reader, ids);
}

// What a row says of one organization becomes a line of the person's places.
void PersonPlanner::tidy_place(Candidate& row) const {
  Place place{.org = {},
              .role = text_in(row, kRole),
              .from = text_in(row, kFrom),
              .until = text_in(row, kUntil)};
  const auto words = text_in(row, kOrg), number = text_in(row, kOrgNumber);
  for (const auto* field : {kOrg, kOrgNumber, kRole, kFrom, kUntil}) row.values.erase(field);
  const bool is_said = !words.empty() || !number.empty();
  if (!is_said && place.role.empty()) {
    if (!place.from.empty() || !place.until.empty())
      add_fault(row, kOrg, "From when until when is said, but not at which organization.");
    return;
  }
  if (is_said) {
    const auto org = number.empty() ? orgs_.by_words(words) : orgs_.by_number(number);
    if (!org) return add_fault(row, number.empty() ? kOrg : kOrgNumber, org.error().message);
    place.org = *org;
  } else if (on_.org.empty()) {
    return add_fault(row, kOrg,
                     fmt::format("It says what somebody does, \"{}\", but not at which "
                                 "organization.",
                                 base::shorten(place.role, 60)));
  } else {
    place.org = on_.org;
  }
  if (place.role.empty()) return add_fault(row, kRole, "Say as what, such as Program director.");
  place.has_ended = !place.until.empty();
  Affiliation affiliation;
  affiliation.org = place.org;
  affiliation.role = place.role;
  affiliation.from = place.from;
  affiliation.until = place.until;
  affiliation.has_ended = place.has_ended;
  for (auto& fault : faults_of(affiliation)) add_fault(row, fault.field, fault.message);
  const auto today = on_.by.at.day();
  if (place.has_ended && place.until > today.iso().substr(0, place.until.size())) {
    row.notes.push_back(fmt::format("There until {}: that is still to come, so no end is noted.",
                                    base::partial_date_words(place.until)));
    place.until.clear();
    place.has_ended = false;
  } else if (place.has_ended) {
    for (auto& fault : faults_of_end(affiliation, today))
      add_fault(row, fault.field, fault.message);
  }
  row.values.set(kPlaces, text_of({place}));
}

void PersonPlanner::check_places(Candidate& row) const {
  if (on_.org.empty()) return;
  for (const auto& place : places_from(row.values.text(kPlaces)))
    if (const auto& org = orgs_.standing(place.org); org.workspace != on_.org)
      add_fault(row, kOrg,
                fmt::format("{} does not belong to this ecosystem. {}", org.name,
                            org.workspace.empty() ? "The hub can import people there."
                                                  : "Its own ecosystem imports people there."));
}

bool PersonPlanner::is_seen(const WholePerson& person) const {
  if (on_.org.empty()) return true;
  return std::any_of(
      person.affiliations.begin(), person.affiliations.end(),
      [&](const Affiliation& each) { return orgs_.standing(each.org).workspace == on_.org; });
}

void PersonPlanner::add_match(Candidate& row,
                              const WholePerson& person,
                              std::string why,
                              Strength strength) const {
  const bool is_there =
      std::any_of(row.matches.begin(), row.matches.end(),
                  [&](const Match& match) { return match.record == person.record.id; });
  if (is_there || !is_seen(person)) return;
  row.matches.push_back({person.record.id, label_of(person), std::move(why), strength});
}

// The first identity of which the row has every field, and by which somebody is known, decides.
void PersonPlanner::find(const PeopleWritten& people, Candidate& row) const {
  const auto& values = row.values;
  for (const auto& identity : on_.identify) {
    if (identity.size() != 1 || values.text(identity[0]).empty()) continue;
    const auto& field = identity[0];
    const auto& value = values.text(field);
    if (field == "id") {
      if (const auto* person = people.by_id(value))
        add_match(row, *person, "the same id", Strength::certain);
    } else if (field == "email") {
      for (const auto* person : people.by_email(value)) {
        if (is_of_another(row, *person)) continue;
        const bool is_named =
            values.text("name").empty() || are_alike(values.text("name"), person->record.name);
        add_match(row, *person,
                  is_named ? "the same e-mail address" : "the same e-mail address, another name",
                  is_named ? Strength::certain : Strength::likely);
      }
    } else if (is_number(field)) {
      for (const auto* person : people.by_number(field, value)) {
        const bool is_unique = field != kNumberInSource ||
                               person->facts.find(field)->second.source == values.text("source");
        add_match(row, *person,
                  is_unique ? "the same " + facts_.find(field)->second.label
                            : "the same number, in another list",
                  is_unique ? Strength::certain : Strength::likely);
      }
    }
    if (!row.matches.empty()) return;
  }
  find_by_name(people, row);
}

// A name alone is a guess; a name at the same organization is not.
void PersonPlanner::find_by_name(const PeopleWritten& people, Candidate& row) const {
  if (row.values.text("name").empty()) return;
  std::vector<const WholePerson*> elsewhere;
  const auto places = places_from(row.values.text(kPlaces));
  for (const auto* person : people.by_name(row.values.text("name"))) {
    if (is_of_another(row, *person)) continue;
    const bool is_there = std::any_of(
        person->affiliations.begin(), person->affiliations.end(), [&](const Affiliation& each) {
          return std::any_of(places.begin(), places.end(),
                             [&](const Place& place) { return place.org == each.org; });
        });
    const auto& email = row.values.text("email");
    const bool has_other_email =
        !email.empty() && !person->record.email.empty() && !are_alike(email, person->record.email);
    if (!is_there)
      elsewhere.push_back(person);
    else if (has_other_email)
      add_match(row, *person, "the same name and organization, another e-mail address",
                Strength::likely);
    else
      add_match(row, *person, "the same name at the same organization", Strength::certain);
  }
  if (!row.matches.empty()) return;
  for (const auto* person : elsewhere) add_match(row, *person, "the same name", Strength::likely);
}

void PersonPlanner::check(const PeopleWritten& people, Candidate& row) const {
  check_places(row);
  const auto* stored = row.matches.empty() ? nullptr : people.by_id(row.matches.front().record);
  auto person = stored != nullptr ? stored->record : PersonRecord{};
  read_columns(person, row.values);
  person.id = stored != nullptr ? stored->record.id : row.new_record;
  person = tidied(std::move(person));
  for (auto& fault : faults_of(person)) add_fault(row, fault.field, std::move(fault.message));
  imports::Values columns;
  write_columns(columns, person);
  for (const auto& [name, text] : columns.items())
    if (name != "id" && row.values.has(name)) row.values.set(name, text);
  row.label = person.name;
  if (stored == nullptr) place_new(row);
  if (stored != nullptr && row.matches.size() == 1) note_other_places(*stored, row);
}

// Who is new in an ecosystem and placed nowhere would be seen by nobody there.
void PersonPlanner::place_new(Candidate& row) const {
  if (on_.org.empty() || !row.values.text(kPlaces).empty() || !row.faults.empty()) return;
  row.values.set(kPlaces, text_of({Place{.org = on_.org, .role = kContact}}));
  row.notes.push_back("No organization is named, so this is a contact of the ecosystem.");
}

// A place that the file does not name is never ended by it, but a person should know.
void PersonPlanner::note_other_places(const WholePerson& person, Candidate& row) const {
  const auto said = places_from(row.values.text(kPlaces));
  const bool is_new = std::any_of(said.begin(), said.end(), [&](const Place& place) {
    return !place.has_ended && std::none_of(person.affiliations.begin(), person.affiliations.end(),
                                            [&](const Affiliation& each) {
                                              return each.org == place.org &&
                                                     each.role == place.role;
                                            });
  });
  if (!is_new) return;
  std::vector<std::string> others;
  for (const auto& each : person.affiliations)
    if (each.is_current() && (on_.org.empty() || orgs_.standing(each.org).workspace == on_.org))
      others.push_back(fmt::format("{} at {}", each.role, each.org_name));
  if (!others.empty())
    row.notes.push_back(
        fmt::format("Stays on record too: {}. End it on the person's page if it "
                    "is over.",
                    base::join(others, "; ")));
}

// The id that the row asks for, or a new one; none twice.
std::string PersonPlanner::new_id(const PeopleWritten& people, Candidate& row) {
  const auto& wanted = row.values.text("id");
  if (wanted.empty()) return base::new_id();
  if (!base::is_slug(wanted)) {
    add_fault(row, "id",
              "An id is of small letters, digits and hyphens. Leave it out if the file "
              "has none of ours.");
    return base::new_id();
  }
  if (const auto* holder = people.by_id(wanted)) {
    if (row.matches.empty() && !is_seen(*holder))
      add_fault(row, "id", "This id cannot be given here. Leave it out.");
    return base::new_id();
  }
  return taken_.insert(wanted).second ? wanted : base::new_id();
}

}  // namespace enact::network
