// SPDX-License-Identifier: Apache-2.0
#include "network/freshness.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

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

std::optional<base::Day> last_day_of(std::string_view partial_date) {
  if (!base::is_partial_date(partial_date)) return std::nullopt;
  if (partial_date.size() > 7) return base::Day::parse(partial_date);
  using namespace std::chrono;
  const auto year = static_cast<int>(*base::to_integer(partial_date.substr(0, 4)));
  const auto month = partial_date.size() == 7
                         ? static_cast<unsigned>(*base::to_integer(partial_date.substr(5)))
                         : 12U;
  const auto end = std::chrono::year(year) / std::chrono::month(month) / last;
  return base::Day(sys_days(end));
}

}  // namespace enact::network
