// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats/comparison.h"
#include "stats/estimate.h"
#include "stats/records.h"

namespace enact::stats {

// What two rows must share of one column to be compared.
struct BlockingKey {
  std::string column;
  std::string words;                                  // "sound of last name", for reports
  std::function<std::string(std::string_view)> part;  // of a value; empty: in no block

  static BlockingKey whole(std::string column);
  static BlockingKey first(std::size_t letters, std::string column);
  static BlockingKey last(std::size_t letters, std::string column);
  static BlockingKey sound(std::string column);  // NYSIIS
  static BlockingKey year(std::string column);   // the first four digits
};

// Rows are compared when they share all of these keys; without keys all rows are, as one block.
struct BlockingRule {
  std::vector<BlockingKey> keys;

  std::string words() const;  // "last name and year of birth"
};

// A table in which pairs are looked for: within it, or, for two files, between the rows before
// `second_begins` and the others.
struct Population {
  const Records* records;
  Row second_begins = 0;  // 0: one file

  bool is_two_files() const { return second_begins > 0; }
  std::uint64_t pairs() const;
};

// The rows of a population by what a rule asks of them.
class Blocks {
 public:
  struct Block {
    std::uint32_t begin, middle, end;  // of its rows; for two files, the second's from the middle
    std::uint64_t key;
    std::uint64_t pairs;  // at least one
  };
  struct Count {
    std::uint64_t pairs = 0;
    std::uint64_t blocks_left_out = 0;  // because they are larger than is allowed
    std::uint64_t pairs_left_out = 0;
    std::uint32_t largest_block = 0;  // rows, of all blocks
  };

  // A block of more than `most_rows` tells so little that its pairs are left to the other rules.
  static Estimate<Blocks> make(const Population& population,
                               const BlockingRule& rule,
                               std::uint32_t most_rows);

  const std::vector<Block>& blocks() const { return blocks_; }
  const Count& count() const { return count_; }

  // What the rule asks for, as a number: equal where the row shares a block, 0 where it is in none.
  std::uint64_t key(Row row) const { return keys_[row]; }

  template <class Visit>
  void for_each_pair(const Block& block, const Visit& visit) const {
    const bool is_two_files = block.middle != block.begin;
    const std::uint32_t firsts_end = is_two_files ? block.middle : block.end;
    for (std::uint32_t i = block.begin; i < firsts_end; ++i)
      for (std::uint32_t j = is_two_files ? block.middle : i + 1; j < block.end; ++j)
        visit(rows_[i], rows_[j]);
  }

 private:
  void add(const Block& block, std::uint32_t most_rows);

  std::vector<std::uint64_t> keys_;
  std::vector<Row> rows_;  // block by block
  std::vector<Block> blocks_;
  Count count_;
};

// Whether two rows stand in a block together by any of these rules.
bool share_block(std::span<const Blocks> rules, Row a, Row b);

}  // namespace enact::stats
