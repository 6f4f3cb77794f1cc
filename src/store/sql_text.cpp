// SPDX-License-Identifier: Apache-2.0
#include "store/sql_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::store {
namespace {

constexpr std::string_view kBlank = " \t\r\n\f\v";
constexpr std::string_view kNameLine = "-- name: ";

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool in_name(char c) {
  return starts_name(c) || (c >= '0' && c <= '9');
}

std::size_t name_end(std::string_view sql, std::size_t at) {
  while (at < sql.size() && in_name(sql[at])) ++at;
  return at;
}

std::size_t past(std::string_view sql, std::string_view closing, std::size_t from) {
  const auto at = sql.find(closing, from);
  return at == std::string_view::npos ? sql.size() : at + closing.size();
}

// Where a dollar-quoted literal of PostgreSQL ends that would begin at `at`, else `at`.
std::size_t past_dollar_quote(std::string_view sql, std::size_t at) {
  if (at > 0 && in_name(sql[at - 1])) return at;
  const auto tag_end = name_end(sql, at + 1);
  if (tag_end >= sql.size() || sql[tag_end] != '$') return at;
  if (tag_end > at + 1 && !starts_name(sql[at + 1])) return at;
  const auto tag = sql.substr(at, tag_end + 1 - at);
  return past(sql, tag, tag_end + 1);
}

enum class Kind { code, quoted, comment, parameter, semicolon };

struct Token {
  Kind kind;
  std::string_view text;
};

// A doubled quote inside a literal ends one token and begins the next, which comes to the same.
Token next_token(std::string_view sql, std::size_t at) {
  const auto token = [&](Kind kind, std::size_t end) {
    return Token{kind, sql.substr(at, end - at)};
  };
  const auto here = sql.substr(at);
  if (here.front() == '\'') return token(Kind::quoted, past(sql, "'", at + 1));
  if (here.front() == '"') return token(Kind::quoted, past(sql, "\"", at + 1));
  if (here.starts_with("--")) return token(Kind::comment, past(sql, "\n", at));
  if (here.starts_with("/*")) return token(Kind::comment, past(sql, "*/", at + 2));
  if (here.front() == ';') return token(Kind::semicolon, at + 1);
  if (here.starts_with("::")) return token(Kind::code, at + 2);
  if (here.front() == ':' && here.size() > 1 && starts_name(here[1]))
    return token(Kind::parameter, name_end(sql, at + 1));
  if (here.front() == '$') {
    if (const auto end = past_dollar_quote(sql, at); end > at) return token(Kind::quoted, end);
  }
  auto end = at + 1;
  while (end < sql.size() && std::string_view("'\"-/;:$").find(sql[end]) == std::string_view::npos)
    ++end;
  return token(Kind::code, end);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlank) == std::string_view::npos;
}

QueryBlock parse_name_line(std::string_view line) {
  const auto rest = line.substr(kNameLine.size());
  const auto end = name_end(rest, 0);
  QueryBlock block{std::string(rest.substr(0, end)), std::nullopt, {}};
  const auto variant = base::trim(rest.substr(end));
  if (variant == "[sqlite]") block.variant = Backend::sqlite;
  if (variant == "[postgres]") block.variant = Backend::postgres;
  if (block.name.empty() || (!variant.empty() && !block.variant)) {
    throw Failure(fmt::format(
        "'{}' should read '-- name: x', '-- name: x [sqlite]' or '-- name: x [postgres]'", line));
  }
  return block;
}

bool is_only_comment(std::string_view sql) {
  for (std::size_t at = 0; at < sql.size();) {
    const auto token = next_token(sql, at);
    if (token.kind != Kind::comment && !is_blank(token.text)) return false;
    at += token.text.size();
  }
  return true;
}

