// SPDX-License-Identifier: Apache-2.0
#include "imports/date_orders.h"

#include <fmt/format.h>

#include "base/text.h"
#include "imports/cell.h"

namespace enact::imports {
namespace {

struct Column {
  FieldRule* rule;
  std::size_t place;
  OrderEvidence evidence;
};

bool is_of_days(const Target& target, const FieldRule& rule) {
  const auto* field = find_field(target, rule.field);
  return field != nullptr &&
         (field->type == FieldType::day || field->type == FieldType::partial_day);
}

std::vector<Column> undecided(Mapping& mapping, const Target& target, const TableFile& file) {
  std::vector<Column> columns;
  for (auto& rule : mapping.rules) {
    if (rule.dates || rule.columns.size() != 1 || !is_of_days(target, rule)) continue;
    const auto& header = file.header();
    for (std::size_t at = 0; at < header.size(); ++at)
      if (is_same_column(header[at], rule.columns.front()))
        columns.push_back({&rule, at, OrderEvidence()});
  }
  return columns;
}

}  // namespace

std::string settle_date_orders(Mapping& mapping, const Target& target, TableFile& file) {
  auto columns = undecided(mapping, target, file);
  if (columns.empty()) return {};
  TableRow row;
  while (file.next(row))
    for (auto& column : columns)
      if (column.place < row.cells.size()) column.evidence.add(row.cells[column.place]);
  file.rewind();
  std::vector<std::string> sentences;
  for (auto& [rule, place, evidence] : columns) {
    rule->dates = evidence.order();
    if (rule->dates)
      sentences.push_back(fmt::format("{}: {}", rule->columns.front(), evidence.words()));
    else if (evidence.is_contradictory())
      sentences.push_back(fmt::format(
          "{} holds dates with the day first and with the month first, so those that can be read "
          "in two ways are refused.",
          quoted(rule->columns.front())));
  }
  return base::join(sentences, " ");
}

}  // namespace enact::imports
