// SPDX-License-Identifier: Apache-2.0
#include "playbook/word_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <dtl/dtl.hpp>

#include "base/text.h"

namespace enact::playbook {
namespace {

using Words = std::vector<std::string>;

// Words with the space after them, and each line end as a word of its own: joined again they are
// the text.
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  for (char c : text) {
    if (c == '\n') {
      if (!word.empty()) words.push_back(std::move(word));
      words.emplace_back("\n");
      word.clear();
      continue;
    }
    if (!word.empty() && word.back() == ' ' && c != ' ') {
      words.push_back(std::move(word));
      word.clear();
    }
    word += c;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Comparing word by word takes time with the square of what differs, so very long texts are
// compared line by line, and what is longer still as a whole.
constexpr std::size_t kMostWords = 12'000;

Words lines_of(std::string_view text) {
  Words lines;
  for (const auto line : base::lines(text)) {
    lines.emplace_back(line);
    lines.emplace_back("\n");
  }
  return lines;
}

int count_words(std::string_view text) {
  int words = 0;
  bool in_word = false;
  for (char c : text) {
    if (c != ' ' && !in_word) ++words;
    in_word = c != ' ';
  }
  return words;
}

constexpr std::ptrdiff_t kFewestFolded = 3;

// The lines of the result, with their words marked.
class Lines {
 public:
  explicit Lines(WordDiff& diff) : diff_(diff) {}

  void add(const std::string& word, dtl::edit_t edit) {
    if (word == "\n") {
      if (edit != dtl::SES_DELETE)
        end();
      else if (!line_.empty())
        line_ += ' ';
      return;
    }
    if (edit != dtl::SES_COMMON) changed_ = true;
    if (edit != open_) {
      close();
      if (edit == dtl::SES_ADD) line_ += "<ins>";
      if (edit == dtl::SES_DELETE) line_ += "<del>";
      open_ = edit;
    }
    if (edit == dtl::SES_ADD) diff_.words_added += count_words(word);
    if (edit == dtl::SES_DELETE) diff_.words_removed += count_words(word);
    line_ += base::escape_html(word);
  }

  void end() {
    close();
    if (!base::trim(line_).empty()) done_.push_back({std::move(line_), changed_});
    line_.clear();
    changed_ = false;
  }

  std::string html() const {
    std::string html;
    for (auto line = done_.begin(); line != done_.end();) {
      if (line->changed) {
        html += "<p>" + (line++)->html + "</p>\n";
        continue;
      }
      const auto end = std::find_if(line, done_.end(), [](const Line& l) { return l.changed; });
      add_same(html, line, end);
      line = end;
    }
    return html;
  }

 private:
  struct Line {
    std::string html;
    bool changed;
  };
  using At = std::vector<Line>::const_iterator;

  static void add_lines(std::string& html, At from, At to) {
    for (; from != to; ++from) html += "<p class=\"same\">" + from->html + "</p>\n";
  }

  // Lines that stayed: the ones beside a change are shown, of more than a few the others fold.
  void add_same(std::string& html, At from, At to) const {
    const auto first = from == done_.begin() ? from : from + 1;
    const auto last = to == done_.end() ? to : to - 1;
    if (last - first < kFewestFolded) {
      add_lines(html, from, to);
      return;
    }
    add_lines(html, from, first);
    html += fmt::format("<details><summary>{} lines stayed as they were</summary>\n", last - first);
    add_lines(html, first, last);
    html += "</details>\n";
    add_lines(html, last, to);
  }

  void close() {
    if (open_ == dtl::SES_ADD) line_ += "</ins>";
    if (open_ == dtl::SES_DELETE) line_ += "</del>";
    open_ = dtl::SES_COMMON;
  }

  WordDiff& diff_;
  std::vector<Line> done_;
  std::string line_;
  dtl::edit_t open_ = dtl::SES_COMMON;
  bool changed_ = false;
};

void add_changes(const Words& before, const Words& after, Lines& lines) {
  if (before.size() + after.size() > kMostWords) {
    for (const auto& word : before) lines.add(word, dtl::SES_DELETE);
    for (const auto& word : after) lines.add(word, dtl::SES_ADD);
    return;
  }
  dtl::Diff<std::string, Words> compare(before, after);
  compare.compose();
  for (const auto& [word, info] : compare.getSes().getSequence()) lines.add(word, info.type);
}

}  // namespace

WordDiff word_diff(std::string_view before, std::string_view after) {
  auto a = words_of(before), b = words_of(after);
  if (a.size() + b.size() > kMostWords) a = lines_of(before), b = lines_of(after);
  const auto [differs_a, differs_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto [end_a, end_b] = std::mismatch(a.rbegin(), std::make_reverse_iterator(differs_a),
                                            b.rbegin(), std::make_reverse_iterator(differs_b));
  WordDiff diff;
  Lines lines(diff);
  for (auto word = a.begin(); word != differs_a; ++word) lines.add(*word, dtl::SES_COMMON);
  add_changes({differs_a, end_a.base()}, {differs_b, end_b.base()}, lines);
  for (auto word = end_a.base(); word != a.end(); ++word) lines.add(*word, dtl::SES_COMMON);
  lines.end();
  diff.html = web::SafeHtml::made_by_us(lines.html());
  return diff;
}

}  // namespace enact::playbook
