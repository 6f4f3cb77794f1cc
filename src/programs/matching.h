// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "programs/kind.h"

// Which of the things that people offer would meet a need, and why, in words that one can read to
// both sides. Plain rules with fixed points; the same question always has the same answer.
namespace enact::programs {

struct Place {
  std::string state;
  std::string city;
};

struct Wanted {
  Kind kind = Kind::other;
  std::string what;
  int amount = 0;  // 0: not said
  std::optional<base::Day> from;
  std::optional<base::Day> by;
  Place place;
};

struct Offered {
  std::string id;
  Kind kind = Kind::other;
  std::string what;
  Place place;
  std::optional<base::Day> from;
  std::optional<base::Day> until;
  int capacity = 0;  // 0: no limit was named
  int promised = 0;  // how much of it is promised
  int promises = 0;  // to how many others
  std::optional<base::Day> confirmed_on;
};

struct Fit {
  std::string id;
  int points = 0;
  std::vector<std::string> reasons;  // "in the same city, Pittsburgh"
  std::vector<std::string> doubts;   // "last confirmed 2 years ago"
  std::string obstacle;              // why it cannot be: "all 20 are promised"

  bool is_possible() const { return obstacle.empty(); }
  // "same kind, in the same city, free in March 2027, not promised to anybody else"
  std::string words() const;
};

// How much of it nobody was promised; nothing where no limit was named.
std::optional<int> left_of(const Offered& offered);

Fit fit(const Wanted& wanted, const Offered& offered, base::Day today);

// Those that are about the same, best first: what is possible before what is not, then by points,
// then by id. One of another kind is about the same when they share a word and one of the two is
// "something else".
std::vector<Fit> fits(const Wanted& wanted, const std::vector<Offered>& all, base::Day today);

}  // namespace enact::programs
