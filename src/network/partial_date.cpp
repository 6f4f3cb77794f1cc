// SPDX-License-Identifier: Apache-2.0
#include "network/partial_date.h"

#include "base/text.h"

namespace enact::network {

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
