// SPDX-License-Identifier: Apache-2.0
#include "imports/plain_words.h"

#include "base/text.h"

namespace enact::imports {

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_space = byte <= 0x20 || byte == 0x7F;
    if (!is_space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return std::string(base::trim(line));
}

std::string several_lines(std::string_view text) {
  std::string all;
  int empty_lines = 0;
  for (const auto each : base::lines(text)) {
    auto line = one_line(each);
    if (line.empty()) {
      ++empty_lines;
      continue;
    }
    if (!all.empty()) all += empty_lines > 0 ? "\n\n" : "\n";
    empty_lines = 0;
    all += line;
  }
  return all;
}

}  // namespace enact::imports
