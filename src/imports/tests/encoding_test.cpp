// SPDX-License-Identifier: Apache-2.0
#include "imports/encoding.h"

#include <gtest/gtest.h>
#include <iconv.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace enact::imports {
namespace {

// What the C library makes of bytes, or nothing where it refuses.
std::string by_iconv(std::string bytes, const char* from) {
  const auto converter = iconv_open("UTF-8", from);
  std::string text(bytes.size() * 4 + 4, '\0');
  char* in = bytes.data();
  char* out = text.data();
  auto in_left = bytes.size();
  auto out_left = text.size();
  const auto done = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  return done == std::size_t(-1) ? "" : text.substr(0, text.size() - out_left);
}

TEST(Encoding, EveryByteIsTheCharacterThatTheCLibraryKnows) {
  for (int byte = 1; byte < 256; ++byte) {
    std::string cell(1, static_cast<char>(byte));
    const auto expected = by_iconv(cell, "CP1252");
    const auto decoded = decode_as_told(cell, Encoding::windows_1252);
    EXPECT_EQ(cell, expected.empty() ? "\uFFFD" : expected) << byte;
    EXPECT_EQ(decoded == Decoded::as_another, expected.empty()) << byte;
    // Apple's own table has the increment, the euro and the apple here; glibc's is an older one.
    if (byte == 0xC6 || byte == 0xDB || byte == 0xF0) continue;
    std::string on_mac(1, static_cast<char>(byte));
    decode_as_told(on_mac, Encoding::mac_roman);
    EXPECT_EQ(on_mac, by_iconv(std::string(1, static_cast<char>(byte)), "MACINTOSH")) << byte;
  }
}

RC_GTEST_PROP(Encoding,
              Utf16IsReadAsTheCLibraryReadsIt,
              (const std::vector<std::uint16_t>& units)) {
  std::string bytes;
  for (const auto unit : units) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  const auto text = utf8_from_utf16(bytes, ByteOrder::little);
  RC_ASSERT(!base::invalid_utf8(text).has_value());
  const auto expected = by_iconv(bytes, "UTF-16LE");
  if (!expected.empty()) RC_ASSERT(text == expected);
}

RC_GTEST_PROP(Encoding, WhateverACellHoldsItBecomesUtf8WithoutNul, (std::string cell)) {
  for (const auto encoding : {Encoding::utf8, Encoding::windows_1252, Encoding::mac_roman}) {
    auto guessed = cell;
    decode(guessed, encoding);
    auto told = cell;
    decode_as_told(told, encoding);
    for (const auto& text : {guessed, told}) {
      RC_ASSERT(!base::invalid_utf8(text).has_value());
      RC_ASSERT(text.find('\0') == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace enact::imports
