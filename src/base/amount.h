// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace enact::base {

// A number as people know it: exactly, roughly, one end only, or a span.
struct Amount {
  enum class Exactness { exact, about, at_least, at_most, span };

  Exactness exactness = Exactness::exact;
  double low = 0;   // the number; of at_most, minus infinity
  double high = 0;  // the number; of at_least, infinity

  // Whether every value that it leaves open lies within the bounds, so that somebody may rely on
  // it. "about 100" is at least 100 by no more than its word: it counts as what it says.
  bool is_at_least(double bound) const { return low >= bound; }
  bool is_at_most(double bound) const { return high <= bound; }

  bool operator==(const Amount&) const = default;
};

// "120", "1,200.5", "$1,200", "about 120", "~120", "at least 100", "100+", "up to 150", "at most
// 150", "100-120", "100 to 120". Nothing for anything else, and for a span that runs backwards.
// A comma groups thousands: "1,5" is no amount, since it could be two things.
std::optional<Amount> read_amount(std::string_view text);

// The one way in which an amount is kept: "120", "about 120", "at least 100", "at most 150",
// "100 to 120"; no signs for money and no grouping.
std::string words_of(const Amount& amount);

}  // namespace enact::base
