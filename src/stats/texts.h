// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace enact::stats {

// Different texts, each kept once and called by a number, so that a million names take the room of
// the few thousand different ones and are equal when their numbers are. Number 0 is the empty text.
class Texts {
 public:
  using Number = std::uint32_t;

  Texts();

  // The number of a text, which is added if it is new.
  Number intern(std::string_view text);

  // The view ends when another text is added.
  std::string_view operator[](Number number) const {
    return std::string_view(bytes_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }

  std::size_t size() const { return starts_.size() - 1; }

 private:
  struct Slot {
    std::uint32_t tag = 0;  // part of the hash, so that few texts are looked at in vain
    Number number = 0;      // 0: free
  };

  Slot& slot_of(std::string_view text, std::uint64_t hash);
  void grow();

  std::string bytes_;
  std::vector<std::size_t> starts_;  // and the end of the last one
  std::vector<Slot> slots_;          // a power of two, at most half of them taken
};

}  // namespace enact::stats
