// SPDX-License-Identifier: Apache-2.0
#include "network/directory_index.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <set>

#include "base/text.h"
#include "network/folding.h"
#include "network/org.h"

namespace enact::network {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};

// Organizations and people may have the same id.
std::string key_of(Thing thing, std::string_view id) {
  return (thing == Thing::person ? "p" : "o") + std::string(id);
}

std::vector<std::string> words_of(const DirectoryEntry& entry) {
  auto words = words_in(entry.name);
  for (auto& word : words_in(entry.words)) words.push_back(std::move(word));
  return words;
}

// The first eight bytes, so that most names are told apart by one comparison of numbers.
std::uint64_t head_of(const char* name) {
  std::uint64_t head = 0;
  for (int i = 0; i < 8; ++i) {
    head = head << 8 | static_cast<unsigned char>(*name);
    if (*name != 0) ++name;
  }
  return head;
}

}  // namespace

DirectoryIndex::Sets DirectoryIndex::sets_of(const DirectoryEntry& entry) {
  Sets sets{};
  for (std::size_t i = 0; i < kFacets; ++i) sets[i] = facets_[i].set_of(entry.values[i]);
  return sets;
}

void DirectoryIndex::add(DirectoryEntry&& entry) {
  const auto number = static_cast<Number>(text_from_.size());
  auto sets = sets_of(entry);
  if (entry.thing == Thing::organization) {
    org_numbers_.emplace(entry.id, number);
    parents_.push_back(std::move(entry.parent));
  } else {
    if (!parents_.empty()) settle_organizations();
    auto& ecosystems = facets_[place_of(Facet::ecosystem)];
    std::set<std::string> of_person;
    for (const auto& org : entry.orgs)
      if (const auto at = org_numbers_.find(org); at != org_numbers_.end())
        for (const auto value :
             ecosystems.values_of(columns_[place_of(Facet::ecosystem)][at->second]))
          of_person.insert(ecosystems.value(value));
    sets[place_of(Facet::ecosystem)] =
        ecosystems.set_of(base::join({of_person.begin(), of_person.end()}, "\n"));
  }
  text_from_.push_back(static_cast<std::uint32_t>(texts_.size()));
  texts_.append(folded(entry.name)).append(1, '\0');
  texts_.append(key_of(entry.thing, entry.id)).append(1, '\0');
  for (std::size_t i = 0; i < kFacets; ++i) columns_[i].push_back(sets[i]);
  words_.add(words_of(entry));
}

void DirectoryIndex::settle_organizations() {
  ecosystem_kind_ = facets_[place_of(Facet::kind)].set_of(std::string(kEcosystem));
  settled_.assign(parents_.size(), Settled::no);
  for (Number org = 0; org < settled_.size(); ++org) ecosystem_of(org);
  std::exchange(parents_, {});
  std::exchange(settled_, {});
}

// Climbs until something is known, then says the same of all on the way.
FacetColumn::Set DirectoryIndex::ecosystem_of(Number org) {
  auto& column = columns_[place_of(Facet::ecosystem)];
  std::vector<Number> way;
  FacetColumn::Set found = 0;
  for (auto at = org; settled_[at] != Settled::under_way;) {
    if (settled_[at] == Settled::yes) {
      found = column[at];
      break;
    }
    settled_[at] = Settled::under_way;
    way.push_back(at);
    if (columns_[place_of(Facet::kind)][at] == ecosystem_kind_) {
      found = facets_[place_of(Facet::ecosystem)].set_of(key_at(at) + 1);
      break;
    }
    const auto parent = org_numbers_.find(parents_[at]);
    if (parent == org_numbers_.end()) break;
    at = parent->second;
  }
  for (const auto at : way) {
    column[at] = found;
    settled_[at] = Settled::yes;
  }
  return found;
}

void DirectoryIndex::finish() {
  if (!parents_.empty()) settle_organizations();
  std::exchange(org_numbers_, {});
  texts_.shrink_to_fit();
  size_ = text_from_.size();
  sort_by_name();
  number_keys();
  present_ = Bits(size_);
  people_ = Bits(size_);
  for (Number number = 0; number < size_; ++number) {
    present_.add(number);
    if (key_at(number)[0] == 'p') people_.add(number);
  }
}

