// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "programs/kind.h"

namespace enact::programs {

// What somebody in the region could lend, teach, give or host.
struct Asset {
  std::string id;
  std::string workspace;
  Kind kind = Kind::other;
  std::string what;           // "Wet lab for 20"
  std::string offered_by;     // a name
  std::string offered_thing;  // "organization", "person" or empty: nobody on record
  std::string offered_id;
  std::string state;  // two letters
  std::string city;
  std::string free_from;
  std::string free_until;
  int capacity = 0;  // 0: no limit was named
  std::string unit;
  std::string conditions;
  std::string contact;
  std::string confirmed_on;
  std::string retired_on;
  std::string added_by_name;
  std::int64_t version = 0;
  int promised = 0;  // of its capacity
  int promises = 0;  // offers that hold

  bool is_retired() const { return !retired_on.empty(); }
  // The page of whoever offers it, or empty.
  std::string offered_url() const;
};

// Fields what, offered_by, state, city, free_from, free_until, capacity, unit, conditions,
// contact, confirmed_on.
std::vector<base::Fault> faults_of(const Asset& asset, base::Day today);

// "12 of 20 students promised", "no limit named, promised to 2", "nothing promised".
std::string promise_words(const Asset& asset);

}  // namespace enact::programs
