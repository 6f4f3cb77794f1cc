// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace enact::network {

// The words of a text as they are looked for: without case, diacritics, vowel points and
// apostrophes, cut where there is no letter or digit. "Escuela N.º 3 de Peñíscola" has "escuela",
// "n", "o", "3", "de" and "peniscola". Characters that are words by themselves, as in Chinese,
// stand alone. A word of more than 64 bytes is cut short. Bytes that are not UTF-8 are no letters.
std::vector<std::string> words_in(std::string_view text);

// The same with a space between: what names are sorted and compared by.
std::string folded(std::string_view text);

}  // namespace enact::network
