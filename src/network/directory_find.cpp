// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <tuple>

#include "base/text.h"
#include "network/directory_index.h"
#include "network/folding.h"

namespace enact::network {
namespace {

// Enough for any name; more would only cost time.
constexpr std::size_t kMostWords = 12;

bool has_word(const std::vector<std::string>& words, std::string_view beginning) {
  const auto at = std::lower_bound(words.begin(), words.end(), beginning);
  return at != words.end() && at->starts_with(beginning);
}

bool has_all(const std::vector<std::string>& words, const std::vector<std::string>& beginnings) {
  return std::all_of(beginnings.begin(), beginnings.end(),
                     [&](const auto& beginning) { return has_word(words, beginning); });
}

}  // namespace

// Goes once over the entries that have the words, and counts for every facet at the same time: an
// entry that one facet alone leaves out counts for the values of that facet, since another one
// could be chosen there.
class DirectoryIndex::Counting {
 public:
  Counting(const DirectoryIndex& index, const DirectoryQuestion& question) {
    for (std::size_t i = 0; i < kFacets; ++i) {
      const auto& facet = index.facets_[i];
      counts_[i].resize(facet.sets());
      passes_[i].assign(facet.sets(), 1);
      if (question.chosen[i].empty()) continue;
      passes_[i].assign(facet.sets(), 0);
      for (const auto& value : question.chosen[i]) mark(facet.sets_with(value), passes_[i]);
    }
    const auto& ecosystems = index.facets_[place_of(Facet::ecosystem)];
    const bool sees_all = question.sight.people == Sight::Of::everybody;
    is_seen_.assign(ecosystems.sets(), sees_all ? 1 : 0);
    if (question.sight.people == Sight::Of::own_ecosystems)
      for (const auto& own : question.sight.ecosystems) mark(ecosystems.sets_with(own), is_seen_);
  }

  // Whether it is among what was asked for.
  bool take(const Sets& sets, bool is_person) {
    if (is_person && is_seen_[sets[place_of(Facet::ecosystem)]] == 0) return false;
    unsigned left_out = 0;
    for (std::size_t i = 0; i < kFacets; ++i)
      left_out |= static_cast<unsigned>(passes_[i][sets[i]] ^ 1u) << i;
    if (left_out == 0) {
      for (std::size_t i = 0; i < kFacets; ++i) ++counts_[i][sets[i]];
      ++total_;
      return true;
    }
    if ((left_out & (left_out - 1)) == 0) {
      const auto i = static_cast<std::size_t>(std::countr_zero(left_out));
      ++counts_[i][sets[i]];
    }
    return false;
  }

  void finish(const DirectoryIndex& index, DirectoryAnswer& answer) const {
    answer.total = total_;
    for (std::size_t i = 0; i < kFacets; ++i)
      answer.counts[i] = index.facets_[i].counts(counts_[i]);
  }

 private:
  static void mark(const std::vector<bool>& sets, std::vector<std::uint8_t>& marked) {
    for (std::size_t set = 0; set < sets.size(); ++set)
      if (sets[set]) marked[set] = 1;
  }