// "playbook_items" of "create virtual table if not exists playbook_items using fts5(...".
std::string created_table(std::string_view line) {
  std::string spaced(line);
  std::replace(spaced.begin(), spaced.end(), '(', ' ');
  std::vector<std::string> found;
  for (const auto word : base::split(spaced, ' ')) {
    if (!base::trim(word).empty()) found.emplace_back(base::trim(word));
  }
  const auto table = std::find_if(found.begin(), found.end(),
                                  [](const auto& word) { return base::lower(word) == "table"; });
  if (found.empty() || base::lower(found.front()) != "create" || found.end() - table < 2)
    throw Failure("'-- derived' stands above a line that creates no table");
  auto name = table + 1;
  if (base::lower(*name) == "if" && found.end() - name > 3) name += 3;
  name->erase(std::remove(name->begin(), name->end(), '"'), name->end());
  return *name;
}

}  // namespace

Statement parse_statement(std::string_view sql, Backend backend) {
  Statement statement;
  bool complete = false;
  bool has_code = false;
  for (std::size_t at = 0; at < sql.size();) {
    const auto token = next_token(sql, at);
    at += token.text.size();
    if (complete) {
      if (token.kind != Kind::comment && !is_blank(token.text))
        throw Failure("it holds more than one statement");
      continue;
    }
    switch (token.kind) {
      case Kind::comment:
        statement.text += '\n';
        break;
      case Kind::semicolon:
        complete = true;
        break;
      case Kind::parameter: {
        auto& names = statement.parameters;
        const auto name = token.text.substr(1);
        const auto known = std::find(names.begin(), names.end(), name);
        statement.text += backend == Backend::sqlite ? '?' : '$';
        statement.text += std::to_string(known - names.begin() + 1);
        if (known == names.end()) names.emplace_back(name);
        has_code = true;
        break;
      }
      case Kind::code:
      case Kind::quoted:
        statement.text += token.text;
        has_code = has_code || !is_blank(token.text);
        break;
    }
  }
  if (!has_code) throw Failure("it holds no statement");
  return statement;
}

std::vector<QueryBlock> parse_query_file(std::string_view text) {
  std::vector<QueryBlock> blocks;
  std::size_t body = 0;
  const auto close = [&](std::size_t end) {
    const auto sql = text.substr(body, end - body);
    if (!blocks.empty()) {
      blocks.back().sql = sql;
    } else if (!is_only_comment(sql)) {
      throw Failure("a statement stands before the first '-- name: '");
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto end = past(text, "\n", at);
    const auto line = base::trim(text.substr(at, end - at));
    if (line.starts_with(kNameLine)) {
      close(at);
      blocks.push_back(parse_name_line(line));
      body = end;
    }
    at = end;
  }
  close(text.size());
  return blocks;
}

std::string part_for(std::string_view migration, Backend backend) {
  const std::string_view other = backend == Backend::sqlite ? "-- [postgres]" : "-- [sqlite]";
  const std::string_view own = backend == Backend::sqlite ? "-- [sqlite]" : "-- [postgres]";
  std::string part;
  bool wanted = true;
  for (const auto line : base::lines(migration)) {
    const auto mark = base::trim(line);
    if (mark == other) {
      wanted = false;
    } else if (mark == own || mark == "-- [both]") {
      wanted = true;
    } else if (mark.starts_with("-- [")) {
      throw Failure(fmt::format("'{}' is none of [sqlite], [postgres] and [both]", mark));
    }
    if (wanted) part += line;
    part += '\n';  // also for what is left out, so that the database's line numbers stay right
  }
  return part;
}

std::vector<std::string> derived_tables(std::string_view migration) {
  std::vector<std::string> tables;
  bool marked = false;
  for (const auto line : base::lines(migration)) {
    if (marked) tables.push_back(created_table(line));
    marked = base::trim(line) == "-- derived";
  }
  return tables;
}

std::string quoted_name(std::string_view name) {
  return '"' + base::replace_all(std::string(name), "\"", "\"\"") + '"';
}

std::string_view words(Backend backend) {
  return backend == Backend::sqlite ? "SQLite" : "PostgreSQL";
}

}  // namespace enact::store
