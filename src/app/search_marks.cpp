// SPDX-License-Identifier: Apache-2.0
#include "app/search_marks.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace enact::app {
namespace {

constexpr std::size_t kExcerptWords = 32;
constexpr std::size_t kWordsBefore = 6;  // so that one sees where the found word stands

const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

std::string one_spaced(std::string_view text) {
  std::string spaced;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank) {
      spaced += c;
    } else if (!spaced.empty() && spaced.back() != ' ') {
      spaced += ' ';
    }
  }
  return spaced;
}

}  // namespace

SearchMarks::SearchMarks(const std::vector<SearchTerm>& terms) {
  for (const auto& term : terms) {
    const auto words = words_of(term.text);
    for (const auto& word : words) {
      const bool is_prefix = term.is_prefix && &word == &words.back();
      wanted_.push_back({.word = base::lower(word),
                         .stem = rough_stem(word),
                         .begun = is_prefix ? before_ending(word) : "",
                         .is_prefix = is_prefix});
    }
  }
}

web::SafeHtml SearchMarks::whole(std::string_view text) const {
  return web::SafeHtml::made_by_us(marked(text, find(words_of(text))));
}

web::SafeHtml SearchMarks::excerpt(std::string_view body) const {
  const auto text = one_spaced(body);
  const auto words = words_of(text);
  if (words.empty()) return web::SafeHtml::escaped(text.substr(0, 200));
  const auto found = find(words);

  std::size_t best_at = 0;
  std::size_t most = 0;
  std::size_t at = 0;
  for (auto first = found.begin(); first != found.end(); ++first) {
    while (words[at].data() != first->word.data()) ++at;
    const auto* end = end_of(words[std::min(at + kExcerptWords - kWordsBefore, words.size()) - 1]);
    std::set<std::size_t> different;
    for (auto next = first; next != found.end() && next->word.data() < end; ++next)
      different.insert(next->wanted);
    if (different.size() <= most) continue;
    most = different.size();
    best_at = at;
  }
  const auto from = best_at - std::min(best_at, kWordsBefore);
  const auto to = std::min(from + kExcerptWords, words.size());
  const auto* begin = from == 0 ? text.data() : words[from].data();
  const auto* end = to == words.size() ? text.data() + text.size() : end_of(words[to - 1]);
  const std::string_view stretch(begin, static_cast<std::size_t>(end - begin));
  auto html = marked(stretch, found);
  if (from > 0) html.insert(0, "… ");
  if (to < words.size()) html += " …";
  return web::SafeHtml::made_by_us(std::move(html));
}

std::vector<SearchMarks::Found> SearchMarks::find(
    const std::vector<std::string_view>& words) const {
  std::vector<Found> found;
  for (const auto& word : words) {
    const auto lower = base::lower(word);
    const auto stem = rough_stem(lower);
    const auto match = std::find_if(wanted_.begin(), wanted_.end(), [&](const Wanted& wanted) {
      return stem == wanted.stem || (wanted.is_prefix && lower.starts_with(wanted.word)) ||
             (!wanted.begun.empty() && lower.starts_with(wanted.begun));
    });
    if (match != wanted_.end())
      found.push_back({word, static_cast<std::size_t>(match - wanted_.begin())});
  }
  return found;
}

// `found` may hold words outside of the text, which is a part of the one they were found in.
std::string SearchMarks::marked(std::string_view text, const std::vector<Found>& found) const {
  std::string html;
  const char* at = text.data();
  const auto add = [&](const char* to) {
    html += base::escape_html({at, static_cast<std::size_t>(to - at)});
    at = to;
  };
  for (const auto& each : found) {
    if (each.word.data() < text.data() || end_of(each.word) > end_of(text)) continue;
    add(each.word.data());
    html += "<mark>";
    add(end_of(each.word));
    html += "</mark>";
  }
  add(end_of(text));
  return html;
}

}  // namespace enact::app
