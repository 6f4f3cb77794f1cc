// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace enact::stats {

// How alike two texts are, mostly from 0 (not at all) to 1 (the same): see
// docs/method/record-linkage.md. All of them give the same for (a, b) and (b, a), take any bytes,
// and compare code points of UTF-8. Two empty texts are the same, and an empty one is like no
// other; whether an empty value *means* anything is for the caller to say, and a Comparison never
// asks about one.

// 1 or 0.
double exact(std::string_view a, std::string_view b);

// Jaro 1989: the share of characters that the other text has at about the same place, less half of
// those that stand there in another order.
double jaro(std::string_view a, std::string_view b);

// Winkler 1990: Jaro, raised by a tenth of what is missing to 1 for each of up to four first
// characters that are the same. For names of people.
double jaro_winkler(std::string_view a, std::string_view b);

// How many characters must be put in, left out or replaced, or neighbours swapped, to make one text
// of the other, no part being changed twice: the restricted Damerau-Levenshtein distance, also
// called optimal string alignment. It is no metric: d(CA, ABC) is 3, though d(CA, AC) + d(AC, ABC)
// is 2.
std::size_t osa_distance(std::string_view a, std::string_view b);

// 1 less the distance as a share of the longer text.
double osa_similarity(std::string_view a, std::string_view b);

// 1 for the same text, else 0.9 times the part of the shorter text that both begin with. "A" and
// "ANNA" have 0.9, the ZIP codes "15213" and "15232" 0.54.
double same_start(std::string_view a, std::string_view b);

// Dice 1945, of pairs of neighbouring characters: twice those in both over those in either. For
// longer texts, such as addresses.
double bigram_dice(std::string_view a, std::string_view b);

// Dates as "20041231" or "2004-12-31"; of one written down in part ("2004", "2004-12") only what is
// there is compared. What date_similarity gives, from best to worst; anything else gives 0.
inline constexpr double kSameDate = 1;
inline constexpr double kDayMonthSwapped = 0.9;  // 2004-03-11 and 2004-11-03
inline constexpr double kOneDigitOff = 0.8;      // one differs, or two neighbours are swapped
inline constexpr double kSameMonth = 0.6;        // and year
inline constexpr double kSameYear = 0.5;
double date_similarity(std::string_view a, std::string_view b);

// A place on the earth in degrees, read from "40.4406,-79.9959"; nothing for any other text.
struct Place {
  double latitude;
  double longitude;
};
std::optional<Place> place_of(std::string_view text);

// Great-circle distance on a sphere of 6,371 km.
double distance_km(const Place& a, const Place& b);

// The distance in kilometres with its sign turned, so that more is nearer: levels stand at -1, -50.
// Texts that are no place are farther apart than any two places.
double nearness(std::string_view a, std::string_view b);

}  // namespace enact::stats
