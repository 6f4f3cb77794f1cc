// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "network/bits.h"

namespace enact::network {

// Which documents have which words. The words stand in order, and so do their lists of documents,
// end to end: all words with the same beginning are one stretch of them.
class WordIndex {
 public:
  // The words of the next document.
  void add(const std::vector<std::string>& words);
  // Once, after the last: `numbers` says which number each document has, in the order of adding.
  void finish(const std::vector<std::uint32_t>& numbers);

  // Adds the numbers of the documents with a word that begins so.
  void mark(std::string_view beginning, Bits& documents) const;

  std::size_t bytes() const;

 private:
  std::string_view word(std::size_t at) const;

  std::unordered_map<std::string, std::uint32_t> seen_;  // only until finished, as the next two
  std::vector<std::uint32_t> added_;
  std::vector<std::uint32_t> ends_;  // in `added_`, of each document

  std::string letters_;                      // of all words, one after the other
  std::vector<std::uint32_t> letters_from_;  // where each word begins in it; one more at the end
  std::vector<std::uint32_t> documents_;
  std::vector<std::uint32_t> documents_from_;
};

}  // namespace enact::network
