// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "network/directory_index.h"

namespace enact::network {
namespace {

bool has_word(const std::vector<std::string>& words, std::string_view beginning) {
  const auto at = std::lower_bound(words.begin(), words.end(), beginning);
  return at != words.end() && at->starts_with(beginning);
}

bool has_all(const std::vector<std::string>& words, const std::vector<std::string>& beginnings) {
  return std::all_of(beginnings.begin(), beginnings.end(),
                     [&](const auto& beginning) { return has_word(words, beginning); });
}

}  // namespace

// What a question lets through, by sets of values.
class DirectoryIndex::Sieve {
 public:
  Sieve(const DirectoryIndex& index, const DirectoryQuestion& question) {
    for (std::size_t i = 0; i < kFacets; ++i) {
      if (question.chosen[i].empty()) continue;
      const auto& facet = index.facets_[i];
      chosen.push_back(i);
      passes[i].assign(facet.sets(), 0);
      for (const auto& value : question.chosen[i]) mark(facet.sets_with(value), passes[i]);
    }
    const auto& ecosystems = index.facets_[place_of(Facet::ecosystem)];
    is_seen.assign(ecosystems.sets(), question.sight.people == Sight::Of::everybody ? 1 : 0);
    if (question.sight.people == Sight::Of::own_ecosystems)
      for (const auto& own : question.sight.ecosystems) mark(ecosystems.sets_with(own), is_seen);
  }

  std::vector<std::size_t> chosen;             // facets of which something is chosen
  PerFacet<std::vector<std::uint8_t>> passes;  // of these, by set
  std::vector<std::uint8_t> is_seen;           // by set of ecosystems: whether its people are

 private:
  static void mark(const std::vector<bool>& sets, std::vector<std::uint8_t>& marked) {
    for (std::size_t set = 0; set < sets.size(); ++set)
      if (sets[set]) marked[set] = 1;
  }
};

// Counts each facet among the entries that all others let through.
std::shared_ptr<const DirectoryIndex::Selection> DirectoryIndex::select(
    const DirectoryQuestion& question, const std::vector<std::string>& beginnings) const {
  const Sieve sieve(*this, question);
  PerFacet<std::vector<std::uint32_t>> counts;  // by set
  for (std::size_t i = 0; i < kFacets; ++i) counts[i].resize(facets_[i].sets());
  auto selection = std::make_shared<Selection>();
  select_numbered(sieve, question.sight, matching(beginnings), counts, *selection);
  select_changed(sieve, beginnings, counts, *selection);
  for (std::size_t i = 0; i < kFacets; ++i) selection->counts[i] = facets_[i].counts(counts[i]);
  return selection;
}

void DirectoryIndex::select_numbered(const Sieve& sieve,
                                     const Sight& sight,
                                     Bits found,
                                     PerFacet<std::vector<std::uint32_t>>& counts,
                                     Selection& selection) const {
  const auto* ecosystems = columns_[place_of(Facet::ecosystem)].data();
  if (sight.people != Sight::Of::everybody) {
    auto unseen = found;
    unseen.keep_only(people_);
    unseen.each([&](std::size_t number) {
      if (sieve.is_seen[ecosystems[number]] == 0) found.remove(number);
    });
  }
  const auto count = [&](std::size_t i, const Bits& among) {
    const auto* column = columns_[i].data();
    auto* of_sets = counts[i].data();
    among.each([&](std::size_t number) { ++of_sets[column[number]]; });
  };
  std::vector<Bits> through;  // by each chosen facet alone
  for (const auto i : sieve.chosen) {
    const auto* column = columns_[i].data();
    const auto* passes = sieve.passes[i].data();
    through.push_back(found.those([&](std::size_t number) { return passes[column[number]] != 0; }));
  }
  for (std::size_t at = 0; at < sieve.chosen.size(); ++at) {
    auto by_others = found;
    for (std::size_t other = 0; other < through.size(); ++other)
      if (other != at) by_others.keep_only(through[other]);
    count(sieve.chosen[at], by_others);
  }
  for (const auto& bits : through) found.keep_only(bits);
  for (std::size_t i = 0; i < kFacets; ++i)
    if (sieve.passes[i].empty()) count(i, found);
  selection.total = found.count();
  selection.hits = std::move(found);
}

void DirectoryIndex::select_changed(const Sieve& sieve,
                                    const std::vector<std::string>& beginnings,
                                    PerFacet<std::vector<std::uint32_t>>& counts,
                                    Selection& selection) const {
  for (const auto& entry : changed_) {
    const auto& sets = entry.second.sets;
    if (entry.second.is_person && sieve.is_seen[sets[place_of(Facet::ecosystem)]] == 0) continue;
    if (!has_all(entry.second.words, beginnings)) continue;
    std::size_t left_out = 0, by = 0;
    for (const auto i : sieve.chosen)
      if (sieve.passes[i][sets[i]] == 0) ++left_out, by = i;
    for (std::size_t i = 0; i < kFacets; ++i)
      if (left_out == 0 || (left_out == 1 && by == i)) ++counts[i][sets[i]];
    if (left_out > 0) continue;
    ++selection.total;
    selection.changed.push_back(&entry);
  }
}

Bits DirectoryIndex::matching(const std::vector<std::string>& beginnings) const {
  auto found = present_;
  for (const auto& beginning : beginnings) {
    Bits with(text_from_.size());
    words_.mark(beginning, with);
    found.keep_only(with);
  }
  return found;
}

}  // namespace enact::network
