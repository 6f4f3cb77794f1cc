// SPDX-License-Identifier: Apache-2.0
#include "app/search_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::app {
namespace {

// Enough for any question; more would only cost time.
constexpr std::size_t kMostTerms = 12;
constexpr std::size_t kMostBytes = 400;

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The length of the character that begins here; 1 for a byte that begins none.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return std::min(length, text.size());
}

enum class Sort { word, quote, gap };

// Beyond ASCII, what the databases themselves take for no letter makes an empty word there, so
// only the marks that people type between words are told apart here: U+2000 to U+2BFF
// (punctuation, arrows, symbols) and everything beyond U+FFFF (emoji).
Sort sort_of(std::string_view character) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
  if (character == "\"" || character == "“" || character == "”" || character == "„" ||
      character == "«" || character == "»")
    return Sort::quote;
  if (character.size() == 1)
    return is_ascii_letter_or_digit(character.front()) ? Sort::word : Sort::gap;
  if (character.size() == 4) return Sort::gap;
  if (character.size() == 2 && byte(0) == 0xc2) return Sort::gap;  // Latin-1 punctuation
  if (character.size() == 3 && byte(0) == 0xe2 && byte(1) < 0xb0) return Sort::gap;
  return Sort::word;
}

class Reading {
 public:
  void add(std::string_view character) {
    switch (sort_of(character)) {
      case Sort::word:
        if (has_gap_ && !term_.empty()) {
          if (in_quotes_) {
            term_ += ' ';
          } else {
            finish();
          }
        }
        has_gap_ = false;
        term_ += character;
        break;
      case Sort::quote:
        finish();
        in_quotes_ = !in_quotes_;
        has_gap_ = true;
        break;
      case Sort::gap:
        has_gap_ = true;
        break;
    }
  }

  std::vector<SearchTerm> terms() && {
    const bool ends_in_word = !term_.empty() && !has_gap_;
    finish();
    if (ends_in_word && !terms_.empty() && last_word_length() >= 2) terms_.back().is_prefix = true;
    return std::move(terms_);
  }

 private:
  void finish() {
    if (!term_.empty() && terms_.size() < kMostTerms) terms_.push_back({std::move(term_), false});
    term_.clear();
  }

  std::size_t last_word_length() const {
    const auto& text = terms_.back().text;
    return text.size() - (text.rfind(' ') + 1);
  }

  std::vector<SearchTerm> terms_;
  std::string term_;
  bool in_quotes_ = false;
  bool has_gap_ = true;
};

using Render = std::string (*)(std::string_view text, bool is_prefix);

std::string all_of(const std::vector<SearchTerm>& terms,
                   Render render,
                   std::string_view conjunction,
                   std::string_view alternative) {
  std::vector<std::string> parts;
  for (const auto& term : terms) {
    auto part = render(term.text, term.is_prefix);
    if (term.is_prefix) {
      if (const auto stem = before_ending(term.text); !stem.empty())
        part = fmt::format("({} {} {})", part, alternative, render(stem, true));
    }
    parts.push_back(std::move(part));
  }
  return base::join(parts, conjunction);
}

}  // namespace

std::vector<SearchTerm> search_terms(std::string_view typed) {
  if (typed.size() > kMostBytes) {
    typed = typed.substr(0, kMostBytes);
    while (!typed.empty() && base::invalid_utf8(typed)) typed.remove_suffix(1);
  }
  if (base::invalid_utf8(typed)) return {};
  Reading reading;
  while (!typed.empty()) {
    const auto character = typed.substr(0, character_length(typed));
    reading.add(character);
    typed.remove_prefix(character.size());
  }
  return std::move(reading).terms();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  bool in_word = false;
  std::size_t at = 0;
  for (; at < text.size(); at += character_length(text.substr(at))) {
    const bool is_word = sort_of(text.substr(at, character_length(text.substr(at)))) == Sort::word;
    if (is_word && !in_word) begin = at;
    if (!is_word && in_word) words.push_back(text.substr(begin, at - begin));
    in_word = is_word;
  }
  if (in_word) words.push_back(text.substr(begin));
  return words;
}

std::string rough_stem(std::string_view word) {
  constexpr std::string_view kEndings[] = {"ments", "ment", "ions", "ings", "ion", "ing",
                                           "ies",   "ied",  "ers",  "es",   "ed",  "er",
                                           "ly",    "s",    "e",    "y"};
  constexpr std::size_t kLeast = 3;
  auto stem = base::lower(word);
  for (const auto ending : kEndings) {
    if (stem.size() < ending.size() + kLeast || !stem.ends_with(ending)) continue;
    stem.resize(stem.size() - ending.size());
    break;
  }
  // "plann" of "planning"
  const auto size = stem.size();
  if (size > kLeast && stem[size - 1] == stem[size - 2] && stem[size - 1] != 's') stem.pop_back();
  return stem;
}

// The databases keep stems: "admission" and "admissions" as "admiss". A word cut in the middle of
// such an ending begins no stem, so the part before the ending is looked for too.
std::string before_ending(std::string_view word) {
  constexpr std::string_view kBegun[] = {"ation", "atio", "ion", "io", "ing", "in", "i", "e"};
  constexpr std::size_t kLeast = 4;
  if (word.find(' ') != std::string_view::npos) return {};
  const auto lower = base::lower(word);
  for (const auto ending : kBegun) {
    if (lower.size() >= ending.size() + kLeast && lower.ends_with(ending))
      return lower.substr(0, lower.size() - ending.size());
  }
  return {};
}

std::string fts5_words(const std::vector<SearchTerm>& terms) {
  return all_of(
      terms,
      [](std::string_view text, bool is_prefix) {
        return fmt::format("\"{}\"{}", text, is_prefix ? "*" : "");
      },
      " AND ", "OR");
}

std::string tsquery_words(const std::vector<SearchTerm>& terms) {
  return all_of(
      terms,
      [](std::string_view text, bool is_prefix) {
        return fmt::format("'{}'{}", text, is_prefix ? ":*" : "");
      },
      " & ", "|");
}

}  // namespace enact::app
