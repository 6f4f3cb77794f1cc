// SPDX-License-Identifier: Apache-2.0
#include "playbook/overview_views.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "playbook/month.h"

namespace enact::playbook {
namespace {

using web::View;

// More than these are chosen from a list that opens.
constexpr std::size_t kMostLinks = 12;

View link(std::string label, const RunFilter& to, const FilterLinks& links, bool is_current) {
  View view;
  view.set("label", std::move(label))
      .set("url", to.address(links.path))
      .set("is_current", is_current)
      .set_maybe("more", "");
  return view;
}

// The links of one row: what all have in common, and how each changes the filter.
template <class Change>
View row_link(const FilterLinks& links, std::string label, bool is_current, Change change) {
  auto to = links.filter;
  change(to);
  return link(std::move(label), to, links, is_current);
}

std::vector<View> whose(const FilterLinks& links) {
  const auto& owner = links.filter.owner;
  return {row_link(links, "All", owner.empty(), [](RunFilter& to) { to.owner.clear(); }),
          row_link(links, "Mine", owner == "me", [](RunFilter& to) { to.owner = "me"; })};
}

std::vector<View> cohorts(const FilterLinks& links) {
  const auto known = cohorts_of(links.visible.ecosystems);
  if (known.size() < 2) return {};
  const auto& cohort = links.filter.cohort;
  std::vector<View> row{
      row_link(links, "All", cohort.empty(), [](RunFilter& to) { to.cohort.clear(); })};
  for (const auto& one : known)
    row.push_back(row_link(links, one, cohort == one, [&](RunFilter& to) {
      to.cohort = one;
      to.ecosystem.clear();
    }));
  return row;
}

std::vector<View> strategies(const FilterLinks& links) {
  const auto& chosen = links.filter.strategy;
  std::vector<View> row{
      row_link(links, "All", chosen.empty() && links.filter.play.empty(), [](RunFilter& to) {
        to.strategy.clear();
        to.play.clear();
      })};
  for (const auto& strategy : links.outline.strategies()) {
    row.push_back(row_link(links, strategy.number, chosen == strategy.slug, [&](RunFilter& to) {
      to.strategy = strategy.slug;
      to.play.clear();
    }));
    row.back().set_maybe("more", strategy.title);
  }
  return row;
}

std::vector<View> states(const FilterLinks& links) {
  const auto& chosen = links.filter.state;
  std::vector<View> row{row_link(links, "All", !chosen, [](RunFilter& to) { to.state.reset(); })};
  for (const auto state : kRunStates)
    row.push_back(row_link(links, std::string(words_for(state)), chosen == state,
                           [&](RunFilter& to) { to.state = state; }));
  return row;
}

std::vector<View> ecosystem_links(const FilterLinks& links) {
  std::vector<View> row{row_link(links, "All", links.filter.ecosystem.empty(),
                                 [](RunFilter& to) { to.ecosystem.clear(); })};
  for (const auto& org : links.visible.ecosystems)
    row.push_back(row_link(links, org.short_name.empty() ? org.name : org.short_name,
                           links.filter.ecosystem == org.id, [&](RunFilter& to) {
                             to.ecosystem = org.id;
                             to.cohort.clear();
                           }));
  return row;
}

// The rest of the filter, to be kept when another ecosystem is chosen.
std::vector<View> hidden_fields(const RunFilter& filter) {
  std::vector<View> fields;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    View field;
    field.set("name", name).set("value", value);
    fields.push_back(std::move(field));
  };
  add("strategy", filter.strategy);
  add("play", filter.play);
  add("owner", filter.owner);
  if (filter.state) add("state", name_of(*filter.state));
  return fields;
}

View row(std::string_view label, std::vector<View> links) {
  View view;
  view.set("row", label).set("links", std::move(links));
  return view;
}

}  // namespace

std::string address_of(const Run& run) {
  return run.is_told() ? address_of(std::string_view(run.vignette)) : "/runs/" + run.id;
}

View run_view(const Run& run, const RunNames& names) {
  const auto play = names.outline.heading(run.play);
  const auto call = call_of(run, names.today);
  const bool is_quiet = call == Call::quiet;
  View view;
  view.set("url", address_of(run))
      .set("title", run.title)
      .set("purpose", play.purpose)
      .set("play", play.number)
      .set("play_title", play.title)
      .set("is_overdue", call == Call::overdue)
      .set("is_due", run.is_open() && run.due_on && call != Call::overdue)
      .set("due", run.due_on ? run.due_on->iso() : "")
      .set("due_words", run.due_on ? run.due_on->words() : "")
      .set("is_quiet", is_quiet)
      .set("quiet", is_quiet ? quiet_words(run.touched_at.day(), names.today) : "")
      .set_maybe("owner", run.owner_name)
      .set_maybe("ecosystem",
                 names.are_several_ecosystems() ? names.scope.name_of(run.workspace) : "");
  return view;
}

std::string scope_words(const app::Visit& visit, const RunScope& scope) {
  if (scope.ecosystems.size() == 1) return scope.ecosystems.front().name;
  if (scope.is_everything) return visit.network;
  return base::counted(std::ssize(scope.ecosystems), "ecosystem", "ecosystems");
}

void set_filters(View& view, const FilterLinks& links) {
  std::vector<View> rows;
  rows.push_back(row("Show", whose(links)));
  const bool is_long = links.visible.ecosystems.size() > kMostLinks;
  if (links.visible.ecosystems.size() > 1 && !is_long)
    rows.push_back(row("Ecosystem", ecosystem_links(links)));
  if (auto of_cohorts = cohorts(links); !of_cohorts.empty())
    rows.push_back(row("Cohort", std::move(of_cohorts)));
  rows.push_back(row("Strategy", strategies(links)));
  rows.push_back(row("State", states(links)));

  std::vector<View> choices;
  if (is_long)
    for (const auto& org : links.visible.ecosystems) {
      View choice;
      choice.set("id", org.id)
          .set("name", org.name)
          .set("is_chosen", org.id == links.filter.ecosystem);
      choices.push_back(std::move(choice));
    }
  view.set("filters", std::move(rows))
      .set("path", links.path)
      .set("hidden_fields", hidden_fields(links.filter))
      .set("board_url", links.filter.address("/board"))
      .set("timeline_url", links.filter.address("/timeline"))
      .set("is_board", links.path == "/board")
      .set("is_timeline", links.path == "/timeline")
      .set("csv_url", links.filter.address(fmt::format("{}.csv", links.path)))
      .set("has_filter", !links.filter.is_empty())
      .set_list("ecosystem_choices", std::move(choices));
}

web::Response csv_file(const base::CsvWriter& csv, std::string_view name, base::Day today) {
  return web::csv(csv.text(), fmt::format("{}-{}.csv", name, today.iso()));
}

}  // namespace enact::playbook
