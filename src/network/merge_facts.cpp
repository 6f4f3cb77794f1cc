// SPDX-License-Identifier: Apache-2.0
#include "network/merge_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "network/fields.h"
#include "network/kinds.h"
#include "network/merges.h"
#include "network/network.h"
#include "network/queries.h"
#include "network/row_image.h"

namespace enact::network {
namespace {

using base::Json;

constexpr std::string_view kFact = "fact:";

std::map<std::string, Json> images_of_facts(store::Reader& reader,
                                            Thing thing,
                                            std::string_view subject) {
  std::map<std::string, Json> images;
  for (const auto& row :
       reader.all(sql::facts_of_subject, {{"thing", name_of(thing)}, {"subject", subject}}))
    images.emplace(row.text("field"), image_of(row));
  return images;
}

void write_fact(store::Writer& writer, const Json& image) {
  writer.run(
      sql::restore_fact,
      {param(image, "thing"), param(image, "subject"), param(image, "field"), param(image, "value"),
       param(image, "low"), param(image, "high"), param(image, "source"), param(image, "as_of"),
       param(image, "noted_by"), param(image, "noted_at")});
}

void forget(store::Writer& writer,
            Thing thing,
            std::string_view subject,
            const std::string& field) {
  writer.run(sql::forget_fact, {{"thing", name_of(thing)}, {"subject", subject}, {"field", field}});
}

Statement statement_of(const Json& image) {
  return {image["value"].text(), image["as_of"].text(), image["noted_at"].text()};
}

std::string origin(const std::string& source, const std::string& as_of) {
  const auto date = base::partial_date_words(as_of);
  if (date.empty()) return source;
  return source.empty() ? "as of " + date : source + ", as of " + date;
}

std::string origin(const Json& image) {
  return origin(image["source"].text(), image["as_of"].text());
}

// Every field of which either knows something, in the order of pages; another ecosystem's last.
std::vector<Field> fields_known(store::Reader& reader,
                                Thing thing,
                                std::string_view workspace,
                                const std::map<std::string, Json>& a,
                                const std::map<std::string, Json>& b) {
  std::vector<Field> known;
  for (auto& field : fields(reader, thing, workspace))
    if (a.contains(field.id) || b.contains(field.id)) known.push_back(std::move(field));
  for (const auto* facts : {&a, &b})
    for (const auto& [id, image] : *facts) {
      const bool is_there = std::any_of(known.begin(), known.end(),
                                        [&id = id](const Field& field) { return field.id == id; });
      if (is_there) continue;
      if (auto field = find_field(reader, id)) known.push_back(std::move(*field));
    }
  return known;
}

std::string words_of_column(store::Reader& reader, const Column& column, const Json& row) {
  auto text = row[column.name].text();
  if (column.name == "kind") return label_of(kinds(reader), text);
  if (column.name == "parent" && !text.empty()) return org_name(reader, text);
  if (column.name == "joined" || column.name == "as_of") return base::partial_date_words(text);
  return text;
}

void add_columns(std::vector<Difference>& all,
                 store::Reader& reader,
                 Thing thing,
                 const Json& kept,
                 const Json& merged) {
  for (const auto& column : columns_of(thing)) {
    const auto a = kept[column.name].text(), b = merged[column.name].text();
    if (a == b) continue;
    const auto statement = [&](const Json& row, const std::string& value) {
      return Statement{value, row["as_of"].text(), row["updated_at"].text()};
    };
    auto suggested = suggestion(statement(kept, a), statement(merged, b));
    // A record is no part of itself, nor of what is gone.
    if (column.name == "parent" && b == kept["id"].text()) suggested = Stays::kept;
    if (column.name == "parent" && a == merged["id"].text()) suggested = Stays::merged;
    all.push_back({.key = std::string(column.name),
                   .label = std::string(column.label),
                   .kept = words_of_column(reader, column, kept),
                   .merged = words_of_column(reader, column, merged),
                   .kept_from = {},
                   .merged_from = {},
                   .suggested = suggested});
  }
}

Json image_of_record(store::Reader& reader, Thing thing, std::string_view id) {
  const auto row =
      reader.one(thing == Thing::person ? sql::find_person : sql::find_org, {{"id", id}});
  return row ? image_of(*row) : Json();
}

const Json& find(const std::map<std::string, Json>& facts, const std::string& field) {
  static const Json none;
  const auto at = facts.find(field);
  return at == facts.end() ? none : at->second;
}

}  // namespace

std::vector<Difference> differences(store::Reader& reader,
                                    Thing thing,
                                    std::string_view kept,
                                    std::string_view merged,
                                    std::string_view workspace) {
  std::vector<Difference> all;
  add_columns(all, reader, thing, image_of_record(reader, thing, kept),
              image_of_record(reader, thing, merged));
  const auto a = images_of_facts(reader, thing, kept), b = images_of_facts(reader, thing, merged);
  for (const auto& field : fields_known(reader, thing, workspace, a, b)) {
    const auto &mine = find(a, field.id), &theirs = find(b, field.id);
    if (mine["value"].text() == theirs["value"].text()) continue;
    all.push_back({.key = std::string(kFact) + field.id,
                   .label = field.label,
                   .kept = value_words(field, mine["value"].text()),
                   .merged = value_words(field, theirs["value"].text()),
                   .kept_from = origin(mine),
                   .merged_from = origin(theirs),
                   .suggested = suggestion(statement_of(mine), statement_of(theirs))});
  }
  return all;
}

Json told(const std::vector<Difference>& differences, const Choices& choices) {
  auto all = Json::array();
  for (const auto& difference : differences) {
    const bool is_merged = stays_of(choices, difference) == Stays::merged;
    all.add(Json::object()
                .set("label", difference.label)
                .set("stays", is_merged ? difference.merged : difference.kept)
                .set("aside", is_merged ? difference.kept : difference.merged)
                .set("aside_from", is_merged ? difference.kept_from : difference.merged_from));
  }
  return all;
}

Json merge_facts(store::Writer& writer,
                 Thing thing,
                 std::string_view kept,
                 std::string_view merged,
                 const std::vector<Difference>& differences,
                 const Choices& choices) {
  const auto a = images_of_facts(writer, thing, kept), b = images_of_facts(writer, thing, merged);
  auto journal = Json::array();
  for (const auto& [field, theirs] : b) {
    const auto& mine = find(a, field);
    // Where both say the same, the fresher source of the two stays.
    auto stays = suggestion(statement_of(mine), statement_of(theirs));
    for (const auto& difference : differences)
      if (difference.key == std::string(kFact) + field) stays = stays_of(choices, difference);
    auto after = mine;
    forget(writer, thing, merged, field);
    if (stays == Stays::merged) {
      after = theirs;
      after.set("subject", kept);
      write_fact(writer, after);
    }
    journal.add(Json::object().set("kept", mine).set("after", after).set("merged", theirs));
  }
  // What only the kept one knew, and the person did not want to keep.
  for (const auto& difference : differences) {
    if (!difference.key.starts_with(kFact)) continue;
    const auto field = difference.key.substr(kFact.size());
    if (b.contains(field) || stays_of(choices, difference) == Stays::kept) continue;
    forget(writer, thing, kept, field);
    journal.add(Json::object().set("kept", find(a, field)).set("after", Json()));
  }
  return journal;
}

std::vector<std::string> undo_facts(store::Writer& writer,
                                    Thing thing,
                                    std::string_view kept,
                                    const Json& journal) {
  const auto now = images_of_facts(writer, thing, kept);
  std::vector<std::string> left;
  for (const auto& each : journal.items()) {
    const auto& known = each["kept"].is_null() ? each["merged"] : each["kept"];
    const auto field = known["field"].text();
    if (!each["merged"].is_null()) write_fact(writer, each["merged"]);
    if (find(now, field).dump() != each["after"].dump()) {
      const auto found = find_field(writer, field);
      left.push_back(fmt::format(
          "{} of {} was noted anew since and stayed.", found ? found->label : field,
          thing == Thing::organization ? org_name(writer, kept) : std::string("the person")));
    } else if (each["kept"].is_null()) {
      forget(writer, thing, kept, field);
    } else {
      write_fact(writer, each["kept"]);
    }
  }
  return left;
}

}  // namespace enact::network
