// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "network/person.h"

namespace enact::network {

// Where somebody is or was, as a file and the plan of an import say it. Kept as lines, in the order
// of the alphabet: "robots | Program director | 2021 | 2024".
struct Place {
  std::string org;
  std::string role;
  std::string from;
  std::string until;
  bool has_ended = false;

  auto operator<=>(const Place&) const = default;
};

Place place_of(const Affiliation& affiliation);
std::string text_of(std::vector<Place> places);
std::vector<Place> places_from(std::string_view text);

// What is on record with what a file says on top: a place that is there stays, one that the file
// says has ended ends, one that is new begins. What the file does not name is left as it is. A
// sentence where the two contradict each other, because a file takes back no end.
base::Result<std::vector<Place>> joined(std::vector<Place> known, const std::vector<Place>& said);

}  // namespace enact::network
