// SPDX-License-Identifier: Apache-2.0
#include "identity/common_passwords.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"

namespace enact::identity {
namespace {

constexpr std::string_view kList =
#include "identity/common_passwords.txt"
    ;

// Parts of names and addresses that are shorter stand in too many honest passwords.
constexpr std::size_t kShortestPart = 3;

const std::unordered_set<std::string_view>& common_words() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> found;
    for (const auto line : base::lines(kList)) {
      for (const auto word : base::split(line, ' '))
        if (!word.empty()) found.insert(word);
    }
    return found;
  }();
  return words;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// "p@ssw0rd" -> "password".
std::string without_disguise(std::string text) {
  constexpr std::string_view kFrom = "@4013$5!7";
  constexpr std::string_view kTo = "aaoiessit";
  for (auto& c : text) {
    const auto at = kFrom.find(c);
    if (at != std::string_view::npos) c = kTo[at];
  }
  return text;
}

std::string_view inner_word(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

// The shortest text that, repeated, gives this one: "ab" for "ababab".
std::string_view unit_of(std::string_view text) {
  for (std::size_t size = 1; size <= text.size() / 2; ++size) {
    if (text.size() % size == 0 && text.substr(size) == text.substr(0, text.size() - size))
      return text.substr(0, size);
  }
  return text;
}

bool is_keys_in_a_row(std::string_view text) {
  constexpr std::string_view kRows[] = {
      "12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
      "qwertzuiopasdfghjkl",  "azertyuiopqsdfghjklm",       "1qaz2wsx3edc4rfv5tgb6yhn",
      "!@#$%^&*()",           "1q2w3e4r5t6y7u8i9o0p",       "qazwsxedcrfvtgbyhnujm",
      "zaq12wsxcde34rfv",     "q1w2e3r4t5y6u7i8o9p0",       "147258369",
  };
  const std::string back(text.rbegin(), text.rend());
  return std::any_of(std::begin(kRows), std::end(kRows), [&](std::string_view row) {
    return row.find(text) != std::string_view::npos || row.find(back) != std::string_view::npos;
  });
}

bool is_common_word(std::string_view text) {
  const auto word = unit_of(text);
  return common_words().contains(word) || (word.size() > 2 && is_keys_in_a_row(word));
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : base::lower(text) + " ") {
    if (is_letter(c)) {
      part += c;
      continue;
    }
    if (part.size() >= kShortestPart) parts.push_back(part);
    part.clear();
  }
  return parts;
}

}  // namespace

bool is_common_password(std::string_view password) {
  const auto typed = base::lower(password);
  if (unit_of(typed).size() == 1 || is_keys_in_a_row(typed)) return true;
  const auto plain = without_disguise(typed);
  for (const auto& text : {typed, plain}) {
    const auto word = inner_word(text);
    // Nothing but digits and signs: eight of them are a date or a telephone number.
    if (word.empty() && text.size() < 12) return true;
    if (!word.empty() && (is_common_word(word) || common_words().contains(text))) return true;
  }
  // "password1" in disguise ends in "i": the digits at the ends are taken off before it is lifted.
  const auto undressed = without_disguise(std::string(inner_word(typed)));
  return !undressed.empty() && is_common_word(undressed);
}

bool is_made_of(std::string_view password, const std::vector<std::string>& words) {
  auto left = base::lower(password);
  std::vector<std::string> parts;
  for (const auto& word : words) {
    for (auto& part : parts_of(word)) parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  bool found = false;
  for (const auto& part : parts) {
    for (auto at = left.find(part); at != std::string::npos; at = left.find(part)) {
      left.replace(at, part.size(), "-");
      found = true;
    }
  }
  return found && std::none_of(left.begin(), left.end(), is_letter);
}

}  // namespace enact::identity
