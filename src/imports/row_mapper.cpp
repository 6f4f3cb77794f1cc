// SPDX-License-Identifier: Apache-2.0
#include "imports/row_mapper.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "base/text.h"
#include "imports/cell.h"
#include "imports/field_text.h"
#include "imports/html_text.h"
#include "imports/number_cell.h"

namespace enact::imports {
namespace {

constexpr auto kNowhere = std::size_t(-1);

std::size_t place_of(const std::vector<std::string>& header,
                     std::string_view column,
                     bool may_be_missing = false) {
  for (std::size_t at = 0; at < header.size(); ++at)
    if (is_same_column(header[at], column)) return at;
  if (may_be_missing) return kNowhere;
  throw std::logic_error("a mapping was used for a file that it does not fit");
}

bool is_alike(std::string_view a, std::string_view b) {
  return base::lower(base::trim(a)) == base::lower(base::trim(b));
}

bool is_among(const std::vector<std::string>& all, std::string_view text) {
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& each) { return is_alike(each, text); });
}

std::string part_of(const FieldRule& rule, std::string text) {
  for (const auto& mark : rule.after) {
    const auto at = text.rfind(mark);
    text = at == std::string::npos ? std::string() : text.substr(at + mark.size());
  }
  if (!rule.before.empty())
    if (const auto at = text.find(rule.before); at != std::string::npos) text.resize(at);
  return text;
}

std::vector<std::string> items_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> items;
  while (true) {
    const auto at = text.find(separator);
    const auto item = base::trim(text.substr(0, at));
    if (!item.empty()) items.emplace_back(item);
    if (at == std::string_view::npos) return items;
    text.remove_prefix(at + separator.size());
  }
}

// The items of a list, one a line, or one of them.
std::string split_by(const FieldRule& rule, const std::string& text) {
  if (rule.split.empty()) return text;
  const auto items = items_of(text, rule.split);
  if (rule.take == 0) return base::join(items, "\n");
  return rule.take <= items.size() ? items[rule.take - 1] : std::string();
}

// "{1} at {2}" with the parts in it.
std::string in_form(std::string form, const std::vector<std::string>& parts) {
  for (std::size_t at = 0; at < parts.size(); ++at)
    form = base::replace_all(form, fmt::format("{{{}}}", at + 1), parts[at]);
  return form;
}

// "850 Grand Street11211" is a street and a ZIP code.
std::string zip_apart(const std::string& how, std::string text) {
  constexpr std::size_t kZip = 5;
  text = std::string(base::trim(text));
  if (how.empty()) return text;
  const bool has_zip = text.size() > kZip && std::all_of(text.end() - kZip, text.end(), [](char c) {
                         return c >= '0' && c <= '9';
                       });
  if (how == "only") return has_zip ? text.substr(text.size() - kZip) : std::string();
  if (has_zip) text.resize(text.size() - kZip);
  return text;
}

std::optional<double> number_in(const std::string& text) {
  const auto read = read_amount(text);
  if (!read || read->value.qualifier != Qualifier::exactly) return {};
  return read->value.number;
}

// What is no number stays, and is refused as what it is.
std::string scaled(std::string text, double times) {
  const auto number = times == 0 || text.empty() ? std::nullopt : number_in(text);
  if (!number) return text;
  constexpr double kHundredths = 100;
  return fmt::format("{}", std::round(*number * times * kHundredths) / kHundredths);
}

