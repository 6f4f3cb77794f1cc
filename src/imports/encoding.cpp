// SPDX-License-Identifier: Apache-2.0
#include "imports/encoding.h"

#include <algorithm>

#include "base/text.h"
#include "imports/code_pages.h"

namespace enact::imports {
namespace {

constexpr char32_t kUnknown = 0xFFFD;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

// A cell of one-byte characters.
Decoded decode_bytes(std::string& cell, Encoding encoding) {
  auto decoded = Decoded::as_told;
  std::string text;
  text.reserve(cell.size() + cell.size() / 4);
  for (const char c : cell) {
    const auto character = character_of(c, encoding);
    if (character == 0 || character == kUnknown) decoded = Decoded::as_another;
    append_utf8(text, character == 0 ? kUnknown : character);
  }
  cell = std::move(text);
  return decoded;
}

// A cell of UTF-8 with bytes that are none, or with NUL.
void mend_utf8(std::string& cell) {
  std::string text;
  std::string_view rest = cell;
  while (!rest.empty()) {
    const auto bad = base::invalid_utf8(rest);
    for (const char c : rest.substr(0, bad.value_or(rest.size()))) {
      if (c == 0)
        append_utf8(text, kUnknown);
      else
        text += c;
    }
    if (!bad) break;
    append_utf8(text, character_of(rest[*bad], Encoding::windows_1252));
    rest.remove_prefix(*bad + 1);
  }
  cell = std::move(text);
}

std::size_t count_beyond_ascii(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c < 0; }));
}

}  // namespace

std::string_view words(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16:
      return "UTF-16";
    case Encoding::windows_1252:
      return "Windows-1252";
    case Encoding::mac_roman:
      return "Mac Roman";
  }
  return "";
}

EncodingFacts detect_encoding(std::string_view bytes) {
  constexpr std::size_t kEnough = 10'000;  // places that are no UTF-8: the answer is clear by then
  const bool has_nul = bytes.find('\0') != std::string_view::npos;
  std::size_t wrong = 0;
  std::size_t right = 0;  // bytes of characters beyond ASCII that are UTF-8
  for (std::string_view rest = bytes; wrong < kEnough;) {
    const auto bad = base::invalid_utf8(rest);
    right += count_beyond_ascii(rest.substr(0, bad.value_or(rest.size())));
    if (!bad) break;
    ++wrong;
    rest.remove_prefix(*bad + 1);
  }
  if (wrong == 0) return {.encoding = Encoding::utf8, .is_clean = !has_nul, .beyond_ascii = right};
  const auto encoding = right / 2 >= wrong ? Encoding::utf8 : likely_code_page(bytes);
  return {.encoding = encoding, .is_clean = false, .beyond_ascii = count_beyond_ascii(bytes)};
}

Decoded decode(std::string& cell, Encoding encoding) {
  if (is_ascii(cell)) return Decoded::as_told;
  const bool is_utf8 = !base::invalid_utf8(cell);
  const bool has_nul = cell.find('\0') != std::string::npos;
  if (is_utf8 && !has_nul)
    return encoding == Encoding::utf8 ? Decoded::as_told : Decoded::as_another;
  if (encoding != Encoding::utf8 && !is_utf8) return decode_bytes(cell, encoding);
  mend_utf8(cell);
  return Decoded::as_another;
}

Decoded decode_as_told(std::string& cell, Encoding encoding) {
  if (encoding == Encoding::utf8 || is_ascii(cell)) return decode(cell, Encoding::utf8);
  return decode_bytes(cell, encoding);
}

std::string utf8_from_utf16(std::string_view bytes, ByteOrder order) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(order == ByteOrder::big ? first << 8 | second
                                                         : second << 8 | first);
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto high = unit(at);
    const bool is_pair = high >= 0xD800 && high < 0xDC00 && at + 3 < bytes.size() &&
                         unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000;
    if (!is_pair) {
      append_utf8(text, high);
      continue;
    }
    append_utf8(text, 0x10000 + ((high - 0xD800) << 10) + (unit(at + 2) - 0xDC00));
    at += 2;
  }
  if (bytes.size() % 2 != 0) append_utf8(text, kUnknown);
  return text;
}

void append_utf8(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = kUnknown;
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | c >> 6);
    add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

}  // namespace enact::imports
