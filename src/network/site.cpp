// SPDX-License-Identifier: Apache-2.0
#include "network/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/date.h"
#include "base/text.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

constexpr std::size_t kMostTimes = 50;

bool is_state(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::optional<double> number_in(std::string_view text) {
  const std::string digits(base::trim(text));
  if (digits.empty() || digits.find_first_not_of("+-.0123456789") != std::string::npos ||
      digits.size() > 24)
    return std::nullopt;
  char* after = nullptr;
  const double number = std::strtod(digits.c_str(), &after);
  return *after == '\0' ? std::optional(number) : std::nullopt;
}

class Faults {
 public:
  void add(std::string field, std::string message) {
    all.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
  }
  void check_date(std::string field, const std::string& date) {
    if (!date.empty() && !base::is_partial_date(date))
      add(std::move(field), "Write the date as 2021, 2021-07 or 2021-07-27.");
  }
  void check_length(std::string field, const std::string& text, std::size_t most) {
    if (text.size() > most) add(std::move(field), fmt::format("Say it in {} characters.", most));
  }

  std::vector<base::Fault> all;
};

void read_times(SiteDraft& draft, Faults& faults) {
  draft.site.times.clear();
  for (const auto line : base::lines(draft.times)) {
    if (base::trim(line).empty()) continue;
    auto time = read_time(line);
    if (!time) return faults.add("times", time.error().message);
    draft.site.times.push_back(*std::move(time));
  }
  if (draft.site.times.size() > kMostTimes)
    faults.add("times", fmt::format("Write at most {} lines.", kMostTimes));
}

}  // namespace

SiteDraft draft_of(const Site& site) {
  SiteDraft draft{.site = site, .times = {}, .coordinates = {}};
  for (const auto& time : site.times) draft.times += words_of(time) + "\n";
  if (site.coordinates) draft.coordinates = words_of(*site.coordinates);
  return draft;
}

base::Result<Site> site_from(SiteDraft draft) {
  auto& site = draft.site;
  Faults faults;
  for (auto* line : {&site.name, &site.street, &site.city, &site.state, &site.zip, &site.directions,
                     &site.from_date, &site.until_date, &site.source, &site.as_of})
    *line = one_line(*line);
  site.state = upper(std::move(site.state));
  if (site.name.empty() && site.street.empty())
    faults.add("name", "Write a name or a street, so that people can tell which place it is.");
  if (!site.state.empty() && !is_state(site.state))
    faults.add("state", "Write the state as two letters, such as PA.");
  for (auto* field : {&site.name, &site.street, &site.city}) {
    const auto* name = field == &site.name ? "name" : field == &site.street ? "street" : "city";
    faults.check_length(name, *field, 200);
  }
  faults.check_length("zip", site.zip, 20);
  faults.check_length("directions", site.directions, 500);
  faults.check_date("from_date", site.from_date);
  faults.check_date("until_date", site.until_date);
  faults.check_date("as_of", site.as_of);
  site.coordinates = read_coordinates(draft.coordinates);
  if (!site.coordinates && !base::trim(draft.coordinates).empty())
    faults.add("coordinates", "Write latitude and longitude as maps give them: 40.4406, -79.9959.");
  read_times(draft, faults);
  if (!faults.all.empty()) return base::invalid(std::move(faults.all));
  return std::move(site);
}

std::optional<Coordinates> read_coordinates(std::string_view text) {
  const auto parts = base::split(text, ',');
  if (parts.size() != 2) return std::nullopt;
  const auto latitude = number_in(parts[0]), longitude = number_in(parts[1]);
  if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180)
    return std::nullopt;
  return Coordinates{*latitude, *longitude};
}

std::string words_of(const Coordinates& coordinates) {
  return fmt::format("{}, {}", coordinates.latitude, coordinates.longitude);
}

std::string address_words(const Site& site) {
  std::vector<std::string> parts;
  if (!site.street.empty()) parts.push_back(site.street);
  if (!site.city.empty()) parts.push_back(site.city);
  auto region = site.state;
  if (!site.zip.empty()) region += (region.empty() ? "" : " ") + site.zip;
  if (!region.empty()) parts.push_back(std::move(region));
  return base::join(parts, ", ");
}

bool is_out_of_state(const Site& site, std::string_view state_of_org) {
  return !site.has_ended && !site.state.empty() && state_of_org.size() == 2 &&
         site.state != upper(std::string(state_of_org));
}

base::Json to_json(const Site& site) {
  auto times = base::Json::array();
  for (const auto& time : site.times) times.add(words_of(time));
  auto json = base::Json::object();
  json.set("name", site.name).set("street", site.street).set("city", site.city);
  json.set("state", site.state).set("zip", site.zip).set("directions", site.directions);
  if (site.coordinates) json.set("coordinates", words_of(*site.coordinates));
  json.set("times", std::move(times)).set("from_date", site.from_date);
  json.set("until_date", site.until_date).set("source", site.source).set("as_of", site.as_of);
  return json;
}

}  // namespace enact::network
