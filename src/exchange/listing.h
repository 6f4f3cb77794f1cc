// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace enact::exchange {

// A program or an offering as visitors may read it, with who runs it and where it takes place. No
// person, no fact that is not public, nothing that is over.

struct ListedTime {
  std::vector<int> days;  // 1 Monday to 7 Sunday
  std::string begins;     // "16:00"
  std::string finishes;
  std::string season;
};

struct ListedSite {
  std::string id;
  std::string name;
  std::string street, city, state, zip;
  std::optional<double> latitude, longitude;
  std::string directions;
  std::string from_date;  // partial
  std::vector<ListedTime> times;

  // Whether post would arrive: HSDS knows no half of an address.
  bool has_address() const;
};

struct ListedOrg {
  std::string id;
  std::string name;
  std::string about;
  std::string url;
};

struct Listing {
  ListedOrg org;
  std::string short_name;
  std::string updated_at;
  // Who runs it, where that is an organization of its own: a host, a college. An ecosystem supports
  // programs and runs none.
  std::optional<ListedOrg> host;
  std::map<std::string, std::string, std::less<>> facts;  // public ones, by field
  std::vector<ListedSite> sites;  // those on record, else the one that the facts tell of

  std::string_view fact(std::string_view field) const;
};

// The site that the facts of a program tell of, where no site is on record.
std::optional<ListedSite> site_of_facts(const Listing& listing);

}  // namespace enact::exchange
