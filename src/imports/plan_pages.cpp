// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "imports/journal.h"
#include "imports/numbers.h"
#include "imports/pages.h"
#include "imports/plan_views.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr int kPerPage = 50;
constexpr const char* kSecondsToNextLook = "3";

web::Response shown(const Visit& visit,
                    std::string_view name,
                    web::View view,
                    const OpenedImport& opened) {
  return app::page(visit, "imports", name, std::move(view),
                   {.title = opened.import.file_name, .section = "imports"});
}

// How far it is, looked at again every few seconds; works without a script.
Answer progress_page(Visit& visit, const Setup& setup, const OpenedImport& opened) {
  const auto& import = opened.import;
  web::View view;
  visit.services.db.read([&](store::Reader& reader) {
    show_import(view, opened, org_words(reader, setup, import.org));
  });
  const bool is_planning = import.state == State::planning;
  view.set("is_planning", is_planning)
      .set("is_committing", import.state == State::committing)
      .set("is_undoing", import.state == State::undoing)
      .set("has_rows", is_planning && import.rows_all > 0)
      .set("rows_done", import.rows_done)
      .set("rows_all", import.rows_all)
      .set("done_words", grouped(import.rows_done))
      .set("all_words", rows_words(import.rows_all));
  auto response = shown(visit, "import_progress.html", std::move(view), opened);
  response.header("Refresh", kSecondsToNextLook);
  return response;
}

// Which rows to show: those asked for, else those to decide if there are any, else all.
std::optional<Action> action_to_show(const Visit& visit,
                                     const Import& import,
                                     const std::map<Action, std::int64_t>& counts) {
  const auto asked = visit.request.query_value("show");
  if (!asked.empty()) return action_named(asked);
  if (import.state == State::planned && counts.at(Action::ask) > 0) return Action::ask;
  return {};
}

std::vector<int> lines_of_twins(store::Reader& reader,
                                const Import& import,
                                const PlannedRow& row) {
  std::vector<int> lines;
  for (const auto& twin : twins_of(reader, import.id, row)) lines.push_back(twin.line);
  return lines;
}

void show_rows(web::View& view,
               store::Reader& reader,
               const Visit& visit,
               const OpenedImport& opened,
               const std::map<Action, std::int64_t>& counts) {
  const auto& import = opened.import;
  const auto url = "/imports/" + import.id;
  const auto action = action_to_show(visit, import, counts);
  std::int64_t rows = 0;
  for (const auto& [each, count] : counts)
    if (!action || each == *action) rows += count;
  const auto pages = std::max<std::int64_t>(1, (rows + kPerPage - 1) / kPerPage);
  const auto page = std::clamp<std::int64_t>(
      base::to_integer(visit.request.query_value("page")).value_or(1), 1, pages);
  const auto offset = (page - 1) * kPerPage;
  const bool is_open = import.state == State::planned;
  std::vector<web::View> views;
  bool any_asks = false;
  for (const auto& row :
       page_of_rows(reader, import.id, action, {.offset = offset, .limit = kPerPage})) {
    any_asks = any_asks || row.question != Question::none;
    views.push_back(row_view(row, opened.target, lines_of_twins(reader, import, row), is_open));
  }
  const auto show = action ? std::string(name_of(*action)) : std::string("all");
  view.set("shown", rows == 0
                        ? std::string("No rows")
                        : fmt::format("{} to {} of {}", grouped(offset + 1),
                                      grouped(std::min(rows, offset + kPerPage)), rows_words(rows)))
      .set("may_decide", is_open && any_asks)
      .set("show", show)
      .set("page", page)
      .set("has_pages", pages > 1)
      .set("pages", page_links(fmt::format("{}?show={}", url, show), pages, page));
  view.set_list("rows", std::move(views)).set("tabs", tabs(url, counts, action));
}

// What the one button says, or why there is none.
void show_next_step(web::View& view,
                    const OpenedImport& opened,
                    const std::map<Action, std::int64_t>& counts) {
  const auto& import = opened.import;
  const auto changes = counts.at(Action::create) + counts.at(Action::update);
  const auto asks = counts.at(Action::ask);
  const bool is_planned = import.state == State::planned;
  view.set("may_commit", is_planned && asks == 0 && changes > 0)
      .set("commit_words", "Import " + rows_words(changes))
      .set("must_decide", is_planned && asks > 0)
      .set("asks", rows_words(asks))
      .set("has_nothing", is_planned && asks == 0 && changes == 0)
      .set("plan_version", import.plan_version)
      .set("is_planned", is_planned)
      .set("is_committed", import.state == State::committed)
      .set("is_over", import.is_over())
      .set("has_failed", counts.at(Action::failed) > 0)
      .set("failed", rows_words(counts.at(Action::failed)))
      .set("failed_verb", counts.at(Action::failed) == 1 ? "stays" : "stay")
      .set("created", counted(opened.target, counts.at(Action::create)))
      .set("updated", counted(opened.target, counts.at(Action::update)))
      .set("has_changes", changes > 0)
      .set("things", opened.target->plural());
}

void show_deeds(web::View& view, const Import& import) {
  const auto set = [&](std::string_view name, const std::optional<Deed>& deed) {
    view.set_maybe(name, deed ? fmt::format("{}, {}", deed->name, deed->at.words()) : "");
  };
  set("committed_by", import.committed);
  set("undone_by", import.undone);
}

void show_same_files(web::View& view, store::Reader& reader, const Import& import) {
  std::vector<web::View> views;
  if (import.state == State::planned)
    for (const auto& other : imports_of_same_file(reader, import))
      views.emplace_back()
          .set("other_url", "/imports/" + other.id)
          .set("other", other.committed ? other.committed->name : other.begun.name)
          .set("other_at", (other.committed ? *other.committed : other.begun).at.day().words());
  view.set_list("same_files", std::move(views));
}

Answer plan_page(Visit& visit, const Setup& setup, const OpenedImport& opened) {
  web::View view;
  visit.services.db.read([&](store::Reader& reader) {
    const auto& import = opened.import;
    const auto counts = count_actions(reader, import.id);
    show_import(view, opened, org_words(reader, setup, import.org));
    show_next_step(view, opened, counts);
    show_deeds(view, import);
    show_same_files(view, reader, import);
    view.set_maybe("columns_out",
                   base::join(columns_not_imported(import.mapping, import.header), ", "));
    show_rows(view, reader, visit, opened, counts);
    view.set_list("questions",
                  import.state == State::planned
                      ? question_views(count_questions(reader, import.id), opened.target)
                      : std::vector<web::View>());
  });
  return shown(visit, "import_plan.html", std::move(view), opened);
}

// GET /imports/{id}
Answer show(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const auto& import = opened->import;
  if (import.state == State::read) return web::redirect("/imports/" + import.id + "/columns");
  if (import.is_under_way()) return progress_page(visit, setup, *opened);
  return plan_page(visit, setup, *opened);
}

}  // namespace

void plan_routes(app::Routes& routes, const Setup& setup) {
  routes.get("/imports/{id}", Needs::contributor, scopes::import(),
             [&setup](Visit& visit) { return show(visit, setup); });
}

}  // namespace enact::imports
