// SPDX-License-Identifier: Apache-2.0
#include "network/freshness.h"

#include <algorithm>
#include <cmath>

namespace enact::network {

std::string_view words_of(Freshness::Grade grade) {
  constexpr std::string_view kWords[] = {"fresh", "getting old", "stale"};
  return kWords[static_cast<std::size_t>(grade)];
}

int half_life_days(Thing thing, std::string_view kind) {
  if (thing == Thing::person) return 540;
  for (const std::string_view changing :
       {"pcsp", "offering", "department", "admissions-office", "office", "committee"})
    if (kind == changing) return 365;
  return 1095;
}

Freshness freshness(Thing thing, std::string_view kind, base::Day last_word, base::Day today) {
  Freshness result;
  result.days = std::max(0, static_cast<int>((today.days() - last_word.days()).count()));
  const double half_lives = static_cast<double>(result.days) / half_life_days(thing, kind);
  result.staleness = static_cast<int>(std::lround(100 * (1 - std::exp2(-half_lives))));
  using enum Freshness::Grade;
  result.grade = result.staleness >= 60 ? stale : result.staleness >= 30 ? aging : fresh;
  return result;
}

}  // namespace enact::network
