// SPDX-License-Identifier: Apache-2.0
#include "imports/plain_words.h"

#include "base/text.h"

namespace enact::imports {
namespace {

bool is_formula_sign(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

}  // namespace

std::string meant_by_cell(std::string_view cell) {
  if (cell.size() > 1 && cell[0] == '\'' && is_formula_sign(cell[1])) cell.remove_prefix(1);
  cell = base::trim(cell);
  if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"') &&
      cell.find('"', 2) == cell.size() - 1)
    cell = base::trim(cell.substr(2, cell.size() - 3));
  return std::string(cell);
}

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
