// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "playbook/board.h"
#include "playbook/document.h"
#include "playbook/overview_pages.h"
#include "playbook/overview_views.h"

namespace enact::playbook {
namespace {

using app::Visit;
using web::View;
using Answer = base::Result<web::Response>;

constexpr long long kMostCards = 1000;
constexpr long long kMostInFile = 50'000;

std::string iso(const std::optional<base::Day>& day) {
  return day ? day->iso() : std::string();
}

View card_view(const Card& card, const RunNames& names) {
  auto view = run_view(card.run, names);
  view.set("has_steps", card.steps > 0)
      .set("steps", card.steps)
      .set("steps_ticked", card.steps_ticked)
      .set("may_be_told", card.run.state == RunState::done && card.run.vignette.empty());
  return view;
}

View lane_view(const Lane& lane, const RunNames& names, RunFilter filter) {
  const bool is_alone = filter.state.has_value();
  std::vector<View> cards;
  cards.reserve(lane.cards.size());
  for (const auto& card : lane.cards) cards.push_back(card_view(card, names));
  filter.state = lane.state;
  View view;
  view.set("name", name_of(lane.state))
      .set("mark", mark_of(lane.state))
      .set("state", words_for(lane.state))
      .set("state_lower", base::lower(words_for(lane.state)))
      .set("runs", lane.runs)
      .set("is_empty", lane.runs == 0)
      .set("has_more_cards", lane.more() > 0 && !lane.cards.empty())
      .set("more_cards", lane.more())
      .set("is_alone", is_alone)
      .set("lane_url", filter.address("/board"))
      .set("cards", std::move(cards));
  return view;
}

base::Json card_json(const Card& card, const RunNames& names) {
  const auto& run = card.run;
  const auto play = names.outline.heading(run.play);
  base::Json json;
  json.set("id", run.id).set("url", address_of(run)).set("title", run.title);
  json.set("play", run.play).set("play_number", play.number).set("play_title", play.title);
  json.set("strategy", run.strategy).set("ecosystem", run.workspace);
  json.set("ecosystem_name", names.scope.name_of(run.workspace)).set("owner", run.owner_name);
  json.set("state", name_of(run.state)).set("state_since", run.state_since.iso());
  json.set("due", run.due_on ? base::Json(run.due_on->iso()) : base::Json());
  json.set("steps", card.steps).set("steps_ticked", card.steps_ticked);
  json.set("overdue", run.is_overdue(names.today));
  return json;
}

base::Json board_json(const Board& board, const RunNames& names) {
  auto lanes = base::Json::array();
  for (const auto& lane : board.lanes) {
    auto cards = base::Json::array();
    for (const auto& card : lane.cards) cards.add(card_json(card, names));
    base::Json json;
    json.set("state", name_of(lane.state)).set("runs", lane.runs).set("cards", std::move(cards));
    lanes.add(std::move(json));
  }
  base::Json json;
  return std::move(json.set("runs", board.runs).set("lanes", std::move(lanes)));
}

base::CsvWriter board_csv(const Board& board, const RunNames& names) {
  base::CsvWriter csv({"run", "title", "play", "play_title", "ecosystem", "ecosystem_name", "state",
                       "state_since", "owner", "started_on", "due_on", "done_on", "steps",
                       "steps_ticked", "vignette", "source"});
  for (const auto& lane : board.lanes)
    for (const auto& [run, steps, ticked] : lane.cards) {
      const auto play = names.outline.heading(run.play);
      csv.add({run.id, run.title, play.number, play.title, run.workspace,
               names.scope.name_of(run.workspace), std::string(name_of(run.state)),
               run.state_since.iso(), run.owner_name, iso(run.started_on), iso(run.due_on),
               iso(run.done_on), std::to_string(steps), std::to_string(ticked), run.vignette,
               run.source});
    }
  return csv;
}

// What the heading says that the page does not show otherwise.
std::string play_words(const RunFilter& filter, const Outline& outline) {
  if (filter.play.empty()) return {};
  return outline.heading(item_id(Kind::play, filter.play)).words();
}

struct BoardPage {
  RunFilter filter;
  RunScope scope;
  RunScope visible;
  Outline outline;
  Board board;
};

base::Result<BoardPage> read_board(store::Reader& reader, const Visit& visit, long long most) {
  BoardPage page;
  auto filter = RunFilter::parse(visit.request);
  if (!filter) return tl::unexpected(filter.error());
  auto scope = scope_of(reader, visit.viewer, *filter);
  if (!scope) return tl::unexpected(scope.error());
  page.filter = *std::move(filter);
  page.scope = *std::move(scope);
  page.visible = visible_scope(reader, visit.viewer);
  page.outline = Outline::read(reader);
  page.board = board(reader, {.selection = selection_of(page.filter, page.scope, visit.viewer),
                              .state = page.filter.state,
                              .most = most});
  return page;
}

Answer board_html(const Visit& visit, const BoardPage& page, const RunNames& names) {
  std::vector<View> lanes;
  for (const auto& lane : page.board.lanes) lanes.push_back(lane_view(lane, names, page.filter));
  View view;
  view.set("scope", scope_words(visit, page.scope))
      .set("runs", base::counted(page.board.runs, "run", "runs"))
      .set("has_runs", page.board.runs > 0)
      .set("has_no_ecosystem", page.scope.ecosystems.empty())
      .set("is_too_wide", page.board.is_too_wide)
      .set("lanes", std::move(lanes))
      .set_maybe("of_play", play_words(page.filter, page.outline));
  set_filters(
      view,
      {.path = "/board", .filter = page.filter, .visible = page.visible, .outline = page.outline});
  return app::page(visit, "playbook", "board.html", std::move(view),
                   {.title = "Board", .section = "board"});
}

}  // namespace

Answer show_board(Visit& visit) {
  const auto& format = visit.request.format;
  const auto page = visit.services.db.read([&](store::Reader& reader) {
    return read_board(reader, visit, format.empty() ? kMostCards : kMostInFile);
  });
  if (!page) return tl::unexpected(page.error());
  const RunNames names{.outline = page->outline, .scope = page->scope, .today = visit.today()};
  if (format.empty()) return board_html(visit, *page, names);
  if (page->board.runs > kMostInFile)
    return base::invalid("ecosystem",
                         "These are too many runs for one file. Choose an ecosystem or a "
                         "strategy, and download each.");
  if (format == "json") return web::json(board_json(page->board, names).dump());
  return csv_file(board_csv(page->board, names), "board", visit.today());
}

}  // namespace enact::playbook
