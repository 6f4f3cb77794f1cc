// SPDX-License-Identifier: Apache-2.0
#include "web/markdown_lines.h"

#include <algorithm>

namespace enact::web {
namespace {

// Nobody nests deeper, and each further list mark would be looked at to the end of the line.
constexpr std::size_t kDeepEnough = 100;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// "---", "* * *": a line across the page and no list, however often the mark is repeated.
bool is_rule(std::string_view line) {
  const char mark = line.empty() ? '\0' : line.front();
  return (mark == '-' || mark == '*' || mark == '_') &&
         std::count(line.begin(), line.end(), mark) >= 3 &&
         std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || is_blank(c); });
}

// The length of a list item's mark ("-", "12.") at the start of `text`, or 0.
std::size_t list_mark(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  std::size_t length = 0;
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with('*')) {
    length = 1;
  } else {
    while (length < text.size() && length < kMostDigits && text[length] >= '0' &&
           text[length] <= '9')
      ++length;
    const bool ends =
        length > 0 && length < text.size() && (text[length] == '.' || text[length] == ')');
    length = ends ? length + 1 : 0;
  }
  return length < text.size() && !is_blank(text[length]) ? 0 : length;
}

}  // namespace

std::size_t depth_of(std::string_view line) {
  std::size_t marks = 0, columns = 0;
  while (!line.empty() && marks < kDeepEnough) {
    std::size_t length = 1;
    if (is_blank(line.front())) {
      columns += line.front() == '\t' ? 4 : 1;
    } else if (line.front() == '>') {
      ++marks;
    } else {
      length = is_rule(line) ? 0 : list_mark(line);
      if (length == 0) break;
      ++marks;
    }
    line.remove_prefix(length);
  }
  return marks == 0 ? 0 : marks + columns / 2;
}

bool ends_block(std::string_view line) {
  std::size_t indent = 0;
  for (const char c : line) {
    if (c != '>' && !is_blank(c)) return false;
    if (c == '>' && indent > 3) return false;
    indent = c == '>' ? 0 : indent + (c == '\t' ? 4 : 1);
  }
  return true;
}

bool is_mark(char c) {
  constexpr std::string_view kMarks = "\"'*_~[]()<`@:&";
  return kMarks.find(c) != std::string_view::npos;
}

int longest_address_chain(std::string_view line) {
  constexpr std::string_view kWordEnds = " \t!\"#$%&'()*+,/:;<=>?[]^`{|}~";
  int found = 0, most = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (kWordEnds.find(line[i]) != std::string_view::npos) found = 0;
    if (line[i] == '@' || (line[i] == 'w' && line.substr(i).starts_with("www."))) ++found;
    most = std::max(most, found);
  }
  return most;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_of("|:\v\f") != std::string_view::npos &&
         line.find_first_not_of("|-:> \t\v\f") == std::string_view::npos;
}

}  // namespace enact::web
