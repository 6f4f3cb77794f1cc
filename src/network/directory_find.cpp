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

// What two questions have in common that select the same entries, whatever their pages.
std::string key_of(const DirectoryQuestion& question, const std::string& words) {
  std::string key = words;
  for (const auto& values : question.chosen) key += "\n" + base::join(values, "\t");
  key += "\n" + std::to_string(static_cast<int>(question.sight.people));
  if (question.sight.people == Sight::Of::own_ecosystems)
    key += base::join(question.sight.ecosystems, "\t");
  return key;
}

}  // namespace

DirectoryAnswer DirectoryIndex::find(const DirectoryQuestion& question) const {
  auto beginnings = words_in(question.words);
  if (beginnings.size() > kMostWords) beginnings.resize(kMostWords);
  DirectoryAnswer answer;
  if (beginnings.empty() && !base::trim(question.words).empty())
    return answer;  // signs alone are in no name
  const auto beginning = base::join(beginnings, " ");
  const auto key = key_of(question, beginning);
  auto selection = kept_.find(key);
  if (!selection) {
    selection = select(question, beginnings);
    kept_.keep(key, selection);
  }
  answer.total = selection->total;
  answer.counts = selection->counts;
  fill_page(question, beginning, *selection, answer);
  return answer;
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
                               const Selection& selection,
                               DirectoryAnswer& answer) const {
  const auto& hits = selection.hits;
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
    for (const auto* entry : selection.changed) {
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
