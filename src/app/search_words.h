// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace enact::app {

// A word, or a phrase of several, that an entry must have.
struct SearchTerm {
  std::string text;        // words of letters and digits, one space between them
  bool is_prefix = false;  // the last word may go on
};

// What a person typed, as terms that all must be found. Quotes (straight or typographic) make
// phrases; everything else that is no letter or digit only divides words. The last word may be
// cut short when it has at least two characters and nothing follows it.
std::vector<SearchTerm> search_terms(std::string_view typed);

// The words of a text where they stand in it: runs of letters and digits.
std::vector<std::string_view> words_of(std::string_view text);

// What two words have in common that search takes for forms of one: "shar" of "share" and
// "sharing". Rougher than what the databases do; only for marking what they found.
std::string rough_stem(std::string_view word);

// The begun word of a term that is cut in the middle of an ending: "admiss" of "admissio", or "".
std::string before_ending(std::string_view word);

// The terms as the databases want them; empty without terms. Nothing in a term means anything to
// the database, whatever it holds.
std::string fts5_words(const std::vector<SearchTerm>& terms);
std::string tsquery_words(const std::vector<SearchTerm>& terms);

}  // namespace enact::app