  PerFacet<std::vector<std::uint8_t>> passes_;   // by set: whether what was chosen is in it
  PerFacet<std::vector<std::uint32_t>> counts_;  // by set
  std::vector<std::uint8_t> is_seen_;            // by set of ecosystems: whether its people are
  std::size_t total_ = 0;
};

DirectoryAnswer DirectoryIndex::find(const DirectoryQuestion& question) const {
  auto beginnings = words_in(question.words);
  if (beginnings.size() > kMostWords) beginnings.resize(kMostWords);
  const bool asks_nothing = beginnings.empty() && !base::trim(question.words).empty();

  DirectoryAnswer answer;
  if (asks_nothing) return answer;  // signs alone are in no name
  Counting counting(*this, question);
  Bits hits(text_from_.size());
  const auto people =
      facets_[place_of(Facet::kind)].sets_with(kPeople);  // one set, since people have one kind
  matching(beginnings).each([&](std::size_t number) {
    Sets sets;
    for (std::size_t i = 0; i < kFacets; ++i) sets[i] = columns_[i][number];
    if (counting.take(sets, people[sets[place_of(Facet::kind)]])) hits.add(number);
  });
  std::vector<const ChangedEntry*> changed_hits;
  for (const auto& entry : changed_)
    if (has_all(entry.second.words, beginnings) &&
        counting.take(entry.second.sets, entry.second.is_person))
      changed_hits.push_back(&entry);
  counting.finish(*this, answer);
  std::string beginning;
  for (const auto& word : beginnings) beginning += (beginning.empty() ? "" : " ") + word;
  fill_page(question, beginning, hits, changed_hits, answer);
  return answer;
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

std::map<std::string, std::vector<std::string>> DirectoryIndex::first_in_each(
    std::string_view kind, std::size_t most) const {
  const auto& ecosystems = facets_[place_of(Facet::ecosystem)];
  const auto kinds = facets_[place_of(Facet::kind)].sets_with(kind);
  std::vector<std::vector<Place>> found(ecosystems.sets());
  const auto& of_kind = columns_[place_of(Facet::kind)];
  const auto& of_ecosystem = columns_[place_of(Facet::ecosystem)];
  present_.each([&](std::size_t number) {
    auto& first = found[of_ecosystem[number]];
    if (kinds[of_kind[number]] && first.size() < most)
      first.emplace_back(name_at(static_cast<Number>(number)), key_at(static_cast<Number>(number)));
  });
  for (const auto& [place, changed] : changed_)
    if (kinds[changed.sets[place_of(Facet::kind)]])
      found[changed.sets[place_of(Facet::ecosystem)]].push_back(place);
  std::map<std::string, std::vector<std::string>> ids;
  for (FacetColumn::Set set = 0; set < found.size(); ++set) {
    if (found[set].empty()) continue;
    std::sort(found[set].begin(), found[set].end());
    found[set].resize(std::min(most, found[set].size()));
    const auto& values = ecosystems.values_of(set);
    auto& of_set = ids[values.empty() ? std::string() : ecosystems.value(values.front())];
    for (const auto& [name, key] : found[set]) of_set.push_back(key.substr(1));
  }
  return ids;
}

DirectoryIndex::Number DirectoryIndex::first_at_or_after(const Place& place) const {
  Number from = 0, to = static_cast<Number>(text_from_.size());
  while (from < to) {
    const auto middle = from + (to - from) / 2;
    const auto by_name = std::strcmp(name_at(middle), place.first.c_str());
    if (by_name < 0 || (by_name == 0 && std::strcmp(key_at(middle), place.second.c_str()) < 0))
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

DirectoryAnswer::Ref DirectoryIndex::ref_of(std::string_view key, FacetColumn::Set in) const {
  const auto& ecosystems = facets_[place_of(Facet::ecosystem)];
  const auto& values = ecosystems.values_of(in);
  return {.thing = key.front() == 'p' ? Thing::person : Thing::organization,
          .id = std::string(key.substr(1)),
          .ecosystem = values.empty() ? std::string() : ecosystems.value(values.front())};
}

void DirectoryIndex::fill_page(const DirectoryQuestion& question,
                               const std::string& beginning,
                               const Bits& hits,
                               const std::vector<const ChangedEntry*>& changed_hits,
                               DirectoryAnswer& answer) const {
  auto skip = question.from;
  const auto is_full = [&] { return answer.page.size() >= question.most; };
  const auto put = [&](std::string_view key, FacetColumn::Set ecosystems) {
    answer.page.push_back(ref_of(key, ecosystems));
    return !is_full();
  };
  const auto put_number = [&](std::size_t number) {
    return put(key_at(static_cast<Number>(number)), columns_[place_of(Facet::ecosystem)][number]);
  };
  // Those numbered from `from` to below `to`, with the changed ones between them by name.
  const auto put_range = [&](Number from, Number to, auto stands_there) {
    for (const auto* entry : changed_hits) {
      if (is_full() || !stands_there(*entry)) continue;
      const auto at = first_at_or_after(entry->first);
      hits.some(from, std::min(at, to), skip, put_number);
      from = std::max(from, std::min(at, to));
      if (is_full()) return;
      if (skip > 0)
        --skip;
      else
        put(entry->first.second, entry->second.sets[place_of(Facet::ecosystem)]);
    }
    if (!is_full()) hits.some(from, to, skip, put_number);
  };
  if (question.most == 0) return;
  const auto end = static_cast<Number>(text_from_.size());
  const auto begins_so = [&](const ChangedEntry& entry) {
    return entry.first.first.starts_with(beginning);
  };
  // Beyond every name that begins so, since no byte of UTF-8 is 0xFF.
  const auto first = first_at_or_after({beginning, ""});
  const auto last = first_at_or_after({beginning + "\xFF", ""});
  put_range(first, last, begins_so);
  put_range(0, first, [&](const ChangedEntry& e) { return e.first.first < beginning; });
  put_range(last, end,
            [&](const ChangedEntry& e) { return !begins_so(e) && e.first.first > beginning; });
}

}  // namespace enact::network
