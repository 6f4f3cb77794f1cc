// SPDX-License-Identifier: Apache-2.0
#include "imports/journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/digest.h"
#include "base/id.h"
#include "base/json.h"
#include "imports/queries.h"

namespace enact::imports {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{768} << 10;  // a megabyte as base64

std::optional<Deed> deed_in(const store::Row& row, std::string_view verb) {
  const std::string name(verb);
  const auto at = row.maybe_text(name + "_at");
  if (!at) return {};
  return Deed{row.text(name + "_by"), row.text(name + "_by_name"),
              base::Instant::parse(*at).value_or(base::Instant())};
}

std::string header_json(const std::vector<std::string>& header) {
  auto json = base::Json::array();
  for (const auto& column : header) json.add(column);
  return json.dump();
}

Import import_in(const store::Row& row) {
  Import import;
  import.id = row.text("id");
  import.org = row.text("org");
  import.target = row.text("target");
  import.file_name = row.text("file_name");
  import.file_bytes = row.integer("file_bytes");
  import.digest = row.text("digest");
  const auto mapping = base::Json::parse(row.text("mapping")).and_then(mapping_from);
  if (!mapping) throw std::runtime_error("the mapping of an import is not kept as it should be");
  import.mapping = *mapping;
  import.state = state_named(row.text("state"));
  import.message = row.text("message");
  import.run = row.text("run");
  import.rows_done = row.integer("rows_done");
  import.rows_all = row.integer("rows_all");
  const auto header = base::Json::parse(row.text("header"));
  if (header)
    for (const auto& column : header->items()) import.header.push_back(column.text());
  import.facts = row.text("facts");
  import.plan_version = row.integer("plan_version");
  import.target_state = row.text("target_state");
  import.begun = *deed_in(row, "begun");
  if (const auto at = row.maybe_text("planned_at")) import.planned_at = base::Instant::parse(*at);
  import.committed = deed_in(row, "committed");
  import.undone = deed_in(row, "undone");
  return import;
}

std::vector<Import> imports_in(const store::Rows& rows) {
  std::vector<Import> all;
  for (const auto& row : rows) all.push_back(import_in(row));
  return all;
}

}  // namespace

base::Result<std::string> begin_import(store::Database& db,
                                       const NewImport& draft,
                                       std::string_view bytes,
                                       const Deed& by) {
  if (bytes.empty())
    return base::invalid("file", "Choose a file, or paste rows; there is nothing in this one.");
  if (bytes.size() > kMostFileBytes)
    return base::invalid("file",
                         fmt::format("The file has {} MB, and {} MB is the most. Please split it.",
                                     bytes.size() >> 20, kMostFileBytes >> 20));
  const auto id = base::new_id();
  const auto digest = base::sha256_hex(bytes);
  // It counts as given up until its last piece is here.
  db.write([&](store::Writer& writer) {
    writer.run(sql::begin_import, {{"id", id},
                                   {"org", draft.org},
                                   {"target", draft.mapping.target},
                                   {"file_name", draft.file_name},
                                   {"file_bytes", bytes.size()},
                                   {"digest", digest},
                                   {"mapping", to_json(draft.mapping).dump()},
                                   {"by", by.user},
                                   {"by_name", by.name},
                                   {"now", by.at.iso()}});
  });
  std::int64_t position = 0;
  for (std::size_t at = 0; at < bytes.size(); at += kPieceBytes, ++position) {
    const auto piece = base::base64url(bytes.substr(at, kPieceBytes));
    db.write([&](store::Writer& writer) {
      writer.run(sql::add_piece, {{"import", id}, {"position", position}, {"bytes", piece}});
      if (at + kPieceBytes >= bytes.size()) writer.run(sql::file_is_here, {{"id", id}});
    });
  }
  return id;
}

std::optional<Import> find_import(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_import, {{"id", id}});
  if (!row) return {};
  return import_in(*row);
}

std::vector<Import> imports_of(store::Reader& reader,
                               const std::vector<std::string>& orgs,
                               std::string_view user) {
  auto all = imports_in(reader.all(sql::imports_of_user, {{"user", user}}));
  for (const auto& org : orgs)
    for (auto& import : imports_in(reader.all(sql::imports_of_org, {{"org", org}})))
      if (import.begun.user != user) all.push_back(std::move(import));
  std::sort(all.begin(), all.end(), [](const Import& a, const Import& b) {
    return std::tie(b.begun.at, b.id) < std::tie(a.begun.at, a.id);
  });
  if (all.size() > kMostListed) all.resize(kMostListed);
  return all;
}

