// SPDX-License-Identifier: Apache-2.0
#include "exchange/hsds.h"

#include <fmt/format.h>

#include <cmath>

#include "base/amount.h"
#include "base/text.h"
#include "exchange/uuid.h"

namespace enact::exchange {
namespace {

using base::Json;

constexpr std::string_view kNothingWritten = "Nothing is written about it yet.";
constexpr std::string_view kTaxonomy = "STEM fields";

// Members without a value are left out.
class Part {
 public:
  Part(std::string_view kind, std::string_view id) { json_.set("id", uuid_of(kind, id)); }

  Part& set(std::string name, std::string_view text) {
    if (!text.empty()) json_.set(std::move(name), text);
    return *this;
  }
  Part& set(std::string name, std::optional<double> number) {
    if (number && std::isfinite(*number)) json_.set(std::move(name), *number);
    return *this;
  }
  Part& set_list(std::string name, Json list) {
    if (!list.items().empty()) json_.set(std::move(name), std::move(list));
    return *this;
  }
  Part& set_part(std::string name, Json part) {
    json_.set(std::move(name), std::move(part));
    return *this;
  }
  Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

// Only what is an address by the strict grammar too (RFC 3986): others check it.
std::string_view as_uri(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
  constexpr std::string_view kOthers = "-._~:/?#@!$&'()*+,;=%";
  for (const char c : url)
    if (!std::isalnum(static_cast<unsigned char>(c)) && kOthers.find(c) == std::string_view::npos)
      return {};
  return url;
}

std::string_view as_email(std::string_view email) {
  const auto at = email.find('@');
  const bool is_plain = at != std::string_view::npos && at > 0 &&
                        email.find('.', at) != email.npos && email.find('@', at + 1) == email.npos;
  for (const char c : email)
    if (c <= ' ' || c >= 0x7F) return {};
  return is_plain ? email : std::string_view();
}

// "2026-11-22T09:30:00.000Z" without the fraction, which readers of tables refuse.
std::string whole_seconds(std::string_view instant) {
  return instant.size() < 19 ? std::string() : std::string(instant.substr(0, 19)) + "Z";
}

// Up to its last day, as far as the date says. ISO text compares as dates do, and what is shorter
// ("2026") is over when its beginning is before today's.
bool is_over(std::string_view partial_date, base::Day today) {
  return !partial_date.empty() && partial_date < today.iso().substr(0, partial_date.size());
}

Json cost_options(const Listing& listing) {
  auto list = Json::array();
  const auto cost = listing.fact("cost");
  const auto amount = base::read_amount(cost);
  if (!amount) return list;
  Part option("cost_option", listing.org.id);
  option.set("service_id", uuid_of("service", listing.org.id))
      .set("option", "Cost to a family")
      .set("currency", "USD");
  if (amount->low == amount->high) option.set("amount", amount->low);
  option.set("amount_description",
             amount->low == 0 && amount->high == 0 ? "Free" : fmt::format("{} dollars", cost));
  list.add(option.take());
  return list;
}

std::string fees(const Listing& listing) {
  std::string words;
  const auto cost = listing.fact("cost");
  if (cost == "0")
    words = "Free.";
  else if (!cost.empty())
    words = fmt::format("Costs a family {} dollars.", cost);
  if (const auto stipend = listing.fact("stipend"); !stipend.empty() && stipend != "0")
    words += fmt::format("{}Students are paid {} dollars.", words.empty() ? "" : " ", stipend);
  return words;
}

std::string eligibility(const Listing& listing) {
  std::vector<std::string> parts;
  if (const auto grades = listing.fact("grades"); !grades.empty())
    parts.push_back(fmt::format("Grades {}.", grades));
  if (const auto serves = listing.fact("serves"); !serves.empty()) parts.emplace_back(serves);
  return base::join(parts, " ");
}

std::string description(const Listing& listing) {
  std::vector<std::string> parts;
  if (!listing.org.about.empty()) parts.push_back(listing.org.about);
  if (const auto hours = listing.fact("hours"); !hours.empty())
    parts.push_back(fmt::format("Hours a year: {}.", hours));
  if (const auto season = listing.fact("season"); !season.empty())
    parts.push_back(fmt::format("When: {}.", season));
  return base::join(parts, "\n\n");
}

Json attributes(const Listing& listing) {
  auto list = Json::array();
  for (const auto part : base::split(listing.fact("fields"), ';')) {
    const auto name = base::trim(part);
    if (name.empty()) continue;
    const auto folded = base::lower(name);
    auto taxonomy =
        Part("taxonomy", "stem-fields")
            .set("name", kTaxonomy)
            .set("description", "The fields of STEM that programs of this network name.")
            .take();
    auto term = Part("taxonomy_term", folded)
                    .set("name", name)
                    .set("description", fmt::format("The STEM field {}.", name))
                    .set("taxonomy", kTaxonomy)
                    .set("taxonomy_id", uuid_of("taxonomy", "stem-fields"))
                    .set_part("taxonomy_detail", std::move(taxonomy))
                    .take();
    list.add(Part("attribute", listing.org.id + ":" + folded)
                 .set("link_id", uuid_of("service", listing.org.id))
                 .set("link_entity", "service")
                 .set("taxonomy_term_id", uuid_of("taxonomy_term", folded))
                 .set_part("taxonomy_term", std::move(term))
                 .take());
  }
  return list;
}

Json phones(const Listing& listing) {
  auto list = Json::array();
  if (const auto phone = listing.fact("phone"); !phone.empty())
    list.add(Part("phone", listing.org.id)
                 .set("service_id", uuid_of("service", listing.org.id))
                 .set("number", phone)
                 .take());
  return list;
}

std::string clock(std::string_view time, std::optional<int> hours) {
  if (!hours) return std::string(time);
  if (*hours == 0) return std::string(time) + "Z";
  return fmt::format("{}{}{:02}:00", time, *hours < 0 ? '-' : '+', std::abs(*hours));
}

Json schedule(const ListedSite& site,
              const ListedTime& time,
              const std::string& id,
              const std::string& service_at_location) {
  static constexpr std::string_view kDays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  std::vector<std::string> days;
  for (const int day : time.days)
    if (day >= 1 && day <= 7) days.emplace_back(kDays[day - 1]);
  auto hours = winter_hours_from_utc(site.state);
  const bool has_summer_time = site.state != "AZ" && site.state != "HI";
  if (hours && time.season == "Summer" && has_summer_time) ++*hours;
  Part part("schedule", id);
  part.set("service_at_location_id", service_at_location);
  if (site.from_date.size() == 10) part.set("valid_from", site.from_date);
  if (hours) part.set("timezone", static_cast<double>(*hours));
  part.set("freq", "WEEKLY")
      .set("wkst", "MO")
      .set("byday", base::join(days, ","))
      .set("opens_at", clock(time.begins, hours))
      .set("closes_at", clock(time.finishes, hours))
      .set("description", time.season);
  return part.take();
}

Json location(const ListedSite& site) {
  const auto id = uuid_of("location", site.id);
  auto addresses = Json::array();
  if (site.has_address())
    addresses.add(Part("address", site.id)
                      .set("location_id", id)
                      .set("address_1", site.street)
                      .set("city", site.city)
                      .set("state_province", site.state)
                      .set("postal_code", site.zip)
                      .set("country", "US")
                      .set("address_type", "physical")
                      .take());
  std::string place = site.city;
  if (!site.state.empty()) place += (place.empty() ? "" : ", ") + site.state;
  Part part("location", site.id);
  part.set("location_type", "physical").set("name", site.name.empty() ? site.street : site.name);
  if (!site.has_address()) part.set("description", place);
  if (site.latitude && site.longitude)
    part.set("latitude", site.latitude).set("longitude", site.longitude);
  part.set("transportation", site.directions).set_list("addresses", std::move(addresses));
  return part.take();
}

Json service_at_locations(const Listing& listing) {
  auto list = Json::array();
  for (const auto& site : listing.sites) {
    const auto id = uuid_of("service_at_location", site.id);
    auto schedules = Json::array();
    for (std::size_t i = 0; i < site.times.size(); ++i)
      schedules.add(schedule(site, site.times[i], fmt::format("{}:{}", site.id, i + 1), id));
    list.add(Part("service_at_location", site.id)
                 .set("service_id", uuid_of("service", listing.org.id))
                 .set("location_id", uuid_of("location", site.id))
                 .set_part("location", location(site))
                 .set_list("schedules", std::move(schedules))
                 .take());
  }
  return list;
}

}  // namespace

Json organization_json(const ListedOrg& org) {
  return Part("organization", org.id)
      .set("name", org.name)
      .set("description", org.about.empty() ? kNothingWritten : std::string_view(org.about))
      .set("website", as_uri(org.url))
      .take();
}

Json organization_json(const Listing& listing) {
  if (listing.host) return organization_json(*listing.host);
  if (const auto named = listing.fact("host_name"); !named.empty())
    return Part("organization", "of:" + listing.org.id)
        .set("name", named)
        .set("description", kNothingWritten)
        .take();
  return organization_json(listing.org);
}

Json service_json(const Listing& listing, base::Day today) {
  const auto& org = listing.org;
  const auto ages = base::read_amount(listing.fact("ages"));
  auto organization = organization_json(listing);
  const auto organization_id = organization["id"].text();
  Part service("service", org.id);
  service.set("organization_id", organization_id)
      .set("name", org.name)
      .set("alternate_name", listing.short_name == org.name ? "" : listing.short_name)
      .set("description", description(listing))
      .set("url", as_uri(org.url))
      .set("email", as_email(listing.fact("email")))
      .set("status", is_over(listing.fact("ends"), today) ? "inactive" : "active")
      .set("application_process", listing.fact("selection"))
      .set("fees_description", fees(listing))
      .set("eligibility_description", eligibility(listing));
  if (ages) service.set("minimum_age", ages->low).set("maximum_age", ages->high);
  service.set("last_modified", whole_seconds(listing.updated_at))
      .set_part("organization", std::move(organization))
      .set_list("phones", phones(listing))
      .set_list("service_at_locations", service_at_locations(listing))
      .set_list("cost_options", cost_options(listing))
      .set_list("attributes", attributes(listing));
  return service.take();
}

std::optional<int> winter_hours_from_utc(std::string_view state) {
  static constexpr std::pair<int, std::string_view> kZones[] = {
      {-5, "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV"},
      {-6, "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI"},
      {-7, "AZ CO ID MT NM UT WY"},
      {-8, "CA NV OR WA"},
      {-9, "AK"},
      {-10, "HI"},
      {-4, "PR VI"}};
  for (const auto& [hours, states] : kZones)
    for (const auto each : base::split(states, ' '))
      if (each == state) return hours;
  return std::nullopt;
}

}  // namespace enact::exchange
