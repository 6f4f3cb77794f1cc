// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace enact::web {

struct HardText {
  std::string name;
  std::string text;
};

inline std::string repeated(const std::string& unit, std::size_t bytes) {
  std::string text;
  while (text.size() + unit.size() <= bytes) text += unit;
  return text;
}

// Texts that cost a Markdown parser most for their length: what makes it look ahead, go back,
// nest, or write the same bytes again. Each unit is tried as one endless block, as blocks just
// under the limit, and thinned out so that a limit on marks would let it pass.
inline std::vector<HardText> hard_markdown_texts(std::size_t bytes = 256 * 1024) {
  constexpr std::size_t kBlock = 16 * 1024 - 64;
  const std::vector<std::string> units{
      "\"",          "'",           "\"a ",      "*",     "_",        "*a_ ",     "**x* ",
      "a**b c* ",    "[",           "]",         "![",    "[a](",     "[a](<b",   "[a](b \"",
      "[ (](",       "[a][",        "[a]",       "<",     "<?",       "<!--",     "<![CDATA[",
      "<a b=\"",     "`",           "e``",       "~",     "~~a ",     "&",        "&#64;",
      "\\@",         "_www.",       "www._",     "a@b.c", "@",        "http://a", "http://a)",
      "://",         "(www.",       "|",         "|-",    "|-|\n",    "-|\n",     "a|b\n-|-\n",
      ">",           "> ",          "- ",        "1. ",   "> - ",     "* * ",     "- - - x\n",
      "#",           "# a\n",       "a\n===\n",  "---\n", "[a]: u\n", "[a]:\n",   "a  \n",
      "<div>\n",     "</",          "```\n",     "~~~~",  "    a\n",  "\t",       " ",
      "\\",          "\\\n",        ". ",        "--",    "...",      "\xC3\xA9", "\xE2\x80\x9D",
      "|-|\n-|-|\n", "|-|\n-:\n- ", "- [ ] a\n", "[x]",   "a\n> b\n", ">\n",      "-\n",
      "+ a\n* b\n",
  };
  std::vector<HardText> texts;
  for (const auto& unit : units) {
    texts.push_back({"endless " + unit, repeated(unit, bytes)});
    const auto in_blocks = [&](const std::string& block) {
      return repeated(block + "\n\n", bytes);
    };
    texts.push_back({"blocks of " + unit, in_blocks(repeated(unit, kBlock))});
    const auto few = repeated(unit, std::min(kBlock, unit.size() * 400));
    texts.push_back(
        {"few, then words, " + unit, in_blocks(few + std::string(kBlock - few.size(), 'a'))});
    texts.push_back(
        {"words, then few, " + unit, in_blocks(std::string(kBlock - few.size(), 'a') + few)});
    texts.push_back({"thin " + unit, in_blocks(repeated(unit + std::string(30, 'a'), kBlock))});
    texts.push_back({"short blocks of " + unit, in_blocks(repeated(unit, 900))});
  }

  const auto nested = [&](const std::string& mark, int deep, const std::string& lines) {
    std::string text;
    for (int i = 0; i < deep; ++i) text += mark;
    text += "a\n\n";
    return text + repeated(lines, bytes - text.size());
  };
  for (const int deep : {20, 31, 33, 8000}) {
    const auto depth = " " + std::to_string(deep) + " deep";
    texts.push_back({"blank lines in a list" + depth, nested("- ", deep, "\n")});
    texts.push_back({"lazy lines in a quote" + depth, nested("> ", deep, "a\n")});
    texts.push_back(
        {"quotes" + depth, nested("", 0, std::string(static_cast<std::size_t>(deep), '>') + "\n")});
    texts.push_back({"marks in a list" + depth, nested("- ", deep, "  *a* [b](c)\n\n")});
  }
  std::string stairs;
  for (std::size_t i = 0; stairs.size() + 2 * i + 4 < bytes / 2; ++i)
    stairs += std::string(2 * i, ' ') + "- a\n";
  texts.push_back({"stairs of lists", stairs + repeated("\n", bytes - stairs.size())});

  for (const int columns : {10, 60, 1000}) {
    std::string head, rule;
    for (int i = 0; i < columns; ++i) head += "|a", rule += "|-";
    const auto table = head + "\n" + rule + "\n";
    const auto number = " " + std::to_string(columns) + " columns";
    texts.push_back({"short rows under" + number,
                     repeated(table + repeated("|\n", 16'000 - table.size()) + "\n", bytes)});
    texts.push_back({"one row under" + number, repeated(table + "|\n\n", bytes)});
  }
  for (const std::size_t length : {100U, 1000U, 15'000U}) {
    const auto size = " of " + std::to_string(length) + " bytes";
    const auto uses = repeated("[a] ", 7'000) + "\n\n";
    texts.push_back(
        {"many uses of an address" + size,
         "[a]: /" + std::string(length, 'u') + "\n\n" + repeated(uses, bytes - length - 9)});
    texts.push_back({"many uses of a title" + size, "[a]: /u '" + repeated("& ", length) + "'\n\n" +
                                                        repeated(uses, bytes - length - 14)});
  }
  std::string names;
  for (int i = 0; names.size() < bytes - 40; ++i)
    names += "[n" + std::to_string(i) + "]: u\n" + (i % 100 == 99 ? "\n[n0] [n1]\n\n" : "");
  texts.push_back({"many names", names});
  std::string ticks;
  for (std::size_t i = 1; ticks.size() + i + 1 < kBlock; ++i) ticks += "e" + std::string(i, '`');
  texts.push_back({"growing runs of backticks", ticks});
  return texts;
}

}  // namespace enact::web
