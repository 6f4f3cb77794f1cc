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

// The terms as the databases want them; empty without terms. Nothing in a term means anything to
// the database, whatever it holds.
std::string fts5_words(const std::vector<SearchTerm>& terms);
std::string tsquery_words(const std::vector<SearchTerm>& terms);

}  // namespace enact::app
