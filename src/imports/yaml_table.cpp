// SPDX-License-Identifier: Apache-2.0
#include "imports/yaml_table.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <streambuf>
#include <unordered_set>

#include "base/json.h"
#include "base/text.h"
#include "imports/record_table.h"

namespace enact::imports {
namespace {

constexpr std::size_t kDeepest = 32;  // yaml-cpp recurses, so brackets could end the program

struct Refused {
  int line;
  std::string message;
};

struct Document {
  base::Json root;
  int line = 1;
  // Where the values right below the root begin, and those one level deeper; in order.
  std::vector<int> lines;
  std::vector<int> inner_lines;
};

// Builds one document from what the parser sees.
class Builder : public YAML::EventHandler {
 public:
  Document document;
  int starts_without_progress = 0;

  void OnDocumentStart(const YAML::Mark& mark) override {
    document = {};
    document.line = line_of(mark);
    starts_without_progress = mark.pos == last_start_ ? starts_without_progress + 1 : 0;
    last_start_ = mark.pos;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { put({}, mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{line_of(mark),
                  "References to what stands elsewhere (*name) are not read here; write the text "
                  "out, or put quotes around it."};
  }
  void OnScalar(const YAML::Mark& mark,
                const std::string&,
                YAML::anchor_t,
                const std::string& value) override {
    if (levels_.empty() || !levels_.back().is_map || levels_.back().has_name)
      return put(base::Json(value), mark);
    auto& level = levels_.back();
    if (!level.names.insert(value).second)
      throw Refused{line_of(mark), fmt::format("The name \"{}\" stands here a second time.",
                                               base::shorten(value, 60))};
    level.name = value;
    level.has_name = true;
  }
  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string&,
                       YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    enter(mark, /*is_map=*/false);
  }
  void OnSequenceEnd() override { leave(); }
  void OnMapStart(const YAML::Mark& mark,
                  const std::string&,
                  YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    enter(mark, /*is_map=*/true);
  }
  void OnMapEnd() override { leave(); }

 private:
  struct Level {
    bool is_map;
    bool has_name = false;
    std::string name;
    std::unordered_set<std::string> names;
    base::Json::Object members;
    base::Json::Array items;
  };

  static int line_of(const YAML::Mark& mark) { return std::max(mark.line, 0) + 1; }

  void note(const YAML::Mark& mark) {
    if (!levels_.empty() && levels_.back().is_map && !levels_.back().has_name)
      throw Refused{line_of(mark), "A name must be a single text."};
    if (levels_.size() == 1) document.lines.push_back(line_of(mark));
    if (levels_.size() == 2) document.inner_lines.push_back(line_of(mark));
  }

  void enter(const YAML::Mark& mark, bool is_map) {
    note(mark);
    if (levels_.size() >= kDeepest) throw Refused{line_of(mark), "This is nested too deeply."};
    levels_.push_back({.is_map = is_map});
  }

  void leave() {
    auto level = std::move(levels_.back());
    levels_.pop_back();
    hang(level.is_map ? base::Json(std::move(level.members)) : base::Json(std::move(level.items)));
  }

  void put(base::Json value, const YAML::Mark& mark) {
    note(mark);
    hang(std::move(value));
  }

  void hang(base::Json value) {
    if (levels_.empty()) {
      document.root = std::move(value);
    } else if (auto& level = levels_.back(); level.is_map) {
      level.members.emplace_back(std::move(level.name), std::move(value));
      level.has_name = false;
    } else {
      level.items.push_back(std::move(value));
    }
  }

  std::vector<Level> levels_;
  int last_start_ = -1;
};

// Reads a text where it stands.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    auto* begin = const_cast<char*>(text.data());  // only ever read
    setg(begin, begin, begin + text.size());
  }
};

void must_fit(bool added, const RecordTable& table, int line) {
  if (!added) throw Refused{line, table.fault()};
}

void add_list(const base::Json& list,
              const std::vector<int>& lines,
              std::size_t first,
              RecordTable& table,
              std::string_view key = {}) {
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    const int line = first + i < lines.size() ? lines[first + i] : 0;
    must_fit(table.add(list.items()[i], line, key), table, line);
  }
}

