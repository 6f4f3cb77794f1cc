// SPDX-License-Identifier: Apache-2.0
#include "network/word_index.h"

#include <algorithm>
#include <utility>

namespace enact::network {

void WordIndex::add(const std::vector<std::string>& words) {
  const auto begin = static_cast<std::ptrdiff_t>(added_.size());
  for (const auto& word : words) {
    const auto id = seen_.emplace(word, static_cast<std::uint32_t>(seen_.size())).first->second;
    if (std::find(added_.begin() + begin, added_.end(), id) == added_.end()) added_.push_back(id);
  }
  ends_.push_back(static_cast<std::uint32_t>(added_.size()));
}

void WordIndex::finish(const std::vector<std::uint32_t>& numbers) {
  std::vector<std::pair<std::string_view, std::uint32_t>> words(seen_.begin(), seen_.end());
  std::sort(words.begin(), words.end());
  std::vector<std::uint32_t> places(words.size());
  for (const auto& [word, id] : words) {
    places[id] = static_cast<std::uint32_t>(letters_from_.size());
    letters_from_.push_back(static_cast<std::uint32_t>(letters_.size()));
    letters_ += word;
  }
  letters_from_.push_back(static_cast<std::uint32_t>(letters_.size()));

  documents_from_.assign(words.size() + 1, 0);
  for (const auto id : added_) ++documents_from_[places[id] + 1];
  for (std::size_t i = 1; i < documents_from_.size(); ++i)
    documents_from_[i] += documents_from_[i - 1];
  documents_.resize(added_.size());
  auto next = documents_from_;
  for (std::size_t document = 0, at = 0; document < ends_.size(); ++document)
    for (; at < ends_[document]; ++at) documents_[next[places[added_[at]]]++] = numbers[document];

  letters_.shrink_to_fit();
  letters_from_.shrink_to_fit();
  std::exchange(seen_, {});
  std::exchange(added_, {});
  std::exchange(ends_, {});
}

std::string_view WordIndex::word(std::size_t at) const {
  return std::string_view(letters_).substr(letters_from_[at],
                                           letters_from_[at + 1] - letters_from_[at]);
}

void WordIndex::mark(std::string_view beginning, Bits& documents) const {
  // The first word for which `is_past` holds.
  const auto first = [&](auto is_past) {
    std::size_t from = 0, to = letters_from_.size() - 1;
    while (from < to) {
      const auto middle = from + (to - from) / 2;
      if (is_past(word(middle)))
        to = middle;
      else
        from = middle + 1;
    }
    return from;
  };
  const auto from = first([&](std::string_view w) { return w >= beginning; });
  const auto to =
      first([&](std::string_view w) { return w.substr(0, beginning.size()) > beginning; });
  for (auto at = documents_from_[from]; at < documents_from_[to]; ++at)
    documents.add(documents_[at]);
}

std::size_t WordIndex::bytes() const {
  return letters_.capacity() +
         4 * (letters_from_.capacity() + documents_.capacity() + documents_from_.capacity());
}

}  // namespace enact::network
