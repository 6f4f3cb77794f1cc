// SPDX-License-Identifier: Apache-2.0
#include "imports/plain_words.h"

#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "base/text.h"
#include "imports/encoding.h"

namespace enact::imports {
namespace {

bool is_formula_sign(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

// Tags that begin a line.
bool breaks_line(std::string_view name) {
  constexpr std::string_view kBlocks[] = {"p",  "br", "div", "li", "ul", "ol",    "tr",        "h1",
                                          "h2", "h3", "h4",  "h5", "h6", "table", "blockquote"};
  for (const auto& block : kBlocks)
    if (block == name) return true;
  return false;
}

constexpr std::array<std::pair<std::string_view, char32_t>, 16> kNames{{{"amp", U'&'},
                                                                        {"lt", U'<'},
                                                                        {"gt", U'>'},
                                                                        {"quot", U'"'},
                                                                        {"apos", U'\''},
                                                                        {"nbsp", U' '},
                                                                        {"ndash", U'\u2013'},
                                                                        {"mdash", U'\u2014'},
                                                                        {"lsquo", U'\u2018'},
                                                                        {"rsquo", U'\u2019'},
                                                                        {"ldquo", U'\u201C'},
                                                                        {"rdquo", U'\u201D'},
                                                                        {"hellip", U'\u2026'},
                                                                        {"bull", U'\u2022'},
                                                                        {"eacute", U'\u00E9'},
                                                                        {"ntilde", U'\u00F1'}}};

std::optional<char32_t> character_for(std::string_view reference) {
  for (const auto& [name, character] : kNames)
    if (name == reference) return character;
  if (!reference.starts_with('#') || reference.size() < 2) return {};
  reference.remove_prefix(1);
  const bool is_hex = reference.starts_with('x') || reference.starts_with('X');
  if (is_hex) reference.remove_prefix(1);
  char32_t number = 0;
  for (const char c : reference) {
    const int digit = c >= '0' && c <= '9'             ? c - '0'
                      : is_hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : is_hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                       : -1;
    if (digit < 0 || number > 0x10FFFF) return {};
    number = number * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  return number == 0xA0 ? U' ' : number;
}

// Appends the character of the reference that begins at `at`, or the ampersand itself, and gives
// the place behind it.
std::size_t append_reference(std::string& text, std::string_view html, std::size_t at) {
  constexpr std::size_t kLongest = 10;
  const auto end = html.substr(at, kLongest).find(';');
  if (end != std::string_view::npos)
    if (const auto character = character_for(html.substr(at + 1, end - 1))) {
      append_utf8(text, *character);
      return at + end + 1;
    }
  text += '&';
  return at + 1;
}

std::string tag_name(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  std::size_t length = 0;
  while (length < tag.size() && std::isalnum(static_cast<unsigned char>(tag[length])) != 0)
    ++length;
  return base::lower(tag.substr(0, length));
}

// Where the words go on behind the tag that begins at `at`; npos where it never ends.
std::size_t behind_tag(std::string_view html, std::size_t at, const std::string& name) {
  if (html.substr(at).starts_with("<!--")) {
    const auto end = html.find("-->", at);
    return end == std::string_view::npos ? end : end + 3;
  }
  auto end = html.find('>', at);
  if (end == std::string_view::npos) return end;
  if ((name == "script" || name == "style") && html[at + 1] != '/') {
    end = html.find("</" + name, end);
    if (end != std::string_view::npos) end = html.find('>', end);
  }
  return end == std::string_view::npos ? end : end + 1;
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

std::string words_of_html(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const char c = html[at];
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    const bool is_tag = c == '<' && (std::isalpha(static_cast<unsigned char>(next)) != 0 ||
                                     next == '/' || next == '!');
    if (is_tag) {
      const auto name = tag_name(html.substr(at + 1, 20));
      const auto behind = behind_tag(html, at, name);
      if (behind != std::string_view::npos) {
        if (breaks_line(name)) text += name == "p" ? "\n\n" : "\n";
        at = behind;
        continue;
      }
    }
    if (c == '&') {
      at = append_reference(text, html, at);
    } else {
      text += c;
      ++at;
    }
  }
  return several_lines(text);
}

}  // namespace enact::imports
