// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "imports/date_cell.h"
#include "imports/table_file.h"
#include "imports/target.h"

namespace enact::imports {

// Where the text of one field comes from, in the order in which it is done: columns are joined, a
// part is taken, placeholders become nothing, words are replaced, the rest is read by the field's
// type (field_text.h). As JSON, with what is not needed left out:
//
//   {"field": "capacity", "columns": ["Max Capacity"], "unknown": ["500"]}
//   {"field": "latitude", "columns": ["Location 1"], "after": ["("], "before": ","}
//   {"field": "state", "columns": ["state"], "means": {"Illinois": "IL"}, "only": ["IL"]}
//   {"field": "name", "columns": ["nickname", "full name"], "either": true}
//   {"field": "kind", "always": "college"}
struct FieldRule {
  std::string field;
  std::vector<std::string> columns;  // none: `always` is what every row says
  std::string always = {};
  std::string between = " ";              // stands between several columns
  bool either = false;                    // or the first of them that says anything, alone
  std::vector<std::string> after = {};    // what is behind the last of each, one after another
  std::string before = {};                // and before the first of this
  std::string split = {};                 // a list's items stand between these
  std::size_t take = 0;                   // only this item of it, 1 for the first; 0: all of them
  bool html = false;                      // is HTML, of which the words are wanted
  std::vector<std::string> unknown = {};  // placeholders that mean nothing is known
  std::string unknown_from = {};          // a number or day from which on it is a placeholder
  std::vector<std::pair<std::string, std::string>> means = {};  // word by word
  std::vector<std::string> only = {};   // anything else is a fault: a site in the wrong state
  std::size_t digits = 0;               // zeros that a spreadsheet lost are put back
  std::optional<DateOrder> dates = {};  // of 3/4/2026; unsaid: as the column's other dates show
  std::string form = {};  // "{1} at {2}": how several columns stand together, if all say something
  std::string zip =
      {};            // of an address with a ZIP code glued to its end: "only" that, or "without"
  double times = 0;  // a share is told in hundredths: 0.81 times 100; 0: as it stands
  std::string otherwise = {};    // what an empty cell stands for
  std::string agrees_with = {};  // another column, of which it may differ by `within` and no more
  double within = 0;
  bool if_there = false;  // not every file of the kind has the column
  bool also = false;      // reads a column that another rule reads too
  bool clears = false;    // an empty cell takes away what is on record, instead of saying nothing

  bool operator==(const FieldRule&) const = default;
};

// Rows that are meant to stay out, with the sentence that is said of them: a line of totals.
struct SkipRule {
  std::string column;
  std::vector<std::string> is = {};   // the cell is one of these; "" for an empty cell
  std::vector<std::string> has = {};  // or holds one of these
  std::string because;

  bool operator==(const SkipRule&) const = default;
};

// How the columns of a file become the fields of a target. Columns are named as in the file's
// header, in any case. It is data: a room ships some, people save theirs under a name.
struct Mapping {
  std::string name;    // "IPEDS HD2022"; empty until it is saved
  std::string target;  // "organizations"
  ReadOptions reading;
  std::vector<FieldRule> rules;
  std::vector<SkipRule> skips;
  std::vector<Identity> identify;     // empty: as the target does
  std::vector<std::string> left_out;  // columns that are not wanted
  // Rows are of something else, such as awards, so that many name one record: those that say the
  // same of it go in as one, whatever their other columns say.
  bool repeats = false;
};

base::Json to_json(const Mapping& mapping);

// Every fault of its form at once; does not look at any target.
base::Result<Mapping> mapping_from(const base::Json& json);

const FieldRule* find_rule(const Mapping& mapping, std::string_view field);
bool is_same_column(std::string_view a, std::string_view b);

// Whether a rule takes a part of its columns only, so that another field may take another part.
bool takes_a_part(const FieldRule& rule);

// Every reason why this file cannot be read by the mapping, in words: a column or a field that is
// not there, a column or a field that is used twice, a needed field without a column.
std::vector<base::Fault> faults_of(const Mapping& mapping,
                                   const Target& target,
                                   const std::vector<std::string>& header);

// Columns of which nothing is imported, on purpose or because no rule names them.
std::vector<std::string> columns_not_imported(const Mapping& mapping,
                                              const std::vector<std::string>& header);

}  // namespace enact::imports
