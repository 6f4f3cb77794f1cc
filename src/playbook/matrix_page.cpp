// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "playbook/document.h"
#include "playbook/matrix.h"
#include "playbook/overview_pages.h"
#include "playbook/overview_views.h"

namespace enact::playbook {
namespace {

using app::Visit;
using web::View;
using Answer = base::Result<web::Response>;

// What a cell shows. What was set aside is in the file and on the board.
constexpr RunState kShown[] = {RunState::planned, RunState::in_progress, RunState::done,
                               RunState::written_up};

std::vector<View> marks(const RunTally& tally, RunFilter filter) {
  std::vector<View> views;
  for (const auto state : kShown) {
    if (tally.of(state) == 0) continue;
    filter.state = state;
    View view;
    view.set("n", tally.of(state))
        .set("url", filter.address("/board"))
        .set("mark", mark_of(state))
        .set("state", base::lower(words_for(state)));
    views.push_back(std::move(view));
  }
  return views;
}

View cell_view(const RunTally& tally, const RunFilter& filter) {
  View view;
  view.set_list("marks", marks(tally, filter));
  return view;
}

View row_view(const MatrixRow& row, const Matrix& matrix) {
  std::vector<View> cells;
  cells.reserve(row.cells.size() + 1);
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    cells.push_back(cell_view(
        row.cells[i], {.ecosystem = row.ecosystem.id, .strategy = matrix.strategies[i].slug}));
  cells.push_back(cell_view(row.total, {.ecosystem = row.ecosystem.id}));
  View view;
  view.set("name", row.ecosystem.name)
      .set("url", "/orgs/" + row.ecosystem.id)
      .set("cells", std::move(cells))
      .set_maybe("row_cohort", row.ecosystem.cohort);
  return view;
}

std::vector<View> total_views(const Matrix& matrix, const std::string& cohort) {
  std::vector<View> cells;
  for (std::size_t i = 0; i < matrix.totals.size(); ++i)
    cells.push_back(
        cell_view(matrix.totals[i], {.cohort = cohort, .strategy = matrix.strategies[i].slug}));
  cells.push_back(cell_view(matrix.total, {.cohort = cohort}));
  return cells;
}

std::vector<View> strategy_views(const Matrix& matrix) {
  std::vector<View> views;
  for (const auto& strategy : matrix.strategies) {
    View view;
    view.set("url", address_of(strategy.id))
        .set("number", strategy.number)
        .set("title", strategy.title)
        .set("purpose", strategy.purpose);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<View> cohort_links(const std::vector<std::string>& cohorts, const std::string& chosen) {
  std::vector<View> links;
  const auto add = [&](const std::string& label, const std::string& cohort) {
    View link;
    link.set("label", label)
        .set("url", RunFilter{.cohort = cohort}.address("/matrix"))
        .set("is_current", cohort == chosen);
    links.push_back(std::move(link));
  };
  add("All", "");
  for (const auto& cohort : cohorts) add(cohort, cohort);
  return links;
}

// One line for each cell, so that a spreadsheet can turn it any way.
base::CsvWriter matrix_csv(const Matrix& matrix) {
  base::CsvRow header{"ecosystem", "ecosystem_name", "cohort", "strategy", "strategy_title"};
  for (const auto state : kRunStates) header.emplace_back(name_of(state));
  header.emplace_back("all");
  base::CsvWriter csv(header);
  for (const auto& row : matrix.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      base::CsvRow line{row.ecosystem.id, row.ecosystem.name, row.ecosystem.cohort,
                        matrix.strategies[i].number, matrix.strategies[i].title};
      for (const auto state : kRunStates) line.push_back(std::to_string(row.cells[i].of(state)));
      line.push_back(std::to_string(row.cells[i].all()));
      csv.add(line);
    }
  return csv;
}

struct MatrixPage {
  Matrix matrix;
  std::vector<std::string> cohorts;  // all that there are
};

MatrixPage read_matrix(store::Reader& reader, const std::string& cohort) {
  MatrixPage page{.matrix = matrix(reader, Outline::read(reader), cohort), .cohorts = {}};
  page.cohorts = cohorts_of(network::ecosystems(reader));
  return page;
}

Answer matrix_html(const Visit& visit, const MatrixPage& page, const std::string& cohort) {
  const auto& matrix = page.matrix;
  const auto set_aside = matrix.total.of(RunState::set_aside);
  std::vector<View> rows;
  for (const auto& row : matrix.rows) rows.push_back(row_view(row, matrix));
  View view;
  view.set("today", visit.today().iso())
      .set("today_words", visit.today().words())
      .set("ecosystems", base::counted(std::ssize(matrix.rows), "ecosystem", "ecosystems"))
      .set("runs", base::counted(matrix.total.all(), "run", "runs"))
      .set("set_aside", set_aside)
      .set("has_set_aside", set_aside > 0)
      .set("set_aside_url",
           RunFilter{.cohort = cohort, .state = RunState::set_aside}.address("/board"))
      .set("csv_url", RunFilter{.cohort = cohort}.address("/matrix.csv"))
      .set("has_cohorts", page.cohorts.size() > 1)
      .set("cohorts", cohort_links(page.cohorts, cohort))
      .set("totals", total_views(matrix, cohort));
  view.set_list("strategies", strategy_views(matrix)).set_list("rows", std::move(rows));
  return app::page(visit, "playbook", "matrix.html", std::move(view),
                   {.title = "Matrix", .section = "matrix"});
}

}  // namespace

Answer show_matrix(Visit& visit) {
  const auto filter = RunFilter::parse(visit.request);
  if (!filter) return tl::unexpected(filter.error());
  const auto page = visit.services.db.read(
      [&](store::Reader& reader) { return read_matrix(reader, filter->cohort); });
  if (visit.request.format == "csv")
    return csv_file(matrix_csv(page.matrix), "matrix", visit.today());
  return matrix_html(visit, page, filter->cohort);
}

}  // namespace enact::playbook
