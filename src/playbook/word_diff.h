// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/safe_html.h"

namespace enact::playbook {

// What changed between two texts, word by word, a paragraph at a time, as HTML with <ins> and
// <del>. Paragraphs that stayed are class "same"; of many in a row, all but the first and last
// fold.
struct WordDiff {
  web::SafeHtml html;
  int words_added = 0;
  int words_removed = 0;
  bool is_same() const { return words_added == 0 && words_removed == 0; }
};

WordDiff word_diff(std::string_view before, std::string_view after);

}  // namespace enact::playbook
