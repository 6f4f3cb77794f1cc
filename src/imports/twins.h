// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imports/target.h"

namespace enact::imports {

// Finds rows of one file that are about the same record: because they say the same of a set of
// fields that identifies it, or because they fit the same record.
class Twins {
 public:
  // `repeats`: the file names a record again and again, as Mapping::repeats says.
  Twins(std::vector<Identity> identities, const Target& target, bool repeats = false);

  struct Earlier {
    std::int64_t position = 0;
    int line = 0;
    bool is_alike = false;  // in every cell, so that nothing is lost without the later one
    bool may_join = false;  // for certain the same record, of which they differ in lists only
  };

  struct Row {
    std::int64_t position = 0;
    int line = 0;
    const Values& values;
    const std::vector<std::string>& cells;  // as they stand in the file
    std::string_view record = {};           // that it fits for certain, or empty
  };

  // The earlier row about the same record, if there is one. Remembers the row.
  std::optional<Earlier> find_and_keep(const Row& row);

 private:
  struct Seen {
    std::int64_t position;
    int line;
    std::size_t best;    // the first identity that the row had every field of
    std::uint64_t all;   // its cells
    std::uint64_t rest;  // its values without the lists that rows gather
  };

  std::optional<std::uint64_t> key_of(const Values& values, std::size_t identity) const;

  std::uint64_t rest_of(const Values& values) const;
  bool adds_to_a_list(const Values& values) const;

  std::vector<Identity> identities_;
  std::vector<bool> is_certain_;  // for each of them
  bool repeats_;
  std::vector<std::string> gathered_;  // the fields that rows may add to one after another
  // By a digest of 64 bits: a file's rows fit into little memory, and two that meet by chance
  // (once in some billions of files) are only asked about.
  std::unordered_map<std::uint64_t, Seen> by_key_;
};

}  // namespace enact::imports
