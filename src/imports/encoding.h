// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "imports/table_file.h"

namespace enact::imports {

std::string_view words(Encoding encoding);

struct EncodingFacts {
  Encoding encoding = Encoding::utf8;
  bool is_clean = true;          // UTF-8 from end to end without NUL: nothing to turn or to check
  std::size_t beyond_ascii = 0;  // bytes that the guess rests on; counted for one-byte encodings
};

// The encoding of bytes without a byte-order mark. UTF-8 as long as most of what is not ASCII is
// UTF-8, because no other text looks like it by chance; else Windows-1252, of which Latin-1 is a
// part; Mac Roman only where it makes words of what would be signs amid words in Windows-1252.
EncodingFacts detect_encoding(std::string_view bytes);

// What is met where a text is not wholly in the encoding of its file.
enum class Decoded { as_told, as_another };

// Turns a cell into UTF-8 without NUL, whatever it holds. In a UTF-8 file a byte that is no UTF-8
// is read as Windows-1252; in a file of one-byte characters a cell that is UTF-8 is kept. What
// stands for no character becomes U+FFFD. All of that counts as another encoding.
Decoded decode(std::string& cell, Encoding encoding);

// The same for a text whose encoding somebody stated: a cell that looks like UTF-8 is turned too.
Decoded decode_as_told(std::string& cell, Encoding encoding);

enum class ByteOrder { little, big };
std::string utf8_from_utf16(std::string_view bytes, ByteOrder order);

// Appends a character; what is no Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& text, char32_t character);

}  // namespace enact::imports
