// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "imports/row.h"
#include "store/database.h"

namespace enact::imports {

// The collection of planned rows.

void add_rows(store::Writer& writer, std::string_view import, std::span<const PlannedRow> rows);
void forget_rows(store::Writer& writer, std::string_view import);

std::optional<PlannedRow> find_row(store::Reader& reader,
                                   std::string_view import,
                                   std::int64_t position);

// The next rows from a position on: all of them, or those of one action.
std::vector<PlannedRow> rows_from(store::Reader& reader,
                                  std::string_view import,
                                  std::optional<Action> action,
                                  std::int64_t position,
                                  int limit);

struct PageOfRows {
  std::int64_t offset = 0;
  int limit = 50;
};
std::vector<PlannedRow> page_of_rows(store::Reader& reader,
                                     std::string_view import,
                                     std::optional<Action> action,
                                     const PageOfRows& page);

// Rows of the same file about the same record as `row`, itself among them.
std::vector<PlannedRow> twins_of(store::Reader& reader,
                                 std::string_view import,
                                 const PlannedRow& row);

std::map<Action, std::int64_t> count_actions(store::Reader& reader, std::string_view import);
std::map<Question, std::int64_t> count_questions(store::Reader& reader, std::string_view import);

// Another row that already has this record, by its line.
std::optional<std::int64_t> line_of_other(store::Reader& reader,
                                          std::string_view import,
                                          std::string_view record,
                                          std::int64_t position);

// Keeps action, reason, record, version, changes and decided_by.
void keep_decision(store::Writer& writer, std::string_view import, const PlannedRow& row);

// Keeps the same and `said`, of a row that a later one was added to.
void keep_joined(store::Writer& writer, std::string_view import, const PlannedRow& row);

// Turns a row that was planned into a question.
void ask_about(store::Writer& writer, std::string_view import, const PlannedRow& row);

// An undo left this record as somebody changed it.
void leave_record(store::Writer& writer, std::string_view import, std::string_view record);

}  // namespace enact::imports
