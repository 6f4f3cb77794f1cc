// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"
#include "base/text.h"
#include "imports/failed_rows.h"
#include "imports/pages.h"
#include "imports/plan_views.h"

namespace enact::imports {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr int kRowsAtOnce = 1'000;

// Calls `take` with every row, those of one action if it is given; a thousand are in memory.
template <class Take>
void for_each_row(const Visit& visit,
                  const std::string& import,
                  std::optional<Action> action,
                  Take take) {
  std::int64_t next = 0;
  while (true) {
    const auto rows = visit.services.db.read([&](store::Reader& reader) {
      return rows_from(reader, import, action, next, kRowsAtOnce);
    });
    if (rows.empty()) return;
    next = rows.back().position + 1;
    for (const auto& row : rows) take(row);
  }
}

std::string file_name(const Import& import, std::string_view what) {
  const auto dot = import.file_name.rfind('.');
  return base::slug(import.file_name.substr(0, dot)) + "-" + std::string(what) + ".csv";
}

// GET /imports/{id}/plan.csv
Answer whole_plan(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const auto& import = opened->import;
  base::CsvWriter csv({"Line", "What happens", "To", "Record", "Field by field", "Why"});
  for_each_row(visit, import.id, {}, [&](const PlannedRow& row) {
    csv.add({std::to_string(row.line), std::string(words_for(row.action)), row.label, row.record,
             change_words(row, opened->target), row.reason});
  });
  return web::csv(csv.text(), file_name(import, "plan"));
}

// GET /imports/{id}/failed.csv: in the columns of the file, so that it can be put right and
// imported itself.
Answer failed_rows(Visit& visit, const Setup& setup) {
  const auto opened = open(visit, setup);
  if (!opened) return tl::unexpected(opened.error());
  const auto& import = opened->import;
  FailedRows failed(import.header);
  for_each_row(visit, import.id, Action::failed, [&](const PlannedRow& row) {
    failed.add({.line = row.line, .cells = row.cells, .fault = {}}, row.reason);
  });
  return web::csv(failed.text(), file_name(import, "faulty"));
}

}  // namespace

void download_routes(app::Routes& routes, const Setup& setup) {
  routes.get("/imports/{id}/plan.csv", Needs::contributor, scopes::import(),
             [&setup](Visit& visit) { return whole_plan(visit, setup); });
  routes.get("/imports/{id}/failed.csv", Needs::contributor, scopes::import(),
             [&setup](Visit& visit) { return failed_rows(visit, setup); });
}

}  // namespace enact::imports
