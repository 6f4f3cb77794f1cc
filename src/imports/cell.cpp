// SPDX-License-Identifier: Apache-2.0
#include "imports/cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "imports/code_pages.h"
#include "imports/encoding.h"

namespace enact::imports {
namespace {

// The first character of valid UTF-8, and its length.
std::pair<char32_t, std::size_t> first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto length = byte(0) < 0x80 ? 1u : byte(0) < 0xE0 ? 2u : byte(0) < 0xF0 ? 3u : 4u;
  char32_t character = length == 1 ? byte(0) : byte(0) & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) character = character << 6 | (byte(i) & 0x3Fu);
  return {character, length};
}

std::optional<char> windows_byte(char32_t character) {
  for (int byte = 0x80; byte <= 0xFF; ++byte)
    if (character_of(static_cast<char>(byte), Encoding::windows_1252) == character)
      return static_cast<char>(byte);
  return std::nullopt;
}

}  // namespace

NoValue::NoValue(const std::vector<std::string>& words) {
  for (const auto& word : words) words_.push_back(base::lower(trimmed(word)));
}

bool NoValue::operator()(std::string_view cell) const {
  const auto text = base::lower(trimmed(cell));
  return text.empty() || std::find(words_.begin(), words_.end(), text) != words_.end();
}

Read<bool> read_yes_no(std::string_view cell) {
  constexpr std::string_view kYes[] = {"yes", "y", "true", "t", "1", "x", "on", "✓", "✔"};
  constexpr std::string_view kNo[] = {"no", "n", "false", "f", "0", "off"};
  const auto word = base::lower(trimmed(cell));
  if (std::find(std::begin(kYes), std::end(kYes), word) != std::end(kYes))
    return Reading<bool>{true, {}};
  if (std::find(std::begin(kNo), std::end(kNo), word) != std::end(kNo))
    return Reading<bool>{false, {}};
  return base::invalid("", fmt::format("{} is neither yes nor no.", quoted(cell)));
}

std::string_view trimmed(std::string_view cell) {
  constexpr std::string_view kSpaces[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF",
                                          "\xE2\x80\x8E", "\xE2\x80\x8F"};
  for (bool changed = true; changed;) {
    const auto before = cell.size();
    cell = base::trim(cell);
    for (const auto space : kSpaces) {
      if (cell.starts_with(space)) cell.remove_prefix(space.size());
      if (cell.ends_with(space)) cell.remove_suffix(space.size());
    }
    changed = cell.size() != before;
  }
  return cell;
}

std::string quoted(std::string_view cell) {
  constexpr std::size_t kShown = 60;
  const auto text = trimmed(cell);
  return text.empty() ? std::string("An empty cell") : '"' + base::shorten(text, kShown) + '"';
}

std::string mended(std::string_view text) {
  std::string bytes;
  bool has_more = false;
  while (!text.empty()) {
    const auto [character, length] = first_character(text);
    text.remove_prefix(std::min(length, text.size()));
    if (character < 0x80) {
      bytes += static_cast<char>(character);
      continue;
    }
    const auto byte = windows_byte(character);
    if (!byte) return {};
    bytes += *byte;
    has_more = true;
  }
  return has_more && !base::invalid_utf8(bytes) ? bytes : std::string();
}

}  // namespace enact::imports