std::vector<Import> all_imports(store::Reader& reader) {
  return imports_in(reader.all(sql::all_imports));
}

std::vector<Import> imports_of_same_file(store::Reader& reader, const Import& import) {
  return imports_in(
      reader.all(sql::imports_of_same_file,
                 {{"digest", import.digest}, {"target", import.target}, {"id", import.id}}));
}

std::optional<std::string> file_of(store::Reader& reader, std::string_view import) {
  const auto pieces = reader.one(sql::count_pieces, {{"import", import}})->integer("pieces");
  if (pieces == 0) return {};
  std::string bytes;
  for (std::int64_t position = 0; position < pieces; ++position) {
    const auto row = reader.one(sql::piece, {{"import", import}, {"position", position}});
    if (!row) return {};
    bytes += base::from_base64url(row->text("bytes"));
  }
  return bytes;
}

std::int64_t forget_files(store::Writer& writer,
                          base::Instant done_before,
                          base::Instant left_before) {
  return writer.run(sql::forget_pieces,
                    {{"done_before", done_before.iso()}, {"left_before", left_before.iso()}});
}

bool set_mapping(store::Writer& writer, const Import& import, const Mapping& mapping) {
  return writer.run(sql::set_mapping, {{"id", import.id},
                                       {"mapping", to_json(mapping).dump()},
                                       {"target", mapping.target},
                                       {"org", import.org},
                                       {"header", header_json(import.header)},
                                       {"facts", import.facts}}) == 1;
}

bool ask_for_plan(store::Writer& writer, std::string_view id, base::Instant now) {
  return writer.run(sql::ask_for_plan, {{"id", id}, {"now", now.iso()}}) == 1;
}

bool begin_planning(store::Writer& writer, std::string_view id, std::string_view run) {
  return writer.run(sql::begin_planning, {{"id", id}, {"run", run}}) == 1;
}

bool note_progress(store::Writer& writer, const Import& import) {
  return writer.run(sql::note_progress, {{"id", import.id},
                                         {"run", import.run},
                                         {"rows_done", import.rows_done},
                                         {"rows_all", import.rows_all}}) == 1;
}

bool finish_planning(store::Writer& writer, const Import& import, base::Instant now) {
  return writer.run(sql::finish_planning, {{"id", import.id},
                                           {"run", import.run},
                                           {"rows_done", import.rows_done},
                                           {"rows_all", import.rows_all},
                                           {"header", header_json(import.header)},
                                           {"facts", import.facts},
                                           {"message", import.message},
                                           {"target_state", import.target_state},
                                           {"now", now.iso()}}) == 1;
}

bool ask_for_commit(store::Writer& writer, const Import& import, base::Instant now) {
  return writer.run(
             sql::ask_for_commit,
             {{"id", import.id}, {"plan_version", import.plan_version}, {"now", now.iso()}}) == 1;
}

bool finish_commit(store::Writer& writer, std::string_view id, const Deed& by) {
  return writer.run(sql::finish_commit,
                    {{"id", id}, {"by", by.user}, {"by_name", by.name}, {"now", by.at.iso()}}) == 1;
}

bool ask_for_undo(store::Writer& writer, std::string_view id, base::Instant now) {
  return writer.run(sql::ask_for_undo, {{"id", id}, {"now", now.iso()}}) == 1;
}

bool finish_undo(store::Writer& writer, std::string_view id, const Deed& by) {
  return writer.run(sql::finish_undo,
                    {{"id", id}, {"by", by.user}, {"by_name", by.name}, {"now", by.at.iso()}}) == 1;
}

bool cancel(store::Writer& writer, std::string_view id, base::Instant now) {
  return writer.run(sql::cancel_import, {{"id", id}, {"now", now.iso()}}) == 1;
}

bool go_back(store::Writer& writer, std::string_view id, State from, std::string_view message) {
  const auto back = from == State::planning     ? State::read
                    : from == State::committing ? State::planned
                                                : State::committed;
  return writer.run(sql::go_back, {{"id", id},
                                   {"from", name_of(from)},
                                   {"back", name_of(back)},
                                   {"message", message}}) == 1;
}

void say(store::Writer& writer, std::string_view id, std::string_view message) {
  writer.run(sql::say, {{"id", id}, {"message", message}});
}

void touch_plan(store::Writer& writer, std::string_view id, base::Instant now) {
  writer.run(sql::touch_plan, {{"id", id}, {"now", now.iso()}});
}

}  // namespace enact::imports
