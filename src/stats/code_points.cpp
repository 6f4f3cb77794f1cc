// SPDX-License-Identifier: Apache-2.0
#include "stats/code_points.h"

#include <iterator>

namespace enact::stats {
namespace {

// Where stray bytes are put: behind the last code point there is.
constexpr char32_t kStray = 0x110000;

// How many bytes the code point that begins with this one has; 0 if none does.
std::size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

// Takes the first code point off the text.
char32_t cut_code_point(std::string_view& utf8) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const auto length = length_of(byte(0));
  char32_t code_point = length < 2 ? byte(0) : byte(0) & (0x7Fu >> length);
  bool whole = length > 0 && length <= utf8.size();
  for (std::size_t i = 1; whole && i < length; ++i) {
    whole = (byte(i) & 0xC0) == 0x80;
    code_point = code_point << 6 | (byte(i) & 0x3F);
  }
  if (!whole) code_point = kStray + byte(0);
  utf8.remove_prefix(whole ? length : 1);
  return code_point;
}

}  // namespace

CodePoints::CodePoints(std::string_view utf8) {
  const bool is_short = utf8.size() <= std::size(few_);
  if (!is_short) many_.resize(utf8.size());
  data_ = is_short ? few_ : many_.data();
  while (!utf8.empty()) data_[size_++] = cut_code_point(utf8);
}

std::size_t bytes_of_first(std::size_t count, std::string_view utf8) {
  auto rest = utf8;
  for (; count > 0 && !rest.empty(); --count) cut_code_point(rest);
  return utf8.size() - rest.size();
}

}  // namespace enact::stats