MemberKind kind_of(const base::Json& value) {
  const auto& items = value.items();
  if (value.is_null() || (value.is_array() && items.empty())) return MemberKind::nothing;
  if (items.empty()) return MemberKind::other;
  return items.front().is_object()  ? MemberKind::records
         : items.front().is_array() ? MemberKind::lists
                                    : MemberKind::other;
}

// One of several documents is a record, or a list of them.
void add_one_of_many(const Document& document, RecordTable& table) {
  if (document.root.is_null()) return;
  if (document.root.is_array()) return add_list(document.root, document.lines, 0, table);
  const int line = document.lines.empty() ? document.line : document.lines.front();
  must_fit(table.add(document.root, line), table, line);
}

void add_only_one(const Document& document,
                  RecordTable& table,
                  std::vector<base::Fault>& warnings) {
  std::vector<Member> members;
  std::vector<std::size_t> first_lines;  // of each member's own values among the inner lines
  std::size_t inner = 0;
  for (const auto& [name, value] : document.root.members()) {
    members.push_back({name, kind_of(value)});
    first_lines.push_back(inner);
    inner += value.items().size() + value.members().size();
  }
  const auto& values = document.root.members();
  const auto [shape, list] = shape_of(members);
  if (shape == Shape::record) return add_one_of_many(document, table);
  if (shape == Shape::one_list) {
    if (members.size() > 1) warnings.push_back(left_out(members, list));
    return add_list(values[list].second, document.inner_lines, first_lines[list], table);
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    add_list(values[i].second, document.inner_lines, first_lines[i], table, members[i].name);
}

void read_documents(std::string_view text, RecordTable& table, std::vector<base::Fault>& warnings) {
  TextBuffer buffer(text);
  std::istream in(&buffer);
  YAML::Parser parser(in);
  Builder builder;
  std::optional<Document> first;  // whether it is the only one is known when the second comes
  std::size_t documents = 0;
  while (parser.HandleNextDocument(builder)) {
    // Behind a stray bracket the parser finds documents without end.
    if (builder.starts_without_progress > 0)
      throw Refused{builder.document.line, "There is a bracket too much before this line."};
    if (++documents == 1) {
      first = std::move(builder.document);
      continue;
    }
    if (first) add_one_of_many(*first, table);
    first.reset();
    add_one_of_many(builder.document, table);
  }
  if (first) add_only_one(*first, table, warnings);
}

}  // namespace

base::Result<Opened> open_yaml(std::string_view text,
                               Encoding encoding,
                               const ReadOptions& options,
                               const TableLimits& limits) {
  const auto refuse = [](int line, std::string message) {
    return base::invalid({{.field = {},
                           .message = fmt::format("Line {} of this YAML file: {}", line, message),
                           .file = {},
                           .line = line}});
  };
  if (text.size() > limits.yaml_bytes)
    return base::invalid("",
                         fmt::format("This YAML file is larger than {} MB. Split it, or save it "
                                     "as CSV.",
                                     limits.yaml_bytes >> 20));
  RecordTable table(limits, options);
  std::vector<base::Fault> warnings;
  try {
    read_documents(text, table, warnings);
  } catch (const Refused& refused) {
    return refuse(refused.line, refused.message);
  } catch (const YAML::Exception& error) {
    return refuse(std::max(error.mark.line, 0) + 1,
                  "it cannot be read as YAML. Put quotes around the value if it holds a colon or "
                  "begins with a special character.");
  }
  auto opened = std::move(table).finish(Format::yaml, encoding, std::move(warnings));
  if (opened.facts.rows == 0) return base::invalid("", "This YAML file has no records in it.");
  return opened;
}

}  // namespace enact::imports
