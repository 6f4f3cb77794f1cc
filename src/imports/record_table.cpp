// SPDX-License-Identifier: Apache-2.0
#include "imports/record_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "imports/encoding.h"
#include "imports/header_row.h"

namespace enact::imports {
namespace {

// No name of a file can be this, because names hold no NUL.
const std::string kKeyColumn("\0key", 4);

// Something that stands in one cell: a text, a number, a truth.
bool is_plain(const base::Json& value) {
  return !value.is_object() && !value.is_array();
}

std::string plain_text(const base::Json& value) {
  if (value.is_null()) return {};
  return value.is_text() ? value.text() : value.dump();
}

// The one that ends last or never; of two, the one that began last.
const base::Json& current_of(const base::Json::Array& items) {
  const auto said = [](const base::Json& item, std::initializer_list<const char*> names) {
    for (const auto* name : names)
      if (auto text = plain_text(item[name]); !text.empty()) return text;
    return std::string();
  };
  const auto span = [&](const base::Json& item) {
    auto last_day = said(item, {"end_date", "end", "until"});
    if (last_day.empty()) last_day = "9999";
    return std::pair(std::move(last_day), said(item, {"start_date", "start", "from"}));
  };
  return *std::max_element(items.begin(), items.end(),
                           [&](const auto& a, const auto& b) { return span(a) < span(b); });
}

}  // namespace

bool RecordTable::add(const base::Json& record, int line, std::string_view key) {
  return rows_in_.empty() ? add_row(record, line, key) : add_items(record, line, key);
}

bool RecordTable::add_items(const base::Json& record, int line, std::string_view key) {
  const auto& list = record[rows_in_];
  if (list.items().empty()) ++without_rows_;
  if (list.items().empty()) return true;
  auto around = base::Json::object();
  for (const auto& [name, value] : record.members())
    if (name != rows_in_) around.set(name, value);
  for (const auto& item : list.items()) {
    auto row = item.is_object() ? item : base::Json::object().set(rows_in_, item);
    if (!add_row(row.set("of", around), line, key)) return false;
  }
  return true;
}

bool RecordTable::add_row(const base::Json& record, int line, std::string_view key) {
  if (rows_.size() >= limits_.rows) {
    fault_ = fmt::format("This file has more than {} records. Split it.", limits_.rows);
    return false;
  }
  const auto cells = cells_.size();
  rows_.push_back({line, cells, {}});
  ++serial_;
  if (!key.empty() && !put(kKeyColumn, key)) return false;
  const auto before = texts_.size();
  std::string path;
  if (record.is_object()) {
    has_maps_ = true;
    if (!walk(record, path)) return false;
  } else if (record.is_array()) {
    const auto& items = record.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
      path = unnamed_column(i);
      if (!walk(items[i], path)) return false;
    }
  } else if (!put(unnamed_column(0), plain_text(record))) {
    return false;
  }
  const bool is_empty = base::trim(std::string_view(texts_).substr(before)).empty();
  if (is_empty && rows_.back().fault.empty()) {
    rows_.pop_back();
    cells_.resize(cells);
    texts_.resize(cells == 0 ? 0 : cells_.back().end);
  }
  return true;
}

void RecordTable::add_unreadable(std::string_view text, int line, std::string fault) {
  rows_.push_back({line, cells_.size(), std::move(fault)});
  ++unreadable_;
  ++serial_;
  put(columns_.empty() ? unnamed_column(0) : columns_.front(), text);
}

bool RecordTable::walk(const base::Json& value, std::string& path) {
  const auto length = path.size();
  if (value.is_object()) {
    for (const auto& [name, member] : value.members()) {
      if (length != 0) path += '.';
      path += name;
      if (!walk(member, path)) return false;
      path.resize(length);
    }
    return true;
  }
  if (value.is_array()) return walk_list(value.items(), path);
  return put(path, plain_text(value));
}

bool RecordTable::walk_list(const base::Json::Array& list, std::string& path) {
  const auto all = [&](auto is) { return std::all_of(list.begin(), list.end(), is); };
  if (all([](const auto& item) { return item.is_object(); })) {
    const auto length = path.size();
    if (!list.empty() && !current_in_.empty() && path == current_in_) {
      path += ".current";
      const bool fits = walk(current_of(list), path);
      path.resize(length);
      return fits;
    }
    for (std::size_t i = 0; i <= list.size() && !list.empty(); ++i) {
      const bool is_last = i == list.size();
      path += is_last ? std::string(".last") : fmt::format(".{}", i);
      if (!walk(is_last ? list.back() : list[i], path)) return false;
      path.resize(length);
    }
    return true;
  }
  if (all(is_plain)) {
    std::string text;
    for (const auto& item : list) {
      if (&item != &list.front()) text += "; ";
      text += plain_text(item);
    }
    return put(path, text);
  }
  const auto text = base::Json(list).dump();
  if (text.size() <= limits_.cell_bytes) return put(path, text);
  if (!put(path, "")) return false;
  too_nested_.emplace_back(rows_.back().line, index_.at(path));
  return true;
}

