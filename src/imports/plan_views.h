// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "imports/row.h"
#include "imports/rows.h"
#include "web/view.h"

namespace enact::imports {

// A row of the table of a plan. `others` are the lines of the rows about the same record.
web::View row_view(const PlannedRow& row,
                   const Target& target,
                   const std::vector<int>& others,
                   bool is_open);

// The tabs over the table, with their counts; `chosen` is nothing for all rows.
std::vector<web::View> tabs(const std::string& url,
                            const std::map<Action, std::int64_t>& counts,
                            std::optional<Action> chosen);

// The questions that several rows ask alike, each with the answers that it can have.
std::vector<web::View> question_views(const std::map<Question, std::int64_t>& counts,
                                      const Target& target);

// Links to the pages of a long table: the first, the last and those around the current one.
std::vector<web::View> page_links(const std::string& url, std::int64_t pages, std::int64_t current);

// "Hours: 12 -> 14; Note: ...", or what a new record says: for CSV files.
std::string change_words(const PlannedRow& row, const Target& target);

}  // namespace enact::imports
