// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "base/text.h"
#include "imports/mapping.h"

namespace enact::imports {
namespace {

// Never change: in saved mappings.
constexpr int kFormat = 1;

constexpr std::string_view kDateOrders[] = {"month_first", "day_first"};
constexpr std::string_view kFormats[] = {"csv", "yaml", "json", "vcard"};
constexpr std::string_view kEncodings[] = {"utf-8", "utf-16", "windows-1252", "mac-roman"};

base::Json list(const std::vector<std::string>& texts) {
  auto array = base::Json::array();
  for (const auto& text : texts) array.add(text);
  return array;
}

void set_list(base::Json& json, std::string name, const std::vector<std::string>& texts) {
  if (!texts.empty()) json.set(std::move(name), list(texts));
}

void set_text(base::Json& json, std::string name, std::string_view text) {
  if (!text.empty()) json.set(std::move(name), text);
}

base::Json json_of(const FieldRule& rule) {
  auto json = base::Json::object().set("field", rule.field);
  set_list(json, "columns", rule.columns);
  if (rule.columns.empty()) json.set("always", rule.always);
  if (rule.between != " ") json.set("between", rule.between);
  if (rule.either) json.set("either", true);
  set_list(json, "after", rule.after);
  set_text(json, "before", rule.before);
  set_text(json, "split", rule.split);
  if (rule.take > 0) json.set("take", static_cast<std::int64_t>(rule.take));
  if (rule.html) json.set("html", true);
  set_list(json, "unknown", rule.unknown);
  set_text(json, "unknown_from", rule.unknown_from);
  if (!rule.means.empty()) {
    auto means = base::Json::object();
    for (const auto& [from, to] : rule.means) means.set(from, to);
    json.set("means", std::move(means));
  }
  set_list(json, "only", rule.only);
  if (rule.digits > 0) json.set("digits", static_cast<std::int64_t>(rule.digits));
  if (rule.dates) json.set("dates", kDateOrders[static_cast<int>(*rule.dates)]);
  set_text(json, "form", rule.form);
  set_text(json, "zip", rule.zip);
  if (rule.times != 0) json.set("times", rule.times);
  set_text(json, "otherwise", rule.otherwise);
  set_text(json, "agrees_with", rule.agrees_with);
  if (rule.within != 0) json.set("within", rule.within);
  if (rule.if_there) json.set("if_there", true);
  if (rule.also) json.set("also", true);
  if (rule.clears) json.set("clears", true);
  return json;
}

base::Json json_of(const ReadOptions& reading) {
  auto json = base::Json::object();
  if (reading.format) json.set("format", kFormats[static_cast<int>(*reading.format)]);
  if (reading.encoding) json.set("encoding", kEncodings[static_cast<int>(*reading.encoding)]);
  if (reading.delimiter) json.set("delimiter", std::string(1, *reading.delimiter));
  if (reading.header_row) json.set("header", *reading.header_row == HeaderRow::present);
  if (reading.first_line) json.set("first_line", *reading.first_line);
  set_text(json, "rows", reading.rows_in);
  set_text(json, "current", reading.current_in);
  return json;
}

class MappingReader {
 public:
  base::Result<Mapping> run(const base::Json& json) {
    if (json["format"].integer(kFormat) != kFormat)
      say("format", "This mapping was written for a newer version of the program.");
    known(json,
          {"format", "name", "target", "file", "fields", "skip", "identify", "left_out", "about",
           "repeats"},
          "the mapping");
    Mapping mapping;
    mapping.name = json["name"].text();
    mapping.target = json["target"].text();
    if (mapping.target.empty()) say("target", "The mapping does not say what it is for.");
    mapping.reading = reading(json["file"]);
    for (const auto& each : json["fields"].items()) mapping.rules.push_back(rule(each));
    for (const auto& each : json["skip"].items()) mapping.skips.push_back(skip(each));
    for (const auto& each : json["identify"].items()) mapping.identify.push_back(texts(each));
    mapping.left_out = texts(json["left_out"]);
    mapping.repeats = json["repeats"].truth();
    if (!faults_.empty()) return base::invalid(std::move(faults_));
    return mapping;
  }

 private:
  void say(std::string field, std::string message) {
    faults_.push_back(
        {.field = std::move(field), .message = std::move(message), .file = {}, .line = 0});
  }

  // What is misspelt would otherwise do nothing, and nobody would know.
  void known(const base::Json& json,
             const std::vector<std::string_view>& names,
             std::string_view where) {
    for (const auto& [name, value] : json.members())
      if (std::find(names.begin(), names.end(), name) == names.end())
        say(name, fmt::format("\"{}\" in {} means nothing here.", base::shorten(name, 60), where));
  }

  static std::vector<std::string> texts(const base::Json& json) {
    std::vector<std::string> all;
    for (const auto& each : json.items()) all.push_back(each.text());
    return all;
  }

