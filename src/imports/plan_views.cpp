// SPDX-License-Identifier: Apache-2.0
#include "imports/plan_views.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/deciding.h"
#include "imports/numbers.h"

namespace enact::imports {
namespace {

constexpr std::size_t kShown = 200;  // of a long text

std::string label_of(const Target& target, const std::string& name) {
  const auto* field = find_field(target, name);
  return field != nullptr ? field->label : name;
}

std::vector<FieldChange> changes_of(const PlannedRow& row) {
  if (row.action == Action::update) return row.changes;
  std::vector<FieldChange> said;
  if (row.action == Action::create || row.action == Action::ask)
    for (const auto& [field, text] : row.said.items())
      if (!text.empty()) said.push_back({field, {}, text});
  return said;
}

std::vector<web::View> change_views(const PlannedRow& row, const Target& target) {
  std::vector<web::View> views;
  for (const auto& change : changes_of(row)) {
    auto& view = views.emplace_back();
    view.set("field", label_of(target, change.field))
        .set("is_change", row.action == Action::update);
    view.set_maybe("before", base::shorten(change.before, kShown));
    view.set_maybe("after", base::shorten(change.after, kShown));
  }
  return views;
}

std::vector<web::View> choices(const PlannedRow& row, const Target& target) {
  std::vector<web::View> views;
  const auto add = [&](std::string value, std::string label, bool is_chosen) {
    views.emplace_back()
        .set("value", std::move(value))
        .set("label", std::move(label))
        .set("is_chosen", is_chosen);
  };
  const bool is_decided = row.action != Action::ask;
  add("", "Not decided yet", !is_decided);
  for (const auto& match : row.matches)
    add("record:" + match.record,
        fmt::format("It is {} ({})", base::shorten(match.label, 80), match.why),
        is_decided && row.record == match.record && row.action != Action::skipped);
  add("new", fmt::format("It is a new {}", target.singular()), row.action == Action::create);
  add("skip", "Leave it out", is_decided && row.action == Action::skipped);
  return views;
}

}  // namespace

web::View row_view(const PlannedRow& row,
                   const Target& target,
                   const std::vector<int>& others,
                   bool is_open) {
  std::vector<std::string> lines;
  for (const auto line : others)
    if (line != row.line) lines.push_back(std::to_string(line));
  // The reason of a row that asks names one of them.
  if (row.action == Action::ask && lines.size() == 1) lines.clear();
  web::View view;
  view.set("position", std::int64_t(row.position))
      .set("line", row.line)
      .set("action", words_for(row.action))
      .set("mark", mark_of(row.action))
      .set("asks", is_open && row.question != Question::none)
      .set("was_left", row.was_left);
  const auto url = row.action == Action::update || row.action == Action::unchanged
                       ? target.url_of(row.record)
                       : std::string();
  view.set_maybe("label", base::shorten(row.label, kShown));
  view.set_maybe("record_url", url);
  view.set_maybe("reason", row.reason);
  view.set_maybe("others", base::join(lines, ", "));
  view.set_list("changes", change_views(row, target));
  view.set_list("choices", is_open && row.question != Question::none ? choices(row, target)
                                                                     : std::vector<web::View>());
  return view;
}

std::vector<web::View> tabs(const std::string& url,
                            const std::map<Action, std::int64_t>& counts,
                            std::optional<Action> chosen) {
  std::vector<web::View> views;
  std::int64_t all = 0;
  for (const auto& [action, rows] : counts) all += rows;
  views.emplace_back()
      .set("label", "All")
      .set("rows", grouped(all))
      .set("url", url + "?show=all")
      .set("is_current", !chosen);
  for (const auto action : kActions) {
    const auto rows = counts.at(action);
    if (rows == 0 && action != chosen) continue;
    views.emplace_back()
        .set("label", words_for(action))
        .set("rows", grouped(rows))
        .set("url", fmt::format("{}?show={}", url, name_of(action)))
        .set("is_current", action == chosen);
  }
  return views;
}

std::vector<web::View> question_views(const std::map<Question, std::int64_t>& counts,
                                      const Target& target) {
  std::vector<web::View> views;
  for (const auto& [question, rows] : counts) {
    std::vector<web::View> answers;
    for (const auto answer : answers_to(question))
      answers.emplace_back().set("value", name_of(answer)).set("label", words_for(answer, target));
    auto& view = views.emplace_back();
    view.set("question", name_of(question))
        .set("words", words_for(question))
        .set("rows", rows_words(rows));
    view.set("answers", std::move(answers));
  }
  return views;
}

std::vector<web::View> page_links(const std::string& url,
                                  std::int64_t pages,
                                  std::int64_t current) {
  constexpr std::int64_t kAround = 3;
  std::vector<web::View> views;
  for (std::int64_t page = 1; page <= pages; ++page) {
    const bool is_near = page >= current - kAround && page <= current + kAround;
    if (page != 1 && page != pages && !is_near) continue;
    views.emplace_back()
        .set("number", grouped(page))
        .set("url", fmt::format("{}&page={}", url, page))
        .set("is_current", page == current);
  }
  return views;
}

std::string change_words(const PlannedRow& row, const Target& target) {
  std::vector<std::string> words;
  for (const auto& change : changes_of(row)) {
    const auto label = label_of(target, change.field);
    words.push_back(row.action == Action::update
                        ? fmt::format("{}: \"{}\" -> \"{}\"", label, change.before, change.after)
                        : fmt::format("{}: \"{}\"", label, change.after));
  }
  return base::join(words, "; ");
}

}  // namespace enact::imports
