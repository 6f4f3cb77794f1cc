// SPDX-License-Identifier: Apache-2.0
#include "stats/phonetic.h"

#include <array>

namespace enact::stats {
namespace {

std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') letters += static_cast<char>(c - 'a' + 'A');
    if (c >= 'A' && c <= 'Z') letters += c;
  }
  return letters;
}

// By letter: its group of Soundex; '0' for vowels, '-' for h and w, which do not separate.
constexpr std::string_view kSoundexGroups = "0123012-02245501262301-202";

char soundex_group(char letter) {
  return kSoundexGroups[letter - 'A'];
}

bool is_vowel(char letter) {
  return std::string_view("AEIOU").find(letter) != std::string::npos;
}

// Replaces the start or the end of a name by the first rule that fits.
struct Rewrite {
  std::string_view from;
  std::string_view to;
};

void rewrite_start(std::string& name) {
  constexpr std::array<Rewrite, 6> kRules{
      {{"MAC", "MCC"}, {"KN", "NN"}, {"K", "C"}, {"PH", "FF"}, {"PF", "FF"}, {"SCH", "SSS"}}};
  for (const auto& [from, to] : kRules)
    if (name.starts_with(from)) {
      name.replace(0, from.size(), to);
      return;
    }
}

void rewrite_end(std::string& name) {
  constexpr std::array<Rewrite, 7> kRules{
      {{"EE", "Y"}, {"IE", "Y"}, {"DT", "D"}, {"RT", "D"}, {"RD", "D"}, {"NT", "D"}, {"ND", "D"}}};
  for (const auto& [from, to] : kRules)
    if (name.ends_with(from)) {
      name.replace(name.size() - from.size(), from.size(), to);
      return;
    }
}

// The rule of NYSIIS for the letter at `i`, which may also change those behind it.
void rewrite_letter(std::string& name, std::size_t i) {
  const auto at = [&](std::string_view part) { return name.compare(i, part.size(), part) == 0; };
  const char before = name[i - 1];
  const bool before_vowel = i + 1 < name.size() && is_vowel(name[i + 1]);
  const bool is_silent_h = at("H") && (!is_vowel(before) || !before_vowel);
  if (at("EV"))
    name.replace(i, 2, "AF");
  else if (is_vowel(name[i]))
    name[i] = 'A';
  else if (at("Q"))
    name[i] = 'G';
  else if (at("Z"))
    name[i] = 'S';
  else if (at("M") || at("KN"))
    name[i] = 'N';
  else if (at("K"))
    name[i] = 'C';
  else if (at("SCH"))
    name.replace(i, 3, "SSS");
  else if (at("PH"))
    name.replace(i, 2, "FF");
  else if (is_silent_h || (at("W") && is_vowel(before)))
    name[i] = before;
}

}  // namespace

std::string soundex(std::string_view name) {
  constexpr std::size_t kLength = 4;
  const auto letters = letters_of(name);
  if (letters.empty()) return {};
  std::string code(1, letters[0]);
  char last = soundex_group(letters[0]);
  for (std::size_t i = 1; i < letters.size() && code.size() < kLength; ++i) {
    const char group = soundex_group(letters[i]);
    if (group == '-') continue;
    if (group != '0' && group != last) code += group;
    last = group;
  }
  return code + std::string(kLength - code.size(), '0');
}

std::string nysiis(std::string_view name) {
  constexpr std::size_t kLength = 6;
  auto letters = letters_of(name);
  if (letters.empty()) return {};
  rewrite_start(letters);
  rewrite_end(letters);
  std::string code(1, letters[0]);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    rewrite_letter(letters, i);
    if (letters[i] != code.back()) code += letters[i];
  }
  if (code.size() > 1 && code.back() == 'S') code.pop_back();
  if (code.ends_with("AY")) code.erase(code.size() - 2, 1);
  if (code.size() > 1 && code.back() == 'A') code.pop_back();
  if (code.size() > kLength) code.resize(kLength);
  return code;
}

}  // namespace enact::stats
