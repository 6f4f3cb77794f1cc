// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace enact::stats {

// The code points of a text in UTF-8. A byte that belongs to none counts as one by itself, so that
// any bytes may come. Short texts, which nearly all are, cost no allocation.
class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);
  CodePoints(const CodePoints&) = delete;
  CodePoints& operator=(const CodePoints&) = delete;

  std::size_t size() const { return size_; }
  char32_t operator[](std::size_t i) const { return data_[i]; }

 private:
  char32_t few_[64];
  std::vector<char32_t> many_;
  char32_t* data_;
  std::size_t size_ = 0;
};

// How many bytes the first `count` code points take; all bytes when there are fewer.
std::size_t bytes_of_first(std::size_t count, std::string_view utf8);

}  // namespace enact::stats
