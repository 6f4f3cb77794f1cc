// SPDX-License-Identifier: Apache-2.0
#include "app/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/queries.h"
#include "app/search_marks.h"
#include "app/search_words.h"
#include "base/json.h"
#include "base/text.h"

namespace enact::app {
namespace {

// How many matches are ranked, see sql/search.sql: 1 to 2 us each on SQLite, 6 us on PostgreSQL,
// which reads the word list of each entry.
constexpr int kRankedOnSqlite = 500;
constexpr int kRankedOnPostgres = 200;

std::string without_controls(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }, ' ');
  return clean;
}

std::string audiences_json(const std::vector<std::string>& audiences) {
  auto list = base::Json::array();
  list.add("");  // what is for everybody
  for (const auto& audience : audiences) list.add(audience);
  return list.dump();
}

struct Window {
  long long per_page;
  long long skip;
};

// It comes from an address, where anything may stand.
bool may_be_a_kind(std::string_view kind) {
  return std::all_of(kind.begin(), kind.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

Window window_of(const SearchRequest& request) {
  const auto per_page = std::clamp<long long>(request.per_page, 1, 100);
  const auto page = std::clamp<long long>(request.page, 1, SearchAnswer::kCountUpTo);
  return {per_page, (page - 1) * per_page};
}

store::Rows find(store::Reader& reader,
                 const SearchRequest& request,
                 const std::vector<SearchTerm>& terms,
                 Window window) {
  const auto audiences = audiences_json(request.audiences);
  const auto counted = SearchAnswer::kCountUpTo + 1;
  if (reader.backend() == store::Backend::postgres) {
    return reader.all(sql::find_entries, {{"words", tsquery_words(terms)},
                                          {"kind", request.kind},
                                          {"audiences", audiences},
                                          {"counted", counted},
                                          {"ranked", kRankedOnPostgres},
                                          {"per_page", window.per_page},
                                          {"skip", window.skip}});
  }
  const auto words = fts5_words(terms);
  return reader.all(sql::find_entries, {{"words", words},
                                        {"title_words", fmt::format("title : ({})", words)},
                                        {"kind", request.kind},
                                        {"audiences", audiences},
                                        {"counted", counted},
                                        {"ranked", kRankedOnSqlite},
                                        {"per_page", window.per_page},
                                        {"skip", window.skip}});
}

void forget_words(store::Writer& writer, const std::string& kind, const std::string& id) {
  writer.run(sql::forget_words, {{"kind", kind}, {"id", id}});
}

}  // namespace

void index_entry(store::Writer& writer, const SearchEntry& entry) {
  forget_words(writer, entry.kind, entry.id);
  writer.run(sql::keep_entry, {{"kind", entry.kind},
                               {"id", entry.id},
                               {"url", entry.url},
                               {"title", without_controls(entry.title)},
                               {"body", without_controls(entry.body)},
                               {"audience", entry.audience}});
  if (writer.backend() == store::Backend::sqlite)
    writer.run(sql::keep_number,
               {{"kind", entry.kind}, {"id", entry.id}, {"audience", entry.audience}});
  writer.run(sql::keep_words, {{"kind", entry.kind}, {"id", entry.id}});
}

void remove_entry(store::Writer& writer, const std::string& kind, const std::string& id) {
  forget_words(writer, kind, id);
  if (writer.backend() == store::Backend::sqlite)
    writer.run(sql::forget_number, {{"kind", kind}, {"id", id}});
  writer.run(sql::forget_entry, {{"kind", kind}, {"id", id}});
}

void index_entries(store::Writer& writer, const std::vector<SearchEntry>& entries) {
  if (entries.empty()) return;
  auto all = base::Json::array();
  for (const auto& entry : entries)
    all.add(base::Json::Array{entry.kind, entry.id, entry.url, without_controls(entry.title),
                              without_controls(entry.body), entry.audience});
  const auto rows = all.dump();
  writer.run(sql::forget_words_of, {{"rows", rows}});
  writer.run(sql::keep_entries, {{"rows", rows}});
  if (writer.backend() == store::Backend::sqlite) writer.run(sql::keep_numbers, {{"rows", rows}});
  writer.run(sql::keep_words_of, {{"rows", rows}});
}

void remove_entries(store::Writer& writer, const std::vector<EntryName>& entries) {
  if (entries.empty()) return;
  auto all = base::Json::array();
  for (const auto& entry : entries) all.add(base::Json::Array{entry.kind, entry.id});
  const auto rows = all.dump();
  writer.run(sql::forget_words_of, {{"rows", rows}});
  if (writer.backend() == store::Backend::sqlite) writer.run(sql::forget_numbers, {{"rows", rows}});
  writer.run(sql::forget_entries, {{"rows", rows}});
}

SearchAnswer search(store::Reader& reader, const SearchRequest& request) {
  SearchAnswer answer;
  const auto terms = search_terms(request.words);
  if (terms.empty() || !may_be_a_kind(request.kind)) return answer;
  const auto window = window_of(request);
  const SearchMarks marks(terms);
  auto rows = find(reader, request, terms, window);
  for (const auto& row : rows) {
    answer.hits.push_back({row.text("kind"), row.text("url"), marks.whole(row.text("title")),
                           marks.excerpt(row.text("body"))});
  }
  // Past the last page there is no row to say how many there are.
  if (rows.empty() && window.skip > 0) rows = find(reader, request, terms, {1, 0});
  if (!rows.empty()) answer.total = rows.front().integer("total");
  answer.total_is_at_least = answer.total > SearchAnswer::kCountUpTo;
  answer.total = std::min(answer.total, SearchAnswer::kCountUpTo);
  return answer;
}

}  // namespace enact::app