void DirectoryIndex::sort_by_name() {
  std::vector<std::pair<std::uint64_t, Number>> order(size_);
  for (Number at = 0; at < size_; ++at) order[at] = {head_of(name_at(at)), at};
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (const int by_name = std::strcmp(name_at(a.second), name_at(b.second)); by_name != 0)
      return by_name < 0;
    return std::strcmp(key_at(a.second), key_at(b.second)) < 0;
  });
  std::vector<Number> numbers(size_);
  for (Number number = 0; number < size_; ++number) numbers[order[number].second] = number;
  words_.finish(numbers);
  const auto arrange = [&](std::vector<std::uint32_t>& column) {
    std::vector<std::uint32_t> arranged(size_);
    for (std::size_t at = 0; at < size_; ++at) arranged[numbers[at]] = column[at];
    column = std::move(arranged);
  };
  arrange(text_from_);
  for (auto& column : columns_) arrange(column);
}

void DirectoryIndex::number_keys() {
  keys_.assign(std::bit_ceil(2 * size_ + 1), kNone);
  for (Number number = 0; number < size_; ++number) {
    auto at = std::hash<std::string_view>{}(key_at(number)) & (keys_.size() - 1);
    while (keys_[at] != kNone) at = (at + 1) & (keys_.size() - 1);
    keys_[at] = number;
  }
}

const char* DirectoryIndex::key_at(Number number) const {
  const char* name = name_at(number);
  return name + std::strlen(name) + 1;
}

DirectoryIndex::Number DirectoryIndex::find_key(std::string_view key) const {
  for (auto at = std::hash<std::string_view>{}(key) & (keys_.size() - 1); keys_[at] != kNone;
       at = (at + 1) & (keys_.size() - 1))
    if (key_at(keys_[at]) == key) return keys_[at];
  return kNone;
}

std::shared_ptr<const DirectoryIndex::Selection> DirectoryIndex::Kept::find(
    const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto at =
      std::find_if(all_.begin(), all_.end(), [&](const auto& kept) { return kept.first == key; });
  if (at == all_.end()) return nullptr;
  all_.splice(all_.begin(), all_, at);
  return at->second;
}

void DirectoryIndex::Kept::keep(const std::string& key,
                                std::shared_ptr<const Selection> selection) {
  constexpr std::size_t kMostKept = 32;  // an eighth of a megabyte each at a million entries
  const std::lock_guard lock(mutex_);
  all_.emplace_front(key, std::move(selection));
  if (all_.size() > kMostKept) all_.pop_back();
}

void DirectoryIndex::Kept::clear() {
  const std::lock_guard lock(mutex_);
  all_.clear();
}

void DirectoryIndex::put(const DirectoryEntry& entry) {
  remove(entry.thing, entry.id);
  auto key = key_of(entry.thing, entry.id);
  auto name = folded(entry.name);
  Changed changed{words_of(entry), sets_of(entry), entry.thing == Thing::person};
  std::sort(changed.words.begin(), changed.words.end());
  changed_names_.emplace(key, name);
  changed_.emplace(Place{std::move(name), std::move(key)}, std::move(changed));
  ++size_;
}

void DirectoryIndex::remove(Thing thing, std::string_view id) {
  kept_.clear();
  const auto key = key_of(thing, id);
  if (const auto at = changed_names_.find(key); at != changed_names_.end()) {
    changed_.erase({at->second, key});
    changed_names_.erase(at);
    --size_;
  } else if (const auto number = find_key(key); number != kNone && present_.has(number)) {
    present_.remove(number);
    --size_;
  }
}

std::size_t DirectoryIndex::bytes() const {
  constexpr std::size_t kOfAChange = 600;
  auto sum = texts_.capacity() + words_.bytes() + present_.bytes() +
             4 * (text_from_.capacity() + keys_.capacity()) + changed_.size() * kOfAChange;
  for (const auto& column : columns_) sum += 4 * column.capacity();
  for (const auto& facet : facets_) sum += facet.bytes();
  return sum;
}

}  // namespace enact::network
