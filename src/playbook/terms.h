// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace enact::playbook {

// A word of the playbook that is explained where it is first used.
struct Term {
  std::string slug;
  std::string title;
  std::vector<std::string> spellings;  // the title and what else it may be called
  std::string meaning;                 // HTML of one paragraph, without its <p>
};

// Explains terms in rendered pages: the first use of each in the whole document becomes a link to
// its definition, and a note with the meaning follows the block in which it stands. Headings,
// links and code are left alone. A spelling with a capital in it is matched as it is written,
// any other without regard to case; only whole words count; the longest spelling wins.
class TermExplainer {
 public:
  // `terms` must outlive the explainer. `own_slug`: a definition does not explain itself.
  TermExplainer(const std::vector<Term>& terms, std::string own_slug = {});

  // The sections of one document are given in order; what was explained before is not again.
  std::string explain(std::string_view html);

  static constexpr int kMostNotesInSection = 3;

 private:
  const Term* match(std::string_view text, std::size_t at, std::size_t& length) const;

  const std::vector<Term>& terms_;
  std::vector<std::string> done_;
};

}  // namespace enact::playbook
