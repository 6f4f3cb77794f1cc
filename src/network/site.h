// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace enact::network {

// When something takes place: "Mon, Wed 4:00 pm to 6:00 pm, School year".
struct SiteTime {
  std::vector<int> days;  // 1 Monday to 7 Sunday, each once, in order
  std::string begins;     // "16:00"
  std::string finishes;   // the same day, later
  std::string season;     // "Summer", "School year"; empty: nothing was said

  bool operator==(const SiteTime&) const = default;
};

struct Coordinates {
  double latitude = 0;
  double longitude = 0;

  bool operator==(const Coordinates&) const = default;
};

// A place at which an organization does what it does. Its end is recorded; it is never removed.
struct Site {
  std::string id;
  std::string org;
  std::string name;  // "Riverbend High School"
  std::string street;
  std::string city;
  std::string state;  // two letters
  std::string zip;
  std::optional<Coordinates> coordinates;
  std::string directions;  // the room, and how to find it
  std::vector<SiteTime> times;
  std::string from_date;  // partial dates
  std::string until_date;
  std::string source;
  std::string as_of;
  std::int64_t version = 0;
  std::string noted_by;
  std::string noted_at;
  bool has_ended = false;
};

// What a person typed into the form: times, one a line, and coordinates are still text.
struct SiteDraft {
  Site site;
  std::string times;
  std::string coordinates;
};
SiteDraft draft_of(const Site& site);

// The draft as it is kept, or everything that is wrong with it.
base::Result<Site> site_from(SiteDraft draft);

// "Mon, Wed 16:00-18:00, School year", "Tue to Thu 4-6 pm"; a sentence where it could mean two
// things or nothing.
base::Result<SiteTime> read_time(std::string_view line);
std::string words_of(const SiteTime& time);

// "40.4406, -79.9959", as maps give it.
std::optional<Coordinates> read_coordinates(std::string_view text);
std::string words_of(const Coordinates& coordinates);

// "12 Ferry Lane, Pittsburgh, PA 15203", as far as it is known.
std::string address_words(const Site& site);

// A site that lies in another state than its organization: right for some, a slip for others.
bool is_out_of_state(const Site& site, std::string_view state_of_org);

base::Json to_json(const Site& site);

}  // namespace enact::network
