// SPDX-License-Identifier: Apache-2.0
#include "playbook/word_diff.h"

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
// compared line by line.
constexpr std::size_t kMostWords = 12'000;

Words lines_of(std::string_view text) {
  Words lines;
  for (const auto line : base::lines(text)) {
    lines.emplace_back(line);
    lines.emplace_back("\n");
  }
  return lines;
}

// One line of the result, with its words marked.
class Lines {
 public:
  explicit Lines(WordDiff& diff) : diff_(diff) {}

  void add(const std::string& word, dtl::edit_t edit) {
    if (word == "\n") {
      if (edit != dtl::SES_DELETE) end();
      return;
    }
    if (edit != dtl::SES_COMMON) changed_ = true;
    if (edit != open_) {
      close();
      if (edit == dtl::SES_ADD) line_ += "<ins>";
      if (edit == dtl::SES_DELETE) line_ += "<del>";
      open_ = edit;
    }
    if (edit == dtl::SES_ADD) ++diff_.words_added;
    if (edit == dtl::SES_DELETE) ++diff_.words_removed;
    line_ += base::escape_html(word);
  }

  void end() {
    close();
    if (!base::trim(line_).empty())
      html_ += (changed_ ? "<p>" : "<p class=\"same\">") + line_ + "</p>\n";
    line_.clear();
    changed_ = false;
  }

  std::string html() const { return html_; }

 private:
  void close() {
    if (open_ == dtl::SES_ADD) line_ += "</ins>";
    if (open_ == dtl::SES_DELETE) line_ += "</del>";
    open_ = dtl::SES_COMMON;
  }

  WordDiff& diff_;
  std::string html_, line_;
  dtl::edit_t open_ = dtl::SES_COMMON;
  bool changed_ = false;
};

}  // namespace

WordDiff word_diff(std::string_view before, std::string_view after) {
  auto a = words_of(before), b = words_of(after);
  if (a.size() + b.size() > kMostWords) a = lines_of(before), b = lines_of(after);
  dtl::Diff<std::string, Words> compare(a, b);
  compare.compose();
  WordDiff diff;
  Lines lines(diff);
  for (const auto& [word, info] : compare.getSes().getSequence()) lines.add(word, info.type);
  lines.end();
  diff.html = web::SafeHtml::made_by_us(lines.html());
  return diff;
}

}  // namespace enact::playbook