  template <class Word, std::size_t kCount>
  std::optional<Word> word(const base::Json& json,
                           std::string_view name,
                           const std::string_view (&words)[kCount]) {
    const auto text = json[name].text();
    if (text.empty()) return {};
    const auto found = std::find(std::begin(words), std::end(words), text);
    if (found != std::end(words)) return static_cast<Word>(found - std::begin(words));
    say(std::string(name), fmt::format("\"{}\" is no {}; it is one of {}.", base::shorten(text, 60),
                                       name, fmt::join(words, ", ")));
    return {};
  }

  ReadOptions reading(const base::Json& json) {
    known(json, {"format", "encoding", "delimiter", "header", "first_line", "rows", "current"},
          "\"file\"");
    ReadOptions options;
    options.format = word<Format>(json, "format", kFormats);
    options.encoding = word<Encoding>(json, "encoding", kEncodings);
    if (const auto text = json["delimiter"].text(); text.size() == 1) options.delimiter = text[0];
    if (!json["header"].is_null())
      options.header_row = json["header"].truth() ? HeaderRow::present : HeaderRow::absent;
    if (!json["first_line"].is_null())
      options.first_line = static_cast<int>(json["first_line"].integer());
    options.rows_in = json["rows"].text();
    options.current_in = json["current"].text();
    return options;
  }

  FieldRule rule(const base::Json& json) {
    FieldRule rule;
    rule.field = json["field"].text();
    known(json,
          {"field",  "columns",  "always", "between", "either",       "after",     "before",
           "split",  "take",     "html",   "unknown", "unknown_from", "means",     "only",
           "digits", "dates",    "form",   "zip",     "times",        "otherwise", "agrees_with",
           "within", "if_there", "also",   "clears"},
          fmt::format("the rule for \"{}\"", base::shorten(rule.field, 60)));
    rule.columns = texts(json["columns"]);
    rule.always = json["always"].text();
    rule.between = json["between"].text(" ");
    rule.either = json["either"].truth();
    rule.after = texts(json["after"]);
    rule.before = json["before"].text();
    rule.split = json["split"].text();
    rule.take = count(json, "take");
    rule.html = json["html"].truth();
    rule.unknown = texts(json["unknown"]);
    rule.unknown_from = json["unknown_from"].text();
    for (const auto& [from, to] : json["means"].members()) rule.means.emplace_back(from, to.text());
    rule.only = texts(json["only"]);
    rule.digits = count(json, "digits");
    rule.dates = word<DateOrder>(json, "dates", kDateOrders);
    rule.form = json["form"].text();
    rule.zip = json["zip"].text();
    rule.times = number(json["times"]);
    rule.otherwise = json["otherwise"].text();
    rule.agrees_with = json["agrees_with"].text();
    rule.within = number(json["within"]);
    rule.if_there = json["if_there"].truth();
    rule.also = json["also"].truth();
    rule.clears = json["clears"].truth();
    if (rule.field.empty()) say("field", "A rule does not say which field it is for.");
    if (rule.columns.empty() && json["always"].is_null())
      say(rule.field, fmt::format("The rule for \"{}\" names no column and no value.",
                                  base::shorten(rule.field, 60)));
    return rule;
  }

  static double number(const base::Json& json) { return std::strtod(json.dump().c_str(), nullptr); }

  static std::size_t count(const base::Json& json, std::string_view name) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(json[name].integer(), 0, 100));
  }

  SkipRule skip(const base::Json& json) {
    known(json, {"column", "is", "has", "because"}, "\"skip\"");
    SkipRule rule{.column = json["column"].text(),
                  .is = texts(json["is"]),
                  .has = texts(json["has"]),
                  .because = json["because"].text()};
    if (rule.column.empty() || (rule.is.empty() && rule.has.empty()) || rule.because.empty())
      say("skip",
          "A rule about rows to leave out needs a column, what stands in it, and the reason.");
    return rule;
  }

  std::vector<base::Fault> faults_;
};

}  // namespace

base::Json to_json(const Mapping& mapping) {
  auto json = base::Json::object();
  json.set("format", kFormat).set("name", mapping.name).set("target", mapping.target);
  if (auto file = json_of(mapping.reading); !file.members().empty())
    json.set("file", std::move(file));
  auto fields = base::Json::array();
  for (const auto& rule : mapping.rules) fields.add(json_of(rule));
  json.set("fields", std::move(fields));
  if (!mapping.skips.empty()) {
    auto skips = base::Json::array();
    for (const auto& rule : mapping.skips) {
      auto skip = base::Json::object().set("column", rule.column);
      set_list(skip, "is", rule.is);
      set_list(skip, "has", rule.has);
      skips.add(skip.set("because", rule.because));
    }
    json.set("skip", std::move(skips));
  }
  if (!mapping.identify.empty()) {
    auto identify = base::Json::array();
    for (const auto& identity : mapping.identify) identify.add(list(identity));
    json.set("identify", std::move(identify));
  }
  set_list(json, "left_out", mapping.left_out);
  if (mapping.repeats) json.set("repeats", true);
  return json;
}

base::Result<Mapping> mapping_from(const base::Json& json) {
  return MappingReader().run(json);
}

}  // namespace enact::imports
