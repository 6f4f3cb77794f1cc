// SPDX-License-Identifier: Apache-2.0
#include "base/plain_text.h"

#include "base/text.h"

namespace enact::base {
namespace {

enum class LineEnds { spaces, kept };

std::string printable(std::string_view text, LineEnds line_ends) {
  std::string result = replace_all(std::string(text), "\r\n", "\n");
  for (char& c : result) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\r' && line_ends == LineEnds::kept) c = '\n';
    if (c == '\n' && line_ends == LineEnds::kept) continue;
    if (byte < 0x20 || byte == 0x7F) c = ' ';
  }
  return std::string(trim(result));
}

}  // namespace

std::string one_line(std::string_view text) {
  return printable(text, LineEnds::spaces);
}

std::string several_lines(std::string_view text) {
  return printable(text, LineEnds::kept);
}

}  // namespace enact::base
