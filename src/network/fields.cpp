// SPDX-License-Identifier: Apache-2.0
#include "network/fields.h"

#include <fmt/format.h>

#include "app/edition.h"
#include "base/text.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

std::vector<std::string> parts_of(std::string_view text, char between) {
  std::vector<std::string> parts;
  for (const auto part : base::split(text, between))
    if (!part.empty()) parts.emplace_back(part);
  return parts;
}

// "|pcsp||college|": each kind between bars.
std::string barred(const std::vector<std::string>& kinds) {
  std::string text;
  for (const auto& kind : kinds) text += "|" + kind + "|";
  return text;
}

Field field_from(const store::Row& row) {
  return {.id = row.text("id"),
          .thing = row.text("thing") == "person" ? Thing::person : Thing::organization,
          .workspace = row.text("workspace"),
          .topic = row.text("topic"),
          .label = row.text("shown_label"),
          .help = row.text("help"),
          .shape = shape_named(row.text("shape")).value_or(Shape::line),
          .unit = row.text("unit"),
          .choices = parts_of(row.text("choices"), '\n'),
          .kinds = parts_of(row.text("kinds"), '|'),
          .is_public = row.truth("is_public"),
          .is_retired = !row.is_null("retired_at")};
}

Field tidied(Field field) {
  for (auto* line : {&field.topic, &field.label, &field.help, &field.unit}) *line = one_line(*line);
  return field;
}

// "own-lakeside-bus-line": apart from every field that may ever come with the program.
std::string free_id(store::Reader& reader, const Field& field) {
  const auto whose = field.workspace.empty() ? std::string("network") : field.workspace;
  const auto stem = fmt::format("own-{}-{}", whose, base::slug(field.label));
  auto id = stem;
  for (int n = 2; find_field(reader, id); ++n) id = fmt::format("{}-{}", stem, n);
  return id;
}

void record(store::Writer& writer, const Field& field, std::string verb, identity::Event by) {
  by.verb = std::move(verb);
  by.subject_kind = "field";
  by.subject_id = field.id;
  by.subject_name = field.label;
  by.org = field.workspace;
  by.after = to_json(field);
  identity::record(writer, by);
  app::touch_public_pages(writer);
}

}  // namespace

std::vector<Field> fields(store::Reader& reader, Thing thing, std::string_view workspace) {
  std::vector<Field> all;
  const auto rows =
      reader.all(sql::fields_of_thing, {{"thing", name_of(thing)}, {"workspace", workspace}});
  for (const auto& row : rows) all.push_back(field_from(row));
  return all;
}

std::optional<Field> find_field(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_field, {{"id", id}});
  return row ? std::optional(field_from(*row)) : std::nullopt;
}

base::Result<Field> add_field(store::Writer& writer, Field draft, identity::Event by) {
  auto field = tidied(std::move(draft));
  if (auto faults = faults_of(field); !faults.empty()) return base::invalid(std::move(faults));
  field.id = free_id(writer, field);
  writer.run(sql::insert_field, {{"id", field.id},
                                 {"thing", name_of(field.thing)},
                                 {"workspace", field.workspace},
                                 {"topic", field.topic},
                                 {"label", field.label},
                                 {"help", field.help},
                                 {"shape", name_of(field.shape)},
                                 {"unit", field.unit},
                                 {"choices", base::join(field.choices, "\n")},
                                 {"kinds", barred(field.kinds)},
                                 {"is_public", field.is_public}});
  record(writer, field, "network.field.added", std::move(by));
  return field;
}

base::Result<void> change_field(store::Writer& writer, Field draft, identity::Event by) {
  const auto stored = find_field(writer, draft.id);
  if (!stored) return base::not_found("There is no such field.");
  auto field = tidied(std::move(draft));
  field.thing = stored->thing;
  field.workspace = stored->workspace;
  field.shape = stored->shape;
  if (auto faults = faults_of(field); !faults.empty()) return base::invalid(std::move(faults));
  writer.run(sql::change_field,
             {{"id", field.id},
              {"topic", field.topic},
              {"label", field.label},
              {"help", field.help},
              {"unit", field.unit},
              {"choices", base::join(field.choices, "\n")},
              {"kinds", barred(field.kinds)},
              {"is_public", field.is_public},
              {"retired_at", field.is_retired ? std::optional(by.at.iso()) : std::nullopt}});
  by.before = to_json(*stored);
  record(writer, field, "network.field.worded", std::move(by));
  return {};
}

base::Result<void> label_field(store::Writer& writer,
                               std::string_view id,
                               std::string_view workspace,
                               std::string_view label,
                               identity::Event by) {
  auto field = find_field(writer, id);
  if (!field) return base::not_found("There is no such field.");
  const auto words = one_line(label);
  if (words.size() > 80) return base::invalid("label", "A label has at most 80 characters.");
  by.before = to_json(*field);
  if (words.empty() || words == field->label)
    writer.run(sql::unlabel_field, {{"field", id}, {"workspace", workspace}});
  else
    writer.run(sql::label_field, {{"field", id}, {"workspace", workspace}, {"label", words}});
  if (!words.empty()) field->label = words;
  field->workspace = workspace;
  record(writer, *field, "network.field.labelled", std::move(by));
  return {};
}

}  // namespace enact::network
