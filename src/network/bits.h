// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace enact::network {

// A set of numbers below a size.
class Bits {
 public:
  explicit Bits(std::size_t size = 0) : words_((size + 63) / 64) {}

  void add(std::size_t number) { words_[number / 64] |= bit(number); }
  void remove(std::size_t number) { words_[number / 64] &= ~bit(number); }
  bool has(std::size_t number) const { return (words_[number / 64] & bit(number)) != 0; }

  void keep_only(const Bits& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= others.words_[i];
  }

  std::size_t count() const {
    std::size_t sum = 0;
    for (const auto word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  }

  // Those of which `test` is true.
  template <class Test>
  Bits those(Test&& test) const {
    Bits found;
    found.words_.reserve(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint64_t kept = 0;
      for (auto word = words_[i]; word != 0; word &= word - 1) {
        const auto at = static_cast<std::size_t>(std::countr_zero(word));
        kept |= std::uint64_t{test(i * 64 + at)} << at;
      }
      found.words_.push_back(kept);
    }
    return found;
  }

  template <class Work>
  void each(Work&& work) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (auto word = words_[i]; word != 0; word &= word - 1)
        work(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }

  // Calls `work` with those from `from` to below `to`, after the first `skip` of them, which are
  // subtracted from `skip`, until it gives false.
  template <class Work>
  void some(std::size_t from, std::size_t to, std::size_t& skip, Work&& work) const {
    for (auto i = from / 64; from < to && i <= (to - 1) / 64; ++i) {
      auto word = words_[i];
      if (i == from / 64) word &= ~std::uint64_t{0} << (from % 64);
      if (i == (to - 1) / 64) word &= ~std::uint64_t{0} >> (63 - (to - 1) % 64);
      const auto count = static_cast<std::size_t>(std::popcount(word));
      if (skip >= count) {
        skip -= count;
        continue;
      }
      for (; word != 0; word &= word - 1) {
        if (skip > 0)
          --skip;
        else if (!work(i * 64 + static_cast<std::size_t>(std::countr_zero(word))))
          return;
      }
    }
  }

  std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  static std::uint64_t bit(std::size_t number) { return std::uint64_t{1} << (number % 64); }

  std::vector<std::uint64_t> words_;
};

}  // namespace enact::network
