// SPDX-License-Identifier: Apache-2.0
#include "network/json_ld.h"

#include <fmt/format.h>

#include "base/amount.h"
#include "base/json.h"
#include "base/text.h"
#include "network/facts.h"
#include "network/fields.h"
#include "network/sites.h"

namespace enact::network {
namespace {

using base::Json;
using Facts = std::map<std::string, std::string, std::less<>>;

Facts public_facts(store::Reader& reader, std::string_view org) {
  Facts facts;
  const auto known = facts_of(reader, {Thing::organization, std::string(org)});
  for (const auto& field : fields(reader, Thing::organization, ""))
    if (const auto fact = known.find(field.id); field.is_public && fact != known.end())
      facts[field.id] = fact->second.value;
  return facts;
}

std::string fact(const Facts& facts, std::string_view field) {
  const auto found = facts.find(field);
  return found == facts.end() ? std::string() : found->second;
}

void set_known(Json& json, std::string name, const std::string& text) {
  if (!text.empty()) json.set(std::move(name), text);
}

bool is_program(const Org& org) {
  return org.kind == kProgram || org.kind == "offering";
}

std::string_view type_of(const Org& org) {
  if (is_program(org)) return "EducationalOccupationalProgram";
  if (org.kind == "college") return "CollegeOrUniversity";
  if (org.kind == "museum") return "Museum";
  if (org.kind == "agency") return "GovernmentOrganization";
  return "Organization";
}

Json address_of(const std::string& street,
                const std::string& city,
                const std::string& state,
                const std::string& zip) {
  auto json = Json::object();
  if ((street + city + state + zip).empty()) return json;
  json.set("@type", "PostalAddress");
  set_known(json, "streetAddress", street);
  set_known(json, "addressLocality", city);
  set_known(json, "addressRegion", state);
  set_known(json, "postalCode", zip);
  json.set("addressCountry", "US");
  return json;
}

Json address_of(const Facts& facts) {
  return address_of(fact(facts, "street"), fact(facts, "city"), fact(facts, "state"),
                    fact(facts, "zip"));
}

Json place_of(const Site& site) {
  auto json = Json::object();
  json.set("@type", "Place").set("name", site.name.empty() ? site.street : site.name);
  auto address = address_of(site.street, site.city, site.state, site.zip);
  if (!address.members().empty()) json.set("address", std::move(address));
  if (site.coordinates)
    json.set("geo", Json::object()
                        .set("@type", "GeoCoordinates")
                        .set("latitude", site.coordinates->latitude)
                        .set("longitude", site.coordinates->longitude));
  return json;
}

// Who runs the program: what it belongs to, or itself, with the places where it takes place.
Json provider_of(store::Reader& reader,
                 const OrgRecord& org,
                 const Facts& facts,
                 const std::string& site) {
  auto json = Json::object();
  json.set("@type", "Organization");
  const auto parent = org.parent.empty() ? std::nullopt : find_org(reader, org.parent);
  const bool has_host = parent && parent->kind != kEcosystem && parent->kind != kHub;
  const auto named = fact(facts, "host_name");
  if (has_host)
    json.set("@id", site + "/orgs/" + parent->id + "#organization").set("name", parent->name);
  else
    json.set("name", named.empty() ? org.name : named);
  auto address = address_of(facts);
  if (!has_host && named.empty() && !address.members().empty())
    json.set("address", std::move(address));
  auto places = Json::array();
  for (const auto& each : sites_of(reader, org.id))
    if (!each.has_ended) places.add(place_of(each));
  if (!places.items().empty()) json.set("location", std::move(places));
  return json;
}

// A price only where it is one number: "0 to 50" is none.
Json offer_of(const Facts& facts) {
  auto json = Json::object();
  const auto cost = base::read_amount(fact(facts, "cost"));
  if (!cost || cost->low != cost->high) return json;
  json.set("@type", "Offer").set("price", cost->low).set("priceCurrency", "USD");
  json.set("category", cost->low == 0 ? "Free" : "Paid");
  return json;
}

void add_program(Json& json,
                 store::Reader& reader,
                 const OrgRecord& org,
                 const Facts& facts,
                 const std::string& site) {
  json.set("provider", provider_of(reader, org, facts, site));
  if (auto offer = offer_of(facts); !offer.members().empty()) json.set("offers", std::move(offer));
  if (const auto begins = fact(facts, "begins"); begins.size() == 10) json.set("startDate", begins);
  if (const auto ends = fact(facts, "ends"); ends.size() == 10) json.set("endDate", ends);
  if (const auto places = base::read_amount(fact(facts, "capacity"));
      places && places->low == places->high && places->low >= 1)
    json.set("maximumEnrollment", static_cast<long long>(places->low));
  // schema.org has no audience for a program: for whom it is, is a condition of joining it.
  std::string conditions = fact(facts, "selection");
  if (const auto grades = fact(facts, "grades"); !grades.empty())
    conditions = fmt::format("Grades {}.{}{}", grades, conditions.empty() ? "" : " ", conditions);
  set_known(json, "programPrerequisites", conditions);
}

}  // namespace

std::string json_ld_of(store::Reader& reader, const OrgRecord& org, const std::string& site) {
  const auto facts = public_facts(reader, org.id);
  const auto page = site + "/orgs/" + org.id;
  auto json = Json::object();
  json.set("@context", "https://schema.org").set("@type", type_of(org));
  json.set("@id", page + (is_program(org) ? "#program" : "#organization"));
  json.set("name", org.name);
  set_known(json, "alternateName", org.short_name == org.name ? "" : org.short_name);
  set_known(json, "description", base::shorten(org.about, 500));
  json.set("url", org.url.empty() ? page : org.url);
  if (!org.url.empty()) json.set("mainEntityOfPage", page);
  if (is_program(org)) {
    add_program(json, reader, org, facts, site);
    return json.dump();
  }
  if (auto address = address_of(facts); !address.members().empty())
    json.set("address", std::move(address));
  set_known(json, "email", fact(facts, "email"));
  set_known(json, "telephone", fact(facts, "phone"));
  return json.dump();
}

}  // namespace enact::network
