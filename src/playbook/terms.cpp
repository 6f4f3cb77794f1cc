// SPDX-License-Identifier: Apache-2.0
#include "playbook/terms.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::playbook {
namespace {

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Whether the character at `at` is part of a word: any letter or digit, but no quotation mark, dash
// or space of Unicode's General Punctuation (U+2000 to U+203F) and Latin-1 (U+0080 to U+00BF).
bool is_word_at(std::string_view text, std::size_t at) {
  const auto here = text.substr(at);
  return is_word(here.front()) && !here.starts_with("\xE2\x80") && !here.starts_with('\xC2');
}

bool is_word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  auto from = at - 1;
  while (from > 0 && at - from < 4 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80)
    --from;
  return is_word_at(text, from);
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool stands_at(std::string_view text, std::size_t at, std::string_view spelling) {
  const auto here = text.substr(at, spelling.size());
  if (here.size() < spelling.size() || (here.front() | 0x20) != (spelling.front() | 0x20))
    return false;
  return has_capital(spelling) ? here == spelling : base::lower(here) == base::lower(spelling);
}

std::string tag_name(std::string_view tag) {
  std::string name;
  for (char c : tag.substr(1)) {
    if (!is_word(c) && c != '/') break;
    name += c;
  }
  return name;
}

bool is_closed_to_terms(std::string_view name) {
  constexpr std::string_view kClosed[] = {"a",  "code", "pre", "h1", "h2",
                                          "h3", "h4",   "h5",  "h6", "th"};
  return std::find(std::begin(kClosed), std::end(kClosed), name) != std::end(kClosed);
}

bool is_block(std::string_view name) {
  constexpr std::string_view kBlocks[] = {"p", "ul", "ol", "blockquote", "div", "pre"};
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
}

// One note for all the words that a block explains, so that the next block stays where it is.
std::string note_for(const std::vector<const Term*>& terms) {
  if (terms.empty()) return {};
  std::string names, meanings;
  for (const auto* term : terms) {
    const auto name = base::escape_html(term->title);
    names += (names.empty() ? "" : ", ") + name;
    meanings += fmt::format("<p><dfn>{}</dfn>: {}</p>", name, term->meaning);
  }
  return fmt::format("<aside class=\"note\" aria-label=\"Words: {}\">{}</aside>\n", names,
                     meanings);
}

}  // namespace

TermExplainer::TermExplainer(const std::vector<Term>& terms, std::string own_slug)
    : terms_(terms), done_{std::move(own_slug)} {}

const Term* TermExplainer::match(std::string_view text, std::size_t at, std::size_t& length) const {
  const Term* found = nullptr;
  length = 0;
  for (const auto& term : terms_)
    for (const auto& spelling : term.spellings) {
      if (spelling.size() <= length || !stands_at(text, at, spelling)) continue;
      const auto after = at + spelling.size();
      if (after < text.size() && is_word_at(text, after)) continue;
      found = &term;
      length = spelling.size();
    }
  return found;
}

std::string TermExplainer::explain(std::string_view html) {
  std::string result;
  std::vector<const Term*> waiting;  // for the end of the block
  int notes = 0, closed_depth = 0, block_depth = 0;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const auto end = std::min(html.find('>', at), html.size() - 1);
      const auto tag = html.substr(at, end + 1 - at);
      const bool closing = tag.starts_with("</");
      const auto name = tag_name(closing ? tag.substr(1) : tag);
      result += tag;
      at = end + 1;
      if (is_closed_to_terms(name)) closed_depth += closing ? -1 : 1;
      if (is_block(name)) block_depth += closing ? -1 : 1;
      if (closing && is_block(name) && block_depth == 0) {
        result += "\n" + note_for(waiting);
        waiting.clear();
      }
      continue;
    }
    if (html[at] == '&') {  // a character reference, whose letters are no words
      const auto end = std::min(html.find(';', at), html.size() - 1);
      result += html.substr(at, end + 1 - at);
      at = end + 1;
      continue;
    }
    std::size_t length = 0;
    const bool may_begin = closed_depth == 0 && is_word_at(html, at) && !is_word_before(html, at);
    const Term* term = may_begin ? match(html, at, length) : nullptr;
    if (term == nullptr) {
      result += html[at++];
      continue;
    }
    const auto words = html.substr(at, length);
    at += length;
    if (std::find(done_.begin(), done_.end(), term->slug) != done_.end()) {
      result += words;
      continue;
    }
    done_.push_back(term->slug);
    result += fmt::format("<a class=\"term\" href=\"/definitions/{}\">{}</a>", term->slug, words);
    if (notes < kMostNotesInSection && !term->meaning.empty()) {
      waiting.push_back(term);
      ++notes;
    }
  }
  return result + note_for(waiting);
}

}  // namespace enact::playbook
