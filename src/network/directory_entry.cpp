// SPDX-License-Identifier: Apache-2.0
#include "network/directory_entry.h"

#include <map>
#include <set>

#include "base/text.h"
#include "network/network.h"
#include "network/queries.h"

namespace enact::network {
namespace {

constexpr int kPiece = 5'000;

void set(DirectoryEntry& entry, Facet facet, std::string value) {
  entry.values[place_of(facet)] = std::move(value);
}

void add_words(DirectoryEntry& entry, const std::string& words) {
  if (!words.empty()) entry.words += (entry.words.empty() ? "" : "\n") + words;
}

DirectoryEntry org_entry_from(const store::Row& row) {
  DirectoryEntry entry{
      .id = row.text("id"), .name = row.text("name"), .parent = row.text("parent")};
  add_words(entry, row.text("short_name"));
  add_words(entry, row.text("region"));
  set(entry, Facet::kind, row.text("kind"));
  set(entry, Facet::cohort, row.text("cohort"));
  set(entry, Facet::changed, row.text("updated_at").substr(0, 4));
  return entry;
}

DirectoryEntry person_entry_from(const store::Row& row) {
  DirectoryEntry entry{.thing = Thing::person, .id = row.text("id"), .name = row.text("name")};
  set(entry, Facet::kind, std::string(kPeople));
  set(entry, Facet::changed, row.text("updated_at").substr(0, 4));
  return entry;
}

void add_fact(DirectoryEntry& entry, const std::string& field, std::string value) {
  if (field == (entry.thing == Thing::person ? "office_state" : "state"))
    set(entry, Facet::state, std::move(value));
  else if (field == "fields")
    set(entry, Facet::field, base::replace_all(std::move(value), "; ", "\n"));
  else if (field == "city" || field == "other_names")
    add_words(entry, value);
}

// The rows of `query` for these entries, which stand by id, given each to its entry.
template <class Take>
void join(store::Reader& reader,
          const store::Query& query,
          store::Params params,
          std::string_view column,
          std::vector<DirectoryEntry>& entries,
          const Take& take) {
  std::map<std::string_view, DirectoryEntry*> by_id;
  for (auto& entry : entries) by_id.emplace(entry.id, &entry);
  for (const auto& row : reader.all(query, params))
    if (const auto at = by_id.find(row.text(column)); at != by_id.end()) take(*at->second, row);
}

void add_facts(store::Reader& reader, std::vector<DirectoryEntry>& entries) {
  if (entries.empty()) return;
  join(reader, sql::facts_between,
       {{"thing", name_of(entries.front().thing)},
        {"first", entries.front().id},
        {"last", entries.back().id}},
       "subject", entries, [](DirectoryEntry& entry, const store::Row& row) {
         add_fact(entry, row.text("field"), row.text("value"));
       });
}

void add_affiliations(store::Reader& reader, std::vector<DirectoryEntry>& entries) {
  if (entries.empty()) return;
  join(reader, sql::affiliations_between,
       {{"first", entries.front().id}, {"last", entries.back().id}}, "person", entries,
       [](DirectoryEntry& entry, const store::Row& row) {
         entry.orgs.push_back(row.text("org"));
         if (row.is_null("ended_at")) add_words(entry, row.text("role"));
       });
}

template <class MakeEntry>
std::vector<DirectoryEntry> entries_from(const store::Rows& rows, MakeEntry make_entry) {
  std::vector<DirectoryEntry> entries;
  entries.reserve(rows.size());
  for (const auto& row : rows) entries.push_back(make_entry(row));
  return entries;
}

// Each piece is a read of its own: nobody waits for the whole.
template <class ReadPiece>
void read_pieces(store::Database& db,
                 const std::function<void(DirectoryEntry&&)>& take,
                 ReadPiece read_piece) {
  for (std::string after;;) {
    auto piece = db.read([&](store::Reader& reader) { return read_piece(reader, after); });
    if (piece.empty()) return;
    after = piece.back().id;
    for (auto& entry : piece) take(std::move(entry));
  }
}

}  // namespace

std::string_view name_of(Facet facet) {
  constexpr std::string_view kNames[kFacets] = {"kind",  "state",   "ecosystem",
                                                "field", "changed", "cohort"};
  return kNames[place_of(facet)];
}

void read_entries(store::Database& db, const std::function<void(DirectoryEntry&&)>& take) {
  read_pieces(db, take, [](store::Reader& reader, const std::string& after) {
    auto entries = entries_from(reader.all(sql::orgs_after, {{"after", after}, {"most", kPiece}}),
                                org_entry_from);
    add_facts(reader, entries);
    return entries;
  });
  read_pieces(db, take, [](store::Reader& reader, const std::string& after) {
    auto entries = entries_from(reader.all(sql::people_after, {{"after", after}, {"most", kPiece}}),
                                person_entry_from);
    add_facts(reader, entries);
    add_affiliations(reader, entries);
    return entries;
  });
}

std::optional<DirectoryEntry> read_entry(store::Reader& reader, Thing thing, std::string_view id) {
  const bool is_person = thing == Thing::person;
  auto entries =
      entries_from(reader.all(is_person ? sql::person_entry : sql::org_entry, {{"id", id}}),
                   is_person ? person_entry_from : org_entry_from);
  if (entries.empty()) return std::nullopt;
  add_facts(reader, entries);
  std::set<std::string> ecosystems;
  if (is_person) {
    add_affiliations(reader, entries);
    for (const auto& org : entries.front().orgs) ecosystems.insert(workspace_of(reader, org));
  } else {
    ecosystems.insert(workspace_of(reader, id));
  }
  ecosystems.erase("");
  set(entries.front(), Facet::ecosystem, base::join({ecosystems.begin(), ecosystems.end()}, "\n"));
  return std::move(entries.front());
}

}  // namespace enact::network
