// SPDX-License-Identifier: Apache-2.0
#include "network/org_fields.h"

#include <utility>

namespace enact::network {
namespace {

using imports::Field;
using imports::FieldType;
using imports::Presence;
using Texts = std::vector<std::string>;

// The columns that are one text.
constexpr std::pair<std::string_view, std::string OrgRecord::*> kRecordTexts[] = {
    {"joined", &OrgRecord::joined},
    {"about", &OrgRecord::about},
    {"url", &OrgRecord::url},
    {"source", &OrgRecord::source},
    {"as_of", &OrgRecord::as_of}};
constexpr std::pair<std::string_view, std::string Org::*> kOrgTexts[] = {
    {"name", &Org::name},     {"short_name", &Org::short_name}, {"kind", &Org::kind},
    {"parent", &Org::parent}, {"region", &Org::region},         {"cohort", &Org::cohort}};

std::vector<Field> record_fields() {
  return {{.name = "id", .label = "Id", .headers = {"organization id", "org id", "slug"}},
          {.name = "name",
           .label = "Name",
           .presence = Presence::required,
           .headers = {"organization", "org", "program", "program_name", "instnm", "institution",
                       "school name", "nickname"}},
          {.name = "short_name", .label = "Short name", .headers = {"abbreviation", "acronym"}},
          {.name = "kind", .label = "Kind", .presence = Presence::required, .headers = {"type"}},
          {.name = "parent", .label = "Belongs to", .headers = {"host", "parent organization"}},
          {.name = "region", .label = "Region", .headers = {"area"}},
          {.name = "cohort", .label = "Cohort", .headers = {}},
          {.name = "joined",
           .label = "Joined the network",
           .type = FieldType::partial_day,
           .headers = {"year_joined"}},
          {.name = "about",
           .label = "About",
           .type = FieldType::text,
           .headers = {"description", "note", "notes"}},
          {.name = "priorities", .label = "Priorities", .type = FieldType::list},
          {.name = "url",
           .label = "Web page",
           .type = FieldType::url,
           .headers = {"website", "webaddr", "web", "link"}},
          {.name = "source", .label = "Source", .headers = {"source_url"}},
          {.name = "as_of", .label = "As of", .type = FieldType::partial_day}};
}

// Amounts and choices are read by the rules of the directory, so they come as they are written.
std::vector<Field> fact_fields() {
  using enum FieldType;
  return {{.name = "street", .label = "Street", .headers = {"address", "addr", "street address"}},
          {.name = "city", .label = "City", .headers = {"town"}},
          {.name = "state", .label = "State", .headers = {"stabbr", "state_or_province"}},
          {.name = "zip", .label = "ZIP code", .headers = {"zipcode", "postcode", "postal code"}},
          {.name = "county", .label = "County", .headers = {"countynm"}},
          {.name = "latitude", .label = "Latitude", .type = number, .headers = {"lat"}},
          {.name = "longitude",
           .label = "Longitude",
           .type = number,
           .headers = {"lon", "lng", "long", "longitud"}},
          {.name = "email", .label = "E-mail address", .type = email, .headers = {"mail"}},
          {.name = "phone",
           .label = "Telephone",
           .type = phone,
           .headers = {"telephone", "gentele", "contact number"}},
          {.name = "other_names",
           .label = "Also called",
           .type = list,
           .headers = {"ialias", "aliases"}},
          {.name = "host_name", .label = "Run by", .headers = {"org_name", "agency"}},
          {.name = "hours", .label = "Hours a year", .headers = {"contact hours"}},
          {.name = "season", .label = "When", .headers = {"season"}},
          {.name = "grades", .label = "Grades", .headers = {"grade level"}},
          {.name = "ages", .label = "Ages", .headers = {"age group"}},
          {.name = "capacity", .label = "Places a year", .headers = {"max capacity", "places"}},
          {.name = "enrolled", .label = "Students a year", .headers = {"students"}},
          {.name = "fields", .label = "STEM fields", .type = list, .headers = {"subjects"}},
          {.name = "cost", .label = "Cost to a family", .headers = {"program_price", "price"}},
          {.name = "stipend", .label = "Stipend", .headers = {"pays"}},
          {.name = "selection", .label = "How students are chosen", .type = text},
          {.name = "serves", .label = "Who it serves", .type = text, .headers = {"audience"}},
          {.name = "next_steps", .label = "Where it leads", .type = text},
          {.name = "begins", .label = "Begins", .type = partial_day, .headers = {"start_date"}},
          {.name = "ends", .label = "Ends", .type = partial_day, .headers = {"end_date"}},
          {.name = "strategic_plan", .label = "Has a strategic plan", .type = truth},
          {.name = "budget", .label = "Budget a year"},
          {.name = "funding_ends", .label = "Funding is secure until", .type = partial_day},
          {.name = "institution_type", .label = "Kind of institution", .headers = {"sector"}},
          {.name = "hbcu", .label = "Historically Black college or university", .type = truth},
          {.name = "tribal", .label = "Tribal college", .type = truth},
          {.name = "admit_rate", .label = "Admitted of those who applied"},
          {.name = "pell_share", .label = "Students with a Pell grant", .headers = {"pell_grant"}},
          {.name = "ipeds", .label = "IPEDS unit", .headers = {"unitid"}},
          {.name = "opeid", .label = "OPE ID"},
          {.name = "other_id", .label = "Number in the source", .headers = {"key", "award_id"}}};
}

}  // namespace

const std::vector<Field>& org_fields() {
  static const std::vector<Field> all = [] {
    auto fields = record_fields();
    for (auto& field : fact_fields()) fields.push_back(std::move(field));
    return fields;
  }();
  return all;
}

void write_columns(imports::Values& values, const OrgRecord& org) {
  values.set("id", org.id);
  for (const auto& [name, text] : kOrgTexts) values.set(name, org.*text);
  for (const auto& [name, text] : kRecordTexts) values.set(name, org.*text);
  values.set("priorities", words_of(org.priorities));
}

void read_columns(OrgRecord& org, const imports::Values& said) {
  for (const auto& [name, text] : kOrgTexts)
    if (const auto* value = said.find(name)) org.*text = *value;
  for (const auto& [name, text] : kRecordTexts)
    if (const auto* value = said.find(name)) org.*text = *value;
  if (const auto* value = said.find("priorities")) org.priorities = priorities_from(*value);
}

}  // namespace enact::network
