// SPDX-License-Identifier: Apache-2.0
#include "imports/code_pages.h"

#include <array>
#include <cstddef>

namespace enact::imports {
namespace {

// The characters of the bytes 80 to 9F; above them Windows-1252 is Unicode (Latin-1).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

// The characters of the bytes 80 to FF.
constexpr std::array<char16_t, 128> kMacRoman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
    0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
    0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
    0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
    0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
    0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

enum class Kind { small, capital, dash, apostrophe, opening_quote, closing_quote, sign, unknown };

Kind kind_of(char32_t c) {
  if (c == 0xFFFD) return Kind::unknown;
  if (c == 0x2013 || c == 0x2014) return Kind::dash;
  if (c == 0x2019) return Kind::apostrophe;
  if (c == 0x201C || c == 0x2018) return Kind::opening_quote;
  if (c == 0x201D) return Kind::closing_quote;
  if (c == 0x152 || c == 0x160 || c == 0x178 || c == 0x17D) return Kind::capital;
  if (c == 0x153 || c == 0x161 || c == 0x17E) return Kind::small;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return Kind::capital;
  if (c >= 0xDF && c <= 0xFF && c != 0xF7) return Kind::small;
  return Kind::sign;
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// How well a character stands between its neighbours: "García" does, "Garc’a" and "GarcÌa" do not.
int fitness(Kind kind, char before, char after) {
  const bool in_word = is_small(before) || is_capital(before);
  const bool word_goes_on = is_small(after) || is_capital(after);
  switch (kind) {
    case Kind::small:
      if (is_small(before) && is_capital(after)) return -1;
      return in_word ? 2 : word_goes_on ? 1 : -1;
    case Kind::capital:
      return is_small(before) ? -2 : word_goes_on ? 1 : 0;
    case Kind::dash:
      return is_small(before) && is_small(after) ? 0 : 1;
    case Kind::apostrophe:
      return in_word && (after == 's' || after == 't' || !word_goes_on) ? 2 : 0;
    case Kind::opening_quote:
      return !in_word && word_goes_on ? 1 : -1;
    case Kind::closing_quote:
      return !word_goes_on ? 1 : -1;
    case Kind::sign:
      return in_word && word_goes_on ? -2 : 0;
    case Kind::unknown:
      return -3;
  }
  return 0;
}

}  // namespace

char32_t character_of(char byte, Encoding encoding) {
  const auto value = static_cast<unsigned char>(byte);
  if (value < 0x80) return value;
  if (encoding == Encoding::mac_roman) return kMacRoman[value - 0x80u];
  return value < 0xA0 ? kWindows1252[value - 0x80u] : value;
}

Encoding likely_code_page(std::string_view bytes) {
  constexpr int kEnough = 2'000;  // characters to judge by
  constexpr int kClearly = 2;     // by how much Mac Roman must win: it is rare today
  // What became of a dash or an apostrophe of UTF-8 that was read as Windows-1252 and then saved
  // on an old Macintosh: the two first of three characters, which mean nothing in Windows-1252.
  constexpr std::string_view kGarbledOnMac = "\x89\xDB";
  int windows = 0;
  int mac = 0;
  int seen = 0;
  for (std::size_t at = 0; at < bytes.size() && seen < kEnough; ++at) {
    if (bytes[at] >= 0) continue;
    ++seen;
    const char before = at > 0 ? bytes[at - 1] : ' ';
    const char after = at + 1 < bytes.size() ? bytes[at + 1] : ' ';
    windows += fitness(kind_of(character_of(bytes[at], Encoding::windows_1252)), before, after);
    mac += fitness(kind_of(character_of(bytes[at], Encoding::mac_roman)), before, after);
    if (bytes.substr(at).starts_with(kGarbledOnMac)) mac += 3;
  }
  return mac >= windows + kClearly ? Encoding::mac_roman : Encoding::windows_1252;
}

}  // namespace enact::imports
