// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "playbook/document.h"
#include "playbook/overview_pages.h"
#include "playbook/overview_views.h"
#include "playbook/timeline.h"

namespace enact::playbook {
namespace {

using app::Visit;
using web::View;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostShown = 1000;
constexpr std::size_t kFullDate = 10;
constexpr std::string_view kUndated = "undated";  // in the address

// "14 May 2024", "sometime in 2021", "some day": as exact as it is known.
std::string when_words(std::string_view day) {
  if (day.empty()) return "some day";
  const auto words = base::partial_date_words(day);
  return day.size() < kFullDate ? "sometime in " + words : words;
}

std::string what_words(const Happening& one) {
  return one.what == Happened::notes ? base::counted(one.times, "note", "notes")
                                     : std::string(words_for(one.what));
}

View happening_view(const Happening& one, const RunNames& names) {
  const auto play = names.outline.heading(one.play);
  View view;
  view.set("url", one.vignette.empty() ? "/runs/" + one.run : address_of(one.vignette))
      .set("title", one.title)
      .set("purpose", play.purpose)
      .set("play", play.number)
      .set("what", what_words(one))
      .set("when_words", when_words(one.day))
      .set("when", one.day)
      .set("has_day", one.day.size() == kFullDate)
      .set_maybe("mark", std::string(mark_of(one.what)))
      .set_maybe("owner", one.owner_name)
      .set_maybe("ecosystem",
                 names.are_several_ecosystems() ? names.scope.name_of(one.workspace) : "");
  return view;
}

View part_view(const TimelinePart& part, const RunNames& names, std::size_t most) {
  std::vector<View> rows, counts;
  for (const auto& one : part.happenings) {
    if (rows.size() == most) break;
    rows.push_back(happening_view(one, names));
  }
  for (const auto what : kHappened) {
    const auto n = part.counts[static_cast<std::size_t>(what)];
    if (n == 0) continue;
    View count;
    const bool is_notes = what == Happened::notes;
    count
        .set("words", is_notes ? base::counted(n, "note", "notes")
                               : fmt::format("{} {}", n, words_for(what)))
        .set_maybe("mark", std::string(mark_of(what)));
    counts.push_back(std::move(count));
  }
  View view;
  view.set("heading", part.month.empty() ? "Date not given" : base::partial_date_words(part.month))
      .set("has_more", rows.size() < part.happenings.size())
      .set("more", part.happenings.size() - rows.size())
      .set("counts", std::move(counts))
      .set("happenings", std::move(rows));
  return view;
}

std::string year_address(const RunFilter& filter, std::string_view year) {
  auto address = filter.address("/timeline");
  address += address.find('?') == std::string::npos ? "?year=" : "&year=";
  return address + std::string(year.empty() ? kUndated : year);
}

// The year that the address asks for; else the newest.
std::string chosen_year(const Visit& visit, const std::vector<std::string>& years) {
  const auto asked = visit.request.query_value("year");
  if (asked == kUndated) return {};
  if (!asked.empty() || years.empty()) return asked;
  return years.front();
}

void set_years(View& view,
               const RunFilter& filter,
               const std::vector<std::string>& years,
               std::string_view chosen) {
  std::vector<View> links;
  for (const auto& year : years) {
    View link;
    link.set("label", year.empty() ? "Date not given" : year)
        .set("url", year_address(filter, year))
        .set("is_current", year == chosen);
    links.push_back(std::move(link));
  }
  view.set("has_years", links.size() > 1).set("years", std::move(links));
}

base::CsvWriter timeline_csv(const Timeline& timeline, const RunNames& names) {
  base::CsvWriter csv({"day", "happened", "times", "run", "title", "play", "play_title",
                       "ecosystem", "ecosystem_name", "owner"});
  for (const auto& part : timeline.parts)
    for (const auto& one : part.happenings) {
      const auto play = names.outline.heading(one.play);
      csv.add({one.day, std::string(name_of(one.what)), std::to_string(one.times), one.run,
               one.title, play.number, play.title, one.workspace,
               names.scope.name_of(one.workspace), one.owner_name});
    }
  return csv;
}

struct TimelinePage {
  RunFilter filter;
  RunScope scope;
  RunScope visible;
  Outline outline;
  Timeline timeline;
};

base::Result<TimelinePage> read_timeline(store::Reader& reader, const Visit& visit) {
  TimelinePage page;
  auto filter = RunFilter::parse(visit.request);
  if (!filter) return tl::unexpected(filter.error());
  auto scope = scope_of(reader, visit.viewer, *filter);
  if (!scope) return tl::unexpected(scope.error());
  page.filter = *std::move(filter);
  page.scope = *std::move(scope);
  page.visible = visible_scope(reader, visit.viewer);
  page.outline = Outline::read(reader);
  page.timeline =
      timeline(reader, {.selection = selection_of(page.filter, page.scope, visit.viewer),
                        .state = page.filter.state});
  return page;
}

Answer timeline_html(const Visit& visit, const TimelinePage& page, const RunNames& names) {
  const auto years = page.timeline.years();
  const auto year = chosen_year(visit, years);
  std::vector<View> parts;
  std::size_t shown = 0;
  for (const auto& part : page.timeline.parts) {
    if (part.year() != year) continue;
    parts.push_back(part_view(part, names, kMostShown - shown));
    shown = std::min(kMostShown, shown + part.happenings.size());
  }
  View view;
  view.set("scope", scope_words(visit, page.scope))
      .set("is_too_wide", page.timeline.is_too_wide)
      .set("is_empty", parts.empty() && !page.timeline.is_too_wide)
      .set("has_no_ecosystem", page.scope.ecosystems.empty())
      .set("parts", std::move(parts));
  set_years(view, page.filter, years, year);
  set_filters(view, {.path = "/timeline",
                     .filter = page.filter,
                     .visible = page.visible,
                     .outline = page.outline});
  return app::page(visit, "playbook", "timeline.html", std::move(view),
                   {.title = "Timeline", .section = "board"});
}

}  // namespace

Answer show_timeline(Visit& visit) {
  const auto page =
      visit.services.db.read([&](store::Reader& reader) { return read_timeline(reader, visit); });
  if (!page) return tl::unexpected(page.error());
  const RunNames names{.outline = page->outline, .scope = page->scope, .today = visit.today()};
  if (visit.request.format.empty()) return timeline_html(visit, *page, names);
  if (page->timeline.is_too_wide)
    return base::invalid("ecosystem",
                         "These are too many runs for one file. Choose an ecosystem or a "
                         "strategy, and download each.");
  return csv_file(timeline_csv(page->timeline, names), "timeline", visit.today());
}

}  // namespace enact::playbook
