// SPDX-License-Identifier: Apache-2.0
#include "imports/json_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "imports/record_table.h"

namespace enact::imports {
namespace {

struct Piece {
  std::string_view text;  // of one value
  int line = 1;
};

// Cuts JSON into the values that stand side by side, without looking at what is in them.
class Scanner {
 public:
  Scanner(std::string_view text, int line) : text_(text), line_(line) {}
  explicit Scanner(const Piece& piece) : Scanner(piece.text.substr(1), piece.line) {}

  char peek() {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
    }
    return '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  Piece value();
  int line() const { return line_; }
  bool is_at_end() { return peek() == '\0' && at_ >= text_.size(); }

 private:
  void skip_text() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
      if (at_ < text_.size() && text_[at_] == '\n') ++line_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_;
};

// Up to the comma or bracket behind the value.
Piece Scanner::value() {
  peek();
  Piece piece{{}, line_};
  const auto begin = std::min(at_, text_.size());
  int depth = 0;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '"') {
      skip_text();
      if (depth == 0) ++at_;
      if (depth == 0) break;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      if (depth == 0) break;
      if (--depth == 0) {
        ++at_;
        break;
      }
    } else if (depth == 0 &&
               (c == ',' || c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
      break;
    } else if (c == '\n') {
      ++line_;
    }
  }
  at_ = std::min(at_, text_.size());
  piece.text = text_.substr(begin, at_ - begin);
  return piece;
}

base::Failure broken(int line) {
  return base::invalid(
      {{.field = {},
        .message = fmt::format("This is not valid JSON: on line {} a comma, a colon, a quote or a "
                               "bracket is missing or too much.",
                               line),
        .file = {},
        .line = line}});
}

// Adds the values of a list; false when the table is full.
base::Result<void> add_list(const Piece& list, RecordTable& table, std::string_view key = {}) {
  Scanner in(list);
  if (in.take(']')) return {};
  for (;;) {
    const auto piece = in.value();
    if (piece.text.empty()) return broken(in.line());
    const auto record = base::Json::parse(piece.text);
    if (!record)
      table.add_unreadable(piece.text, piece.line, record.error().message);
    else if (!table.add(*record, piece.line, key))
      return base::invalid("", table.fault());
    if (in.take(']')) return in.is_at_end() ? base::Result<void>() : broken(in.line());
    if (!in.take(',')) return broken(in.line());
  }
}

MemberKind kind_of(const Piece& value) {
  if (value.text == "null") return MemberKind::nothing;
  if (!value.text.starts_with('[')) return MemberKind::other;
  const char first = Scanner(value).peek();
  return first == ']'   ? MemberKind::nothing
         : first == '{' ? MemberKind::records
         : first == '[' ? MemberKind::lists
                        : MemberKind::other;
}

base::Result<void> add_object(const Piece& object,
                              RecordTable& table,
                              std::vector<base::Fault>& warnings) {
  constexpr std::size_t kMostLists = 100'000;  // beyond that it is no table
  std::vector<Member> members;
  std::vector<Piece> values;
  Scanner in(object);
  for (bool more = !in.take('}'); more; more = in.take(',')) {
    const auto name = base::Json::parse(in.value().text);
    if (!name || !name->is_text() || !in.take(':')) return broken(in.line());
    const auto value = in.value();
    if (value.text.empty() || members.size() > kMostLists) return broken(in.line());
    members.push_back({name->text(), kind_of(value)});
    values.push_back(value);
  }
  if (!members.empty() && !in.take('}')) return broken(in.line());
  const auto [shape, list] = shape_of(members);
  if (shape == Shape::named_lists) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (members[i].kind == MemberKind::nothing) continue;
      if (auto added = add_list(values[i], table, members[i].name); !added) return added;
    }
    return {};
  }
  if (shape == Shape::one_list) {
    if (members.size() > 1) warnings.push_back(left_out(members, list));
    return add_list(values[list], table);
  }
  const auto record = base::Json::parse(object.text);
  if (!record) return tl::unexpected(record.error());
  if (!table.add(*record, object.line)) return base::invalid("", table.fault());
  return {};
}

// Records one after another.
base::Result<void> add_lines(std::string_view text, RecordTable& table) {
  for (Scanner in(text, 1); !in.is_at_end();) {
    const auto piece = in.value();
    if (piece.text.empty()) return broken(in.line());
    const auto record = base::Json::parse(piece.text);
    if (!record)
      table.add_unreadable(piece.text, piece.line, record.error().message);
    else if (!table.add(*record, piece.line))
      return base::invalid("", table.fault());
  }
  return {};
}

}  // namespace

base::Result<Opened> open_json(std::string_view text,
                               Encoding encoding,
                               const ReadOptions& options,
                               const TableLimits& limits) {
  RecordTable table(limits, options);
  std::vector<base::Fault> warnings;
  Scanner in(text, 1);
  const auto first = in.value();
  base::Result<void> added;
  if (!first.text.starts_with('[') && !first.text.starts_with('{'))
    return base::invalid("", "This is not a JSON list of records.");
  if (!in.is_at_end())
    added = first.text.starts_with('{') ? add_lines(text, table) : broken(in.line());
  else
    added =
        first.text.starts_with('[') ? add_list(first, table) : add_object(first, table, warnings);
  if (!added) return tl::unexpected(added.error());
  const bool is_unreadable = table.is_unreadable();
  auto opened = std::move(table).finish(Format::json, encoding, std::move(warnings));
  if (opened.facts.rows == 0) return base::invalid("", "This JSON file has no records in it.");
  if (is_unreadable) return broken(opened.facts.warnings.front().line);
  return opened;
}

}  // namespace enact::imports
