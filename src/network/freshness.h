// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "network/field.h"

namespace enact::network {

// How far what is noted can still be relied on, by the time since somebody last vouched for it.
struct Freshness {
  enum class Grade { fresh, aging, stale };

  int days = 0;       // since then
  int staleness = 0;  // 0 to 100
  Grade grade = Grade::fresh;
};
std::string_view words_of(Freshness::Grade grade);  // "fresh", "getting old", "stale"

// After how many days half of such records can be expected to have changed. Our own setting, not a
// measured figure: people change posts, programs change each year, institutions hardly.
int half_life_days(Thing thing, std::string_view kind);

// staleness = 100 (1 - 2^(-days / half-life)); getting old from 30, stale from 60. A day that is
// still to come counts as today.
Freshness freshness(Thing thing, std::string_view kind, base::Day last_word, base::Day today);

}  // namespace enact::network
