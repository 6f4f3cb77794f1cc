// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/search_words.h"
#include "web/safe_html.h"

namespace enact::app {

// Puts <mark> round the words that were asked for, the same way whatever the database. The rest is
// escaped.
class SearchMarks {
 public:
  explicit SearchMarks(const std::vector<SearchTerm>& terms);

  web::SafeHtml whole(std::string_view text) const;

  // The stretch of the text in which the most different words stand, or its beginning.
  web::SafeHtml excerpt(std::string_view text) const;

 private:
  struct Wanted {
    std::string word;  // in lower case
    std::string stem;
    std::string begun;  // what a word cut short may begin with, or empty
    bool is_prefix;
  };
  struct Found {
    std::string_view word;
    std::size_t wanted;
  };

  std::vector<Found> find(const std::vector<std::string_view>& words) const;
  std::string marked(std::string_view text, const std::vector<Found>& found) const;

  std::vector<Wanted> wanted_;
};

}  // namespace enact::app