bool RecordTable::put(const std::string& path, std::string_view text) {
  constexpr std::size_t kLongestPath = 500;
  if (path.size() > kLongestPath) {
    fault_ = fmt::format("The record that begins on line {} has a name of more than {} characters.",
                         rows_.back().line, kLongestPath);
    return false;
  }
  const auto [found, is_new] = index_.emplace(path, static_cast<std::uint32_t>(columns_.size()));
  const auto column = found->second;
  if (is_new) {
    if (columns_.size() >= limits_.columns) {
      fault_ = fmt::format(
          "With the record that begins on line {} this file comes to more than {} "
          "columns; its lists are too long to be laid out side by side.",
          rows_.back().line, limits_.columns);
      return false;
    }
    columns_.push_back(path);
    filled_in_.push_back(0);
  }
  auto& row = rows_.back();
  if (std::exchange(filled_in_[column], serial_) == serial_) {
    if (row.fault.empty())
      row.fault =
          fmt::format("The name \"{}\" stands twice in this record.", base::shorten(path, 100));
    return true;
  }
  if (text.size() > limits_.cell_bytes && row.fault.empty())
    row.fault = fmt::format("\"{}\" holds more than {} bytes; it is cut there.",
                            base::shorten(path, 100), limits_.cell_bytes);
  if (text.size() > limits_.cell_bytes) {
    text = text.substr(0, limits_.cell_bytes);
    while (!text.empty() && base::invalid_utf8(text)) text.remove_suffix(1);
  }
  texts_ += text;
  std::replace(texts_.end() - std::ptrdiff_t(text.size()), texts_.end(), '\0', ' ');
  cells_.push_back({column, texts_.size()});
  return true;
}

bool RecordTable::next(TableRow& row) {
  if (at_ >= rows_.size()) return false;
  const auto& from = rows_[at_++];
  const auto end = at_ < rows_.size() ? rows_[at_].first_cell : cells_.size();
  row.line = from.line;
  row.fault = from.fault;
  row.cells.resize(columns_.size());
  for (auto& cell : row.cells) cell.clear();
  for (auto i = from.first_cell; i < end; ++i) {
    const auto begin = i == 0 ? 0 : cells_[i - 1].end;
    row.cells[cells_[i].column].assign(texts_, begin, cells_[i].end - begin);
  }
  return true;
}

Opened RecordTable::finish(Format format, Encoding encoding, std::vector<base::Fault> warnings) && {
  Opened opened;
  auto& facts = opened.facts;
  facts.format = format;
  facts.encoding = encoding;
  facts.header_row = has_maps_ ? HeaderRow::present : HeaderRow::absent;
  facts.rows = rows_.size();
  facts.warnings = std::move(warnings);
  auto names = columns_;
  std::replace(names.begin(), names.end(), kKeyColumn, std::string("key"));
  opened.header = column_names(names, 1, facts.warnings);
  Warnings noted(opened.header);
  for (const auto& [line, column] : too_nested_)
    noted.note(Warnings::Kind::too_nested, line, column, "[[...");
  for (const auto& row : rows_) {
    if (row.fault.empty()) continue;
    ++facts.faulty_rows;
    noted.note_fault({row.line, {}, row.fault});
  }
  noted.say(facts);
  if (without_rows_ > 0)
    facts.warnings.push_back(
        {.field = {},
         .message = fmt::format("{} nothing under \"{}\", and so no row.",
                                without_rows_ == 1 ? std::string("One record has")
                                                   : fmt::format("{} records have", without_rows_),
                                base::shorten(rows_in_, 60)),
         .file = {},
         .line = 0});
  facts.words =
      fmt::format("{}, {}, {}, {}",
                  format == Format::json    ? "JSON"
                  : format == Format::vcard ? "Contact cards"
                                            : "YAML",
                  words(encoding), base::counted(std::ssize(opened.header), "column", "columns"),
                  base::counted(std::int64_t(facts.rows), "record", "records"));
  texts_.shrink_to_fit();
  cells_.shrink_to_fit();
  opened.rows = std::make_unique<RecordTable>(std::move(*this));
  return opened;
}

std::pair<Shape, std::size_t> shape_of(const std::vector<Member>& members) {
  const auto count = [&](MemberKind kind) {
    return std::count_if(members.begin(), members.end(),
                         [&](const Member& each) { return each.kind == kind; });
  };
  const auto records = count(MemberKind::records);
  if (records + count(MemberKind::nothing) == std::ssize(members) && records > 1)
    return {Shape::named_lists, 0};
  // What has a name of its own is a record, and its list a part of it.
  const bool is_named = std::any_of(members.begin(), members.end(), [](const Member& each) {
    return each.name == "id" || each.name == "name" || each.name == "title";
  });
  const auto kind = records == 1 ? MemberKind::records : MemberKind::lists;
  if (is_named || records > 1 || count(kind) != 1) return {Shape::record, 0};
  const auto list = std::find_if(members.begin(), members.end(),
                                 [&](const Member& each) { return each.kind == kind; });
  return {Shape::one_list, std::size_t(list - members.begin())};
}

base::Fault left_out(const std::vector<Member>& members, std::size_t list) {
  constexpr std::size_t kShown = 8;
  std::vector<std::string> others;
  for (std::size_t i = 0; i < members.size() && others.size() < kShown; ++i)
    if (i != list) others.push_back(base::shorten(members[i].name, 40));
  return {
      .field = {},
      .message = fmt::format("The list \"{}\" is read; what stands beside it is left out: {}{}.",
                             base::shorten(members[list].name, 40), base::join(others, ", "),
                             members.size() - 1 > kShown ? " and more" : ""),
      .file = {},
      .line = 1};
}

}  // namespace enact::imports
