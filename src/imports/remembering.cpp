// SPDX-License-Identifier: Apache-2.0
#include "imports/remembering.h"

#include <fmt/format.h>

#include "imports/journal.h"
#include "imports/row_plan.h"
#include "imports/rows.h"

namespace enact::imports {
namespace {

// Whether `row` now does what `earlier` did.
bool settle_as(store::Reader& reader,
               const Target& target,
               const std::string& import,
               PlannedRow& row,
               const PlannedRow& earlier) {
  if (earlier.decided_by.empty()) return false;
  if (earlier.action == Action::skipped) {
    leave_out(row, {});
    return true;
  }
  if (earlier.record.empty()) return false;
  if (line_of_other(reader, import, earlier.record, row.position)) return false;
  const auto stored = target.load(reader, std::span(&earlier.record, 1));
  if (stored.empty()) return false;
  aim_at(row, stored.front(), target, {});
  return row.action != Action::failed;
}

}  // namespace

void remember_decisions(store::Database& db, const Target& target, const Import& import) {
  const auto before =
      db.read([&](store::Reader& reader) { return imports_of_same_file(reader, import); });
  if (before.empty()) return;
  const auto& last = before.front();
  std::int64_t next = 0;
  while (true) {
    const auto rows = db.read([&](store::Reader& reader) {
      return rows_from(reader, import.id, Action::ask, next, int(Target::kBatch));
    });
    if (rows.empty()) return;
    next = rows.back().position + 1;
    db.write([&](store::Writer& writer) {
      for (auto row : rows) {
        const auto earlier = find_row(writer, last.id, row.position);
        if (!earlier || !settle_as(writer, target, import.id, row, *earlier)) continue;
        add_note(row, fmt::format(
                          "As {} decided when this file was imported on {}.", earlier->decided_by,
                          (last.committed ? *last.committed : last.begun).at.day().words()));
        row.decided_by = earlier->decided_by;
        keep_decision(writer, import.id, row);
      }
    });
  }
}

}  // namespace enact::imports
