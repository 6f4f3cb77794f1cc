// SPDX-License-Identifier: Apache-2.0
#include "network/person_fields.h"

#include <utility>

namespace enact::network {
namespace {

using imports::Field;
using imports::FieldType;
using imports::Guard;

constexpr std::pair<const char*, std::string PersonRecord::*> kTexts[] = {
    {"name", &PersonRecord::name},
    {"email", &PersonRecord::email},
    {"phone", &PersonRecord::phone},
    {"note", &PersonRecord::note}};

std::vector<Field> record_fields() {
  return {
      {.name = "id", .label = "Id", .headers = {"person id", "slug"}},
      {.name = "name",
       .label = "Name",
       .headers = {"full name", "person", "contact", "contact name", "contact person"}},
      {.name = kGivenName, .label = "First name", .headers = {"given name", "first", "forename"}},
      {.name = kFamilyName,
       .label = "Last name",
       .headers = {"family name", "last", "surname", "lastname"}},
      {.name = "email",
       .label = "E-mail address",
       .type = FieldType::email,
       .headers = {"e-mail", "mail", "email address", "contact email"}},
      {.name = "phone",
       .label = "Telephone",
       .type = FieldType::phone,
       .headers = {"telephone", "phone number", "mobile", "tel"}},
      {.name = "note", .label = "Note", .type = FieldType::text, .headers = {"notes", "comment"}},
      {.name = "make_believe", .label = "Is made up", .type = FieldType::truth},
      {.name = kOrg,
       .label = "Organization",
       .headers = {"organisation", "company", "institution", "employer", "affiliation", "school"},
       .help = "Its name, or the last part of its address here."},
      {.name = kOrgNumber,
       .label = "Organization's number",
       .headers = {"unitid", "ipeds", "opeid"},
       .help = "Its IPEDS unit, OPE ID or number in the source."},
      {.name = kRole,
       .label = "Role there",
       .headers = {"title", "job title", "position", "job", "function"}},
      {.name = kFrom,
       .label = "There from",
       .type = FieldType::partial_day,
       .headers = {"since", "start", "start date"}},
      {.name = kUntil,
       .label = "There until",
       .type = FieldType::partial_day,
       .headers = {"left", "end date"}},
      {.name = kPlaces,
       .label = "Where they work: organization | role | from | until",
       .type = FieldType::list,
       .is_gathered = true},
      {.name = "source",
       .label = "Source",
       .guard = Guard::goes_along,
       .headers = {"source_url", "sources"}},
      {.name = "as_of",
       .label = "As of",
       .type = FieldType::partial_day,
       .guard = Guard::goes_along}};
}

std::vector<Field> fact_fields() {
  using enum FieldType;
  return {{.name = "title", .label = "Title", .headers = {"office"}},
          {.name = "party", .label = "Party", .headers = {"current_party"}},
          {.name = "district", .label = "District", .headers = {"current_district"}},
          {.name = "office_state", .label = "State", .type = state, .headers = {"stabbr"}},
          {.name = "term_ends", .label = "Term ends", .type = partial_day, .headers = {"term end"}},
          {.name = "web", .label = "Web page", .type = url, .headers = {"website", "url"}},
          {.name = "cares_education", .label = "Education", .type = truth},
          {.name = "cares_equity", .label = "Equity", .type = truth},
          {.name = "cares_stem", .label = "STEM", .type = truth},
          {.name = "cares_workforce", .label = "Workforce", .type = truth},
          {.name = "cares_access", .label = "Access to college", .type = truth},
          {.name = "bioguide", .label = "Bioguide ID", .headers = {"bioguide_id"}},
          {.name = "open_states", .label = "Open States ID", .headers = {"openstates_id"}},
          {.name = kNumberInSource,
           .label = "Number in the source",
           .headers = {"number", "no", "key", "contact id"}}};
}

}  // namespace

const std::vector<Field>& person_fields() {
  static const std::vector<Field> all = [] {
    auto fields = record_fields();
    for (auto& field : fact_fields()) fields.push_back(std::move(field));
    return fields;
  }();
  return all;
}

void write_columns(imports::Values& values, const PersonRecord& person) {
  values.set("id", person.id);
  for (const auto& [name, text] : kTexts) values.set(name, person.*text);
  values.set("make_believe", person.make_believe ? "yes" : "");
}

void read_columns(PersonRecord& person, const imports::Values& said) {
  for (const auto& [name, text] : kTexts)
    if (const auto* value = said.find(name)) person.*text = *value;
  if (const auto* value = said.find("make_believe")) person.make_believe = *value == "yes";
}

}  // namespace enact::network