std::string with_digits(std::string text, std::size_t digits) {
  const bool is_number = !text.empty() && std::all_of(text.begin(), text.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  if (is_number && text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

std::string meant_by(const FieldRule& rule, std::string text) {
  const auto means = [&](const std::string& word) {
    for (const auto& [from, to] : rule.means)
      if (is_alike(from, word)) return to;
    return word;
  };
  if (rule.means.empty()) return text;
  if (text.find('\n') == std::string::npos) return means(text);
  std::vector<std::string> items;
  for (const auto item : base::lines(text))
    if (auto meant = means(std::string(item)); !meant.empty()) items.push_back(std::move(meant));
  return base::join(items, "\n");
}

}  // namespace

RowMapper::RowMapper(const Mapping& mapping,
                     const Target& target,
                     const std::vector<std::string>& header)
    : header_(header) {
  for (const auto& field : target.fields()) {
    const auto* rule = find_rule(mapping, field.name);
    if (rule == nullptr) continue;
    Rule placed{rule, &field, {}, kNowhere};
    for (const auto& column : rule->columns)
      placed.columns.push_back(place_of(header, column, rule->if_there));
    if (!rule->agrees_with.empty()) placed.other = place_of(header, rule->agrees_with, true);
    rules_.push_back(std::move(placed));
  }
  for (const auto& skip : mapping.skips) skips_.push_back({&skip, place_of(header, skip.column)});
}

MappedRow RowMapper::map(const TableRow& row) const {
  MappedRow mapped;
  for (const auto& [rule, column] : skips_) {
    const std::string_view cell =
        column < row.cells.size() ? row.cells[column] : std::string_view();
    const bool has = std::any_of(rule->has.begin(), rule->has.end(), [&](const auto& part) {
      return base::lower(cell).find(base::lower(part)) != std::string::npos;
    });
    if (has || is_among(rule->is, cell)) {
      mapped.skipped = rule->because;
      break;
    }
  }
  for (const auto& rule : rules_) read(rule, row, mapped);
  return mapped;
}

void RowMapper::read(const Rule& placed, const TableRow& row, MappedRow& mapped) const {
  const auto& rule = *placed.rule;
  const auto& field = *placed.field;
  std::string text = rule.always;
  if (!placed.columns.empty()) {
    std::vector<std::string> parts;
    for (const auto column : placed.columns) {
      if (column >= row.cells.size()) continue;
      auto cell = std::string(trimmed(row.cells[column]));
      if (cell.empty()) continue;
      if (is_among(rule.unknown, cell))
        mapped.notes.push_back(
            fmt::format("{} says {}, which is taken as unknown.", header_[column], quoted(cell)));
      else
        parts.push_back(std::move(cell));
    }
    if (rule.either && parts.size() > 1) parts.resize(1);
    const bool fills_form = !rule.form.empty() && parts.size() == placed.columns.size();
    text = fills_form ? in_form(rule.form, parts) : base::join(parts, rule.between);
    text = zip_apart(rule.zip, part_of(rule, std::move(text)));
  }
  if (rule.html) text = text_of_html(text);
  text = meant_by(rule, split_by(rule, std::string(base::trim(text))));
  text = scaled(with_digits(std::move(text), rule.digits), rule.times);
  if (placed.other < row.cells.size()) text = agreed(placed, row, std::move(text), mapped);
  if (text.empty()) text = rule.otherwise;
  auto as_field = field_text(field, text, rule.dates);
  if (!as_field) {
    mapped.faults.push_back({.field = column_words(placed),
                             .message = as_field.error().message,
                             .file = {},
                             .line = row.line});
    return;
  }
  if (!as_field->warning.empty())
    mapped.notes.push_back(fmt::format("{}: {}", column_words(placed), as_field->warning));
  auto read = std::move(as_field->value);
  if (!rule.unknown_from.empty() && is_from(field.type, read, rule.unknown_from)) {
    mapped.notes.push_back(
        fmt::format("{} says {}, which is taken as unknown.", column_words(placed), quoted(text)));
    read.clear();
  }
  if (!read.empty() && !rule.only.empty() && !is_among(rule.only, read)) {
    mapped.faults.push_back({.field = column_words(placed),
                             .message = fmt::format("{} is not what this file is about; expected "
                                                    "is {}.",
                                                    quoted(read), base::join(rule.only, " or ")),
                             .file = {},
                             .line = row.line});
    return;
  }
  // An empty cell says nothing, unless the file is known to be complete.
  if (!read.empty() || rule.clears) mapped.values.set(field.name, std::move(read));
}

// Two columns that tell the same thing differently: nobody knows which is right.
std::string RowMapper::agreed(const Rule& placed,
                              const TableRow& row,
                              std::string text,
                              MappedRow& mapped) const {
  const auto other = std::string(base::trim(row.cells[placed.other]));
  const auto one = number_in(text), two = number_in(other);
  if (!one || !two || std::abs(*one - *two) <= placed.rule->within) return text;
  mapped.notes.push_back(fmt::format("{} says {} and {} says {}, so neither is taken.",
                                     column_words(placed), quoted(text), header_[placed.other],
                                     quoted(other)));
  return {};
}

std::string RowMapper::column_words(const Rule& placed) const {
  if (placed.columns.empty()) return placed.field->label;
  std::vector<std::string> names;
  for (const auto column : placed.columns)
    if (column < header_.size()) names.push_back(header_[column]);
  return base::join(names, ", ");
}

}  // namespace enact::imports
