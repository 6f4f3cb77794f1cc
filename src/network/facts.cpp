// SPDX-License-Identifier: Apache-2.0
#include "network/facts.h"

#include <fmt/format.h>

#include <cmath>

#include "app/edition.h"
#include "base/amount.h"
#include "network/changes.h"
#include "network/fields.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {
namespace {

// What a database can compare: an end that is open is no number there.
std::optional<double> finite(double number) {
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

base::Json json_of(const Fact& fact) {
  auto json = base::Json::object();
  json.set("value", fact.value).set("source", fact.source).set("as_of", fact.as_of);
  return json;
}

struct Standing {
  std::string name;
  std::string workspace;
  std::string updated_by;
};

std::optional<Standing> standing_of(store::Reader& reader, const Subject& subject) {
  if (subject.thing == Thing::person) {
    const auto person = find_person_record(reader, subject.id);
    if (!person) return std::nullopt;
    return Standing{person->name, {}, person->updated_by};
  }
  const auto org = find_record(reader, subject.id);
  if (!org) return std::nullopt;
  return Standing{org->name, workspace_of(reader, org->id), org->updated_by};
}

bool touch(store::Writer& writer,
           const Subject& subject,
           std::int64_t version,
           const identity::Event& by) {
  return writer.run(subject.thing == Thing::person ? sql::touch_person : sql::touch_org,
                    {{"id", subject.id},
                     {"version", version},
                     {"now", by.at.iso()},
                     {"by", by.actor_name}}) == 1;
}

}  // namespace

Fact fact_from(const store::Row& row) {
  return {.field = row.text("field"),
          .value = row.text("value"),
          .source = row.text("source"),
          .as_of = row.text("as_of"),
          .noted_by = row.text("noted_by"),
          .noted_at = row.text("noted_at")};
}

FactsByField facts_of(store::Reader& reader, const Subject& subject) {
  FactsByField facts;
  const auto rows = reader.all(sql::facts_of_subject,
                               {{"thing", name_of(subject.thing)}, {"subject", subject.id}});
  for (const auto& row : rows) facts.emplace(row.text("field"), fact_from(row));
  return facts;
}

std::vector<std::string> subjects_with(store::Reader& reader,
                                       std::string_view field,
                                       std::string_view value) {
  std::vector<std::string> found;
  for (const auto& row : reader.all(sql::subjects_with, {{"field", field}, {"value", value}}))
    found.push_back(row.text("subject"));
  return found;
}

void keep_fact(store::Writer& writer,
               const Subject& subject,
               const Field& field,
               const Fact& fact,
               const identity::Event& by) {
  if (fact.value.empty()) {
    writer.run(sql::forget_fact,
               {{"thing", name_of(subject.thing)}, {"subject", subject.id}, {"field", fact.field}});
    return;
  }
  const auto amount = field.shape == Shape::amount ? base::read_amount(fact.value) : std::nullopt;
  writer.run(sql::note_fact, {{"thing", name_of(subject.thing)},
                              {"subject", subject.id},
                              {"field", fact.field},
                              {"value", fact.value},
                              {"low", amount ? finite(amount->low) : std::nullopt},
                              {"high", amount ? finite(amount->high) : std::nullopt},
                              {"source", fact.source},
                              {"as_of", fact.as_of},
                              {"by", by.actor_name},
                              {"now", by.at.iso()}});
}

base::Result<int> note_facts(store::Writer& writer,
                             const Subject& subject,
                             const std::vector<Fact>& facts,
                             std::int64_t version,
                             identity::Event by) {
  const auto standing = standing_of(writer, subject);
  if (!standing) return base::not_found("There is nothing on record at this address.");
  const auto stored = facts_of(writer, subject);
  auto before = base::Json::object(), after = base::Json::object();
  std::vector<const Fact*> changes;
  for (const auto& fact : facts) {
    const auto known = stored.find(fact.field);
    const bool is_known = known != stored.end();
    if (is_known ? known->second.says_the_same(fact) : fact.value.empty()) continue;
    if (is_known) before.set(fact.field, json_of(known->second));
    if (!fact.value.empty()) after.set(fact.field, json_of(fact));
    changes.push_back(&fact);
  }
  if (changes.empty()) return 0;
  if (!touch(writer, subject, version, by))
    return base::conflict(
        fmt::format("{} saved this while you were writing. Your text is kept below; nothing of "
                    "theirs was changed.",
                    name_or_somebody(standing->updated_by)));
  for (const auto* fact : changes) {
    const auto field = find_field(writer, fact->field);
    if (!field) return base::invalid(fact->field, "There is no such field.");
    keep_fact(writer, subject, *field, *fact, by);
  }
  // In this order everywhere: two writers that hold one of the two rows each would wait for ever.
  if (subject.thing == Thing::organization) app::touch_public_pages(writer);
  note_change(writer, subject.thing, subject.id);
  by.verb = fmt::format("network.{}.facts", name_of(subject.thing));
  by.subject_kind = name_of(subject.thing);
  by.subject_id = subject.id;
  by.subject_name = standing->name;
  // A person is of several ecosystems: there the event stays with the one where it was noted.
  if (subject.thing == Thing::organization) by.org = standing->workspace;
  by.before = std::move(before);
  by.after = std::move(after);
  identity::record(writer, by);
  return static_cast<int>(changes.size());
}

}  // namespace enact::network
