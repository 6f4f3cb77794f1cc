// SPDX-License-Identifier: Apache-2.0
#include "network/folding.h"

#include "base/text.h"
#include "network/folding_table.h"

namespace enact::network {
namespace {

constexpr std::size_t kLongestWord = 64;

struct Range {
  char32_t first, last;
};

template <std::size_t n>
bool is_in(char32_t c, const Range (&ranges)[n]) {
  for (const auto& range : ranges)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

// Marks over and under letters, vowel points, and what says how text runs: left out, so that the
// letters beside them stay one word.
constexpr Range kLeftOut[] = {
    {0x300, 0x36F},   {0x591, 0x5BD},   {0x5BF, 0x5C7},   {0x610, 0x61A},   {0x640, 0x640},
    {0x64B, 0x65F},   {0x670, 0x670},   {0x200B, 0x200F}, {0x2019, 0x2019}, {0x202A, 0x202E},
    {0x2060, 0x2069}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};

// Punctuation, signs and pictures.
constexpr Range kGaps[] = {{0x80, 0xA9},     {0xAB, 0xB4},      {0xB6, 0xB9},     {0xBB, 0xBF},
                           {0x5BE, 0x5BE},   {0x60C, 0x60D},    {0x61B, 0x61F},   {0x66A, 0x66D},
                           {0x6D4, 0x6D4},   {0x964, 0x965},    {0x2000, 0x2BFF}, {0x3000, 0x3004},
                           {0x3008, 0x3020}, {0x3030, 0x3030},  {0xD800, 0xF8FF}, {0xFF01, 0xFF0F},
                           {0xFF1A, 0xFF20}, {0x10000, 0x1FFFF}};

// Written without gaps between words.
constexpr Range kWordsAlone[] = {
    {0x3040, 0x30FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};

class FoldedForms {
 public:
  FoldedForms() {
    for (const auto& block : kFoldedBlocks) {
      auto& forms = blocks_.emplace_back();
      forms.first = block.first;
      forms.folded = base::split(block.folded, ' ');
    }
  }

  // Empty where the character stays as it is.
  std::string_view of(char32_t c) const {
    for (const auto& block : blocks_)
      if (c >= block.first && c - block.first < block.folded.size())
        return block.folded[c - block.first];
    return {};
  }

 private:
  struct Block {
    char32_t first;
    std::vector<std::string_view> folded;
  };
  std::vector<Block> blocks_;
};

// The character at the front, and how many bytes it takes; no character where it is not UTF-8.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
  bool is_valid = false;
};

Character first_of(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  if (byte < 0x80) return {byte, 1, true};
  if (length > text.size() || byte < 0xC2 || byte > 0xF4) return {};
  char32_t code = byte & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) return {};
    code = code << 6 | (next & 0x3F);
  }
  return {code, length, true};
}

class Reading {
 public:
  void read(std::string_view text) {
    while (!text.empty()) {
      const auto character = first_of(text);
      if (character.is_valid)
        take(character.code, text.substr(0, character.length));
      else
        end_word();
      text.remove_prefix(character.length);
    }
    end_word();
  }

  std::vector<std::string> words;

 private:
  void take(char32_t c, std::string_view bytes) {
    static const FoldedForms forms;
    if (c < 0x80) return take_ascii(static_cast<char>(c));
    if (is_in(c, kLeftOut)) return;
    if (is_in(c, kGaps)) return end_word();
    if (c >= 0xFF10 && c <= 0xFF5A) return take_ascii(static_cast<char>(c - 0xFEE0));  // full width
    if (c == 0xAA) return add("a");
    if (c == 0xBA) return add("o");
    if (is_in(c, kWordsAlone)) {
      end_word();
      words.emplace_back(bytes);
      return;
    }
    const auto form = forms.of(c);
    if (form == ".") return end_word();
    add(form.empty() ? bytes : form);
  }

  void take_ascii(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      add({&c, 1});
    else if (c != '\'')
      end_word();
  }

  void add(std::string_view letters) {
    if (word_.size() + letters.size() <= kLongestWord && !is_cut_) {
      word_ += letters;
    } else {
      is_cut_ = true;
    }
  }

  void end_word() {
    if (!word_.empty()) words.push_back(std::move(word_));
    word_.clear();
    is_cut_ = false;
  }

  std::string word_;
  bool is_cut_ = false;
};

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  Reading reading;
  reading.read(text);
  return std::move(reading.words);
}

std::string folded(std::string_view text) {
  return base::join(words_in(text), " ");
}

}  // namespace enact::network
