// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "network/network.h"
#include "playbook/item_views.h"
#include "playbook/month.h"
#include "playbook/overview_pages.h"
#include "playbook/overview_views.h"
#include "playbook/tool_views.h"

namespace enact::playbook {
namespace {

using app::Visit;
using web::View;
using Answer = base::Result<web::Response>;

// The hub looks at everybody's runs, anybody else at those of their own ecosystems; one of them
// when the address says which.
base::Result<RunScope> month_scope(store::Reader& reader,
                                   const Visit& visit,
                                   const RunFilter& filter) {
  auto scope = scope_of(reader, visit.viewer, filter);
  if (!scope || visit.viewer.is_hub() || !filter.ecosystem.empty()) return scope;
  const auto own = visit.viewer.workspaces();
  std::erase_if(scope->ecosystems, [&](const network::Org& org) {
    return std::find(own.begin(), own.end(), org.id) == own.end();
  });
  scope->is_everything = false;
  return scope;
}

// "2", or "more than 100".
std::string count_words(const RunList& list) {
  return (list.has_more ? "more than " : "") + std::to_string(list.runs.size());
}

void set_runs(View& view, const std::string& name, const RunList& list, const RunNames& names) {
  std::vector<View> rows;
  for (const auto& run : list.runs) rows.push_back(run_view(run, names));
  view.set("count_" + name, count_words(list))
      .set("more_" + name, list.has_more)
      .set_list(name, std::move(rows));
}

void set_returned(View& view, const Month& month, const RunNames& names) {
  std::vector<View> rows;
  for (const auto& story : month.returned) {
    auto row = run_view(story.run, names);
    row.set("reviewer", story.reviewer_name)
        .set("returned", story.returned_at)
        .set("returned_words", day_words(story.returned_at))
        .set_maybe("comment", base::shorten(story.comment, 200));
    rows.push_back(std::move(row));
  }
  view.set_list("returned_stories", std::move(rows));
}

void set_hub_changes(View& view, const Month& month, const RunNames& names) {
  std::vector<View> rows;
  for (const auto& change : month.hub_changes) {
    View row;
    row.set("url", fmt::format("/changes/{}?from={}&to={}&seen_by={}", change.item,
                               change.seen_revision, change.published_revision, change.workspace))
        .set("title", change.title)
        .set("changed", change.published_at)
        .set("changed_words", day_words(change.published_at))
        .set_maybe("ecosystem",
                   names.are_several_ecosystems() ? names.scope.name_of(change.workspace) : "");
    rows.push_back(std::move(row));
  }
  view.set_list("hub_changes", std::move(rows));
}

void set_stories(View& view, const Month& month) {
  std::vector<View> rows;
  for (const auto& [vignette, ecosystem_name] : month.new_stories) {
    View row;
    row.set("url", vignette.address())
        .set("title", vignette.title)
        .set("ecosystem", ecosystem_name)
        .set("published", vignette.first_published_at)
        .set("published_words", day_words(vignette.first_published_at));
    rows.push_back(std::move(row));
  }
  view.set_list("stories", std::move(rows));
}

// "2 runs are overdue, 3 are due by 14 June 2024."
std::string standing(const Month& month, base::Day today) {
  const auto of = [](const RunList& list, std::string_view none) {
    return list.runs.empty() ? std::string(none) : count_words(list);
  };
  return fmt::format("{} overdue, {} due by {}.", of(month.overdue, "Nothing is"),
                     of(month.due, "nothing is"), (today + kDueSoon).words());
}

void add_rows(base::CsvWriter& csv,
              std::string_view list,
              const std::vector<Run>& runs,
              const RunNames& names) {
  for (const auto& run : runs) {
    const auto play = names.outline.heading(run.play);
    csv.add({std::string(list), run.id, run.title, play.number, play.title, run.workspace,
             std::string(name_of(run.state)), run.owner_name, run.due_on ? run.due_on->iso() : "",
             run.touched_at.day().iso()});
  }
}

base::CsvWriter month_csv(const Month& month, const RunNames& names) {
  base::CsvWriter csv({"list", "run", "title", "play", "play_title", "ecosystem", "state", "owner",
                       "due_on", "last_sign_of_life"});
  add_rows(csv, "overdue", month.overdue.runs, names);
  add_rows(csv, "due", month.due.runs, names);
  add_rows(csv, "to_write_up", month.to_write_up.runs, names);
  std::vector<Run> returned;
  for (const auto& story : month.returned) returned.push_back(story.run);
  add_rows(csv, "returned", returned, names);
  add_rows(csv, "quiet", month.quiet.runs, names);
  return csv;
}

View month_view(const Visit& visit, const Month& month, const RunNames& names) {
  const bool is_of_nobody = names.scope.ecosystems.empty();
  const bool reads_across = is_of_nobody && identity::meets(visit.viewer, web::Needs::analyst, "");
  View view;
  view.set("scope", scope_words(visit, names.scope))
      .set("is_of_nobody", is_of_nobody)
      .set("reads_across", reads_across)
      .set("is_empty", !month.has_own_runs && !reads_across)
      .set("has_begun", month.has_own_runs)
      .set("standing", standing(month, names.today))
      .set("has_reviews", month.texts_in_review > 0)
      .set("reviews", base::counted(month.texts_in_review, "text", "texts"))
      .set("count_waiting", std::ssize(month.to_write_up.runs) + std::ssize(month.returned) +
                                (month.texts_in_review > 0 ? 1 : 0));
  set_runs(view, "overdue", month.overdue, names);
  set_runs(view, "due_soon", month.due, names);
  set_runs(view, "to_write_up", month.to_write_up, names);
  set_runs(view, "quiet_long", month.quiet, names);
  set_returned(view, month, names);
  set_hub_changes(view, month, names);
  set_stories(view, month);
  view.set("is_nothing_waiting",
           month.to_write_up.runs.empty() && month.returned.empty() && month.texts_in_review == 0);
  return view;
}

// Those of the scope that the viewer works for. The hub has its eyes on all of them at once, which
// would make no list to work through: it sees what waits in one when it asks for that one.
std::vector<std::string> worked_for(const Visit& visit, const RunScope& scope) {
  std::vector<std::string> ecosystems;
  for (const auto& org : scope.ecosystems)
    if (identity::meets(visit.viewer, web::Needs::contributor, org.id))
      ecosystems.push_back(org.id);
  if (visit.viewer.is_hub() && ecosystems.size() > 1) return {};
  return ecosystems;
}

struct MonthPage {
  RunFilter filter;  // of which the ecosystem counts
  RunScope scope;
  Outline outline;
  Month month;
  std::vector<View> tools;  // of which something waits
};

base::Result<MonthPage> read_month(store::Reader& reader, const Visit& visit) {
  const auto filter = RunFilter::parse(visit.request);
  if (!filter) return tl::unexpected(filter.error());
  MonthPage page;
  page.filter.ecosystem = filter->ecosystem;
  auto scope = month_scope(reader, visit, page.filter);
  if (!scope) return tl::unexpected(scope.error());
  page.scope = *std::move(scope);
  page.outline = Outline::read(reader);
  page.month = month(reader, {.scope = page.scope,
                              .user = visit.viewer.user_id,
                              .reviews = identity::meets(visit.viewer, web::Needs::reviewer, ""),
                              .now = visit.now()});
  page.tools = waiting_views(reader, visit.services.tools, worked_for(visit, page.scope));
  return page;
}

}  // namespace

Answer show_month(Visit& visit) {
  const auto page =
      visit.services.db.read([&](store::Reader& reader) { return read_month(reader, visit); });
  if (!page) return tl::unexpected(page.error());
  const RunNames names{.outline = page->outline, .scope = page->scope, .today = visit.today()};
  if (visit.request.format == "csv")
    return csv_file(month_csv(page->month, names), "this-month", visit.today());
  auto view = month_view(visit, page->month, names);
  view.set_list("tools", page->tools);
  view.set("csv_url", page->filter.address("/month.csv"));
  return app::page(visit, "playbook", "month.html", std::move(view),
                   {.title = "This month", .section = "month"});
}

}  // namespace enact::playbook
