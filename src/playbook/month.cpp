// SPDX-License-Identifier: Apache-2.0
#include "playbook/month.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "playbook/item_views.h"
#include "playbook/queries.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

using base::Day;
using std::chrono::days;

constexpr std::size_t kMostRead = kMostOnMonth + 1;  // one more, to know whether there are more

std::vector<Run> runs_from(const store::Rows& rows) {
  std::vector<Run> runs;
  for (const auto& row : rows) runs.push_back(run_from(row));
  return runs;
}

struct Window {
  Day from;
  Day until;
};

std::vector<Run> due_runs(store::Reader& reader, const RunScope& scope, const Window& window) {
  const auto from = window.from.iso(), until = window.until.iso();
  if (scope.is_everything)
    return runs_from(reader.all(sql::due_runs_everywhere,
                                {{"from", from}, {"until", until}, {"most", kMostRead}}));
  std::vector<Run> runs;
  for (const auto& org : scope.ecosystems)
    for (auto& run : runs_from(reader.all(
             sql::due_runs,
             {{"workspace", org.id}, {"from", from}, {"until", until}, {"most", kMostRead}})))
      runs.push_back(std::move(run));
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return std::tie(a.due_on, a.id) < std::tie(b.due_on, b.id);
  });
  return runs;
}

std::vector<Run> silent_runs(store::Reader& reader, const MonthRequest& request) {
  const auto before = (request.now - kQuietAfter).iso();
  const auto due_after = (request.now.day() + kDueSoon).iso();
  if (request.scope.is_everything)
    return runs_from(
        reader.all(sql::silent_runs_everywhere,
                   {{"before", before}, {"due_after", due_after}, {"most", kMostRead}}));
  std::vector<Run> runs;
  for (const auto& org : request.scope.ecosystems)
    for (auto& run : runs_from(reader.all(sql::silent_runs, {{"workspace", org.id},
                                                             {"before", before},
                                                             {"due_after", due_after},
                                                             {"most", kMostRead}})))
      runs.push_back(std::move(run));
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return std::tie(a.touched_at, a.id) < std::tie(b.touched_at, b.id);
  });
  return runs;
}

RunList cut(std::vector<Run> runs) {
  RunList list{.runs = std::move(runs)};
  list.has_more = list.runs.size() > kMostOnMonth;
  if (list.has_more) list.runs.resize(kMostOnMonth);
  return list;
}

std::vector<ReturnedStory> returned_stories(store::Reader& reader, std::string_view user) {
  std::vector<ReturnedStory> stories;
  for (const auto& row : reader.all(sql::returned_stories, {{"user", user}}))
    stories.push_back({.run = run_from(row),
                       .reviewer_name = row.text("reviewer_name"),
                       .comment = row.text("review_comment"),
                       .returned_at = row.text("reviewed_at")});
  return stories;
}

std::vector<HubChange> hub_changes(store::Reader& reader, const RunScope& scope) {
  std::vector<HubChange> changes;
  for (const auto& org : scope.ecosystems)
    for (const auto& row : reader.all(sql::texts_changed_since_note, {{"workspace", org.id}})) {
      const auto kind = kind_named(row.text("kind"));
      const bool has_number = kind == Kind::play || kind == Kind::strategy;
      changes.push_back(
          {.workspace = org.id,
           .item = row.text("item"),
           .title = (has_number ? number_words(row.text("slug")) + " " : "") + row.text("title"),
           .seen_revision = row.integer("seen_revision"),
           .published_revision = row.integer("published_revision"),
           .published_at = row.text("published_at")});
    }
  return changes;
}

std::vector<NewStory> new_stories(store::Reader& reader) {
  std::vector<NewStory> stories;
  for (const auto& row : reader.all(sql::newest_vignettes, {{"most", kNewestStories}}))
    if (auto item = find_item(reader, row.text("id"))) {
      auto ecosystem = network::org_name(reader, item->ecosystem);
      stories.push_back({.vignette = *std::move(item), .ecosystem_name = std::move(ecosystem)});
    }
  return stories;
}

bool has_own_runs(store::Reader& reader, const RunScope& scope) {
  return std::any_of(scope.ecosystems.begin(), scope.ecosystems.end(),
                     [&](const network::Org& org) {
                       return reader.one(sql::has_own_runs, {{"workspace", org.id}}).has_value();
                     });
}

}  // namespace

Call call_of(const Run& run, Day today) {
  if (!run.is_open()) return Call::none;
  if (run.is_overdue(today)) return Call::overdue;
  if (run.due_on && *run.due_on <= today + kDueSoon) return Call::due;
  return run.touched_at.day() + kQuietAfter < today ? Call::quiet : Call::none;
}

std::string quiet_words(Day touched, Day today) {
  constexpr int kDaysInWeek = 7, kFewWeeks = 8;
  const auto n = (today.days() - touched.days()).count();
  if (n < kFewWeeks * kDaysInWeek) return "nothing for " + base::counted(n, "day", "days");
  return "nothing for " + base::counted(n / kDaysInWeek, "week", "weeks");
}

RunList calling(std::vector<Run> runs, Call call, Day today) {
  std::erase_if(runs, [&](const Run& run) { return call_of(run, today) != call; });
  return cut(std::move(runs));
}

Month month(store::Reader& reader, const MonthRequest& request) {
  const auto today = request.now.day();
  const auto& scope = request.scope;
  Month month;
  month.overdue = calling(due_runs(reader, scope, {.from = Day(), .until = today + days(-1)}),
                          Call::overdue, today);
  month.due = calling(due_runs(reader, scope, {.from = today, .until = today + kDueSoon}),
                      Call::due, today);
  month.quiet = calling(silent_runs(reader, request), Call::quiet, today);
  month.to_write_up = cut(
      runs_from(reader.all(sql::runs_to_write_up, {{"owner", request.user}, {"most", kMostRead}})));
  month.returned = returned_stories(reader, request.user);
  if (request.reviews)
    if (const auto row = reader.one(sql::count_texts_in_review))
      month.texts_in_review = row->integer("texts");
  month.hub_changes = hub_changes(reader, scope);
  month.new_stories = new_stories(reader);
  month.has_own_runs = has_own_runs(reader, scope);
  return month;
}

}  // namespace enact::playbook
