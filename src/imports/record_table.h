// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "imports/row_source.h"
#include "imports/warnings.h"

namespace enact::imports {

// Records of a YAML or JSON file, laid out as rows. A column is a path into the record, in the
// order in which paths are first met:
//   a map               its names with dots between: id.bioguide
//   a list of maps      counted from 0, and the last of them once more, because it is often the
//                       current one: roles.0.type, roles.1.type, roles.last.type
//   a list of values    one cell, with "; " between
//   lists within lists  one cell of JSON
// With ReadOptions::rows_in, "members", the items of that list are the rows, and what else stands
// in the record is of.name, of.chamber. With current_in, "roles", only one of that list is read, as
// roles.current.type: the one that ends last, or never.
// A record that is a list itself has the columns "column 1", "column 2" and so on. Nothing and an
// empty list are an empty cell.
class RecordTable : public RowSource {
 public:
  explicit RecordTable(const TableLimits& limits, const ReadOptions& options = {})
      : limits_(limits), rows_in_(options.rows_in), current_in_(options.current_in) {}

  // False when the table would become larger than the limits; fault() then says how. `key` is the
  // name of the list that the record stands in, where a file has several.
  bool add(const base::Json& record, int line, std::string_view key = {});
  void add_unreadable(std::string_view text, int line, std::string fault);
  const std::string& fault() const { return fault_; }
  bool is_unreadable() const { return unreadable_ == rows_.size(); }  // nothing else was added

  // Ends the adding: names the columns, counts the rows, says what was odd.
  Opened finish(Format format, Encoding encoding, std::vector<base::Fault> warnings) &&;

  bool next(TableRow& row) override;
  void rewind() override { at_ = 0; }

 private:
  struct Cell {
    std::uint32_t column;
    std::size_t end;  // in texts_; a cell begins where the one before it ends
  };
  struct Row {
    int line;
    std::size_t first_cell;
    std::string fault;
  };

  bool add_row(const base::Json& record, int line, std::string_view key);
  bool add_items(const base::Json& record, int line, std::string_view key);
  bool walk(const base::Json& value, std::string& path);
  bool walk_list(const base::Json::Array& list, std::string& path);
  bool put(const std::string& path, std::string_view text);

  TableLimits limits_;
  std::string rows_in_;
  std::string current_in_;
  std::size_t without_rows_ = 0;  // records that have no such list
  std::vector<std::string> columns_;
  std::unordered_map<std::string, std::uint32_t> index_;
  std::vector<std::size_t> filled_in_;  // for each column: the record that last filled it
  std::size_t serial_ = 0;              // of records
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  std::string texts_;
  std::string fault_;
  bool has_maps_ = false;
  std::size_t unreadable_ = 0;
  std::vector<std::pair<int, std::uint32_t>> too_nested_;
  std::size_t at_ = 0;
};

// What the outermost map of a file is.
enum class Shape {
  record,       // it is the one record of the file
  one_list,     // a list of records in an envelope: {"total": 2, "data": [...]}
  named_lists,  // lists of records, and nothing else: {"SSAF": [...], "SSAP": [...]}
};

enum class MemberKind { records, lists, nothing, other };  // a list of maps, a list of lists

struct Member {
  std::string name;
  MemberKind kind;
};

// With the index of the list, for Shape::one_list.
std::pair<Shape, std::size_t> shape_of(const std::vector<Member>& members);

// "The list \"data\" is read; total, page are left out."
base::Fault left_out(const std::vector<Member>& members, std::size_t list);

}  // namespace enact::imports
