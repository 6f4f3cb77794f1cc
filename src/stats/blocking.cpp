// SPDX-License-Identifier: Apache-2.0
#include "stats/blocking.h"

#include <algorithm>

#include "stats/code_points.h"
#include "stats/hash.h"
#include "stats/phonetic.h"

namespace enact::stats {
namespace {

// For each row the hash of what the rule asks of it; 0 where a part is missing. Two hashes of 64
// bits that agree by chance only add a pair to those compared.
Estimate<std::vector<std::uint64_t>> keys_of(const Records& records, const BlockingRule& rule) {
  std::vector<std::uint64_t> keys(records.size(), 1);
  for (const auto& key : rule.keys) {
    const auto* column = records.find_column(key.column);
    if (column == nullptr)
      return tl::unexpected(Shortfall{Shortfall::Reason::no_such_column, key.column});
    std::vector<std::uint64_t> parts(column->texts.size(), 0);
    for (Texts::Number number = 1; number < parts.size(); ++number)
      if (const auto part = key.part(column->texts[number]); !part.empty())
        parts[number] = hash_of(part) | 1;
    for (Row row = 0; row < records.size(); ++row) {
      const auto part = parts[column->numbers[row]];
      keys[row] = keys[row] == 0 || part == 0 ? 0 : mixed(keys[row] ^ part) | 1;
    }
  }
  return keys;
}

std::uint64_t pairs_among(std::uint64_t rows) {
  return rows < 2 ? 0 : rows * (rows - 1) / 2;
}

}  // namespace

BlockingKey BlockingKey::whole(std::string column) {
  return {column, column, [](std::string_view value) { return std::string(value); }};
}

BlockingKey BlockingKey::first(std::size_t letters, std::string column) {
  auto words = "first " + std::to_string(letters) + " of " + column;
  return {std::move(column), std::move(words), [letters](std::string_view value) {
            return std::string(value.substr(0, bytes_of_first(letters, value)));
          }};
}

BlockingKey BlockingKey::last(std::size_t letters, std::string column) {
  auto words = "last " + std::to_string(letters) + " of " + column;
  return {std::move(column), std::move(words), [letters](std::string_view value) {
            const auto all = CodePoints(value).size();
            return std::string(value.substr(bytes_of_first(all - std::min(all, letters), value)));
          }};
}

BlockingKey BlockingKey::sound(std::string column) {
  auto words = "sound of " + column;
  return {std::move(column), std::move(words), nysiis};
}

BlockingKey BlockingKey::year(std::string column) {
  auto key = first(4, std::move(column));
  key.words = "year of " + key.column;
  return key;
}

std::string BlockingRule::words() const {
  if (keys.empty()) return "everything";
  std::string all;
  for (const auto& key : keys) all += (all.empty() ? "" : " and ") + key.words;
  return all;
}

std::uint64_t Population::pairs() const {
  if (!is_two_files()) return pairs_among(records->size());
  return std::uint64_t{second_begins} * (records->size() - second_begins);
}

Estimate<Blocks> Blocks::make(const Population& population,
                              const BlockingRule& rule,
                              std::uint32_t most_rows) {
  auto keys = keys_of(*population.records, rule);
  if (!keys) return tl::unexpected(keys.error());
  Blocks result;
  result.keys_ = std::move(*keys);

  struct Entry {
    std::uint64_t key;
    Row row;
    bool operator<(const Entry& other) const {
      return key != other.key ? key < other.key : row < other.row;
    }
  };
  std::vector<Entry> entries;
  entries.reserve(result.keys_.size());
  for (Row row = 0; row < result.keys_.size(); ++row)
    if (result.keys_[row] != 0) entries.push_back({result.keys_[row], row});
  std::sort(entries.begin(), entries.end());

  for (const auto& entry : entries) result.rows_.push_back(entry.row);
  const auto size = static_cast<std::uint32_t>(entries.size());
  for (std::uint32_t begin = 0, end = 0; begin < size; begin = end) {
    std::uint32_t firsts = 0;
    for (end = begin; end < size && entries[end].key == entries[begin].key; ++end)
      firsts += entries[end].row < population.second_begins;
    const std::uint64_t rows = end - begin;
    const auto pairs = population.is_two_files() ? firsts * (rows - firsts) : pairs_among(rows);
    result.add({begin, begin + firsts, end, entries[begin].key, pairs}, most_rows);
  }
  return result;
}

void Blocks::add(const Block& block, std::uint32_t most_rows) {
  if (block.pairs == 0) return;
  const std::uint32_t rows = block.end - block.begin;
  count_.largest_block = std::max(count_.largest_block, rows);
  if (rows <= most_rows) {
    count_.pairs += block.pairs;
    blocks_.push_back(block);
    return;
  }
  ++count_.blocks_left_out;
  count_.pairs_left_out += block.pairs;
  for (std::uint32_t i = block.begin; i < block.end; ++i) keys_[rows_[i]] = 0;
}

bool share_block(std::span<const Blocks> rules, Row a, Row b) {
  return std::any_of(rules.begin(), rules.end(), [&](const Blocks& rule) {
    return rule.key(a) != 0 && rule.key(a) == rule.key(b);
  });
}

}  // namespace enact::stats
