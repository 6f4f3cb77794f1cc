// SPDX-License-Identifier: Apache-2.0
#include "stats/records.h"

#include <algorithm>

namespace enact::stats {
namespace {

// Appends numbers of `from` as numbers of `to`, where each different text is looked up once.
void append(std::span<const Texts::Number> numbers,
            const Texts& from,
            Texts& to,
            std::vector<Texts::Number>& appended) {
  std::vector<Texts::Number> renumbered(from.size());
  for (Texts::Number number = 0; number < from.size(); ++number)
    renumbered[number] = to.intern(from[number]);
  for (const auto number : numbers) appended.push_back(renumbered[number]);
}

}  // namespace

Records::Records(const std::vector<std::string>& columns) {
  for (const auto& name : columns) columns_.push_back({.name = name, .texts = {}, .numbers = {}});
}

base::Result<void> Records::add(std::string_view key, std::span<const std::string_view> values) {
  if (values.size() != columns_.size())
    return base::invalid("", "A row has more or fewer values than there are columns.");
  if (key.empty()) return base::invalid("", "A row has no key.");
  const auto different = key_texts_.size();
  const auto number = key_texts_.intern(key);
  if (number != different) return base::invalid("", "Two rows have the same key.");
  keys_.push_back(number);
  for (std::size_t i = 0; i < values.size(); ++i)
    columns_[i].numbers.push_back(columns_[i].texts.intern(values[i]));
  return {};
}

const Records::Column* Records::find_column(std::string_view name) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const Column& column) { return column.name == name; });
  return found == columns_.end() ? nullptr : &*found;
}

Records Records::joined(const Records& a, const Records& b) {
  Records both = a;
  append(b.keys_, b.key_texts_, both.key_texts_, both.keys_);
  for (auto& column : both.columns_) {
    if (const auto* more = b.find_column(column.name))
      append(more->numbers, more->texts, column.texts, column.numbers);
    else
      column.numbers.resize(both.size(), 0);
  }
  return both;
}

}  // namespace enact::stats
