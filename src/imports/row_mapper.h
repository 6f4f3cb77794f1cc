// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "imports/mapping.h"

namespace enact::imports {

// A row of the file, read by a mapping.
struct MappedRow {
  Values values;                    // in the order of the target's fields
  std::vector<base::Fault> faults;  // `field` is the column's name
  std::vector<std::string> notes;   // sentences
  std::string skipped;              // why the row is meant to stay out; empty when it is not
};

// Reads the rows of one file by a mapping that has no faults.
class RowMapper {
 public:
  // All must outlive it.
  RowMapper(const Mapping& mapping, const Target& target, const std::vector<std::string>& header);

  MappedRow map(const TableRow& row) const;

 private:
  struct Rule {
    const FieldRule* rule;
    const Field* field;
    std::vector<std::size_t> columns;
    std::size_t other;  // that must agree
  };
  struct Skip {
    const SkipRule* rule;
    std::size_t column;
  };

  void read(const Rule& rule, const TableRow& row, MappedRow& mapped) const;
  std::string agreed(const Rule& rule,
                     const TableRow& row,
                     std::string text,
                     MappedRow& mapped) const;
  std::string column_words(const Rule& rule) const;

  const std::vector<std::string>& header_;
  std::vector<Rule> rules_;
  std::vector<Skip> skips_;
};

}  // namespace enact::imports
